/**
 * What outlives the process, for one account: the peers it has seen, the requests that carried an idempotency key, and
 * which links were given to whom and what they have become. An SQLite file by default. Everything but sqlite.ts and session-lock.ts speaks Kysely and
 * types that PostgreSQL has too.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import type { Logger } from '../base/log.ts';
import type { Hold, HoldStore } from '../services/account/hold-store.ts';
import type { PeerStore } from '../services/chats/peer-store.ts';
import type { ChangedLinks } from '../services/once/changed-links.ts';
import type { ClaimStore } from '../services/once/invite-claims.ts';
import type { Ledger } from '../services/once/ledger.ts';
import { migrate, unknownMigrations } from './migrations/migrations.ts';
import { startPulse } from './pulse.ts';
import { makePrivateDirectory } from './sqlite/private-file.ts';
import { lockSession } from './sqlite/session-lock.ts';
import { openSqliteFile, openSqliteMemory, type SqliteFile, sqliteDialect } from './sqlite/sqlite.ts';
import { StoreError, toStoreError } from './store-error.ts';
import { createChangedLinks } from './tables/changed-links.ts';
import { createClaimedLinks } from './tables/claimed-links.ts';
import { createHoldTable } from './tables/hold-table.ts';
import { createLedger, renameCaller } from './tables/ledger.ts';
import { openObservedTime } from './tables/observed-time.ts';
import { readOpenRequests, trackOpenRequests } from './tables/open-requests.ts';
import { createPeerTable } from './tables/peer-table.ts';
import { ownSession } from './tables/session-owner.ts';
import type { Tables } from './tables/tables.ts';

export interface Store {
  readonly holds: HoldStore;
  readonly peers: PeerStore;
  readonly ledger: Ledger;
  readonly claims: ClaimStore;
  readonly changedLinks: ChangedLinks;
  /**
   * What keeps requests with an idempotency key from being written down, a sentence for an operator without secrets; `null`:
   * nothing. Not older than some seconds, and costs nothing to ask.
   */
  health(): Promise<string | null>;
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
export async function openStore(options: StoreOptions): Promise<Store> {
  const path = options.dataDir === null ? ':memory:' : join(options.dataDir, FILE);
  try {
    return await open(options, path);
  } catch (error) {
    throw toStoreError(error, path);
  }
}

async function open(options: StoreOptions, path: string) {
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
  const openRequests = await readOpenRequests(db, scope);
  const claims = createClaimedLinks(db, scope, { clock, time, open: openRequests });
  atLast(claims.flush, 'which links were given was not written down');
  const before = async () => {
    if (!file.isInPlace()) throw new StoreError(`The store ${path} was removed or replaced. Start the gateway again.`);
    await claims.flush();
  };
  const ledger = trackOpenRequests(createLedger(db, scope, boot, time), openRequests, { before, time });
  const changedLinks = createChangedLinks(db, scope, time);
  const prune = async () => {
    await ledger.prune(time.minutes() - LIFE_MINUTES);
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

  const stack = started.move();
  const holds = createHoldTable(db, scope);
  return {
    peers,
    ledger,
    claims,
    changedLinks,
    holds,
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
