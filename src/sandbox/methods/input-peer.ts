import { Api } from 'telegram';
import { RpcError } from '../rpc-error.ts';
import { fromLong } from '../views/long.ts';
import { accessHash } from '../world/access-hash.ts';
import { type Chat, findChannel, findGroup, isPresent, presentMembers, standingIn } from '../world/chats.ts';
import type { User } from '../world/users.ts';
import type { World } from '../world.ts';

/** What GramJS types a peer as: it lets callers write a username. From the wire only TL's own types come. */
export type SentPeer = Api.messages.ExportChatInvite['peer'];

/**
 * The chat an InputPeer names, for a caller who may look into it. Throws what Telegram answers where there is no such
 * chat for this caller: PEER_ID_INVALID for people, CHAT_ID_INVALID, CHANNEL_INVALID for a wrong hash, CHANNEL_PRIVATE.
 */
export function chatOfPeer(world: World, caller: User, peer: SentPeer): Chat {
  if (peer instanceof Api.InputPeerChat) return groupOf(world, caller, fromLong(peer.chatId));
  if (peer instanceof Api.InputPeerChannel) return requireAccess(caller, channelOf(world, caller, peer));
  if (peer instanceof Api.InputPeerChannelFromMessage) throw new RpcError(400, 'MSG_ID_INVALID');
  throw new RpcError(400, 'PEER_ID_INVALID');
}

/** The supergroup or channel of an InputChannel, whether or not the caller may still look into it. */
export function channelOf(world: World, caller: User, input: SentPeer): Chat {
  if (input instanceof Api.InputChannelFromMessage) throw new RpcError(400, 'MSG_ID_INVALID');
  const named = input instanceof Api.InputChannel || input instanceof Api.InputPeerChannel;
  if (!named) throw new RpcError(400, 'CHANNEL_INVALID');
  const chat = findChannel(world, fromLong(input.channelId));
  if (!chat || !isTheirHash(world, caller, chat, fromLong(input.accessHash)))
    throw new RpcError(400, 'CHANNEL_INVALID');
  return chat;
}

/** CHANNEL_PRIVATE for who was removed, and for who is not in a channel without a public name. */
export function requireAccess(caller: User, chat: Chat): Chat {
  const standing = standingIn(chat, caller.id);
  const outside = standing === null || standing === 'left';
  if (standing === 'removed' || (outside && !chat.username)) throw new RpcError(400, 'CHANNEL_PRIVATE');
  return chat;
}

/** Basic groups have no hash: who is not in one cannot name it. After being removed: 403 CHAT_WRITE_FORBIDDEN. */
export function groupOf(world: World, caller: User, id: bigint): Chat {
  const chat = findGroup(world, id);
  const standing = chat && standingIn(chat, caller.id);
  if (!chat || standing === null) throw new RpcError(400, 'CHAT_ID_INVALID');
  if (!isPresent(chat, caller.id)) throw new RpcError(403, 'CHAT_WRITE_FORBIDDEN');
  return chat;
}

/** The user an InputUser names, or `null` where the hash is not the caller's: Telegram leaves such users out. */
export function userOfInput(world: World, caller: User, input: SentPeer): User | null {
  if (input instanceof Api.InputUserSelf) return caller;
  if (!(input instanceof Api.InputUser)) return null;
  const id = fromLong(input.userId);
  const hash = fromLong(input.accessHash);
  const known =
    hash === accessHash(world, caller.id, 'user', id) || (hash === 0n && caller.isBot && haveMet(world, caller.id, id));
  return known ? (world.users.get(id) ?? null) : null;
}

/** The same for a user whom a request names as a peer. */
export function userOfPeer(world: World, caller: User, peer: SentPeer): User | null {
  if (peer instanceof Api.InputPeerSelf) return caller;
  if (!(peer instanceof Api.InputPeerUser)) return null;
  return userOfInput(world, caller, new Api.InputUser({ userId: peer.userId, accessHash: peer.accessHash }));
}

/** Bots may send 0 for a channel they are in; a person's 0 is as wrong as any other number. */
function isTheirHash(world: World, caller: User, chat: Chat, hash: bigint): boolean {
  if (hash === 0n) return caller.isBot && isPresent(chat, caller.id);
  return hash === accessHash(world, caller.id, 'channel', chat.id);
}

/** Bots may send 0 for somebody they share a chat with. */
function haveMet(world: World, left: bigint, right: bigint): boolean {
  return [...world.chats.values()].some((chat) => {
    const present = presentMembers(chat).map((member) => member.userId);
    return present.includes(left) && present.includes(right);
  });
}
