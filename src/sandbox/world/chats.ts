import type { World } from '../world.ts';
import type { Invite } from './invites.ts';
import type { JoinRequest } from './join-requests.ts';

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
