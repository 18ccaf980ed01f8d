/** Everything that is SQLite's own: the file, its settings, its catalogue, and Kysely's dialect over node:sqlite. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { DEFAULT_MIGRATION_TABLE } from 'kysely/migration';
import { LRUCache } from 'lru-cache';
import { makePrivateFile } from './private-file.ts';
import { StoreError, toStoreError } from './store-error.ts';

/** How long a statement waits for another process that writes; the event loop waits with it. */
const BUSY_TIMEOUT_MS = 5_000;
/** Texts of statements that are kept compiled; those that write many rows at once have one for each number of them. */
const MOST_STATEMENTS = 100;

/**
 * Write-ahead log: a commit that was answered is with the operating system and survives the end of the process in any
 * way. It is forced to the disk only now and then (`normal`), so a power cut may take the last commits, never the file.
 * What is deleted is overwritten, since answers hold invite links.
 */
const SETTINGS = 'pragma journal_mode = wal; pragma synchronous = normal; pragma secure_delete = on;';

export interface SqliteFile {
  readonly database: DatabaseSync;
  /** The migrations that this file has seen; none for a new one. */
  readonly applied: readonly string[];
}

/** Opens the file, making it when it is not there, and looks it over. Throws `StoreError`. */
export async function openSqliteFile(path: string): Promise<SqliteFile> {
  await makePrivateFile(path);
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
    database.exec(SETTINGS);
    const fault = database.prepare('pragma quick_check(1)').get()?.['quick_check'];
    if (fault !== 'ok') {
      throw new StoreError(`The store ${path} is damaged (${fault}). Put a backup in its place, or move it away.`);
    }
    return { database, applied: appliedMigrations(database, path) };
  } catch (error) {
    database?.close();
    throw toStoreError(error, path);
  }
}

/** A store that ends with the process. */
export function openSqliteMemory(): SqliteFile {
  return { database: new DatabaseSync(':memory:'), applied: [] };
}

function appliedMigrations(database: DatabaseSync, path: string): string[] {
  const tables = database.prepare("select name from sqlite_master where type = 'table'").all();
  if (tables.length === 0) return [];
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) {
    throw new StoreError(`The store ${path} is another program's database. Name another DATA_DIR.`);
  }
  return database
    .prepare(`select name from ${DEFAULT_MIGRATION_TABLE}`)
    .all()
    .map(({ name }) => String(name));
}

/** Kysely's dialect for node:sqlite, whose statements take parameters one by one and do not say whether they read. */
export function sqliteDialect(database: DatabaseSync): Dialect {
  // Kysely would have the same text compiled each time. None is in use twice: what is read or written is so at once.
  const prepared = new LRUCache<string, StatementSync>({
    max: MOST_STATEMENTS,
    memoMethod: (sql) => database.prepare(sql),
  });
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () =>
      new ImmediateDriver({
        database: {
          close: () => database.close(),
          prepare(sql) {
            const statement = prepared.memo(sql);
            return {
              reader: statement.columns().length > 0,
              all: (parameters) => statement.all(...asValues(parameters)),
              run: (parameters) => statement.run(...asValues(parameters)),
              // Read row by row, so not the one that others use meanwhile.
              iterate: (parameters) => database.prepare(sql).iterate(...asValues(parameters)),
            };
          },
        },
      }),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** Kysely hands parameters on untyped; the tables' types have been checked, and SQLite refuses what it cannot hold. */
function asValues(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters as SQLInputValue[];
}

/** SQLite undoes changes of tables with the transaction, so migrations can run in one. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * Transactions take the right to write when they begin. SQLite refuses one that begins with reading and then wants to
 * write when another process has written meanwhile, and does not wait for it.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}
