import { Api, fromLong, toLong } from '../../telegram/tl.ts';
import { inputChannel } from '../chats/entities.ts';
import type { ChatAddress } from '../chats/peers.ts';
import { TelegramError } from '../errors/errors.ts';
import { REFUSED_AFTER_S } from '../once/certain.ts';
import type { Span } from '../once/telegram-time.ts';
import type { ChatInvitesDeps } from './chat-invites-deps.ts';

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
      if (error instanceof TelegramError && error.type === 'USER_NOT_PARTICIPANT') return null;
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

/** Whether somebody came in after one of the sendings, and not later than Telegram begins with what it was sent. */
export function isAfter(sendings: readonly Span[], since: number | null): boolean {
  return (
    since !== null && sendings.some(({ earliest, latest }) => since >= earliest && since <= latest + REFUSED_AFTER_S)
  );
}
