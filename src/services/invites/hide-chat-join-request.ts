import { Api, fromLong } from '../../telegram/tl.ts';
import { inputPeer } from '../chats/entities.ts';
import { markedId, namedChat } from '../chats/peer.ts';
import type { ChatAddress } from '../chats/peers.ts';
import { findPerson, type NamedPerson, type Person, parsePerson } from '../chats/person.ts';
import { TelegramUnavailableError } from '../errors/errors.ts';
import { parsed, refuse } from '../errors/refuse.ts';
import { UserIdInvalidError } from '../errors/telegram-errors.ts';
import type { ChatJoinRequestHidden } from '../models.ts';
import { type Attempt, certainly } from '../once/certain.ts';
import { lastSent } from '../once/telegram-time.ts';
import { TELEGRAM_PAGE } from '../page/page.ts';
import { type ChatInvitesDeps, PEER_PATH } from './chat-invites-deps.ts';
import type { InviteLook } from './find-made-invite.ts';
import { cameBy, memberSince, noteArrival } from './member-since.ts';

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
 * account may do without. When the answer is lost, a user account looks for the requester among the members and among those
 * who wait.
 */
export async function hideChatJoinRequest(
  deps: ChatInvitesDeps,
  { peer, user, approved }: HideChatJoinRequestInput,
  attempt: Attempt,
): Promise<ChatJoinRequestHidden> {
  const { chats, peers, self } = deps;
  const door = parsed(() => namedChat(peer, PEER_PATH));
  const named = parsed(() => parseRequester(user));
  refuse([...door.broken, ...named.broken, ...attempt.broken]);
  const chat = await chats.find(door.value());
  const requester = await findPerson(named.value(), { peers, self });
  const me = await self();
  if (requester.user.id === me.id) throw ownRequest();
  const hidden = { chatId: markedId(chat), user: requester.user, approved };
  return certainly<Api.messages.HideChatJoinRequest, ChatJoinRequestHidden>(deps, attempt, {
    request: new Api.messages.HideChatJoinRequest({
      peer: inputPeer(chat),
      userId: requester.input,
      // A flag is set on the wire for any value but undefined.
      ...(approved && { approved: true }),
    }),
    async read(answer) {
      if ('chats' in answer) peers.remember(answer);
      const arrival = { userId: requester.user.id, chatId: hidden.chatId };
      if (approved) await noteArrival(deps, attempt.claimant, answer, arrival);
      return hidden;
    },
    ...(!me.isBot && {
      look: async (sendings, isOver) => {
        const look = { sendings, isOver, claimant: attempt.claimant };
        return (await isLetIn(deps, chat, requester, look, approved)) ? hidden : null;
      },
    }),
  });
}

/**
 * Whether the requester came in since the sendings. `false`: the requester waits since before them, so that nothing was done.
 * Throws where neither is so: Telegram does not tell who turned a requester away, and a request that was made later is another.
 */
async function isLetIn(
  deps: ChatInvitesDeps,
  chat: ChatAddress,
  { user, input }: Person,
  look: InviteLook,
  approved: boolean,
): Promise<boolean> {
  if (approved && input instanceof Api.InputUser) {
    const member = new Api.InputPeerUser({ userId: input.userId, accessHash: input.accessHash });
    const since = await memberSince(deps, chat, { id: user.id, input: member });
    if (await cameBy(deps, look, { userId: user.id, chatId: markedId(chat), since })) return true;
  }
  const name = user.username ?? user.firstName;
  const { importers } = await deps.telegram.invoke(
    new Api.messages.GetChatInviteImporters({
      peer: inputPeer(chat),
      requested: true,
      limit: TELEGRAM_PAGE,
      offsetDate: 0,
      offsetUser: new Api.InputUserEmpty(),
      ...(name !== null && { q: name }),
    }),
  );
  const request = importers.find(({ userId }) => fromLong(userId).toString() === user.id);
  if (request && request.date < lastSent(look.sendings)) return false;
  throw new TelegramUnavailableError('The request is not there any more, whoever decided it.', 'UNKNOWN');
}

function parseRequester(text: string): NamedPerson {
  const named = parsePerson(text, USER_PATH, UserIdInvalidError);
  if (named.reference.kind === 'SELF') throw ownRequest();
  return named;
}

function ownRequest(): Error {
  return new UserIdInvalidError({ detail: 'This account cannot decide a request of its own.' });
}
