/**
 * What outlives the process, for one account: the peers it has seen, the requests that carried an idempotency key, and
 * which links were given to whom. An SQLite file by default. Everything but sqlite.ts and session-lock.ts speaks Kysely and
 * types that PostgreSQL has too.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import type { Logger } from '../log.ts';
import type { Hold, HoldStore } from '../services/hold-store.ts';
import type { ClaimStore } from '../services/invite-claims.ts';
import type { Ledger } from '../services/ledger.ts';
import type { PeerStore } from '../services/peer-store.ts';
import { createClaimedLinks } from './claimed-links.ts';
import { createHoldTable } from './hold-table.ts';
import { createLedger, renameCaller } from './ledger.ts';
import { migrate, unknownMigrations } from './migrations.ts';
import { readOpenRequests, trackOpenRequests } from './open-requests.ts';
import { createPeerTable } from './peer-table.ts';
import { makePrivateDirectory } from './private-file.ts';
import { lockSession } from './session-lock.ts';
import { openSqliteFile, openSqliteMemory, type SqliteFile, sqliteDialect } from './sqlite.ts';
import { StoreError, toStoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

export interface Store {
  readonly holds: HoldStore;
  readonly peers: PeerStore;
  readonly ledger: Ledger;
  readonly claims: ClaimStore;
  /** Writes what is waiting, closes the file and gives the session free. */
  close(): Promise<void>;
}

export interface StoreOptions {
  /** Made when it is not there. `null`: in memory, nothing is kept and nothing is locked. */
  readonly dataDir: string | null;
  /** Names the account, as `sessionScope` does. */
  readonly scope: string;
  readonly log: Logger;
  /** Callers that have another name since their last start; see `renameCaller`. */
  readonly renamed?: readonly { readonly from: string; readonly to: string }[];
  readonly clock?: () => Date;
}

/** The file's name in the data directory. */
const FILE = 'gateway.db';
const LEDGER_LIFE_MS = 24 * 3_600_000;
const PRUNE_EVERY_MS = 3_600_000;

/**
 * Locks the account's session, then opens the store. Throws `StoreError` when another process has the session, and when
 * the file is damaged, of another program, of a newer version of this one, or cannot be written; it is never replaced.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { dataDir, scope, log, renamed = [], clock = () => new Date() } = options;
  await using started = new AsyncDisposableStack();
  if (dataDir !== null) {
    await makePrivateDirectory(dataDir);
    const lock = await lockSession(dataDir, scope);
    started.defer(() => lock.release());
  }
  const path = dataDir === null ? ':memory:' : join(dataDir, FILE);
  const file = dataDir === null ? openSqliteMemory() : await openSqliteFile(path);
  started.defer(() => file.database.close());
  const db = await openTables(file, path);

  for (const { from, to } of renamed) await renameCaller(db, scope, from, to);
  const open = await readOpenRequests(db, scope);
  const claims = createClaimedLinks(db, scope, { clock, open });
  started.defer(() =>
    claims.flush().catch((error: unknown) => log.warn({ err: error }, 'which links were given was not written down')),
  );
  const ledger = trackOpenRequests(createLedger(db, scope, randomUUID()), open, { before: claims.flush, clock });
  const prune = async () => {
    const before = new Date(clock().getTime() - LEDGER_LIFE_MS);
    await ledger.prune(before);
    await claims.prune(before);
  };
  await prune();
  const timer = setInterval(() => {
    prune().catch((error: unknown) => log.warn({ err: error }, 'old idempotency keys were not removed'));
  }, PRUNE_EVERY_MS);
  timer.unref();
  started.defer(() => clearInterval(timer));
  const peers = createPeerTable(db, scope, { clock, log });
  started.defer(() => peers.flush());

  const stack = started.move();
  return { peers, ledger, claims, holds: createHoldTable(db, scope), close: () => stack.disposeAsync() };
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
async function openTables({ database, applied }: SqliteFile, path: string): Promise<Kysely<Tables>> {
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
