import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import type { Engine, LockedSession, SessionOptions } from '../engine.ts';
import { checkTables, migrate, SQLITE_TYPES } from '../migrations/migrations.ts';
import { toStoreError } from '../store-error.ts';
import { ownSession } from '../tables/session-owner.ts';
import type { Tables } from '../tables/tables.ts';
import { createFileLocks, type FileLocks } from './file-locks.ts';
import { makePrivateDirectory } from './private-file.ts';
import { lockSession } from './session-lock.ts';
import { openSqliteFile, openSqliteMemory, type SqliteFile, sqliteDialect } from './sqlite.ts';

/** The file's name in the data directory. */
export const SQLITE_FILE = 'gateway.db';

/** Opens the file. `dataDir` `null`: in memory, nothing is kept and nothing is locked. Throws `StoreError`. */
export async function openSqlite(dataDir: string | null): Promise<Engine> {
  if (dataDir !== null) await makePrivateDirectory(dataDir);
  const { db, file } = await openSqliteTables(dataDir);
  const locks = createFileLocks();
  return {
    db,
    name: nameOf(dataDir),
    isInPlace: file.isInPlace,
    lock: async (options) => (dataDir === null ? NOBODY_ELSES : lockAndOwn(locks, dataDir, db, options)),
    close: async () => file.database.close(),
  };
}

/** What ends with the process cannot be another's. */
const NOBODY_ELSES: LockedSession = {
  isOwned: false,
  wasCutOff: false,
  isLockInPlace: () => true,
  mayUse: () => true,
  release: async () => {},
};

async function lockAndOwn(
  locks: FileLocks,
  dataDir: string,
  db: Kysely<Tables>,
  { scope, boot, log }: SessionOptions,
): Promise<LockedSession> {
  await using started = new AsyncDisposableStack();
  const lock = await lockSession(locks, dataDir, scope);
  started.defer(() => lock.release());
  const owner = await ownSession(db, { scope, boot, lockFile: lock.file });
  if (!owner) throw await lock.refusal();
  // What of it fails leaves work for the next start, and nothing wrong.
  started.defer(() =>
    owner.leave().catch((err: unknown) => {
      log.warn({ err }, 'the next start will wait for this gateway, which has ended');
    }),
  );
  await lock.announce();
  const stack = started.move();
  return {
    isOwned: true,
    wasCutOff: owner.wasCutOff,
    isLockInPlace: lock.isInPlace,
    mayUse: () => true,
    release: () => stack.disposeAsync(),
  };
}

/** The file as tables, brought up to date; nothing is locked. Throws `StoreError`. */
export async function openSqliteTables(dataDir: string | null) {
  const name = nameOf(dataDir);
  let file: SqliteFile | null = null;
  try {
    file = dataDir === null ? openSqliteMemory() : await openSqliteFile(name);
    checkTables(file.found, name, 'another DATA_DIR');
    const db = new Kysely<Tables>({ dialect: sqliteDialect(file.database) });
    await migrate(db, file.found.applied, SQLITE_TYPES);
    return { db, file };
  } catch (error) {
    file?.database.close();
    throw toStoreError(error, name);
  }
}

/** Whether accounts are kept in the file. Nothing is made or changed. */
export function hasSqliteAccounts(dataDir: string): boolean {
  const path = nameOf(dataDir);
  if (!existsSync(path)) return false;
  try {
    using database = new DatabaseSync(path, { readOnly: true });
    const isThere = database.prepare("select 1 from sqlite_master where name = 'account'").get() !== undefined;
    return isThere && database.prepare('select 1 from account').get() !== undefined;
  } catch (error) {
    throw toStoreError(error, path);
  }
}

function nameOf(dataDir: string | null): string {
  return dataDir === null ? ':memory:' : join(dataDir, SQLITE_FILE);
}
