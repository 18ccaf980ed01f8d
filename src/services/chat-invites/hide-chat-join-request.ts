import { Api } from '../../telegram/tl.ts';
import { type Attempt, certainly } from '../certain.ts';
import { inputPeer } from '../entities.ts';
import { brokenBy, refuse } from '../invite-rules.ts';
import type { ChatJoinRequestHidden } from '../models.ts';
import { markedId, parsePeer } from '../peer.ts';
import { parsePerson, resolvePerson } from '../person.ts';
import { HideRequesterMissingError, UserAlreadyParticipantError, UserIdInvalidError } from '../telegram-errors.ts';
import { type ChatInvitesDeps, PEER_PATH } from './chat-invites-deps.ts';

export interface HideChatJoinRequestInput {
  /** As the frontend wrote it. */
  readonly peer: string;
  /** Who asked to join, as the frontend wrote it. */
  readonly user: string;
  /** `true` lets the user in. */
  readonly approved: boolean;
}

const USER_PATH = ['input', 'user'];

/**
 * messages.hideChatJoinRequest. An id has to have come with an answer or an update before, for its access hash; a bot
 * account may do without. When the answer is lost it is sent again, and what would refuse a first sending then says that
 * it is decided.
 */
export async function hideChatJoinRequest(
  { telegram, chats, peers, self, clock }: ChatInvitesDeps,
  { peer, user, approved }: HideChatJoinRequestInput,
  attempt: Attempt,
): Promise<ChatJoinRequestHidden> {
  refuse([...brokenBy(() => parsePeer(peer, PEER_PATH)), ...brokenBy(() => parseRequester(user))]);
  const chat = await chats.resolve(peer, PEER_PATH);
  const requester = await resolvePerson(user, USER_PATH, { peers, self }, UserIdInvalidError);
  if (requester.user.id === (await self()).id) throw ownRequest();
  const request = new Api.messages.HideChatJoinRequest({
    peer: inputPeer(chat),
    userId: requester.input,
    // A flag is set on the wire for any value but undefined.
    ...(approved && { approved: true }),
  });
  return certainly<ChatJoinRequestHidden>(attempt, clock, {
    async send(isRepeat) {
      try {
        const answer = await telegram.invoke(request);
        if ('chats' in answer) peers.remember(answer);
      } catch (error) {
        if (!isRepeat || !saysDecided(error, approved)) throw error;
      }
      return { chatId: markedId(chat), user: requester.user, approved };
    },
  });
}

/** Who is a member already was not turned away. */
function saysDecided(error: unknown, approved: boolean): boolean {
  return error instanceof HideRequesterMissingError || (approved && error instanceof UserAlreadyParticipantError);
}

function parseRequester(text: string): void {
  if (parsePerson(text, USER_PATH, UserIdInvalidError).kind === 'SELF') throw ownRequest();
}

function ownRequest(): Error {
  return new UserIdInvalidError({ detail: 'This account cannot decide a request of its own.' });
}
