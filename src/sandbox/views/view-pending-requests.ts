import { Api } from 'telegram';
import type { Chat } from '../world/chats.ts';
import { userOf } from '../world/users.ts';
import { now, type World } from '../world.ts';
import { toLong } from './long.ts';
import { viewPeer } from './view-chat.ts';
import { recentRequesters } from './view-full-chat.ts';
import { viewUser } from './view-user.ts';

/**
 * How many wait and who came last, as a person who may invite is told. It has no place in any sequence (`seq` 0) and does
 * not show the chat, which the receiver is in.
 */
export function viewPendingRequests(world: World, viewerId: bigint, chat: Chat): Api.Updates {
  const recent = recentRequesters(chat);
  const update = new Api.UpdatePendingJoinRequests({
    peer: viewPeer(chat),
    requestsPending: chat.pendingRequests.length,
    recentRequesters: recent.map(toLong),
  });
  const users = recent.map((id) => viewUser(world, viewerId, userOf(world, id)));
  return new Api.Updates({ updates: [update], users, chats: [], date: now(world), seq: 0 });
}
