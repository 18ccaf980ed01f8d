import { setTimeout as pass } from 'node:timers/promises';
import { callScope } from '../base/call-scope.ts';
import { createRoster } from '../machine/roster.ts';
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
import { Misconfigured } from './misconfigured.ts';
import type { Readiness } from './readiness.ts';

/** Where an account comes from. What the environment names is the operator's alone to take away. */
export type AccountOrigin = 'ENVIRONMENT' | 'STORE';

/** An account that the gateway is to act as. */
export interface AccountToRun {
  readonly name: string;
  /** `null`: Telegram tells it. */
  readonly kind: AccountKind | null;
  readonly origin: AccountOrigin;
  /** Telegram's id; `null`: Telegram tells it. */
  readonly userId: string | null;
  /** Asked for at each attempt to start. Rejects with `Misconfigured` where only the operator can help. */
  session(): Promise<string>;
}

export interface RuntimeOptions extends Omit<LocalAccountOptions, 'session' | 'unwanted' | 'take'> {
  /** Notes that the account uses a session or a Telegram user; throws `Misconfigured` where another account does. Answers what gives it free. */
  readonly take: (what: string, account: AccountRuntime) => () => void;
  /** Runs an attempt to start when its turn has come: so many are dialled at a time. */
  readonly inTurn: <T>(start: () => Promise<T>) => Promise<T>;
  /** What an operator may read of why an account could not start; `null`: the log alone tells it. */
  readonly explain: (error: unknown) => string | null;
}

/** An account that starts by itself, and again where that can help, until it is closed. */
export interface AccountRuntime extends AccountView {
  readonly origin: AccountOrigin;
  readonly session: AccountToRun['session'];
  /** The session that it has last started with, where it has started. */
  used(): readonly string[];
  /** The first attempt to start, or the first since `again`: settles in any case. */
  readonly started: Promise<void>;
  readiness(): Promise<Readiness>;
  rename(name: string): void;
  /** Lets it write again, and starts it at once where it does not run. Settles with the attempt. */
  resume(): Promise<void>;
  /**
   * Stops it: streams end with the reason, new requests get it, and those under way are answered, as far as `patienceMs` allows.
   * `again` starts it anew.
   */
  stop(reason: GatewayError, patienceMs?: number): Promise<void>;
  again(): void;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 300_000;
/** An attempt to start that does not end when the gateway stops is left to end by itself. */
const CLOSE_PATIENCE_MS = 3_000;

const STARTING = 'The account is starting.';
const LOST = 'Another gateway uses the session of this account. It starts again when the session is free.';
const COULD_NOT_START = 'an account could not start';
const UNKNOWN = 'The account could not start, and the log says why. It is tried again.';

/** Why an account does not act. */
interface Trouble {
  readonly state: AccountState;
  /** What a call gets. */
  readonly failure: GatewayError;
  /** Milliseconds after which it is worth another attempt; Infinity: never. */
  readonly pauseMs: number;
}

export function startAccount(account: AccountToRun, options: RuntimeOptions): AccountRuntime {
  const { log, clock, explain } = options;
  let { name } = account;
  let user: User | null = null;
  let running: LocalAccount | null = null;
  let used: readonly string[] = [];
  let isStopping = false;
  /** Calls that were given to it and have no answer yet, each with the signal of its request. */
  const calls = createRoster<{ readonly signal: AbortSignal | undefined }>();
  let idle = Promise.withResolvers<void>();
  let trouble = connecting(STARTING, clock());
  let attempts = begin(Promise.resolve());

  /** While it stops, a request that has called it may go on: the rest of its answer may need the account. */
  function isUnderWay(): boolean {
    const signal = callScope()?.signal;
    return signal !== undefined && [...calls].some((call) => call.signal === signal);
  }

  function endCall(leave: () => void): void {
    leave();
    if (calls.size === 0) idle.resolve();
  }

  /** Whether its session has ended, and another one is there. Without one it stays, as it can still answer what it has kept. */
  async function hasNewSession({ services }: LocalAccount): Promise<boolean> {
    if ((await services.accountState()).status !== 'NEEDS_LOGIN') return false;
    const session = await account.session().catch(() => null); // what is wrong there is told at the next start
    return session !== null && !used.includes(session);
  }

  /** One after the other: those before have given the session free. */
  function begin(before: Promise<void>) {
    const closing = new AbortController();
    const started = Promise.withResolvers<void>();
    const ended = before.then(() => keepActing(closing.signal, started.resolve));
    return { closing, started: started.promise, ended };
  }

  /** Acts as the account until it is lost, or not wanted any more. */
  async function act(closing: AbortSignal, onStart: () => void): Promise<void> {
    using taken = new DisposableStack();
    const take = (what: string) => void taken.defer(options.take(what, runtime));
    if (account.userId !== null) take(account.userId);
    const session = await account.session();
    const local = await options.inTurn(() => openLocalAccount({ ...options, session, take, unwanted: closing }));
    try {
      user = local.user;
      used = [session];
      running = local;
      onStart();
      const { promise: over, resolve } = Promise.withResolvers<void>();
      for (const signal of [closing, local.lost]) {
        signal.addEventListener('abort', () => resolve());
        if (signal.aborted) resolve();
      }
      await over;
      if (closing.aborted) return;
      log.error({ account: name, err: local.lost.reason }, LOST);
      trouble = connecting(LOST, clock());
    } finally {
      running = null;
      await local.close();
    }
  }

  async function keepActing(closing: AbortSignal, onFirst: () => void): Promise<void> {
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      const begun = performance.now();
      try {
        await act(closing, onFirst);
      } catch (error) {
        if (!closing.aborted) {
          trouble = troubleOf(error, clock(), explain);
          const reason = explain(error);
          if (reason === null) log.error({ account: name, err: error }, COULD_NOT_START);
          else log.warn({ account: name, reason }, COULD_NOT_START);
        }
      }
      onFirst();
      if (closing.aborted || trouble.pauseMs === Number.POSITIVE_INFINITY) return;
      if (performance.now() - begun > LONGEST_PAUSE_MS) pauseMs = FIRST_PAUSE_MS; // it had acted
      await pass(Math.max(pauseMs, trouble.pauseMs), undefined, { ref: false, signal: closing }).catch(() => {});
    }
  }

