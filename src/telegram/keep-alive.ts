import { randomBytes } from 'node:crypto';
import type { Logger } from '../log.ts';
import { Api, toLong } from './tl.ts';

export interface KeepAliveOptions {
  /** Sends one ping and settles with its answer, or rejects when none came in time. */
  readonly ping: (request: Api.PingDelayDisconnect) => Promise<unknown>;
  /** Is asked to drop the connection and dial again after a ping without an answer. */
  readonly reconnect: () => void;
  /** Nothing is sent while this is false: there is no connection to keep, and one is being made already. */
  readonly isUp: () => boolean;
  /** 30 s by default. With the time a ping is given, it is how long a dead connection can go unnoticed. */
  readonly everyMs?: number | undefined;
  readonly log: Logger;
}

const PING_EVERY_MS = 30_000;
/** The server drops a connection that has been silent so long; more than two pings must be missed. */
const DISCONNECT_DELAY_S = 75;

/**
 * Keeps the connection alive and notices a dead one (https://core.telegram.org/mtproto/service_messages, ping_delay_disconnect).
 * The function returned stops it. Its timer does not keep the process alive.
 */
export function startKeepAlive({ ping, reconnect, isUp, everyMs = PING_EVERY_MS, log }: KeepAliveOptions): () => void {
  let stopped = false;
  const timer = setInterval(() => {
    if (!isUp()) return;
    const pingId = toLong(randomBytes(8).readBigInt64LE());
    ping(new Api.PingDelayDisconnect({ pingId, disconnectDelay: DISCONNECT_DELAY_S })).catch((error: unknown) => {
      if (stopped || !isUp()) return;
      log.warn({ err: error }, 'a ping to Telegram got no answer; reconnecting');
      reconnect();
    });
  }, everyMs).unref();
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}
