import { randomBytes } from 'node:crypto';
import type { Logger } from '../log.ts';
import { Api, toLong } from './tl.ts';

export interface KeepAliveOptions {
  /** Sends one ping and settles with its answer, or rejects when none came in time. */
  readonly ping: (request: Api.PingDelayDisconnect) => Promise<unknown>;
  /** Is asked to drop the connection and dial again after a ping without an answer. */
  readonly reconnect: () => void;
  readonly log: Logger;
}

const PING_EVERY_MS = 30_000;
/** The server drops a connection that has been silent so long; more than two pings must be missed. */
const DISCONNECT_DELAY_S = 75;

/**
 * Keeps the connection alive and notices a dead one (https://core.telegram.org/mtproto/service_messages, ping_delay_disconnect).
 * The function returned stops it. Its timer does not keep the process alive.
 */
export function startKeepAlive({ ping, reconnect, log }: KeepAliveOptions): () => void {
  let stopped = false;
  const timer = setInterval(() => {
    const pingId = toLong(randomBytes(8).readBigInt64LE());
    ping(new Api.PingDelayDisconnect({ pingId, disconnectDelay: DISCONNECT_DELAY_S })).catch((error: unknown) => {
      if (stopped) return;
      log.warn({ err: error }, 'a ping to Telegram got no answer; reconnecting');
      reconnect();
    });
  }, PING_EVERY_MS).unref();
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}
