import type { TelegramPort, TelegramUpdates } from '../../telegram/port.ts';
import type { Peers } from '../chats/peers.ts';
import type { ToldRequests } from './told-requests.ts';

/** What every feed works with. */
export interface LiveDeps {
  readonly telegram: TelegramPort;
  readonly updates: TelegramUpdates;
  readonly peers: Peers;
  readonly told: ToldRequests;
}

/** How often Telegram is asked for what it did not tell, while somebody subscribes. */
export const RECONCILE_EVERY_MS = 30_000;
