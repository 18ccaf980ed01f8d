/**
 * What outlives the process, for one account: the peers it has seen, the requests that carried an idempotency key, and
 * which links were given to whom and what they have become. In an SQLite file, or in PostgreSQL. What the two differ in is in
 * sqlite/ and postgres/; everything else speaks Kysely and types that both have.
 */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { AccountStore } from '../accounts/account-store.ts';
import type { Logger } from '../base/log.ts';
import type { Hold } from '../services/account/hold-store.ts';
import type { Ledger } from '../services/once/ledger.ts';
import { MAIN_WORKSPACE, type StoredAccounts } from '../workspace/stored-accounts.ts';
import type { DatabaseAddress, Engine } from './engine.ts';
import { startPulse } from './pulse.ts';
import type { Seal } from './seal.ts';
import { openSqlite, openSqliteTables } from './sqlite/open-sqlite.ts';
import { makePrivateDirectory } from './sqlite/private-file.ts';
import { StoreError, toStoreError } from './store-error.ts';
import { createAccountTable } from './tables/account-table.ts';
import { createChangedLinkTable } from './tables/changed-link-table.ts';
import { createClaimedLinkTable } from './tables/claimed-link-table.ts';
import { createHoldTable } from './tables/hold-table.ts';
import { createKeyAccountTable } from './tables/key-account-table.ts';
import { createLedgerTable, renameCaller } from './tables/ledger-table.ts';
import { openObservedTime } from './tables/observed-time.ts';
import { createPeerTable } from './tables/peer-table.ts';
import type { Tables } from './tables/tables.ts';

/** Where a store is. */
export interface StorePlace {
  /** Made when it is not there. `null`: in memory, nothing is kept and nothing is locked. */
  readonly dataDir: string | null;
  /** Is used instead of `dataDir`; absent or `null`: none. */
  readonly database?: DatabaseAddress | null;
}

export interface StoreOptions extends StorePlace {
  /** Names the account, as `sessionScope` does. */
  readonly scope: string;
  readonly log: Logger;
  /** Callers that have another name since their last start; see `renameCaller`. */
  readonly renamed?: readonly { readonly from: string; readonly to: string }[];
  readonly clock?: () => Date;
  /**
   * The session may be another process's from now on: nothing may be sent any more, and the store is to be closed. Called once at
   * the most, also before `openStore` has answered; `reason` is a sentence.
   */
  readonly onLost?: (reason: string) => void;
  /** Another process might take the session: nothing may be sent until `AccountStore.mayUse` allows it. */
  readonly onSuspend?: () => void;
}

/** Of keys and claims: 24 hours, and what the stamp of a row and its count may be behind. */
const LIFE_MINUTES = 24 * 60 + 2;
const PRUNE_EVERY_MS = 3_600_000;

/**
 * Locks the account's session, then opens the store. Throws `StoreError` when another process has the session, and when the
 * database is damaged, of another program, of a newer version of this one, or cannot be reached or written; it is never replaced.
 */
export async function openStore(options: StoreOptions): Promise<AccountStore> {
  const { dataDir, database, scope, log, onSuspend = () => {} } = options;
  const boot = randomUUID();
  let isLost = false;
  const onLost = (reason: string) => {
    if (!isLost) options.onLost?.(reason);
    isLost = true;
  };
  const session = { scope, boot, log, onLost, onSuspend };
  const engine = database
    ? await (await import('./postgres/open-postgres.ts')).openPostgres(database, session)
    : await openSqlite(dataDir, session);
  try {
    return await openOn(engine, boot, { ...options, onLost });
  } catch (error) {
    throw toStoreError(error, engine.name);
  }
}

async function openOn(
  engine: Engine,
  boot: string,
  { scope, log, renamed = [], clock = () => new Date(), onLost }: StoreOptions & Required<Pick<StoreOptions, 'onLost'>>,
): Promise<AccountStore> {
  await using started = new AsyncDisposableStack();
  started.defer(() => engine.close());
  const { db, name } = engine;
  const time = await openObservedTime(db);
  const pulse = startPulse({ engine, time, onLost, log });
  started.defer(() => pulse.stop());

  const keyAccounts = createKeyAccountTable(db, MAIN_WORKSPACE, time);
  for (const { from, to } of renamed) {
    await renameCaller(db, scope, from, to);
    await keyAccounts.renameCaller(from, to);
  }
  const claims = createClaimedLinkTable(db, scope, { clock, time });
  const table = createLedgerTable(db, scope, boot, time);
  const ledger: Ledger = {
    ...table,
    async sending(key, hint) {
      if (!engine.isInPlace())
        throw new StoreError(`The store ${name} was removed or replaced. Start the gateway again.`);
      await table.sending(key, hint);
    },
  };
  const changedLinks = createChangedLinkTable(db, scope, time);
  const prune = async () => {
    await table.prune(time.minutes() - LIFE_MINUTES);
    await claims.prune(time.minutes() - LIFE_MINUTES);
    await changedLinks.prune(time.minutes() - LIFE_MINUTES);
    await keyAccounts.prune(time.minutes() - LIFE_MINUTES);
  };
  await prune();
  const timer = setInterval(() => {
    prune().catch((error: unknown) => log.warn({ err: error }, 'old idempotency keys were not removed'));
  }, PRUNE_EVERY_MS);
  timer.unref();
  started.defer(() => clearInterval(timer));
  const peers = createPeerTable(db, scope, { clock, log });
  started.defer(() => peers.flush());

  const openRequests = await table.open();
  const holds = createHoldTable(db, scope);
  const stack = started.move();
  return {
    peers,
    ledger,
    openRequests,
    claims,
    changedLinks,
    holds,
    wasCutOff: engine.owner?.wasCutOff ?? false,
    health: async () => pulse.fault(),
    mayUse: engine.mayUse,
    close: () => stack.disposeAsync(),
  };
}

/**
 * Takes away the hold on an account's writes; `null`: there was none. Works beside a gateway that runs, and so without the
 * lock on the session. Throws `StoreError` as `openStore` does.
 */
export async function liftHold(place: StorePlace, scope: string): Promise<Hold | null> {
  const db = await openTables(place);
  try {
    const holds = createHoldTable(db, scope);
    const hold = await holds.read();
    await holds.lift();
    return hold;
  } finally {
    await db.destroy();
  }
}

/** The accounts that the store keeps. Works beside a gateway that runs. Throws `StoreError` as `openStore` does. */
export async function openAccounts(place: StorePlace, seal: Seal): Promise<StoredAccounts & AsyncDisposable> {
  if (place.dataDir !== null && !place.database) await makePrivateDirectory(place.dataDir);
  const db = await openTables(place);
  return { ...createAccountTable(db, MAIN_WORKSPACE, seal), [Symbol.asyncDispose]: () => db.destroy() };
}

async function openTables({ dataDir, database }: StorePlace): Promise<Kysely<Tables>> {
  if (database) return (await import('./postgres/open-postgres.ts')).openPostgresTables(database);
  return (await openSqliteTables(dataDir)).db;
}
