import { setTimeout as pass } from 'node:timers/promises';
import { type Accounts, createAccounts } from '../services/routing/accounts.ts';
import { createKeyAccounts, type KeyAccountStore } from '../services/routing/key-account.ts';
import { type AccountRuntime, type AccountToRun, type RuntimeOptions, startAccount } from './account-runtime.ts';
import { type Readiness, readinessOf } from './readiness.ts';

/** What starts and closes the accounts and all that hangs on them. */
export interface Workspace {
  readonly accounts: Accounts;
  /** Aborted when the session of the only account may be another process's: the workspace is to be closed. */
  readonly lost: AbortSignal;
  /** Whether at least one account can act, and what is wrong with each. */
  readiness(): Promise<Readiness>;
  /** To be called when no request is under way any more. */
  close(): Promise<void>;
}

export interface WorkspaceOptions extends Omit<RuntimeOptions, 'only'> {
  /** Each name once. */
  readonly accounts: readonly AccountToRun[];
  /** The name of the account that is meant when a call names none; `null`: `default`, else `owner`, else the first. */
  readonly defaultAccount: string | null;
  readonly keyAccounts: KeyAccountStore;
}

/** How long the accounts may take before the gateway serves without those that have not started. */
const START_PATIENCE_MS = 5_000;
/** The account of TELEGRAM_SESSION, and the sandbox's. */
const USUAL_DEFAULTS = ['default', 'owner'];

/**
 * Starts every account by itself: one that cannot start does not keep the others waiting for long, and is tried again. The only account
 * is awaited; rejects as `openLocalAccount` does when it cannot start.
 */
export async function openWorkspace(all: WorkspaceOptions): Promise<Workspace> {
  const { accounts, defaultAccount, keyAccounts, ...options } = all;
  await using opened = new AsyncDisposableStack();
  const lost = new AbortController();
  const only = accounts.length === 1 ? { onLost: (reason: unknown) => lost.abort(reason) } : null;
  const runtimes = new Map<string, AccountRuntime>();
  opened.defer(async () => {
    await Promise.all([...runtimes.values()].map((runtime) => runtime.close()));
  });
  for (const account of accounts) runtimes.set(account.name, startAccount(account, { ...options, only }));

  const started = [...runtimes.values()].map((runtime) => runtime.started);
  if (only) await started[0];
  const patience = new AbortController();
  const late = pass(START_PATIENCE_MS, undefined, { signal: patience.signal }).catch(() => {});
  await Promise.race([Promise.allSettled(started), late]);
  patience.abort();

  const wanted = [defaultAccount ?? '', ...USUAL_DEFAULTS].find((name) => runtimes.has(name));
  const defaultName = wanted ?? accounts[0]?.name ?? null;
  const stack = opened.move();
  return {
    accounts: createAccounts(runtimes, () => defaultName, createKeyAccounts(keyAccounts, options.log)),
    lost: lost.signal,
    readiness: () => readinessOf([...runtimes.values()]),
    close: () => stack.disposeAsync(),
  };
}
