import { initContextCache } from '@pothos/core';
import type { GatewayContext } from '../../context.ts';
import type { LiveEvent } from '../../services/live/live-event.ts';
import { Chat } from '../chat/chat.ts';
import { User } from '../user/user.ts';

/**
 * The event, with fresh loaders that hold what came along with it. A subscription has one context for as long as it lasts:
 * with its first loaders it would keep everybody it ever showed, as they were then.
 */
export function takeIn<Event>({ event, users, chats }: LiveEvent<Event>, context: GatewayContext): Event {
  Object.assign(context, initContextCache());
  User.remember(users, context);
  Chat.remember(chats, context);
  return event;
}
