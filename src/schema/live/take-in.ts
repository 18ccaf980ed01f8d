import { initContextCache } from '@pothos/core';
import type { GatewayContext } from '../../context.ts';
import type { LiveEvent } from '../../services/live/live-event.ts';
import { Chat } from '../chat/chat.ts';
import { type Place, pin } from '../route.ts';
import { User } from '../user/user.ts';

/**
 * The event of a subscription to this account, with fresh loaders that hold what came along with it. A subscription has one context for as long as it lasts:
 * with its first loaders it would keep everybody it ever showed, as they were then.
 */
export function takeIn<Event>(
  { event, users, chats }: LiveEvent<Event>,
  account: string | null | undefined,
  context: GatewayContext,
  place: Place,
): Event {
  Object.assign(context, initContextCache());
  if (account != null) pin(context, place, account);
  User.remember(users, context, place);
  Chat.remember(chats, context, place);
  return event;
}
