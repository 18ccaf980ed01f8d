import { RpcError } from '../rpc-error.ts';
import { now, type World } from '../world.ts';
import { type Chat, isPresent, standingIn } from './chats.ts';
import type { Invite } from './invites.ts';
import { requestToJoin, takeRequests } from './knock.ts';
import { admit } from './membership.ts';
import { refuseAsTold } from './refusals.ts';
import type { User } from './users.ts';

/** A link that works, with the chat it leads to. */
export interface OpenInvite {
  readonly invite: Invite;
  readonly chat: Chat;
}

/**
 * The link a hash names, for an account that would look at it or join by it. Throws INVITE_HASH_EMPTY,
 * INVITE_HASH_INVALID for what can be no hash (a whole URL), what `world.refusals` holds for `method`, and 406
 * INVITE_HASH_EXPIRED for a link that leads nowhere: unknown, deleted, revoked, past its date, or of a chat that
 * removed the account. Assumed: members hear the same of such a link as others do.
 */
export function openInvite(world: World, callerId: bigint, hash: string, method: string): OpenInvite {
  if (hash === '') throw new RpcError(400, 'INVITE_HASH_EMPTY');
  if (!/^[\w-]+$/.test(hash)) throw new RpcError(400, 'INVITE_HASH_INVALID');
  const found = world.invitesByHash.get(hash);
  const invite = found && !found.deleted ? found : null;
  const chat = invite && world.chats.get(invite.chatId);
  if (chat) refuseAsTold(world, chat, method);
  if (!invite || !chat || !isOpen(world, invite) || standingIn(chat, callerId) === 'removed')
    throw new RpcError(406, 'INVITE_HASH_EXPIRED');
  return { invite, chat };
}

/** Neither revoked nor past its date. */
export function isOpen(world: World, { revoked, expireDate }: Invite): boolean {
  return !revoked && (expireDate === null || expireDate > now(world));
}

/**
 * Joins by a link. Throws USER_ALREADY_PARTICIPANT; STARS_PAYMENT_REQUIRED, payments being out of scope;
 * INVITE_REQUEST_SENT where an admin has to let the account in, whether it asks now or has asked before; and
 * USERS_TOO_MUCH for a link that is used up, which no source tells (Telegram may say INVITE_HASH_EXPIRED).
 */
export function importInvite(world: World, user: User, { invite, chat }: OpenInvite): void {
  if (isPresent(chat, user.id)) throw new RpcError(400, 'USER_ALREADY_PARTICIPANT');
  if (invite.subscriptionPricing) throw new RpcError(400, 'STARS_PAYMENT_REQUIRED');
  if (invite.requestNeeded) {
    requestToJoin(world, chat, user, invite);
    throw new RpcError(400, 'INVITE_REQUEST_SENT');
  }
  if (invite.usageLimit !== null && invite.usage >= invite.usageLimit) throw new RpcError(400, 'USERS_TOO_MUCH');
  takeRequests(world, chat, ({ userId }) => userId === user.id);
  admit(world, chat, user.id, { invite, approvedBy: null });
}
