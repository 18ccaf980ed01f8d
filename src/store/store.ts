/**
 * What outlives the process, for each account: the peers it has seen, the requests that carried an idempotency key, and
 * which links were given to whom and what they have become. In an SQLite file, or in PostgreSQL. What the two differ in is in
 * sqlite/ and postgres/; everything else speaks Kysely and types that both have.
 */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Logger } from '../base/log.ts';
import type { Hold } from '../services/account/hold-store.ts';
import type { Ledger } from '../services/once/ledger.ts';
import type { AccountSession, AccountStore, LockSession, SessionEvents } from '../workspace/account-store.ts';
import { MAIN_WORKSPACE, type StoredAccounts } from '../workspace/stored-accounts.ts';
import type { DatabaseAddress, Engine, LockedSession } from './engine.ts';
import { type Pulse, startPulse } from './pulse.ts';
import type { Seal } from './seal.ts';
import { hasSqliteAccounts, openSqlite, openSqliteTables } from './sqlite/open-sqlite.ts';
import { makePrivateDirectory } from './sqlite/private-file.ts';
import { StoreError, toStoreError } from './store-error.ts';
import { createAccountTable } from './tables/account-table.ts';
import { carryOver } from './tables/carry-over.ts';
import { createChangedLinkTable, pruneChangedLinks } from './tables/changed-link-table.ts';
import { createChatRightTable } from './tables/chat-right-table.ts';
import { createClaimedLinkTable, pruneClaimedLinks } from './tables/claimed-link-table.ts';
import { createHoldTable } from './tables/hold-table.ts';
import { createKeyAccountTable, type KeyAccountTable } from './tables/key-account-table.ts';
import { createLedgerTable, pruneLedger, renameCaller } from './tables/ledger-table.ts';
import { type ObservedTime, openObservedTime } from './tables/observed-time.ts';
import { createPeerTable } from './tables/peer-table.ts';
import { accountOfSession, keepAccountOfSession } from './tables/session-account.ts';
import type { Tables } from './tables/tables.ts';

/** Where a store is. */
export interface StorePlace {
  /** Made when it is not there. `null`: in memory, nothing is kept and nothing is locked. */
  readonly dataDir: string | null;
  /** Is used instead of `dataDir`; absent or `null`: none. */
  readonly database?: DatabaseAddress | null;
}

export interface StoreOptions extends StorePlace {
  readonly log: Logger;
  /** Callers that have another name since their last start; see `renameCaller`. */
  readonly renamed?: readonly { readonly from: string; readonly to: string }[];
  readonly clock?: () => Date;
}

/** One database for all accounts of the process. */
export interface Store {
  /**
   * Keeps every other process off the session that `scope` names, as `sessionScope` does. Throws `StoreError` when another process has
   * the session, and when the database cannot be used.
   */
  readonly lockSession: LockSession;
  /** Which account each idempotency key went to. */
  readonly keyAccounts: KeyAccountTable;
  /** The accounts that are kept, with their sessions behind the seal. */
  accounts(seal: Seal): StoredAccounts;
  /** To be called when the accounts are closed. */
  close(): Promise<void>;
}

/** Of keys and claims: 24 hours, and what the stamp of a row and its count may be behind. */
const LIFE_MINUTES = 24 * 60 + 2;
const PRUNE_EVERY_MS = 3_600_000;

/**
 * Opens the store. Throws `StoreError` when the database is damaged, of another program, of a newer version of this one, or cannot be
 * reached or written; it is never replaced.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { dataDir, database, log } = options;
  await using started = new AsyncDisposableStack();
  const engine = database
    ? await (await import('./postgres/open-postgres.ts')).openPostgres(database)
    : await openSqlite(dataDir);
  started.defer(() => engine.close());
  try {
    const { db } = engine;
    const time = await openObservedTime(db);
    const keyAccounts = createKeyAccountTable(db, MAIN_WORKSPACE, time);
    for (const { from, to } of options.renamed ?? []) await keyAccounts.renameCaller(from, to);
    const prune = async () => {
      const before = time.minutes() - LIFE_MINUTES;
      await pruneLedger(db, before);
      await pruneClaimedLinks(db, before);
      await pruneChangedLinks(db, before);
      await keyAccounts.prune(before);
    };
    await prune();
    const timer = setInterval(() => {
      prune().catch((error: unknown) => log.warn({ err: error }, 'old idempotency keys were not removed'));
    }, PRUNE_EVERY_MS);
    timer.unref();
    started.defer(() => clearInterval(timer));
    const pulse = startPulse(engine, time, log);
    started.defer(() => pulse.stop());
    const stack = started.move();
    return {
      lockSession: (scope, events) =>
        inStoreErrors(engine, () => openSession({ ...options, engine, time, pulse, scope, events })),
      keyAccounts,
      accounts: (seal) => createAccountTable(db, MAIN_WORKSPACE, seal, () => requirePlace(engine)),
      close: () => stack.disposeAsync(),
    };
  } catch (error) {
    throw toStoreError(error, engine.name);
  }
}

async function inStoreErrors<T>({ name }: Engine, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toStoreError(error, name);
  }
}

function requirePlace({ isInPlace, name }: Engine): void {
  if (!isInPlace()) throw new StoreError(`The store ${name} was removed or replaced. Start the gateway again.`);
}

interface SessionToOpen extends Pick<StoreOptions, 'log' | 'renamed' | 'clock'> {
  readonly engine: Engine;
  readonly time: ObservedTime;
  readonly pulse: Pulse;
  readonly scope: string;
  readonly events: SessionEvents;
}

interface Locked extends Pick<LockedSession, 'mayUse' | 'wasCutOff'> {
  readonly boot: string;
  release(): Promise<void>;
}

/** Locks what `scope` names and looks after the lock. */
async function lock({ engine, pulse, log }: SessionToOpen, scope: string, events: SessionEvents): Promise<Locked> {
  await using started = new AsyncDisposableStack();
  const boot = randomUUID();
  const onLost = (reason: string) => events.onLost(new StoreError(reason));
  const session = await engine.lock({ scope, boot, log, onLost, onSuspend: events.onSuspend });
  started.defer(() => session.release());
  started.defer(pulse.watch({ ...session, boot, onLost }));
  const stack = started.move();
  return { boot, wasCutOff: session.wasCutOff, mayUse: session.mayUse, release: () => stack.disposeAsync() };
}

