import { setTimeout as pass } from 'node:timers/promises';
import { ACCOUNT_NAME } from '../base/account-name.ts';
import { createTurns } from '../base/in-turn.ts';
import type { AccountManagement } from '../services/account/account-management.ts';
import {
  AccountExistsError,
  AccountInUseError,
  AccountNameTakenError,
  AccountNotFoundError,
  InvalidInputError,
  SignInEndedError,
  StoreUnavailableError,
  TelegramUnavailableError,
} from '../services/errors/errors.ts';
import { createToldRequests } from '../services/live/told-requests.ts';
import { createCursors } from '../services/page/cursor.ts';
import { type Accounts, createAccounts } from '../services/routing/accounts.ts';
import { createKeyAccounts, type KeyAccountStore } from '../services/routing/key-account.ts';
import type { AccountKeeper, NewAccount } from '../services/sign-in/sign-in.ts';
import { type AccountRuntime, type AccountToRun, type RuntimeOptions, startAccount } from './account-runtime.ts';
import { Misconfigured } from './misconfigured.ts';
import { type Readiness, readinessOf } from './readiness.ts';
import { AccountConflict, type StoredAccount, type StoredAccounts } from './stored-accounts.ts';

/** What starts and closes the accounts and all that hangs on them. */
export interface Workspace extends AccountKeeper, AccountManagement {
  readonly accounts: Accounts;
  /** Whether at least one account can act, and what is wrong with each. */
  readiness(): Promise<Readiness>;
  /** To be called when no request is under way any more. */
  close(): Promise<void>;
}

export interface WorkspaceOptions extends Omit<RuntimeOptions, 'take' | 'inTurn' | 'told'> {
  /** Those that are not of the store, each name once. */
  readonly accounts: readonly AccountToRun[];
  readonly stored: StoredAccounts;
  /** The first of these names that an account has is meant when a call names none; where no account has one, the oldest. */
  readonly defaultNames: readonly string[];
  readonly keyAccounts: KeyAccountStore;
  /** Ends a session that nobody uses at Telegram; a session that has ended already is no failure. Rejects where it may not have ended. */
  readonly signOut: (session: string) => Promise<void>;
}

/** How long the accounts may take before the gateway serves without those that have not started. */
const START_PATIENCE_MS = 10_000;
/** Accounts that are dialled at a time. */
const MOST_DIALS = 16;
/** How long the calls of an account that goes away may take. */
const GOODBYE_PATIENCE_MS = 20_000;

const SIGNED_OUT = 'Telegram has ended the session, and the account is still in the store: remove it again later.';

