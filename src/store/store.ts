/**
 * What outlives the process, for one account: the peers it has seen, the requests that carried an idempotency key, and
 * which links were given to whom and what they have become. An SQLite file by default. Everything but sqlite.ts and session-lock.ts speaks Kysely and
 * types that PostgreSQL has too.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import type { AccountStore } from '../accounts/account-store.ts';
import type { Logger } from '../base/log.ts';
import type { Hold } from '../services/account/hold-store.ts';
import type { Ledger } from '../services/once/ledger.ts';
import { migrate, unknownMigrations } from './migrations/migrations.ts';
import { startPulse } from './pulse.ts';
import { makePrivateDirectory } from './sqlite/private-file.ts';
import { lockSession } from './sqlite/session-lock.ts';
import { openSqliteFile, openSqliteMemory, type SqliteFile, sqliteDialect } from './sqlite/sqlite.ts';
import { StoreError, toStoreError } from './store-error.ts';
import { createChangedLinkTable } from './tables/changed-link-table.ts';
import { createClaimedLinkTable } from './tables/claimed-link-table.ts';
import { createHoldTable } from './tables/hold-table.ts';
import { createLedgerTable, renameCaller } from './tables/ledger-table.ts';
import { openObservedTime } from './tables/observed-time.ts';
import { createPeerTable } from './tables/peer-table.ts';
import { ownSession } from './tables/session-owner.ts';
import type { Tables } from './tables/tables.ts';

export interface StoreOptions {
  /** Made when it is not there. `null`: in memory, nothing is kept and nothing is locked. */
  readonly dataDir: string | null;
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
}

/** The file's name in the data directory. */
const FILE = 'gateway.db';
/** Of keys and claims: 24 hours, and what the stamp of a row and its count may be behind. */
const LIFE_MINUTES = 24 * 60 + 2;
const PRUNE_EVERY_MS = 3_600_000;

/**
 * Locks the account's session, then opens the store. Throws `StoreError` when another process has the session, and when the
 * file is damaged, of another program, of a newer version of this one, or cannot be written; it is never replaced.
 */
export async function openStore(options: StoreOptions): Promise<AccountStore> {
  const path = options.dataDir === null ? ':memory:' : join(options.dataDir, FILE);
  try {
    return await open(options, path);
  } catch (error) {
    throw toStoreError(error, path);
  }
}

async function open(options: StoreOptions, path: string): Promise<AccountStore> {
  const { dataDir, scope, log, renamed = [], clock = () => new Date(), onLost = () => {} } = options;
  await using started = new AsyncDisposableStack();
  /** What of it fails leaves work for the next start, and nothing wrong. */
  const atLast = (work: () => Promise<void>, failed: string) =>
    started.defer(() => work().catch((error: unknown) => log.warn({ err: error }, failed)));

  if (dataDir !== null) await makePrivateDirectory(dataDir);
  const lock = dataDir === null ? null : await lockSession(dataDir, scope);
  if (lock) started.defer(() => lock.release());
  const file = dataDir === null ? openSqliteMemory() : await openSqliteFile(path);
  started.defer(() => file.database.close());
  const db = await openTables(file, path);
  const boot = randomUUID();
  const owner = lock && (await ownSession(db, { scope, boot, lockFile: lock.file }));
  if (lock && !owner) throw await lock.refusal();
  if (owner) atLast(owner.leave, 'the next start will wait for this gateway, which has ended');
  await lock?.announce();

  const time = await openObservedTime(db);
  const session = lock && owner && { lock, owner };
  const pulse = startPulse({ file, time, session, onLost, log });
  started.defer(() => pulse.stop());

  for (const { from, to } of renamed) await renameCaller(db, scope, from, to);
  const claims = createClaimedLinkTable(db, scope, { clock, time });
  const table = createLedgerTable(db, scope, boot, time);
  const ledger: Ledger = {
    ...table,
    async sending(key, hint) {
      if (!file.isInPlace())
        throw new StoreError(`The store ${path} was removed or replaced. Start the gateway again.`);
      await table.sending(key, hint);
    },
  };
  const changedLinks = createChangedLinkTable(db, scope, time);
  const prune = async () => {
    await table.prune(time.minutes() - LIFE_MINUTES);
    await claims.prune(time.minutes() - LIFE_MINUTES);
    await changedLinks.prune(time.minutes() - LIFE_MINUTES);
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
    wasCutOff: owner?.wasCutOff ?? false,
    health: async () => pulse.fault(),
    close: () => stack.disposeAsync(),
  };
}

/**
 * Takes away the hold on an account's writes; `null`: there was none. Works beside a gateway that runs, and so without the
 * lock on the session. Throws `StoreError` as `openStore` does.
 */
export async function liftHold(dataDir: string, scope: string): Promise<Hold | null> {
  const path = join(dataDir, FILE);
  const { database, applied } = await openSqliteFile(path);
  try {
    const holds = createHoldTable(await openTables({ database, applied }, path), scope);
    const hold = await holds.read();
    await holds.lift();
    return hold;
  } finally {
    database.close();
  }
}

/** The file as tables, brought up to date. */
async function openTables({ database, applied }: Omit<SqliteFile, 'isInPlace'>, path: string): Promise<Kysely<Tables>> {
  const unknown = unknownMigrations(applied);
  if (unknown.length > 0) {
    throw new StoreError(
      `The store ${path} was written by a newer version of the gateway (${unknown.join(', ')}). ` +
        'Start that version, or name another DATA_DIR.',
    );
  }
  const db = new Kysely<Tables>({ dialect: sqliteDialect(database) });
  try {
    await migrate(db, applied);
  } catch (error) {
    throw toStoreError(error, path);
  }
  return db;
}
