import { RpcError } from '../rpc-error.ts';
import type { World } from '../world.ts';
import { type Chat, isPresent } from './chats.ts';
import { requireInvite, requireRight } from './invite-rights.ts';
import type { JoinRequest } from './join-requests.ts';
import { takeRequests } from './knock.ts';
import { admit } from './membership.ts';
import type { User } from './users.ts';

/**
 * Lets one who waits in, or sends them away. Any administrator with the right may, whosever link they came by. `named`
 * is `null` where the caller named nobody it knows: USER_ID_INVALID. Who does not wait is HIDE_REQUESTER_MISSING, or
 * USER_ALREADY_PARTICIPANT where they are in the chat and should have been let in.
 */
export function answerRequest(world: World, chat: Chat, callerId: bigint, named: User | null, approved: boolean): void {
  requireRight(chat, callerId);
  if (!named) throw new RpcError(400, 'USER_ID_INVALID');
  if (approved && isPresent(chat, named.id)) throw new RpcError(400, 'USER_ALREADY_PARTICIPANT');
  answer(world, chat, callerId, ({ userId }) => userId === named.id, approved);
}

/**
 * The same for all who wait; with a link, for those who came by it, and then for its admin or the creator alone.
 * Assumed: where nobody waits, HIDE_REQUESTER_MISSING, which is documented for the method.
 */
export function answerAllRequests(
  world: World,
  chat: Chat,
  callerId: bigint,
  link: string | null,
  approved: boolean,
): void {
  requireRight(chat, callerId);
  const invite = link === null ? null : requireInvite(world, chat, callerId, link);
  answer(world, chat, callerId, (request) => !invite || request.invite === invite, approved);
}

function answer(
  world: World,
  chat: Chat,
  callerId: bigint,
  isMeant: (request: JoinRequest) => boolean,
  approved: boolean,
): void {
  const answered = takeRequests(world, chat, isMeant);
  if (answered.length === 0) throw new RpcError(400, 'HIDE_REQUESTER_MISSING');
  if (!approved) return;
  // Who waited longest comes in first.
  for (const { userId, invite } of answered.reverse()) admit(world, chat, userId, { invite, approvedBy: callerId });
}
