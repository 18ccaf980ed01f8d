import { Api } from 'telegram';
import { fromLong, toLong } from '../views/long.ts';
import { viewChat, viewPeer } from '../views/view-chat.ts';
import { viewUser } from '../views/view-user.ts';
import { type Chat, markedId, markedIdOf, presentMembers, standingIn } from '../world/chats.ts';
import { type User, userOf } from '../world/users.ts';
import type { World } from '../world.ts';
import type { SentPeer } from './input-peer.ts';

/** Telegram's default for a limit of 0, and the most it gives at once. */
const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;
/** Nobody writes here: every chat's one message tells of its founding. */
const TOP_MESSAGE = 1;

/**
 * One page of the caller's chats, newest first, those that removed the caller included. The next page starts behind the
 * place in that order that offset_date and offset_peer have together, whatever has become of that chat meanwhile
 * (core.telegram.org/api/offsets); offset_id is the same in every chat here. Nobody pins chats.
 */
export function dialogsPage(
  world: World,
  caller: User,
  request: Api.messages.GetDialogs,
): Api.messages.Dialogs | Api.messages.DialogsSlice {
  const all = [...world.chats.values()].filter((chat) => isListed(chat, caller.id)).sort(byDate);
  const start = startOf(all, request);
  const chats = all.slice(start, start + Math.min(request.limit || DEFAULT_LIMIT, MAX_LIMIT));
  const founders = new Set(chats.flatMap((chat) => founderOf(chat) ?? []));
  const page = {
    dialogs: chats.map(dialog),
    messages: chats.map(founding),
    chats: chats.map((chat) => viewChat(world, caller.id, chat)),
    users: [...founders].map((id) => viewUser(world, caller.id, userOf(world, id))),
  };
  if (chats.length === all.length) return new Api.messages.Dialogs(page);
  return new Api.messages.DialogsSlice({ ...page, count: all.length });
}

function isListed(chat: Chat, userId: bigint): boolean {
  const standing = standingIn(chat, userId);
  return standing !== null && standing !== 'left';
}

function byDate(left: Chat, right: Chat): number {
  return right.date - left.date || (markedIdOf(left) < markedIdOf(right) ? -1 : 1);
}

function startOf(all: readonly Chat[], { offsetDate, offsetPeer }: Api.messages.GetDialogs): number {
  const last = markedIdOfPeer(offsetPeer);
  if (!offsetDate) return last === null ? 0 : all.findIndex((chat) => markedIdOf(chat) === last) + 1;
  const isBehind = (chat: Chat) =>
    chat.date < offsetDate || (chat.date === offsetDate && last !== null && markedIdOf(chat) > last);
  const start = all.findIndex(isBehind);
  return start < 0 ? all.length : start;
}

function markedIdOfPeer(peer: SentPeer): bigint | null {
  if (peer instanceof Api.InputPeerChat) return markedId('group', fromLong(peer.chatId));
  if (peer instanceof Api.InputPeerChannel) return markedId('channel', fromLong(peer.channelId));
  return null;
}

function dialog(chat: Chat): Api.Dialog {
  return new Api.Dialog({
    peer: viewPeer(chat),
    topMessage: TOP_MESSAGE,
    readInboxMaxId: TOP_MESSAGE,
    readOutboxMaxId: TOP_MESSAGE,
    unreadCount: 0,
    unreadMentionsCount: 0,
    unreadReactionsCount: 0,
    notifySettings: new Api.PeerNotifySettings({}),
    ...(chat.kind === 'group' ? {} : { pts: 1 }),
  });
}

function founding(chat: Chat): Api.MessageService {
  const founder = founderOf(chat);
  const action =
    chat.kind === 'group'
      ? new Api.MessageActionChatCreate({ title: chat.title, users: founder === null ? [] : [toLong(founder)] })
      : new Api.MessageActionChannelCreate({ title: chat.title });
  return new Api.MessageService({
    id: TOP_MESSAGE,
    peerId: viewPeer(chat),
    date: chat.date,
    action,
    ...(chat.kind === 'channel' ? { post: true } : {}),
    ...(chat.kind === 'channel' || founder === null ? {} : { fromId: new Api.PeerUser({ userId: toLong(founder) }) }),
  });
}

function founderOf(chat: Chat): bigint | null {
  return presentMembers(chat).find((member) => member.standing === 'creator')?.userId ?? null;
}
