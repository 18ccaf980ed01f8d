import { randomBytes } from 'node:crypto';
import type { Logger } from '../../base/log.ts';
import { Api, toLong } from '../tl.ts';

export interface KeepAliveOptions {
  /** Sends one ping and settles with its answer, or rejects when none came in time. */
  readonly ping: (request: Api.PingDelayDisconnect) => Promise<unknown>;
  /** Is asked to drop the connection and dial again after a ping without an answer. */
  readonly reconnect: () => void;
  /** The connection that stands, the same object for as long as it does; `null` while one is being made, when nothing is sent. */
  readonly connection: () => object | null;
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
export function startKeepAlive({
  ping,
  reconnect,
  connection,
  everyMs = PING_EVERY_MS,
  log,
}: KeepAliveOptions): () => void {
  let stopped = false;
  const timer = setInterval(() => {
    const pinged = connection();
    if (!pinged) return;
    const pingId = toLong(randomBytes(8).readBigInt64LE());
    ping(new Api.PingDelayDisconnect({ pingId, disconnectDelay: DISCONNECT_DELAY_S })).catch((error: unknown) => {
      // A ping says nothing of another connection than the one that it was sent over.
      if (stopped || connection() !== pinged) return;
      log.warn({ err: error }, 'a ping to Telegram got no answer; reconnecting');
      reconnect();
    });
  }, everyMs).unref();
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}
