import { Api } from 'telegram';
import { viewBotUpdates } from './views/view-bot-updates.ts';
import { viewPendingRequests } from './views/view-pending-requests.ts';
import { type BotEvent, keepForBot } from './world/bot-updates.ts';
import { type Chat, canInvite, chatOf, isAdmin } from './world/chats.ts';
import type { JoinRequestsChanged, WorldEvent } from './world/events.ts';
import { type User, userOf } from './world/users.ts';
import { now, type World } from './world.ts';

/** Sends updates, which are made for this call, to one authorization key (server.ts). */
type Push = (authKeyId: string, updates: Api.TypeUpdates) => void;

/**
 * Tells what happens in the world to the devices it concerns, as Telegram does: people learn how many wait, bots learn
 * each request and each membership in a sequence that is kept for them. The function returned stops that.
 */
export function pushUpdates(world: World, push: Push): () => void {
  const listener = (event: WorldEvent) => {
    switch (event.kind) {
      case 'loginTokenAccepted':
        push(event.authKeyId, new Api.UpdateShort({ update: new Api.UpdateLoginToken(), date: now(world) }));
        break;
      case 'joinRequestsChanged':
        tellInviters(world, push, event);
        break;
      case 'membershipChanged': {
        const chat = chatOf(world, event.chatId);
        for (const bot of botsIn(world, chat)) {
          if (bot.id === event.userId || isAdmin(chat, bot.id)) tellBot(world, push, bot, event);
        }
      }
    }
  };
  world.listeners.add(listener);
  return () => world.listeners.delete(listener);
}

function tellInviters(world: World, push: Push, { made, ...event }: JoinRequestsChanged): void {
  const chat = chatOf(world, event.chatId);
  for (const user of membersOf(world, chat)) {
    if (!canInvite(chat, user.id)) continue;
    if (!user.isBot) pushTo(world, push, user, () => viewPendingRequests(world, user.id, chat));
    else if (made) tellBot(world, push, user, { ...event, made });
  }
}

function tellBot(world: World, push: Push, bot: User, event: BotEvent): void {
  const update = keepForBot(world, bot.id, event);
  pushTo(world, push, bot, () => {
    return new Api.Updates({ ...viewBotUpdates(world, bot.id, [update]), date: now(world), seq: 0 });
  });
}

/** On every device that the account is signed in on. */
function pushTo(world: World, push: Push, account: User, view: () => Api.Updates): void {
  if (world.losesUpdates.has(account.id)) return;
  for (const { authKeyId, userId } of world.authorizations.values()) if (userId === account.id) push(authKeyId, view());
}

function botsIn(world: World, chat: Chat): User[] {
  return membersOf(world, chat).filter((user) => user.isBot);
}

function membersOf(world: World, chat: Chat): User[] {
  return [...chat.members.keys()].map((id) => userOf(world, id));
}
