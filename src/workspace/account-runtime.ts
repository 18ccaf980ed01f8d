import { setTimeout as pass } from 'node:timers/promises';
import { type AccountState, STATUS_OF } from '../services/account/account-state.ts';
import {
  ACCOUNT_ADVICE,
  AccountUnavailableError,
  FloodWaitError,
  type GatewayError,
  TelegramUnavailableError,
} from '../services/errors/errors.ts';
import { accountReasons } from '../services/errors/refusal-table.ts';
import type { User } from '../services/models.ts';
import type { AccountView } from '../services/routing/accounts.ts';
import type { AccountKind } from '../services/routing/candidates.ts';
import { TelegramConnectError } from '../telegram/gramjs/connect-error.ts';
import { type LocalAccount, type LocalAccountOptions, openLocalAccount } from './local-account.ts';
import type { Readiness } from './readiness.ts';

/** An account that the gateway is to act as. */
export interface AccountToRun extends Pick<LocalAccountOptions, 'credentials'> {
  readonly name: string;
  /** `null`: Telegram tells it. */
  readonly kind: AccountKind | null;
}

export interface RuntimeOptions extends Omit<LocalAccountOptions, 'credentials' | 'unwanted'> {
  /**
   * Set where the gateway has no other account: one that cannot start is not tried again, and `onLost` is called when the session may be
   * another process's, so that nothing is sent any more. `null`: an account that has lost its session is closed, and started again
   * when the session is free.
   */
  readonly only: { readonly onLost: (reason: unknown) => void } | null;
}

/** An account that starts by itself, and again where that can help, until it is closed. */
export interface AccountRuntime extends AccountView {
  /** The first attempt to start; rejects as `openLocalAccount` does. */
  readonly started: Promise<void>;
  readiness(): Promise<Readiness>;
  /** To be called when no request is under way any more. */
  close(): Promise<void>;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 300_000;
/** An attempt to start that does not end when the gateway stops is left to end by itself. */
const CLOSE_PATIENCE_MS = 3_000;

const STARTING = 'The account is starting.';
const LOST = 'Another gateway uses the session of this account. It starts again when the session is free.';
const UNKNOWN = 'The account could not start, and the log says why. It is tried again.';

/** Why an account does not act. */
interface Trouble {
  readonly state: AccountState;
  /** What a call gets. */
  readonly failure: GatewayError;
  /** Milliseconds after which it is worth another attempt; Infinity: never. */
  readonly pauseMs: number;
}

export function startAccount({ name, kind, credentials }: AccountToRun, options: RuntimeOptions): AccountRuntime {
  const { log, clock, only } = options;
  const closing = new AbortController();
  const started = Promise.withResolvers<void>();
  started.promise.catch(() => {}); // the state tells it
  let running: LocalAccount | null = null;
  let user: User | null = null;
  let trouble = connecting(STARTING, clock());

  /** Acts as the account until it is lost, or not wanted any more. */
  async function act(): Promise<void> {
    const account = await openLocalAccount({ ...options, credentials, unwanted: closing.signal });
    try {
      user = account.user;
      running = account;
      started.resolve();
      const { promise: end, resolve } = Promise.withResolvers<void>();
      closing.signal.addEventListener('abort', () => resolve());
      const lose = () => (only ? only.onLost(account.lost.reason) : resolve());
      account.lost.addEventListener('abort', lose);
      if (account.lost.aborted) lose();
      if (closing.signal.aborted) resolve();
      await end;
      if (!closing.signal.aborted) log.error({ account: name, err: account.lost.reason }, LOST);
      trouble = connecting(LOST, clock());
    } finally {
      running = null;
      await account.close();
    }
  }

  async function keepActing(): Promise<void> {
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      const begun = performance.now();
      try {
        await act();
      } catch (error) {
        started.reject(error);
        if (only) return;
        trouble = troubleOf(error, clock());
        if (!closing.signal.aborted) log.error({ account: name, err: error }, 'an account could not start');
      }
      if (closing.signal.aborted || trouble.pauseMs === Number.POSITIVE_INFINITY) return;
      if (performance.now() - begun > LONGEST_PAUSE_MS) pauseMs = FIRST_PAUSE_MS; // it had acted
      await pass(Math.max(pauseMs, trouble.pauseMs), undefined, { ref: false, signal: closing.signal }).catch(() => {});
    }
  }

  const kept = keepActing();

  return {
    name,
    get kind() {
      if (user) return user.isBot ? 'BOT' : 'USER';
      return kind;
    },
    get userId() {
      return user?.id ?? null;
    },
    user: () => user,
    state: async () => running?.services.accountState() ?? trouble.state,
    get services() {
      return running?.services ?? null;
    },
    failure: () => trouble.failure,
    started: started.promise,
    readiness: async () =>
      running?.readiness() ?? { ready: false, reason: trouble.state.message ?? trouble.failure.message },
    async close() {
      closing.abort();
      await (running ? kept : Promise.race([kept, pass(CLOSE_PATIENCE_MS, undefined, { ref: false })]));
    },
  };
}

function connecting(message: string, since: Date, pauseMs = 0): Trouble {
  return {
    state: { status: 'CONNECTING', since, reason: null, message },
    failure: new TelegramUnavailableError(message, 'NOT_EXECUTED'),
    pauseMs,
  };
}

function troubleOf(error: unknown, since: Date): Trouble {
  if (error instanceof TelegramConnectError && error.end !== null) {
    const reason = accountReasons[error.end] ?? 'SESSION_DEAD';
    return troubleOf(new AccountUnavailableError(reason, { code: error.end, telegramCode: 401 }), since);
  }
  if (error instanceof AccountUnavailableError) {
    const { reason, code } = error;
    const state = { status: STATUS_OF[reason], since, reason: code, message: ACCOUNT_ADVICE[reason] };
    return { state, failure: error, pauseMs: Number.POSITIVE_INFINITY };
  }
  if (error instanceof FloodWaitError) return connecting(error.message, since, error.retryAfterSeconds * 1_000);
  return connecting(error instanceof TelegramConnectError ? error.message : UNKNOWN, since);
}
