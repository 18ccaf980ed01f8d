import { RpcError } from '../rpc-error.ts';
import type { World } from '../world.ts';
import { type Chat, isAdmin, markedIdOf, presentMembers, standingIn } from './chats.ts';
import { requireAdmin } from './invite-rights.ts';
import type { Invite } from './invites.ts';
import { pageLimit } from './page-limit.ts';
import type { User } from './users.ts';

/** What messages.getExportedChatInvites carries beside its peer and administrator. */
export interface ListParameters {
  /** Which of the two lists: revoked links, or all others, expired ones included. */
  readonly revoked: boolean;
  /** The last row of the page before; `null` on the first page. */
  readonly after: { readonly date: number; readonly link: string } | null;
  readonly limit: number;
}

export interface InviteList {
  readonly admin: User;
  /** Links in the whole list. */
  readonly count: number;
  readonly page: readonly Invite[];
}

/** One page of an administrator's links, newest first, the primary among them at its own date. */
export function listInvites(
  world: World,
  chat: Chat,
  callerId: bigint,
  named: User | null,
  asked: ListParameters,
): InviteList {
  const admin = requireAdmin(chat, callerId, named);
  const all = invitesOf(world, chat, admin.id);
  const isListed = (invite: Invite) => invite.revoked === asked.revoked && !invite.deleted;
  const page = behind(all, asked.after).filter(isListed).slice(0, pageLimit(asked.limit));
  return { admin, count: all.filter(isListed).length, page };
}

/** How many links an administrator has in each list. */
export interface InviteCounts {
  readonly adminId: bigint;
  /** Expired ones are among them. */
  readonly live: number;
  readonly revoked: number;
}

/** The administrators that have links in either list, for the creator alone. */
export function countInvites(world: World, chat: Chat, callerId: bigint): InviteCounts[] {
  if (standingIn(chat, callerId) !== 'creator') throw new RpcError(400, 'CHAT_ADMIN_REQUIRED');
  const admins = presentMembers(chat).filter((member) => isAdmin(chat, member.userId));
  return admins.flatMap(({ userId }) => {
    const kept = invitesOf(world, chat, userId).filter((invite) => !invite.deleted);
    const revoked = kept.filter((invite) => invite.revoked).length;
    return kept.length > 0 ? [{ adminId: userId, live: kept.length - revoked, revoked }] : [];
  });
}

/** Newest first, of one second the last made first; deleted ones too, so that a page may be counted on from them. */
function invitesOf(world: World, chat: Chat, adminId: bigint): Invite[] {
  const chatId = markedIdOf(chat);
  const theirs = world.invites.filter((invite) => invite.adminId === adminId && invite.chatId === chatId);
  return theirs.reverse().sort((left, right) => right.date - left.date);
}

/** The rows behind the last one of the page before; where it is none of these, those older than its date. */
function behind(all: readonly Invite[], after: ListParameters['after']): readonly Invite[] {
  if (!after) return all;
  const last = all.findIndex((invite) => invite.link === after.link && invite.date === after.date);
  return last >= 0 ? all.slice(last + 1) : all.filter((invite) => invite.date < after.date);
}
