import { Api } from 'telegram';
import type { Chat } from '../world/chats.ts';
import { now, type World } from '../world.ts';
import { toLong } from './long.ts';
import { viewChat } from './view-chat.ts';

/** What a method answers that changed who is in a chat: the chat as it is now. Who else is told hears of it by itself. */
export function viewChatUpdates(world: World, viewerId: bigint, chat: Chat): Api.Updates {
  return new Api.Updates({
    updates: chat.kind === 'group' ? [] : [new Api.UpdateChannel({ channelId: toLong(chat.id) })],
    users: [],
    chats: [viewChat(world, viewerId, chat)],
    date: now(world),
    seq: 0,
  });
}
