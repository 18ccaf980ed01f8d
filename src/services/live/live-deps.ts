import type { TelegramPort, TelegramUpdates } from '../../telegram/port.ts';
import type { Peers } from '../chats/peers.ts';

/** What every feed works with. */
export interface LiveDeps {
  readonly telegram: TelegramPort;
  readonly updates: TelegramUpdates;
  readonly peers: Peers;
}

/** How often Telegram is asked for what it did not tell, while somebody subscribes. */
export const RECONCILE_EVERY_MS = 30_000;
