/** Telegram's users and chats, in every shape they are sent in, as models and as addresses for later requests. */
import { Api, fromLong, toLong } from '../../telegram/tl.ts';
import type { Chat, User } from '../models.ts';
import { markedId } from './peer.ts';

/** An entity with all that is needed to address it again: its access hash is good for this account alone. */
export type KnownPeer =
  | { readonly kind: 'USER'; readonly id: bigint; readonly accessHash: bigint; readonly user: User }
  | { readonly kind: 'BASIC_GROUP'; readonly id: bigint; readonly chat: Chat }
  | { readonly kind: 'CHANNEL'; readonly id: bigint; readonly accessHash: bigint; readonly chat: Chat };

/**
 * The entity behind a TL user; `null` for an empty one. One marked `min` is `null` too: its access hash works only in
 * the context it came in (https://core.telegram.org/api/min).
 */
export function knownUser(user: Api.TypeUser): (KnownPeer & { kind: 'USER' }) | null {
  if (!(user instanceof Api.User) || user.min || !user.accessHash) return null;
  return { kind: 'USER', id: fromLong(user.id), accessHash: fromLong(user.accessHash), user: toUser(user) };
}

/** The people among the users of an answer: to be shown, so those marked `min` are there, whom no request may address. */
export function knownUsers(users: readonly Api.TypeUser[]): User[] {
  return users.flatMap((user) => (user instanceof Api.User ? toUser(user) : []));
}

function toUser(user: Api.User): User {
  return {
    id: markedId({ kind: 'USER', id: fromLong(user.id) }),
    firstName: user.firstName || null,
    lastName: user.lastName || null,
    username: user.username ?? user.usernames?.[0]?.username ?? null,
    isBot: user.bot === true,
  };
}

/** The entity behind a TL chat, those the account was put out of included; `null` for an empty or a `min` one. */
export function knownChat(chat: Api.TypeChat): Exclude<KnownPeer, { kind: 'USER' }> | null {
  if (chat instanceof Api.Chat || chat instanceof Api.ChatForbidden) {
    const id = fromLong(chat.id);
    return {
      kind: 'BASIC_GROUP',
      id,
      chat: {
        id: markedId({ kind: 'BASIC_GROUP', id }),
        kind: 'BASIC_GROUP',
        title: chat.title,
        username: null,
        participantsCount: chat instanceof Api.Chat ? chat.participantsCount : null,
      },
    };
  }
  if (chat instanceof Api.Channel || chat instanceof Api.ChannelForbidden) {
    if (!chat.accessHash || (chat instanceof Api.Channel && chat.min)) return null;
    const id = fromLong(chat.id);
    const open = chat instanceof Api.Channel ? chat : null;
    return {
      kind: 'CHANNEL',
      id,
      accessHash: fromLong(chat.accessHash),
      chat: {
        id: markedId({ kind: 'CHANNEL', id }),
        kind: chat.broadcast ? 'CHANNEL' : 'SUPERGROUP',
        title: chat.title,
        username: open?.username ?? open?.usernames?.[0]?.username ?? null,
        participantsCount: open?.participantsCount ?? null,
      },
    };
  }
  return null;
}

/** What a request needs to address a user or chat. */
export type PeerAddress =
  | { readonly kind: 'USER' | 'CHANNEL'; readonly id: bigint; readonly accessHash: bigint }
  | { readonly kind: 'BASIC_GROUP'; readonly id: bigint };

/** The peer as a request's `InputPeer`. */
export function inputPeer(peer: PeerAddress): Api.TypeInputPeer {
  switch (peer.kind) {
    case 'USER':
      return new Api.InputPeerUser({ userId: toLong(peer.id), accessHash: toLong(peer.accessHash) });
    case 'BASIC_GROUP':
      return new Api.InputPeerChat({ chatId: toLong(peer.id) });
    case 'CHANNEL':
      return new Api.InputPeerChannel({ channelId: toLong(peer.id), accessHash: toLong(peer.accessHash) });
  }
}

/** A user as a request names one beside a peer. */
export function inputUser(user: { readonly id: bigint; readonly accessHash: bigint }): Api.InputUser {
  return new Api.InputUser({ userId: toLong(user.id), accessHash: toLong(user.accessHash) });
}

/** A supergroup or channel as the methods for channels alone want it. */
export function inputChannel(channel: { readonly id: bigint; readonly accessHash: bigint }): Api.InputChannel {
  return new Api.InputChannel({ channelId: toLong(channel.id), accessHash: toLong(channel.accessHash) });
}

/** Whom a TL peer names. */
export function referenceOf(peer: Api.TypePeer): { kind: 'USER' | 'BASIC_GROUP' | 'CHANNEL'; id: bigint } {
  if (peer instanceof Api.PeerUser) return { kind: 'USER', id: fromLong(peer.userId) };
  if (peer instanceof Api.PeerChat) return { kind: 'BASIC_GROUP', id: fromLong(peer.chatId) };
  return { kind: 'CHANNEL', id: fromLong(peer.channelId) };
}
