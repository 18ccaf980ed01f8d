import { createHash } from 'node:crypto';
import type { Logger } from '../base/log.ts';
import { createAccountHold } from '../services/account/account-hold.ts';
import { createServices, type Services } from '../services/index.ts';
import type { User } from '../services/models.ts';
import { NO_KEPT_RIGHTS } from '../services/routing/rights.ts';
import { connectTelegram, type TelegramCredentials, type TelegramOptions } from '../telegram/gramjs/connect.ts';
import { sessionScope } from '../telegram/gramjs/session-scope.ts';
import type { OpenAccountStore } from './account-store.ts';

/** An account that this process acts as. */
export interface LocalAccount {
  readonly user: User;
  readonly services: Services;
  /** `host:port` of the MTProto server. */
  readonly telegramAddress: string;
  /** Aborted when the session may be another process's: nothing is sent any more, and the account is to be closed. */
  readonly lost: AbortSignal;
  /** Whether the account can act. `reason` and `warning` (it can, but not all is well) are sentences for an operator without secrets. */
  readiness(): Promise<
    { readonly ready: true; readonly warning?: string } | { readonly ready: false; readonly reason: string }
  >;
  /** To be called when no request is under way any more. */
  close(): Promise<void>;
}

export interface LocalAccountOptions {
  readonly credentials: TelegramCredentials;
  readonly openStore: OpenAccountStore;
  readonly log: Logger;
  readonly clock: () => Date;
  readonly monotonic: () => number;
  readonly callTimeoutMs?: TelegramOptions['callTimeoutMs'];
}

const SUSPENDED =
  'The database that keeps other gateways off the session does not answer. Nothing is sent until it does.';

/**
 * Makes an account ready, or nothing: what had started is closed again when a later part fails. Throws as `openStore` does,
 * `TelegramConnectError` and `GatewayError` (the account is unavailable).
 */
export async function openLocalAccount(options: LocalAccountOptions): Promise<LocalAccount> {
  const { credentials, openStore, log, clock, monotonic, callTimeoutMs } = options;
  await using started = new AsyncDisposableStack();

  // Before Telegram is touched, as it keeps a second process off the session.
  const lost = new AbortController();
  let suspend = () => {};
  const store = await openStore(sessionScope(credentials.session), {
    onLost: (reason) => lost.abort(reason),
    onSuspend: () => suspend(),
  });
  started.defer(() => store.close());
  const ownedSince = monotonic();
  const held = await store.holds.read();
  const loaded = await store.peers.load();

  const telegram = await connectTelegram(credentials, {
    log,
    mayUse: store.mayUse,
    ...(callTimeoutMs !== undefined && { callTimeoutMs }),
  });
  suspend = telegram.suspend;
  lost.signal.addEventListener('abort', () => {
    telegram.close().catch((error: unknown) => log.debug({ err: error }, 'closing the connection to Telegram failed'));
  });
  const hold = createAccountHold(store.holds, held, {
    clock,
    onHold: ({ code }, error) =>
      log.error({ reason: code, err: error ?? undefined }, 'the account only reads until "npm run resume"'),
  });
  const services = createServices({
    telegram: telegram.port,
    connection: telegram.status,
    hold,
    updates: telegram.updates,
    clock,
    monotonic,
    // The session is a secret that outlives the process, and so do cursors made from it.
    cursorSecret: createHash('sha256').update('cursors').update(credentials.session).digest(),
    peers: { store: store.peers, loaded },
    rights: NO_KEPT_RIGHTS,
    ledger: store.ledger,
    openRequests: store.openRequests,
    claims: store.claims,
    changedLinks: store.changedLinks,
    log,
  });
  // What fails of it leaves work for the next start, and nothing wrong.
  started.defer(() =>
    services.close().catch((error: unknown) => log.warn({ err: error }, 'which links were given was not written down')),
  );
  started.defer(() => telegram.close());
  lost.signal.throwIfAborted();
  const user = await services.users.self();
  if (store.wasCutOff) await services.leaveBehind(ownedSince);
  lost.signal.throwIfAborted();

  const stack = started.move();
  return {
    user,
    services,
    telegramAddress: telegram.address,
    lost: lost.signal,
    async readiness() {
      if (!store.mayUse()) return { ready: false, reason: SUSPENDED };
      const reason = await telegram.fault();
      const { message } = await services.accountState();
      if (reason !== null) return { ready: false, reason: message ?? reason };
      const warnings = [message, await store.health()].filter((warning) => warning !== null);
      return warnings.length === 0 ? { ready: true } : { ready: true, warning: warnings.join(' ') };
    },
    close: () => stack.disposeAsync(),
  };
}
