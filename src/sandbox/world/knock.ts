import { announce, now, type World } from '../world.ts';
import { type Chat, markedIdOf } from './chats.ts';
import type { Invite } from './invites.ts';
import type { JoinRequest } from './join-requests.ts';
import type { User } from './users.ts';

/** Asks to be let in. Who waits already goes on waiting: nobody stands at the door twice. */
export function requestToJoin(world: World, chat: Chat, user: User, invite: Invite | null): void {
  if (chat.pendingRequests.some(({ userId }) => userId === user.id)) return;
  const made: JoinRequest = { userId: user.id, date: now(world), about: user.about, invite };
  chat.pendingRequests.unshift(made);
  if (invite) invite.requested += 1;
  announce(world, { kind: 'joinRequestsChanged', chatId: markedIdOf(chat), made });
}

/**
 * Takes the requests that `isMeant` names off the chat's list, as one change, and gives them back, newest first: empty
 * where nobody of these waited.
 */
export function takeRequests(world: World, chat: Chat, isMeant: (request: JoinRequest) => boolean): JoinRequest[] {
  const taken = chat.pendingRequests.filter(isMeant);
  if (taken.length === 0) return taken;
  const kept = chat.pendingRequests.filter((request) => !taken.includes(request));
  chat.pendingRequests.splice(0, Number.POSITIVE_INFINITY, ...kept);
  for (const { invite } of taken) if (invite) invite.requested -= 1;
  announce(world, { kind: 'joinRequestsChanged', chatId: markedIdOf(chat), made: null });
  return taken;
}
