import { announce, now, type World } from '../world.ts';
import { givePrimaryInvite, type Invite } from './invites.ts';
import type { JoinRequest } from './join-requests.ts';
import { userOf } from './users.ts';

/** Telegram's basic groups are a kind of their own; supergroups and channels are both "channels" on the wire. */
export type ChatKind = 'group' | 'supergroup' | 'channel';

/** `removed` keeps the chat in the account's list as forbidden; `left` does not. */
export type Standing = 'creator' | 'admin' | 'member' | 'left' | 'removed';

export interface Member {
  readonly userId: bigint;
  readonly standing: Standing;
  /** The administrator right `invite_users`: without it no link can be made. Creators have it always. */
  readonly mayInvite: boolean;
  /** Unix seconds. */
  readonly since: number;
  /** The link they came by; `null`: another way. */
  readonly invite: Invite | null;
  /** The admin who let them in; `null`: they needed nobody's approval. */
  readonly approvedBy: bigint | null;
  /** They left because what they paid for `invite` had run out. */
  readonly subscriptionExpired: boolean;
}

export interface Chat {
  /** As TL writes it, without mark. Basic groups and channels are numbered apart. */
  readonly id: bigint;
  readonly kind: ChatKind;
  readonly title: string;
  readonly about: string;
  readonly username: string | null;
  /** Unix seconds. */
  readonly date: number;
  readonly members: Map<bigint, Member>;
  /** Who asked to join and waits, newest first. */
  readonly pendingRequests: JoinRequest[];
}

/** One number for chats of both numberings, as the Bot API and client libraries write it: -id, or -100… for channels. */
export function markedId(kind: ChatKind, id: bigint): bigint {
  return kind === 'group' ? -id : -1_000_000_000_000n - id;
}

export function markedIdOf(chat: Chat): bigint {
  return markedId(chat.kind, chat.id);
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

/** In the chat, by this record of them. */
export function isIn({ standing }: Member): boolean {
  return standing !== 'left' && standing !== 'removed';
}

export function standingIn(chat: Chat, userId: bigint): Standing | null {
  return chat.members.get(userId)?.standing ?? null;
}

/** In the chat now. */
export function isPresent(chat: Chat, userId: bigint): boolean {
  const member = chat.members.get(userId);
  return member !== undefined && isIn(member);
}

export function presentMembers(chat: Chat): Member[] {
  return [...chat.members.values()].filter(isIn);
}

/** The creator is one too. */
export function isAdmin(chat: Chat, userId: bigint): boolean {
  const standing = standingIn(chat, userId);
  return standing === 'creator' || standing === 'admin';
}

/** Only the administrator right counts; that members may add people by default does not give links. */
export function canInvite(chat: Chat, userId: bigint): boolean {
  return isAdmin(chat, userId) && (chat.members.get(userId)?.mayInvite ?? false);
}

/** The chat with this marked id, which must exist; throws an ordinary Error otherwise. */
export function chatOf(world: World, chatId: bigint): Chat {
  const chat = world.chats.get(chatId);
  if (!chat) throw new Error(`no chat ${chatId} in this world`);
  return chat;
}

/** Usernames are compared without case. */
export function findChatByUsername(world: World, username: string): Chat | null {
  const wanted = username.toLowerCase();
  return [...world.chats.values()].find((chat) => chat.username?.toLowerCase() === wanted) ?? null;
}

/** The supergroup or channel with this id as TL writes it. */
export function findChannel(world: World, id: bigint): Chat | null {
  return world.chats.get(markedId('channel', id)) ?? null;
}

/** The basic group with this id as TL writes it. */
export function findGroup(world: World, id: bigint): Chat | null {
  return world.chats.get(markedId('group', id)) ?? null;
}
