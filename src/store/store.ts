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
import type { AccountStore, OpenAccountStore, SessionEvents } from '../workspace/account-store.ts';
import type { DatabaseAddress, Engine } from './engine.ts';
import { type Pulse, startPulse } from './pulse.ts';
import { openSqlite, openSqliteTables } from './sqlite/open-sqlite.ts';
import { StoreError, toStoreError } from './store-error.ts';
import { createChangedLinkTable, pruneChangedLinks } from './tables/changed-link-table.ts';
import { createClaimedLinkTable, pruneClaimedLinks } from './tables/claimed-link-table.ts';
import { createHoldTable } from './tables/hold-table.ts';
import { createLedgerTable, pruneLedger, renameCaller } from './tables/ledger-table.ts';
import { type ObservedTime, openObservedTime } from './tables/observed-time.ts';
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
  readonly log: Logger;
  /** Callers that have another name since their last start; see `renameCaller`. */
  readonly renamed?: readonly { readonly from: string; readonly to: string }[];
  readonly clock?: () => Date;
}

/** One database for all accounts of the process. */
export interface Store {
  /**
   * Locks the session of the account that `scope` names, as `sessionScope` does, and answers what is kept of it. Throws `StoreError`
   * when another process has the session, and when the database cannot be used.
   */
  readonly openAccount: OpenAccountStore;
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
    const prune = async () => {
      const before = time.minutes() - LIFE_MINUTES;
      await pruneLedger(db, before);
      await pruneClaimedLinks(db, before);
      await pruneChangedLinks(db, before);
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
      async openAccount(scope, events) {
        try {
          return await openAccount({ ...options, engine, time, pulse, scope, events });
        } catch (error) {
          throw toStoreError(error, engine.name);
        }
      },
      close: () => stack.disposeAsync(),
    };
  } catch (error) {
    throw toStoreError(error, engine.name);
  }
}

interface OpenOptions extends Pick<StoreOptions, 'log' | 'renamed' | 'clock'> {
  readonly engine: Engine;
  readonly time: ObservedTime;
  readonly pulse: Pulse;
  readonly scope: string;
  readonly events: SessionEvents;
}

async function openAccount(options: OpenOptions): Promise<AccountStore> {
  const { engine, time, pulse, scope, events, log, renamed = [], clock = () => new Date() } = options;
  const { db, name } = engine;
  await using started = new AsyncDisposableStack();
  const boot = randomUUID();
  let isLost = false;
  const onLost = (reason: string) => {
    if (!isLost) events.onLost(new StoreError(reason));
    isLost = true;
  };
  const session = await engine.lock({ scope, boot, log, onLost, onSuspend: events.onSuspend });
  started.defer(() => session.release());
  started.defer(pulse.watch({ ...session, boot, onLost }));

  for (const { from, to } of renamed) await renameCaller(db, scope, from, to);
  const table = createLedgerTable(db, scope, boot, time);
  const ledger: Ledger = {
    ...table,
    async sending(key, hint) {
      if (!engine.isInPlace())
        throw new StoreError(`The store ${name} was removed or replaced. Start the gateway again.`);
      await table.sending(key, hint);
    },
  };
  const peers = createPeerTable(db, scope, { clock, log });
  started.defer(() => peers.flush());

  const openRequests = await table.open();
  const stack = started.move();
  return {
    peers,
    ledger,
    openRequests,
    claims: createClaimedLinkTable(db, scope, { clock, time }),
    changedLinks: createChangedLinkTable(db, scope, time),
    holds: createHoldTable(db, scope),
    wasCutOff: session.wasCutOff,
    health: async () => pulse.fault(),
    mayUse: session.mayUse,
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

async function openTables({ dataDir, database }: StorePlace): Promise<Kysely<Tables>> {
  if (database) return (await import('./postgres/open-postgres.ts')).openPostgresTables(database);
  return (await openSqliteTables(dataDir)).db;
}
