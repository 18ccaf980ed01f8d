import { Api, fromLong, toLong } from '../../telegram/tl.ts';
import { inputChannel } from '../chats/entities.ts';
import type { ChatAddress } from '../chats/peers.ts';
import { TelegramError } from '../errors/errors.ts';
import { REFUSED_AFTER_S } from '../once/certain.ts';
import type { ChatInvitesDeps } from './chat-invites-deps.ts';
import type { InviteLook } from './find-made-invite.ts';

/**
 * Telegram's Unix second in which somebody came into the chat; 0 for its creator, `null` for somebody who is not in it.
 * channels.getParticipant, and for a basic group the members in messages.getFullChat.
 */
export async function memberSince(
  { telegram }: Pick<ChatInvitesDeps, 'telegram'>,
  chat: ChatAddress,
  user: { readonly id: string; readonly input: Api.TypeInputPeer },
): Promise<number | null> {
  const found =
    chat.kind === 'CHANNEL' ? await channelParticipant(inputChannel(chat)) : await groupParticipant(chat.id);
  if (!found) return null;
  return 'date' in found ? found.date : 0;

  async function channelParticipant(channel: Api.InputChannel) {
    try {
      const { participant } = await telegram.invoke(
        new Api.channels.GetParticipant({ channel, participant: user.input }),
      );
      const isGone =
        participant instanceof Api.ChannelParticipantLeft || participant instanceof Api.ChannelParticipantBanned;
      return isGone ? null : participant;
    } catch (error) {
      if (error instanceof TelegramError && error.code === 'USER_NOT_PARTICIPANT') return null;
      throw error;
    }
  }

  async function groupParticipant(chatId: bigint) {
    const { fullChat } = await telegram.invoke(new Api.messages.GetFullChat({ chatId: toLong(chatId) }));
    const known = fullChat instanceof Api.ChatFull ? fullChat.participants : null;
    if (!(known instanceof Api.ChatParticipants)) return null;
    return known.participants.find(({ userId }) => fromLong(userId).toString() === user.id) ?? null;
  }
}

/** Who came into which chat, both by their ids, and when: Telegram's Unix second, `null` for somebody who is not in it. */
export interface Arrival {
  readonly userId: string;
  readonly chatId: string;
  readonly since: number | null;
}

/**
 * Whether the request of these sendings has brought somebody in: after one of them, not later than Telegram begins with what it
 * was sent, and by no other request of this gateway. Telegram's seconds are whole, so that an arrival shortly before a sending
 * looks like one by it.
 */
export async function cameBy(
  { claims }: Pick<ChatInvitesDeps, 'claims'>,
  { sendings, isOver, claimant }: InviteLook,
  arrival: Arrival,
): Promise<boolean> {
  const { since } = arrival;
  if (since === null) return false;
  const isAfter = sendings.some(({ earliest, latest }) => since >= earliest && since <= latest + REFUSED_AFTER_S);
  return isAfter && claims.take(nameOf(arrival), claimant, isOver);
}

/** Telegram has answered a request that it brought somebody in: that arrival is no other request's. */
export async function noteArrival(
  { claims }: ChatInvitesDeps,
  claimant: string | null,
  answer: Api.TypeUpdates,
  arrival: Omit<Arrival, 'since'>,
): Promise<void> {
  if ('date' in answer) await claims.receive(nameOf({ ...arrival, since: answer.date }), claimant);
}

function nameOf({ userId, chatId, since }: Arrival): string {
  return `${userId} in ${chatId} since ${since}`;
}