async function openSession(options: SessionToOpen): Promise<AccountSession> {
  const { engine, pulse, scope, events } = options;
  await using started = new AsyncDisposableStack();
  let isLost = false;
  const onLost = (reason: Error) => {
    if (!isLost) events.onLost(reason);
    isLost = true;
  };
  /** Whoever has another session of the same user would keep the same rows. */
  const lockAccount = (id: string) => lock(options, id, { onLost, onSuspend: () => {} });
  const known = await accountOfSession(engine.db, scope);
  // Side by side: one that follows a process which was cut off waits with both.
  const locking = [lock(options, scope, { ...events, onLost }), ...(known === null ? [] : [lockAccount(known)])];
  for (const one of locking) {
    started.defer(() =>
      one.then(
        ({ release }) => release(),
        () => {}, // whoever waits for it is told below
      ),
    );
  }
  const [session, first] = await Promise.all(locking);
  if (!session) throw new Error('a session without a lock');
  let account = first ?? null;

  const stack = started.move();
  return {
    mayUse: () => session.mayUse() && (account?.mayUse() ?? true),
    health: async () => pulse.fault(),
    open: (userId) =>
      inStoreErrors(engine, async () => {
        if (account === null) {
          const taken = await lockAccount(userId);
          account = taken;
          stack.defer(() => taken.release());
        }
        await keepAccountOfSession(engine.db, scope, userId);
        return openAccount(options, { userId, boot: account.boot, wasCutOff: session.wasCutOff || account.wasCutOff });
      }),
    close: () => stack.disposeAsync(),
  };
}

interface Owned {
  readonly userId: string;
  readonly boot: string;
  readonly wasCutOff: boolean;
}

async function openAccount(
  { engine, time, scope, log, renamed = [], clock = () => new Date() }: SessionToOpen,
  { userId, boot, wasCutOff }: Owned,
): Promise<AccountStore> {
  const { db } = engine;
  await carryOver(db, scope, userId);
  for (const { from, to } of renamed) await renameCaller(db, userId, from, to);
  const table = createLedgerTable(db, userId, boot, time);
  const ledger: Ledger = {
    ...table,
    async sending(key, hint) {
      requirePlace(engine);
      await table.sending(key, hint);
    },
  };
  const peers = createPeerTable(db, userId, { clock, log });
  const rights = createChatRightTable(db, MAIN_WORKSPACE, userId, log);
  return {
    peers,
    rights,
    ledger,
    openRequests: await table.open(),
    claims: createClaimedLinkTable(db, userId, { clock, time }),
    changedLinks: createChangedLinkTable(db, userId, time),
    holds: createHoldTable(db, userId),
    wasCutOff,
    async flush() {
      await peers.flush();
      await rights.flush();
    },
  };
}

/** An account of the store by its name, or the one whose session `scope` names. */
export type HeldAccount = { readonly name: string } | { readonly scope: string };

/**
 * Takes away the hold on an account's writes; `null`: there was none. Works beside a gateway that runs, and so without the
 * lock on the session. Throws `StoreError` as `openStore` does, and where the store has no account of the name.
 */
export async function liftHold(place: StorePlace, account: HeldAccount): Promise<Hold | null> {
  const db = await openTables(place);
  try {
    let held: Hold | null = null;
    for (const scope of await scopesOf(db, account)) {
      const holds = createHoldTable(db, scope);
      held ??= await holds.read();
      await holds.lift();
    }
    return held;
  } finally {
    await db.destroy();
  }
}

async function scopesOf(db: Kysely<Tables>, account: HeldAccount): Promise<string[]> {
  if ('scope' in account) {
    // Before the account has started once on this version, its rows are named by the session.
    const user = await accountOfSession(db, account.scope);
    return user === null ? [account.scope] : [user, account.scope];
  }
  const { name } = account;
  const row = await db.selectFrom('account').select('id').where('name', '=', name).executeTakeFirst();
  if (!row) throw new StoreError(`The store has no account named ${name}. "npm run accounts" lists them.`);
  return [row.id];
}

/** The accounts that the store keeps. Works beside a gateway that runs. Throws `StoreError` as `openStore` does. */
export async function openAccounts(place: StorePlace, seal: Seal): Promise<StoredAccounts & AsyncDisposable> {
  if (place.dataDir !== null && !place.database) await makePrivateDirectory(place.dataDir);
  const db = await openTables(place);
  return { ...createAccountTable(db, MAIN_WORKSPACE, seal), [Symbol.asyncDispose]: () => db.destroy() };
}

/** Whether accounts are kept there. Nothing is made or changed. Throws `StoreError`. */
export async function hasAccounts({ dataDir, database }: StorePlace): Promise<boolean> {
  if (database) return (await import('./postgres/open-postgres.ts')).hasPostgresAccounts(database);
  return dataDir !== null && hasSqliteAccounts(dataDir);
}

async function openTables({ dataDir, database }: StorePlace): Promise<Kysely<Tables>> {
  if (database) return (await import('./postgres/open-postgres.ts')).openPostgresTables(database);
  return (await openSqliteTables(dataDir)).db;
}
