import { TelegramClient } from 'telegram';
import type { StringSession } from 'telegram/sessions/index.js';
import type { Logger } from '../../base/log.ts';
import { keepErrorNames } from '../rpc-error.ts';
import { installWire } from '../wire/install-wire.ts';
import { mendBadMessages } from './bad-messages.ts';
import { TelegramConnectError } from './connect-error.ts';
import { bridgeLog } from './gramjs-log.ts';
import { createLink, type LinkEvents } from './link.ts';
import { mendLostAnswers } from './lost-answers.ts';
import { trustServerKey } from './server-key.ts';
import { addressOf, portOf } from './session-address.ts';
import { sessionEnd } from './session-end.ts';

export interface ClientOptions {
  readonly apiId: number;
  readonly apiHash: string;
  readonly session: StringSession;
  /** PEM of one more server key to trust; `null` trusts Telegram's own alone. */
  readonly serverPublicKey: string | null;
  /** How often GramJS itself repeats a refused call. The gateway's calls do not pass through that code. */
  readonly requestRetries: number;
  readonly connectTimeoutMs: number;
  readonly log: Logger;
  /** See `LinkOptions.pause`. */
  readonly pause?: ((milliseconds: number) => Promise<void>) | undefined;
  /** See `LinkOptions.mayUse`. */
  readonly mayUse?: (() => boolean) | undefined;
  /** Aborted: nobody wants the connection any more. */
  readonly signal?: AbortSignal | undefined;
}

/** A connected GramJS client whose traps are disarmed, and the one way to be rid of it. */
export interface OpenClient {
  readonly client: TelegramClient;
  /** See `Link.suspend`. */
  suspend(): void;
  /** Ends the connection and every loop of GramJS; nothing of it keeps the process alive. */
  close(): Promise<void>;
}

const FIRST_DIALS = 3;

/**
 * Connects GramJS to the address and port inside the session.
 *
 * Options that matter: no sleeping through flood waits, security checks on (they are off unless asked for), and GramJS's
 * own ping loop never started: it gives an answer three seconds, reconnects after any longer stall and outlives a
 * disconnect. `keep-alive.ts` does that work. Throws `TelegramConnectError`.
 */
export async function openClient(
  options: ClientOptions,
  events: Omit<LinkEvents, 'onGiveUp'> & {
    /** Updates may have been missed although the connection stood. */
    onNewSession?: () => void;
    /** The server began the session with this message of ours, and knows nothing of earlier ones. */
    onSessionBegan?: (firstMsgId: bigint) => void;
  },
): Promise<OpenClient> {
  keepErrorNames();
  installWire();
  if (options.serverPublicKey !== null) trust(options.serverPublicKey);
  const { session, log } = options;
  const failed = Promise.withResolvers<never>();

  const link = createLink(
    { port: () => portOf(session), firstDials: FIRST_DIALS, log, pause: options.pause, mayUse: options.mayUse },
    {
      ...events,
      onGiveUp: (error) => failed.reject(new TelegramConnectError(unreachable(session, error.message))),
      onTransportError: (code) => {
        events.onTransportError(code);
        const end = code === 404 ? 'AUTH_KEY_UNREGISTERED' : null;
        failed.reject(new TelegramConnectError(refused(session, transportReason(code)), end));
      },
    },
  );
  // Telegram's production data centre 2 where a new session names none (https://core.telegram.org/api/datacenter).
  if (!session.serverAddress) session.setDC(2, '149.154.167.51', 443);

  const client = new TelegramClient(session, options.apiId, options.apiHash, {
    connection: link.connection,
    baseLogger: bridgeLog(log),
    floodSleepThreshold: 0,
    requestRetries: options.requestRetries,
    connectionRetries: Number.POSITIVE_INFINITY, // of reconnects; the first connection is limited by the link
    retryDelay: 0, // the link pauses
    autoReconnect: true,
    securityChecks: true,
    deviceModel: 'Telegram GraphQL Gateway',
    systemVersion: `Node.js ${process.version}`,
    appVersion: '0.1.0',
  });
  client['_loopStarted'] = true;
  let lastTrouble: string | null = null;
  client.onError = async (error) => {
    lastTrouble = error.message;
    log.debug({ err: error, from: 'gramjs' }, 'GramJS reported an error');
  };

  const close = async () => {
    link.stop();
    await client.destroy();
  };
  const timer = setTimeout(() => {
    const reason = lastTrouble ?? `no answer within ${options.connectTimeoutMs / 1000} s`;
    failed.reject(new TelegramConnectError(unreachable(session, reason)));
  }, options.connectTimeoutMs);
  failed.promise.catch(() => {});
  const giveUp = () => failed.reject(new TelegramConnectError('Nobody wants the connection any more.'));
  options.signal?.addEventListener('abort', giveUp);
  if (options.signal?.aborted) giveUp();
  try {
    await Promise.race([client.connect(), failed.promise]);
  } catch (error) {
    await close();
    if (error instanceof TelegramConnectError) throw error;
    const end = sessionEnd(error);
    const reason = error instanceof Error ? error.message : String(error);
    throw new TelegramConnectError(
      end ? refused(session, `it has ended the session (${end.type})`) : unreachable(session, reason),
      end?.type,
    );
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', giveUp);
  }
  if (client._sender) mendBadMessages(client._sender, events.onNewSession ?? (() => {}));
  if (client._sender) mendLostAnswers(client._sender, events.onSessionBegan ?? (() => {}));
  return { client, suspend: link.suspend, close };
}

function trust(pem: string): void {
  try {
    trustServerKey(pem);
  } catch (error) {
    throw new TelegramConnectError(`TELEGRAM_SERVER_PUBLIC_KEY: ${error instanceof Error ? error.message : error}.`);
  }
}

function unreachable(session: StringSession, reason: string): string {
  const advice = /valid key for fingerprints/.test(reason)
    ? 'Its key is not trusted: name its PEM file in TELEGRAM_SERVER_PUBLIC_KEY.'
    : 'Check the network and the address.';
  return `Telegram's server at ${addressOf(session)} cannot be reached: ${reason}. ${advice}`;
}

function transportReason(code: number): string {
  return code === 404 ? 'it does not know the session, which was ended or belongs to another server' : `error ${code}`;
}

function refused(session: StringSession, reason: string): string {
  return `Telegram's server at ${addressOf(session)} refused the connection: ${reason}. Sign in again with "npm run login".`;
}
