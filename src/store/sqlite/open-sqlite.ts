import { join } from 'node:path';
import { Kysely } from 'kysely';
import type { Engine, SessionOptions } from '../engine.ts';
import { checkTables, migrate, SQLITE_TYPES } from '../migrations/migrations.ts';
import { toStoreError } from '../store-error.ts';
import { ownSession } from '../tables/session-owner.ts';
import type { Tables } from '../tables/tables.ts';
import { makePrivateDirectory } from './private-file.ts';
import { lockSession } from './session-lock.ts';
import { openSqliteFile, openSqliteMemory, type SqliteFile, sqliteDialect } from './sqlite.ts';

/** The file's name in the data directory. */
export const SQLITE_FILE = 'gateway.db';

/** Locks the session, then opens the file. `dataDir` `null`: in memory, nothing is kept and nothing is locked. Throws `StoreError`. */
export async function openSqlite(dataDir: string | null, options: SessionOptions): Promise<Engine> {
  try {
    return await lockAndOpen(dataDir, options);
  } catch (error) {
    throw toStoreError(error, nameOf(dataDir));
  }
}

async function lockAndOpen(dataDir: string | null, { scope, boot, log }: SessionOptions): Promise<Engine> {
  await using started = new AsyncDisposableStack();
  if (dataDir !== null) await makePrivateDirectory(dataDir);
  const lock = dataDir === null ? null : await lockSession(dataDir, scope);
  if (lock) started.defer(() => lock.release());
  const { db, file } = await openSqliteTables(dataDir);
  started.defer(() => file.database.close());
  const owner = lock && (await ownSession(db, { scope, boot, lockFile: lock.file }));
  if (lock && !owner) throw await lock.refusal();
  // What of it fails leaves work for the next start, and nothing wrong.
  started.defer(() =>
    owner?.leave().catch((err: unknown) => {
      log.warn({ err }, 'the next start will wait for this gateway, which has ended');
    }),
  );
  await lock?.announce();
  const stack = started.move();
  return {
    db,
    name: nameOf(dataDir),
    owner,
    isInPlace: file.isInPlace,
    isLockInPlace: () => lock?.isInPlace() ?? true,
    mayUse: () => true,
    close: () => stack.disposeAsync(),
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

function nameOf(dataDir: string | null): string {
  return dataDir === null ? ':memory:' : join(dataDir, SQLITE_FILE);
}
