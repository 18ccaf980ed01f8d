import type { Logger } from '../base/log.ts';
import { createAccountHold } from '../services/account/account-hold.ts';
import { createSelf } from '../services/chats/users.ts';
import { type GatewayError, TelegramUnavailableError } from '../services/errors/errors.ts';
import { createServices, type Services, type ServicesDeps } from '../services/index.ts';
import type { User } from '../services/models.ts';
import { createFirstPort } from '../services/port/stack.ts';
import { connectTelegram, type TelegramCredentials, type TelegramOptions } from '../telegram/gramjs/connect.ts';
import { sessionScope } from '../telegram/gramjs/session-scope.ts';
import type { LockSession } from './account-store.ts';
import type { Readiness } from './readiness.ts';

/** An account that acts. */
export interface LocalAccount {
  readonly user: User;
  readonly services: Services;
  /** Aborted when the session may be another process's: nothing is sent any more, and the account is to be closed. */
  readonly lost: AbortSignal;
  /** Whether the account can act. `reason` and `warning` (it can, but not all is well) are sentences for an operator without secrets. */
  readiness(): Promise<Readiness>;
  /** Lets the account write again that Telegram has limited or frozen. */
  resume(): Promise<void>;
  /** No event comes any more: streams end with this reason. */
  endStreams(reason: GatewayError): void;
  /** To be called when no request is under way any more. */
  close(): Promise<void>;
}

export interface LocalAccountOptions {
  /** Which Telegram, and as which application. */
  readonly application: Omit<TelegramCredentials, 'session'>;
  readonly session: string;
  /** Notes that the account uses a session or a Telegram user; throws where another account of the gateway does. */
  readonly take: (what: string) => void;
  readonly lockSession: LockSession;
  /** Aborted: the account is not wanted any more, so that nobody dials for it. */
  readonly unwanted: AbortSignal;
  readonly log: Logger;
  readonly clock: () => Date;
  readonly monotonic: () => number;
  readonly callTimeoutMs?: TelegramOptions['callTimeoutMs'];
  /** Seals cursors, 32 bytes. The same for all accounts, as the next page may be another account's to read. */
  readonly cursorSecret: Buffer;
  /** What bots were told of requests to join; shared by all accounts. */
  readonly told: ServicesDeps['told'];
}

const SUSPENDED =
  'The database that keeps other gateways off the session does not answer. Nothing is sent until it does.';

/**
 * Makes an account ready, or nothing: what had started is closed again when a later part fails. Throws as `LockSession` does,
 * `TelegramConnectError` and `GatewayError` (the account is unavailable).
 */
export async function openLocalAccount(options: LocalAccountOptions): Promise<LocalAccount> {
  const {
    application,
    session: secret,
    take,
    lockSession,
    unwanted,
    log,
    clock,
    monotonic,
    callTimeoutMs,
    cursorSecret,
  } = options;
  unwanted.throwIfAborted();
  await using started = new AsyncDisposableStack();

  // Before Telegram is touched, as it keeps a second process off the session.
  const lost = new AbortController();
  let suspend = () => {};
  const scope = sessionScope(secret);
  take(scope);
  const session = await lockSession(scope, {
    onLost: (reason) => lost.abort(reason),
    onSuspend: () => suspend(),
  });
  started.defer(() => session.close());
  const ownedSince = monotonic();

  const telegram = await connectTelegram(
    { ...application, session: secret },
    {
      log,
      mayUse: session.mayUse,
      signal: unwanted,
      ...(callTimeoutMs !== undefined && { callTimeoutMs }),
    },
  );
  suspend = telegram.suspend;
  const over = new AbortController();
  const hangUp = () =>
    void telegram
      .close()
      .catch((error: unknown) => log.debug({ err: error }, 'closing the connection to Telegram failed'));
  lost.signal.addEventListener('abort', () => {
    over.abort(new TelegramUnavailableError('The gateway has lost the session of the account.', 'NOT_EXECUTED'));
    hangUp();
  });
  unwanted.addEventListener('abort', hangUp);
  started.defer(() => telegram.close());
  // What is kept goes by the user, so that a new login finds it.
  const self = createSelf(createFirstPort(telegram.port, clock));
  const user = await self();
  take(user.id);
  const store = await session.open(user.id);
  started.defer(() => store.flush());
  const [held, peers, rights] = await Promise.all([store.holds.read(), store.peers.load(), store.rights.load()]);
  const hold = createAccountHold(store.holds, held, {
    clock,
    onHold: ({ code }, error) =>
      log.error({ reason: code, err: error ?? undefined }, 'the account only reads until "npm run resume"'),
  });
  const services = createServices({
    telegram: telegram.port,
    self,
    connection: telegram.status,
    hold,
    updates: telegram.updates,
    told: options.told,
    clock,
    monotonic,
    cursorSecret,
    peers: { store: store.peers, loaded: peers },
    rights: { store: store.rights, loaded: rights },
    ledger: store.ledger,
    openRequests: store.openRequests,
    claims: store.claims,
    changedLinks: store.changedLinks,
    over: over.signal,
    log,
  });
  // What fails of it leaves work for the next start, and nothing wrong.
  started.defer(() =>
    services.close().catch((error: unknown) => log.warn({ err: error }, 'which links were given was not written down')),
  );
  lost.signal.throwIfAborted();
  if (store.wasCutOff) await services.leaveBehind(ownedSince);
  lost.signal.throwIfAborted();
  // From here on, whoever does not want it any more closes it.
  unwanted.removeEventListener('abort', hangUp);
  unwanted.throwIfAborted();

  const stack = started.move();
  return {
    user,
    services,
    lost: lost.signal,
    async readiness() {
      if (!session.mayUse()) return { ready: false, reason: SUSPENDED };
      const reason = await telegram.fault();
      const { message } = await services.accountState();
      if (reason !== null) return { ready: false, reason: message ?? reason };
      const warnings = [message, await session.health()].filter((warning) => warning !== null);
      return warnings.length === 0 ? { ready: true } : { ready: true, warning: warnings.join(' ') };
    },
    resume: hold.lift,
    endStreams: (reason) => over.abort(reason),
    close: () => stack.disposeAsync(),
  };
}
