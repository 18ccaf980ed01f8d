import { now, type World } from '../world.ts';
import { type Chat, changeMember, type Member } from './chats.ts';
import type { Invite } from './invites.ts';

/** By what somebody comes in: `invite` and `approvedBy` as in Member. */
export interface Admission {
  readonly invite: Invite | null;
  readonly approvedBy: bigint | null;
}

/** Makes somebody a member who is not in the chat now. It is not asked whether they may; import-invite.ts does. */
export function admit(world: World, chat: Chat, userId: bigint, { invite, approvedBy }: Admission): void {
  const member: Member = {
    userId,
    standing: 'member',
    mayInvite: false,
    since: now(world),
    invite,
    approvedBy,
    subscriptionExpired: false,
  };
  changeMember(world, chat, member, approvedBy ?? userId);
}

/** Goes away on their own, and may come back. */
export function leaveChat(world: World, chat: Chat, userId: bigint): void {
  depart(world, chat, userId, { standing: 'left' }, userId);
}

/** Is put out by an administrator, and no link lets them in again. */
export function removeMember(world: World, chat: Chat, userId: bigint, actorId: bigint): void {
  depart(world, chat, userId, { standing: 'removed' }, actorId);
}

/** What they paid for their link has run out: they leave, and the link's admin finds them under that heading. */
export function endSubscription(world: World, chat: Chat, userId: bigint): void {
  depart(world, chat, userId, { standing: 'left', subscriptionExpired: true }, userId);
}

function depart(
  world: World,
  chat: Chat,
  userId: bigint,
  change: Pick<Member, 'standing'> & Partial<Member>,
  actorId: bigint,
): void {
  const member = chat.members.get(userId);
  if (!member) throw new Error(`${userId} was never in ${chat.title}`);
  changeMember(world, chat, { ...member, mayInvite: false, ...change }, actorId);
}
