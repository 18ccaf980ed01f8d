import { StringSession } from 'telegram/sessions/index.js';
import { hasTimeFor, timeLeft, whenOver } from '../../base/call-scope.ts';
import type { Logger } from '../../base/log.ts';
import { effectOf } from '../methods.ts';
import type { ConnectionStatus, TelegramPort, TelegramUpdates } from '../port.ts';
import { RpcFailure, TransportFailure, toFailure } from '../rpc-error.ts';
import { Api, toLong } from '../tl.ts';
import { openClient } from './client.ts';
import { TelegramConnectError } from './connect-error.ts';
import { createInFlight, SHARE_BEFORE_A_LOOK } from './in-flight.ts';
import { startKeepAlive } from './keep-alive.ts';
import { addressOf } from './session-address.ts';
import { sessionEnd } from './session-end.ts';
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
  /** Whether the session may be used at this very moment. While it may not, nothing is sent and nothing dials. Always, when absent. */
  readonly mayUse?: () => boolean;
  /** Aborted while it connects: nobody wants the connection any more. */
  readonly signal?: AbortSignal;
  /** How long one call may take, waiting for the connection included; 10 s by default. */
  readonly callTimeoutMs?: number;
  /** How long the first connection may take; 15 s by default. */
  readonly connectTimeoutMs?: number;
  /** How often the connection is pinged; 30 s by default. */
  readonly pingEveryMs?: number;
  /** Waits before a connection that was lost is dialled again; for tests, which do not. */
  readonly pause?: (milliseconds: number) => Promise<void>;
  readonly clock?: () => Date;
}

export interface TelegramConnection {
  readonly port: TelegramPort;
  readonly updates: TelegramUpdates;
  /** `host:port` of the server, for people. */
  readonly address: string;
  /** Asks nobody. */
  status(): ConnectionStatus;
  /** Asks the server for a sign of life: `null` when it answers, else the reason in words. Costs no API call. */
  fault(): Promise<string | null>;
  /** Ends the TCP connection with a reset. The next one is dialled as soon as the session may be used. */
  suspend(): void;
  /** Rejects what is under way, ends the connection and leaves nothing running. */
  close(): Promise<void>;
}

const PROBE_TIMEOUT_MS = 3_000;
/** Telegram answers each call that was under way when the session ended; those it has not answered by then are given up. */
const LAST_ANSWERS_MS = 500;

/**
 * Connects an account to the server in its session. Throws `TelegramConnectError` when that fails.
 *
 * Calls go to GramJS's sender directly rather than through `client.invoke`, which sleeps, repeats, waits for ever and
 * forgets causes by rules of its own.
 */
