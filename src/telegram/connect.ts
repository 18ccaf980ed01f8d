import { StringSession } from 'telegram/sessions/index.js';
import type { Logger } from '../log.ts';
import { openClient } from './client.ts';
import { TelegramConnectError } from './connect-error.ts';
import { createInFlight } from './in-flight.ts';
import { startKeepAlive } from './keep-alive.ts';
import type { TelegramPort, TelegramUpdates } from './port.ts';
import { RpcFailure, TransportFailure, toFailure } from './rpc-error.ts';
import { addressOf } from './session-address.ts';
import { Api, toLong } from './tl.ts';
import { createUpdateHub } from './updates.ts';

export interface TelegramCredentials {
  readonly apiId: number;
  readonly apiHash: string;
  /** A GramJS string session: it holds the server's address and port beside the key. */
  readonly session: string;
  /** PEM of one more server key to trust; `null` for Telegram's own alone. */
  readonly serverPublicKey: string | null;
}

export interface TelegramOptions {
  readonly log: Logger;
  /** How long one call may take, waiting for the connection included; 10 s by default. */
  readonly callTimeoutMs?: number;
  /** How long the first connection may take; 15 s by default. */
  readonly connectTimeoutMs?: number;
}

export interface TelegramConnection {
  readonly port: TelegramPort;
  readonly updates: TelegramUpdates;
  /** `host:port` of the server, for people. */
  readonly address: string;
  /** Asks the server for a sign of life: `null` when it answers, else the reason in words. Costs no API call. */
  fault(): Promise<string | null>;
  /** Rejects what is under way, ends the connection and leaves nothing running. */
  close(): Promise<void>;
}

const PROBE_TIMEOUT_MS = 3_000;

/**
 * Connects an account to the server in its session. Throws `TelegramConnectError` when that fails.
 *
 * Calls go to GramJS's sender directly rather than through `client.invoke`, which sleeps, repeats, waits for ever and
 * forgets causes by rules of its own.
 */
export async function connectTelegram(
  credentials: TelegramCredentials,
  { log, callTimeoutMs = 10_000, connectTimeoutMs = 15_000 }: TelegramOptions,
): Promise<TelegramConnection> {
  const session = readSession(credentials.session);
  const inFlight = createInFlight();
  const updates = createUpdateHub();
  let up = Promise.withResolvers<void>();
  let isUp = false;
  let ended: RpcFailure | TransportFailure | null = null;

  const { client, close } = await openClient(
    { ...credentials, session, requestRetries: 1, connectTimeoutMs, log },
    {
      onUp() {
        isUp = true;
        up.resolve();
        log.debug('connected to Telegram');
        updates.gap();
      },
      onDown() {
        isUp = false;
        up = Promise.withResolvers();
        inFlight.connectionLost();
        if (!ended) log.warn('the connection to Telegram is lost');
      },
      onTransportError(code) {
        if (code !== 404) return;
        // The server has forgotten our key, which is what a session ended from another device looks like here.
        ended = new RpcFailure(401, 'AUTH_KEY_UNREGISTERED');
        inFlight.failAll(ended);
        up.resolve();
        updates.gap();
      },
    },
  );
  // GramJS's own handler keeps every entity it sees for ever, and asks who the account is.
  if (client._sender) client._sender._updateCallback = (_client, received: unknown) => updates.take(received);

  /** A request that had not left when the connection dropped goes out over the next one, for as long as the time lasts. */
  async function call<R extends Api.AnyRequest>(request: R, timeoutMs: number): Promise<R['__response']> {
    const deadline = performance.now() + timeoutMs;
    const left = () => Math.max(1, deadline - performance.now());
    for (;;) {
      if (ended) throw ended;
      if (!isUp) await within(up.promise, left());
      if (ended) throw ended;
      const sender = client._sender;
      if (!sender) throw new TransportFailure('The connection to Telegram is closed.', 'NOT_EXECUTED');
      try {
        return await inFlight.send(sender, request, left());
      } catch (error) {
        const unsent = error instanceof TransportFailure && error.outcome === 'NOT_EXECUTED';
        if (!unsent || performance.now() >= deadline) throw error;
      }
    }
  }

  const stopKeepAlive = startKeepAlive({
    ping: (request) => call(request, callTimeoutMs),
    reconnect: () => client._sender?.reconnect(),
    log,
  });

  return {
    address: addressOf(session),
    updates,
    port: {
      async invoke(request) {
        try {
          const answer = await call(request, callTimeoutMs);
          // What a call itself has changed is told in its answer and not pushed to the one who made it.
          updates.take(answer);
          return answer;
        } catch (error) {
          throw toFailure(error);
        }
      },
    },
    async fault() {
      if (ended) return 'The session is not known to Telegram any more: sign in again.';
      if (!isUp) return 'The connection to Telegram is lost; reconnecting.';
      try {
        await call(new Api.Ping({ pingId: toLong(BigInt(Date.now())) }), PROBE_TIMEOUT_MS);
        return null;
      } catch {
        return 'Telegram does not answer.';
      }
    },
    async close() {
      stopKeepAlive();
      ended ??= new TransportFailure('The connection to Telegram is closed.', 'NOT_EXECUTED');
      inFlight.failAll(new TransportFailure('The gateway is closing its connection to Telegram.', 'UNKNOWN'));
      up.resolve();
      await close();
    },
  };
}

function readSession(text: string): StringSession {
  try {
    return new StringSession(text);
  } catch {
    throw new TelegramConnectError('TELEGRAM_SESSION is not a string session. Make one with "npm run login".');
  }
}

/** Waits for the promise no longer than this; the request has not left by then. */
async function within(promise: Promise<void>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new TransportFailure('There is no connection to Telegram at the moment.', 'NOT_EXECUTED')),
      milliseconds,
    );
  });
  try {
    await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
