import type { World } from '../world.ts';
import type { JoinRequestsChanged, MembershipChanged } from './events.ts';
import type { JoinRequest } from './join-requests.ts';

/** Somebody asked to join: of requests that end, bots are told nothing. */
export type JoinRequestMade = JoinRequestsChanged & { readonly made: JoinRequest };

/** What bots are told of one by one. */
export type BotEvent = JoinRequestMade | MembershipChanged;

export interface BotUpdate {
  /** Its place in the bot's sequence of events, the first being 1 (core.telegram.org/api/updates). */
  readonly qts: number;
  readonly event: BotEvent;
}

/** What one bot was told, whether or not anything of it was connected. */
export interface BotUpdates {
  /** The last one's place; 0 before the first. */
  qts: number;
  /** The last ones, oldest first. */
  readonly kept: BotUpdate[];
}

/** Updates kept for each bot. Telegram's own number is not published. */
export const KEPT_UPDATES = 1000;

/** Gives an event its place in the bot's sequence and keeps it, at the cost of the oldest. */
export function keepForBot(world: World, botId: bigint, event: BotEvent): BotUpdate {
  const box = updatesOf(world, botId);
  box.qts += 1;
  const update = { qts: box.qts, event };
  box.kept.push(update);
  if (box.kept.length > KEPT_UPDATES) box.kept.shift();
  return update;
}

/** The bot's place in its own sequence; 0 for people, who have none. */
export function qtsOf(world: World, userId: bigint): number {
  return world.botUpdates.get(userId)?.qts ?? 0;
}

/** What happened after `qts`, oldest first; `null` where some of it is kept no longer. */
export function updatesSince(world: World, userId: bigint, qts: number): readonly BotUpdate[] | null {
  const box = world.botUpdates.get(userId);
  if (!box) return [];
  const missed = box.kept.filter((update) => update.qts > qts);
  return missed.length < box.qts - qts ? null : missed;
}

function updatesOf(world: World, botId: bigint): BotUpdates {
  const known = world.botUpdates.get(botId);
  if (known) return known;
  const fresh: BotUpdates = { qts: 0, kept: [] };
  world.botUpdates.set(botId, fresh);
  return fresh;
}
