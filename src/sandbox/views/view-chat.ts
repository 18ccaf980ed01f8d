import { Api } from 'telegram';
import { accessHash } from '../world/access-hash.ts';
import { type Chat, type Member, presentMembers, standingIn } from '../world/chats.ts';
import type { World } from '../world.ts';
import { toLong } from './long.ts';
import { present } from './present.ts';

/** The chat as `viewerId` sees it: their rights, their access hash; who was removed sees the forbidden form. */
export function viewChat(world: World, viewerId: bigint, chat: Chat): Api.TypeChat {
  const removed = standingIn(chat, viewerId) === 'removed';
  if (chat.kind === 'group') {
    if (removed) return new Api.ChatForbidden({ id: toLong(chat.id), title: chat.title });
    return viewGroup(chat, viewerId);
  }
  const kind = chat.kind === 'channel' ? { broadcast: true } : { megagroup: true };
  const hash = toLong(accessHash(world, viewerId, 'channel', chat.id));
  if (removed) return new Api.ChannelForbidden({ ...kind, id: toLong(chat.id), accessHash: hash, title: chat.title });
  const member = chat.members.get(viewerId);
  return new Api.Channel({
    ...kind,
    id: toLong(chat.id),
    accessHash: hash,
    title: chat.title,
    photo: new Api.ChatPhotoEmpty(),
    date: chat.date,
    participantsCount: presentMembers(chat).length,
    ...present({ ...standingFlags(member), username: chat.username }),
  });
}

export function viewPeer(chat: Chat): Api.TypePeer {
  if (chat.kind === 'group') return new Api.PeerChat({ chatId: toLong(chat.id) });
  return new Api.PeerChannel({ channelId: toLong(chat.id) });
}

function viewGroup(chat: Chat, viewerId: bigint): Api.Chat {
  return new Api.Chat({
    id: toLong(chat.id),
    title: chat.title,
    photo: new Api.ChatPhotoEmpty(),
    participantsCount: presentMembers(chat).length,
    date: chat.date,
    version: 1,
    ...present(standingFlags(chat.members.get(viewerId))),
  });
}

function standingFlags(member: Member | undefined) {
  const { standing = 'left', mayInvite = false } = member ?? {};
  const isAdmin = standing === 'creator' || standing === 'admin';
  return {
    creator: standing === 'creator',
    left: standing === 'left',
    adminRights: isAdmin ? adminRights(standing === 'creator', mayInvite) : null,
  };
}

/** Only `invite_users` is told apart in this world; a creator has every right. */
export function adminRights(creator: boolean, mayInvite: boolean): Api.ChatAdminRights {
  const all = { changeInfo: true, postMessages: true, editMessages: true, addAdmins: true, manageCall: true };
  return new Api.ChatAdminRights({
    ...(creator ? all : {}),
    ...present({ inviteUsers: mayInvite }),
    deleteMessages: true,
    banUsers: true,
    pinMessages: true,
    other: true,
  });
}