export async function connectTelegram(
  credentials: TelegramCredentials,
  {
    log,
    mayUse = () => true,
    signal,
    callTimeoutMs = 10_000,
    connectTimeoutMs = 15_000,
    pingEveryMs,
    pause,
    clock = () => new Date(),
  }: TelegramOptions,
): Promise<TelegramConnection> {
  const session = readSession(credentials.session);
  const inFlight = createInFlight(hear);
  const updates = createUpdateHub();
  let up = Promise.withResolvers<void>();
  let status: ConnectionStatus = { state: 'DOWN', since: clock(), end: null };
  let closed: TransportFailure | null = null;
  let stopKeepAlive = () => {};
  let lastAnswers: NodeJS.Timeout | undefined;
  const over = () => status.end ?? closed;

  function setState(state: 'UP' | 'DOWN'): void {
    if (!status.end) status = { state, since: clock(), end: null };
  }

  let started = false;
  const { client, suspend, close } = await openClient(
    { ...credentials, session, requestRetries: 1, connectTimeoutMs, log, pause, mayUse, signal },
    {
      onUp() {
        setState('UP');
        up.resolve();
        updates.gap();
        inFlight.connectionUp();
      },
      onDown() {
        setState('DOWN');
        up = Promise.withResolvers();
        if (over()) up.resolve();
        inFlight.connectionLost();
      },
      onNewSession: updates.gap,
      onSessionBegan: inFlight.sessionBegan,
      onTransportError(code) {
        // The server has forgotten our key, which is what a session ended from another device looks like here.
        if (code === 404 && started) end(new RpcFailure(401, 'AUTH_KEY_UNREGISTERED'));
      },
    },
  );

  started = true;

  /** Nothing is sent from here on, nothing dials, and live feeds ask once more and hear why. The first reason stays. */
  function end(failure: RpcFailure): void {
    if (over()) return;
    status = { state: 'ENDED', since: clock(), end: failure };
    log.error({ reason: failure.type }, 'Telegram has ended the session; nothing more is sent to it');
    stopKeepAlive();
    inFlight.failUnsent(failure);
    up.resolve();
    updates.gap();
    lastAnswers = setTimeout(() => {
      inFlight.failAll(failure);
      close().catch((error: unknown) => log.debug({ err: error }, 'closing the ended connection failed'));
    }, LAST_ANSWERS_MS);
  }

  // GramJS's own handler keeps every entity it sees for ever, and asks who the account is.
  if (client._sender) client._sender._updateCallback = (_client, received: unknown) => updates.take(received);
  // After each reconnect it would ask who the account is, by a call that waits for ever.
  if (client._sender) Reflect.set(client._sender, '_autoReconnectCallback', undefined);

  /**
   * A request that had not left when the connection dropped goes out over the next one, for as long as the time lasts and
   * somebody waits for the answer.
   */
  async function call<R extends Api.AnyRequest>(request: R, timeoutMs: number): Promise<R['__response']> {
    const deadline = performance.now() + Math.min(timeoutMs, timeLeft());
    const left = () => Math.max(1, deadline - performance.now());
    for (;;) {
      if (!hasTimeFor(0)) throw nobodyWaits();
      if (status.state === 'DOWN') await within(up.promise, left());
      const reason = over();
      if (reason) throw reason;
      const sender = client._sender;
      if (!sender) throw new TransportFailure('The connection to Telegram is closed.', 'NOT_EXECUTED');
      try {
        return await inFlight.send(sender, request, left());
      } catch (error) {
        const ending = sessionEnd(error);
        if (ending) throw ended(ending);
        const unsent = error instanceof TransportFailure && error.outcome === 'NOT_EXECUTED';
        if (!unsent || performance.now() >= deadline) throw error;
      }
    }
  }

  function ended(ending: RpcFailure): Error {
    end(ending);
    return over() ?? ending;
  }

  /** An answer whose caller has gone does what it does for one who waits. */
  async function hear(late: Promise<unknown>): Promise<unknown> {
    try {
      const answer = await late;
      updates.take(answer);
      return answer;
    } catch (error) {
      const ending = sessionEnd(error);
      throw ending ? ended(ending) : toFailure(error);
    }
  }

  /** What may not run twice has to be looked for when its answer is lost, and a look takes time as well. */
  function timeFor(request: Api.AnyRequest): number {
    return effectOf(request) === 'once' ? Math.min(callTimeoutMs, timeLeft() * SHARE_BEFORE_A_LOOK) : callTimeoutMs;
  }

  stopKeepAlive = startKeepAlive({
    ping: (request) => call(request, callTimeoutMs),
    reconnect: () => client._sender?.reconnect(),
    connection: () => (status.state === 'UP' ? status : null),
    everyMs: pingEveryMs,
    log,
  });

  return {
    address: addressOf(session),
    updates,
    status: () => status,
    port: {
      async invoke(request) {
        try {
          const answer = await call(request, timeFor(request));
          // What a call itself has changed is told in its answer and not pushed to the one who made it.
          updates.take(answer);
          return answer;
        } catch (error) {
          throw toFailure(error);
        }
      },
    },
    async fault() {
      if (status.end) return `Telegram has ended the session (${status.end.type}).`;
      if (status.state === 'DOWN') return 'The connection to Telegram is lost; reconnecting.';
      try {
        await call(new Api.Ping({ pingId: toLong(BigInt(Date.now())) }), PROBE_TIMEOUT_MS);
        return null;
      } catch {
        return 'Telegram does not answer.';
      }
    },
    suspend,
    async close() {
      stopKeepAlive();
      clearTimeout(lastAnswers);
      closed = new TransportFailure('The connection to Telegram is closed.', 'NOT_EXECUTED');
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

/** Waits for the promise no longer than this, or than its caller does; the request has not left by then. */
async function within(promise: Promise<void>, milliseconds: number): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new TransportFailure('There is no connection to Telegram at the moment.', 'NOT_EXECUTED')),
    milliseconds,
  );
  const stay = whenOver(() => reject(nobodyWaits()));
  try {
    await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
    stay();
  }
}

function nobodyWaits(): TransportFailure {
  return new TransportFailure('The time for an answer was over before the request was sent.', 'NOT_EXECUTED');
}
