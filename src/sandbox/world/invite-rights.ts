import { RpcError } from '../rpc-error.ts';
import type { World } from '../world.ts';
import { type Chat, canInvite, isAdmin, standingIn } from './chats.ts';
import { findInvite, type Invite } from './invites.ts';
import type { User } from './users.ts';

/** Links are for administrators with the right `invite_users`; those of another administrator are for the creator alone. */
function requireLinksOf(chat: Chat, callerId: bigint, adminId: bigint): void {
  const allowed = canInvite(chat, callerId) && (adminId === callerId || standingIn(chat, callerId) === 'creator');
  if (!allowed) throw new RpcError(400, 'CHAT_ADMIN_REQUIRED');
}

/** What concerns a chat's links and who waits is for its administrators with the right: else CHAT_ADMIN_REQUIRED. */
export function requireRight(chat: Chat, callerId: bigint): void {
  requireLinksOf(chat, callerId, callerId);
}

/**
 * Whose links are asked for. `admin` is `null` where the caller named nobody it knows; that, and who is no administrator
 * of this chat, is ADMIN_ID_INVALID. Who may not ask at all hears that first.
 */
export function requireAdmin(chat: Chat, callerId: bigint, admin: User | null): User {
  requireRight(chat, callerId);
  if (!admin) throw new RpcError(400, 'ADMIN_ID_INVALID');
  requireLinksOf(chat, callerId, admin.id);
  if (!isAdmin(chat, admin.id)) throw new RpcError(400, 'ADMIN_ID_INVALID');
  return admin;
}

/** The link of this chat that the caller may act on. One of another chat, or none at all, is INVITE_HASH_EXPIRED. */
export function requireInvite(world: World, chat: Chat, callerId: bigint, link: string): Invite {
  requireRight(chat, callerId);
  const invite = findInvite(world, chat, link);
  if (!invite) throw new RpcError(400, 'INVITE_HASH_EXPIRED');
  requireLinksOf(chat, callerId, invite.adminId);
  return invite;
}