  const runtime: AccountRuntime = {
    get name() {
      return name;
    },
    origin: account.origin,
    session: account.session,
    used: () => used,
    get kind() {
      if (user) return user.isBot ? 'BOT' : 'USER';
      return account.kind;
    },
    get userId() {
      return user?.id ?? account.userId;
    },
    user: () => user,
    state: async () => running?.services.accountState() ?? trouble.state,
    get services() {
      return isStopping && !isUnderWay() ? null : (running?.services ?? null);
    },
    failure: () => trouble.failure,
    enter() {
      const leave = calls.add({ signal: callScope()?.signal });
      // What the answer is asked for next begins in the same turn.
      return () => void (isStopping ? setImmediate(endCall, leave) : endCall(leave));
    },
    get started() {
      return attempts.started;
    },
    readiness: async () =>
      running?.readiness() ?? { ready: false, reason: trouble.state.message ?? trouble.failure.message },
    rename(to) {
      name = to;
    },
    async resume() {
      if (running && !(await hasNewSession(running))) return running.resume();
      await runtime.stop(trouble.failure);
      runtime.again();
      await attempts.started;
    },
    async stop(reason, patienceMs = 0) {
      isStopping = true;
      trouble = { ...trouble, failure: reason };
      running?.endStreams(reason);
      if (calls.size > 0 && patienceMs > 0) {
        idle = Promise.withResolvers();
        await Promise.race([idle.promise, pass(patienceMs, undefined, { ref: false })]);
      }
      const { closing, ended } = attempts;
      closing.abort();
      await (running ? ended : Promise.race([ended, pass(CLOSE_PATIENCE_MS, undefined, { ref: false })]));
    },
    again() {
      isStopping = false;
      trouble = connecting(STARTING, clock());
      attempts = begin(attempts.ended);
    },
  };
  return runtime;
}

function connecting(message: string, since: Date, pauseMs = 0): Trouble {
  return {
    state: { status: 'CONNECTING', since, reason: null, message },
    failure: new TelegramUnavailableError(message, 'NOT_EXECUTED'),
    pauseMs,
  };
}

function troubleOf(error: unknown, since: Date, explain: RuntimeOptions['explain']): Trouble {
  if (error instanceof Misconfigured) {
    const { message } = error;
    const state = { status: 'MISCONFIGURED', since, reason: null, message } as const;
    return { ...connecting(message, since), state, pauseMs: Number.POSITIVE_INFINITY };
  }
  if (error instanceof TelegramConnectError && error.end !== null) {
    const reason = accountReasons[error.end] ?? 'SESSION_DEAD';
    return troubleOf(new AccountUnavailableError(reason, { code: error.end, telegramCode: 401 }), since, explain);
  }
  if (error instanceof AccountUnavailableError) {
    const { reason, code } = error;
    const state = { status: STATUS_OF[reason], since, reason: code, message: ACCOUNT_ADVICE[reason] };
    return { state, failure: error, pauseMs: Number.POSITIVE_INFINITY };
  }
  if (error instanceof FloodWaitError) return connecting(error.message, since, error.retryAfterSeconds * 1_000);
  return connecting(explain(error) ?? UNKNOWN, since);
}
