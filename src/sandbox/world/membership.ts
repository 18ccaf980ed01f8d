import { announce, now, type World } from '../world.ts';
import { type Chat, canInvite, isIn, type Member, markedIdOf, type Standing } from './chats.ts';
import { givePrimaryInvite, type Invite } from './invites.ts';
import { userOf } from './users.ts';

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

/** Adds a chat with its creator, who gets a primary link at once as in Telegram. */
export function addChat(
  world: World,
  options: Pick<Chat, 'id' | 'kind' | 'title'> &
    Partial<Pick<Chat, 'about' | 'username' | 'date'>> & { creator: bigint },
): Chat {
  const { creator, ...given } = options;
  const chat: Chat = {
    about: '',
    username: null,
    date: now(world),
    ...given,
    members: new Map(),
    pendingRequests: [],
  };
  world.chats.set(markedIdOf(chat), chat);
  setMember(world, chat, creator, 'creator');
  return chat;
}

/**
 * Puts a user into a chat or changes how they stand in it, by no link. A person who thereby may invite and has no
 * primary link is given one; a bot makes its own with legacy_revoke_permanent.
 */
export function setMember(world: World, chat: Chat, userId: bigint, standing: Standing, mayInvite = false): Member {
  const before = chat.members.get(userId);
  const stayed = before && isIn(before) ? before : null;
  const member: Member = {
    userId,
    standing,
    mayInvite: standing === 'creator' || mayInvite,
    since: before?.since ?? chat.date,
    invite: stayed?.invite ?? null,
    approvedBy: stayed?.approvedBy ?? null,
    subscriptionExpired: false,
  };
  changeMember(world, chat, member, userId);
  if (canInvite(chat, userId) && !userOf(world, userId).isBot) {
    givePrimaryInvite(world, chat, userId, standing === 'creator' ? chat.date : now(world));
  }
  return member;
}

/** The one place where membership changes: keeps the counters of links right and tells of the change. */
export function changeMember(world: World, chat: Chat, current: Member, actorId: bigint): void {
  const { userId } = current;
  const previous = chat.members.get(userId) ?? null;
  if (previous) count(previous, -1);
  chat.members.set(userId, current);
  count(current, 1);
  const cameIn = isIn(current) && !(previous && isIn(previous));
  announce(world, {
    kind: 'membershipChanged',
    chatId: markedIdOf(chat),
    userId,
    actorId,
    date: now(world),
    previous,
    current,
    invite: cameIn ? current.invite : null,
  });
}

/** A link counts who is in the chat by it, so that leaving frees a place, and who left when their payment ran out. */
function count(member: Member, by: 1 | -1): void {
  if (!member.invite) return;
  if (isIn(member)) member.invite.usage += by;
  else if (member.subscriptionExpired) member.invite.subscriptionExpired += by;
}
