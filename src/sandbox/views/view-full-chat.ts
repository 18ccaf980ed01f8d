import { Api } from 'telegram';
import { type Chat, canInvite, presentMembers } from '../world/chats.ts';
import { primaryInvite } from '../world/invites.ts';
import { userOf } from '../world/users.ts';
import type { World } from '../world.ts';
import { toLong } from './long.ts';
import { present } from './present.ts';
import { viewChat } from './view-chat.ts';
import { viewInvite } from './view-invite.ts';
import { viewGroupParticipant } from './view-participant.ts';
import { viewUser } from './view-user.ts';

/** Telegram names a few of those who wait; TDLib keeps at most three. */
const RECENT_REQUESTERS = 3;

/** The answer of messages.getFullChat and channels.getFullChannel, with the viewer's own primary link. */
export function viewFullChat(world: World, viewerId: bigint, chat: Chat): Api.messages.ChatFull {
  const named = new Set([viewerId, ...recentRequesters(chat)]);
  if (chat.kind === 'group') for (const member of presentMembers(chat)) named.add(member.userId);
  return new Api.messages.ChatFull({
    fullChat: chat.kind === 'group' ? fullGroup(world, viewerId, chat) : fullChannel(world, viewerId, chat),
    chats: [viewChat(world, viewerId, chat)],
    users: [...named].map((id) => viewUser(world, viewerId, userOf(world, id))),
  });
}

function fullGroup(world: World, viewerId: bigint, chat: Chat): Api.ChatFull {
  return new Api.ChatFull({
    id: toLong(chat.id),
    about: chat.about,
    participants: new Api.ChatParticipants({
      chatId: toLong(chat.id),
      participants: presentMembers(chat).map((member) => viewGroupParticipant(chat, member)),
      version: 1,
    }),
    notifySettings: new Api.PeerNotifySettings({}),
    ...inviteFields(world, viewerId, chat),
  });
}

function fullChannel(world: World, viewerId: bigint, chat: Chat): Api.ChannelFull {
  const members = presentMembers(chat);
  return new Api.ChannelFull({
    id: toLong(chat.id),
    about: chat.about,
    participantsCount: members.length,
    adminsCount: members.filter((member) => member.standing !== 'member').length,
    readInboxMaxId: 1,
    readOutboxMaxId: 1,
    unreadCount: 0,
    chatPhoto: new Api.PhotoEmpty({ id: toLong(0n) }),
    notifySettings: new Api.PeerNotifySettings({}),
    botInfo: [],
    pts: 1,
    ...inviteFields(world, viewerId, chat),
  });
}

/** Only for who may invite. The count and the names of those who wait share one flag: both or neither. */
function inviteFields(world: World, viewerId: bigint, chat: Chat) {
  if (!canInvite(chat, viewerId)) return {};
  const primary = primaryInvite(world, chat, viewerId);
  const waiting = chat.pendingRequests.length > 0;
  return present({
    exportedInvite: primary && viewInvite(primary),
    requestsPending: waiting ? chat.pendingRequests.length : null,
    recentRequesters: waiting ? recentRequesters(chat).map(toLong) : null,
  });
}

/** Newest first. */
export function recentRequesters(chat: Chat): bigint[] {
  return chat.pendingRequests.slice(0, RECENT_REQUESTERS).map(({ userId }) => userId);
}