/** Starts every account by itself: one that cannot start does not keep the others waiting for long, and is tried again. */
export async function openWorkspace(all: WorkspaceOptions): Promise<Workspace> {
  const { accounts: given, stored, defaultNames, keyAccounts, signOut, ...options } = all;
  await using opened = new AsyncDisposableStack();
  /** By their names, the oldest first. */
  const runtimes = new Map<string, AccountRuntime>();
  const takers = new Map<string, AccountRuntime>();
  const leaving = new Set<AccountRuntime>();
  const oneByOne = createTurns(1);
  const inTurn = createTurns(MOST_DIALS);
  const told = createToldRequests();
  const stopping = new TelegramUnavailableError('The gateway stops.', 'NOT_EXECUTED');
  const renewing = new TelegramUnavailableError('The account signs in anew.', 'NOT_EXECUTED');
  opened.defer(async () => {
    await Promise.all([...runtimes.values()].map((runtime) => runtime.stop(stopping)));
  });

  function take(what: string, runtime: AccountRuntime): () => void {
    const other = takers.get(what);
    if (other && other !== runtime) {
      throw new Misconfigured(
        `The account ${other.name} is the same Telegram user${other.origin === 'ENVIRONMENT' ? ', from TELEGRAM_SESSION' : ''}. ` +
          'Remove one of them.',
      );
    }
    takers.set(what, runtime);
    return () => void takers.delete(what);
  }

  function start(account: AccountToRun): AccountRuntime {
    const runtime = startAccount(account, { ...options, take, inTurn, told });
    runtimes.set(account.name, runtime);
    return runtime;
  }

  const toRun = ({ id, name, kind }: Pick<StoredAccount, 'id' | 'name' | 'kind'>): AccountToRun => ({
    name,
    kind,
    userId: id,
    origin: 'STORE',
    async session() {
      const session = await stored.session(id);
      if (session === null) throw new Misconfigured('The account is not in the store any more.');
      return session;
    },
  });

  const ofStore = (await stored.list()).map(toRun);
  // Whoever is in the store is known before Telegram tells who the others are.
  for (const account of ofStore) start(account);
  for (const account of given) {
    if (!runtimes.has(account.name)) start(account);
    else
      options.log.error(
        { account: account.name },
        'TELEGRAM_SESSION is left aside: an account of the store has the name "default". Rename that one.',
      );
  }
  const late = new AbortController();
  await Promise.race([
    Promise.all([...runtimes.values()].map((runtime) => runtime.started)),
    pass(START_PATIENCE_MS, undefined, { signal: late.signal }).catch(() => {}),
  ]);
  late.abort();

  function defaultName(): string | null {
    const isStaying = (name: string) => {
      const runtime = runtimes.get(name);
      return runtime !== undefined && !leaving.has(runtime);
    };
    return defaultNames.find(isStaying) ?? [...runtimes.keys()].find(isStaying) ?? null;
  }

  function named(name: string): AccountRuntime {
    const runtime = runtimes.get(name);
    if (!runtime) throw new AccountNotFoundError(name, ['input', 'name']);
    return runtime;
  }

  /** One of the store. */
  function ofTheStore(name: string): { readonly runtime: AccountRuntime; readonly userId: string } {
    const runtime = named(name);
    const { origin, userId } = runtime;
    if (origin === 'STORE' && userId !== null) return { runtime, userId };
    const message =
      'The account comes from TELEGRAM_SESSION: take the variable out of the environment. "npm run login -- --name NAME" and ' +
      'beginSignIn keep an account in the store.';
    throw new InvalidInputError([{ path: ['input', 'name'], message }]);
  }

  function nameFor(name: string): void {
    if (!ACCOUNT_NAME.test(name)) {
      const message = 'newName is made of 1 to 32 small letters (a-z), digits and hyphens.';
      throw new InvalidInputError([{ path: ['input', 'newName'], message }]);
    }
    if (runtimes.has(name)) throw new AccountNameTakenError(name);
  }

  /** Throws where the store takes nothing: the name is written as it is. */
  async function requireStore({ name }: AccountRuntime, userId: string): Promise<void> {
    await kept(stored.rename(userId, name));
  }

  /** While no other gateway acts as the account, which may be stopped here. */
  async function alone<T>(runtime: AccountRuntime, userId: string, work: () => Promise<T>): Promise<T> {
    if (runtime.services) return work();
    await requireStore(runtime, userId);
    const lock = await options.lockSession(userId, { onLost() {}, onSuspend() {} }).catch((error: unknown) => {
      options.log.warn({ err: error }, 'an account cannot be changed');
      throw new AccountInUseError(options.explain(error) ?? 'The account cannot be locked: the log says why.');
    });
    try {
      return await work();
    } finally {
      await lock.close();
    }
  }

  async function kept<T>(work: Promise<T>, done?: string): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (error instanceof AccountConflict) {
        const { reason, account } = error;
        throw reason === 'NAME_IN_USE' ? new AccountNameTakenError(account.name) : new AccountExistsError(account.name);
      }
      if (error instanceof Misconfigured) throw new SignInEndedError('SIGN_IN_UNSUPPORTED', error.message);
      options.log.error({ err: error }, 'the accounts in the store could not be read or written');
      throw new StoreUnavailableError(done);
    }
  }

  /** That of the store, and where somebody has signed the account in beside the gateway, the one before. */
  async function sessionsToEnd(runtime: AccountRuntime): Promise<Set<string>> {
    try {
      return new Set([...runtime.used(), await runtime.session()]);
    } catch (error) {
      if (!(error instanceof Misconfigured)) return kept(Promise.reject(error));
      const message = `${error.message} With logOut: false the account is removed all the same.`;
      throw new InvalidInputError([{ path: ['input', 'logOut'], message }]);
    }
  }

  /** Telegram has signed the account in anew. */
  async function renew(runtime: AccountRuntime, id: string, session: string): Promise<AccountRuntime> {
    if (!(await kept(stored.renew(id, session)))) throw new AccountNameTakenError(runtime.name);
    await runtime.stop(renewing, GOODBYE_PATIENCE_MS);
    runtime.again();
    return runtime;
  }

  async function keep({ name, kind, user: { id }, session }: NewAccount): Promise<void> {
    const same = [...runtimes.values()].find(({ userId }) => userId === id);
    const namesake = runtimes.get(name);
    const isRenewal = same !== undefined && same === namesake && same.origin === 'STORE';
    if (namesake && !isRenewal) throw new AccountNameTakenError(name);
    if (same && !isRenewal) throw new AccountExistsError(same.name);
    const runtime = same
      ? await renew(same, id, session)
      : start(toRun(await kept(stored.insert({ id, name, kind }, session))));
    const ready = runtime.started.then(() => lookAround(runtime));
    await Promise.race([ready, pass(START_PATIENCE_MS, undefined, { ref: false })]);
  }

  /** Only an account that has seen a chat is a candidate for calls about it, so that a new one reads its first hundred chats. */
  async function lookAround({ name, kind, services }: AccountRuntime): Promise<void> {
    if (kind !== 'USER' || !services) return;
    await services.chats.list({ first: 100, after: null }, 1).catch((error: unknown) => {
      options.log.debug({ account: name, err: error }, 'the chats of an account that has signed in were not read');
    });
  }

  const stack = opened.move();
  return {
    accounts: createAccounts(
      runtimes,
      defaultName,
      leaving,
      createKeyAccounts(keyAccounts, options.log),
      createCursors(options.cursorSecret),
    ),
    readiness: () => readinessOf([...runtimes.values()]),
    async refusal(name) {
      const namesake = runtimes.get(name);
      const reason = stored.unable();
      if (reason !== null) return new SignInEndedError('SIGN_IN_UNSUPPORTED', reason);
      if (!namesake) return null;
      const { status } = await namesake.state();
      // One that cannot act may sign in anew.
      const mayRenew = namesake.origin === 'STORE' && (status === 'NEEDS_LOGIN' || status === 'MISCONFIGURED');
      return mayRenew ? null : new AccountNameTakenError(name);
    },
    keep: (account) => oneByOne(() => keep(account)),
    rename: (name, newName) =>
      oneByOne(async () => {
        const { runtime, userId } = ofTheStore(name);
        if (name === newName) return runtime;
        nameFor(newName);
        await alone(runtime, userId, () => kept(stored.rename(userId, newName)));
        // The order of age stays.
        const entries = [...runtimes].map(([each, one]) => [each === name ? newName : each, one] as const);
        runtimes.clear();
        for (const [each, one] of entries) runtimes.set(each, one);
        runtime.rename(newName);
        return runtime;
      }),
    resume: (name) =>
      oneByOne(async () => {
        const runtime = named(name);
        await kept(runtime.resume());
        return runtime;
      }),
    remove: (name, logOut) =>
      oneByOne(async () => {
        const { runtime, userId } = ofTheStore(name);
        await requireStore(runtime, userId);
        leaving.add(runtime);
        try {
          await runtime.stop(new AccountNotFoundError(name), GOODBYE_PATIENCE_MS);
          await alone(runtime, userId, async () => {
            // First at Telegram: should the process end in between, the account is still there to be removed again.
            if (logOut) for (const session of await sessionsToEnd(runtime)) await signOut(session);
            await kept(stored.remove(userId), logOut ? SIGNED_OUT : undefined);
          });
        } catch (error) {
          runtime.again();
          throw error;
        } finally {
          leaving.delete(runtime);
        }
        runtimes.delete(name);
        return { name, loggedOut: logOut };
      }),
    close: () => stack.disposeAsync(),
  };
}
