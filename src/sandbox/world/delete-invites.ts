import { RpcError } from '../rpc-error.ts';
import type { World } from '../world.ts';
import { type Chat, markedIdOf } from './chats.ts';
import { requireAdmin, requireInvite } from './invite-rights.ts';
import type { User } from './users.ts';

/** Takes one revoked link out of the lists. One that still lets people in is INVITE_REVOKED_MISSING: TDLib's reading. */
export function deleteInvite(world: World, chat: Chat, callerId: bigint, link: string): void {
  const invite = requireInvite(world, chat, callerId, link);
  if (!invite.revoked) throw new RpcError(400, 'INVITE_REVOKED_MISSING');
  invite.deleted = true;
}

/** Takes all revoked links of one administrator out of the lists, be there any or none. */
export function deleteRevokedInvites(world: World, chat: Chat, callerId: bigint, named: User | null): void {
  const admin = requireAdmin(chat, callerId, named);
  const chatId = markedIdOf(chat);
  for (const invite of world.invites) {
    if (invite.revoked && invite.adminId === admin.id && invite.chatId === chatId) invite.deleted = true;
  }
}
