/** Everything that is SQLite's own: the file, its settings, its catalogue, and Kysely's dialect over node:sqlite. */
import { statSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as pass } from 'node:timers/promises';
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
import type { Found } from '../migrations/migrations.ts';
import { StoreError, toStoreError } from '../store-error.ts';
import { closeToOthers, inode, makePrivateFile } from './private-file.ts';

const SQLITE_BUSY = 5;
/**
 * How long statements wait for another process that writes: all together, counted from the first. Those behind it are refused
 * at once, or each would add a wait of its own to the one before.
 */
const PATIENCE_MS = 2_000;
const TRY_EVERY_MS = 10;
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
  readonly found: Found;
  /** Whether what is written still goes where the next start will look for it: nobody has removed or replaced the files. */
  isInPlace(): boolean;
}

/** Opens the file, making it when it is not there, and looks it over. Throws `StoreError`. */
export async function openSqliteFile(path: string): Promise<SqliteFile> {
  await makePrivateFile(path, makeDatabase);
  const paths = [path, `${path}-wal`, `${path}-shm`]; // new ones get the rights of the first
  for (const each of paths) await closeToOthers(each);
  let database: DatabaseSync | null = null;
  try {
    if (statSync(path).size === 0) throw damaged(path, 'it is empty');
    const opened = new DatabaseSync(path, { timeout: 0 });
    database = opened;
    const fault = await createPatience()(async () => {
      opened.exec(SETTINGS);
      return opened.prepare('pragma quick_check(1)').get()?.['quick_check'];
    });
    if (fault !== 'ok') throw damaged(path, String(fault));
    const found = tablesOf(opened);
    const inodes = paths.map(inode);
    return { database, found, isInPlace: () => paths.every((each, index) => inode(each) === inodes[index]) };
  } catch (error) {
    database?.close();
    throw toStoreError(error, path);
  }
}

function makeDatabase(path: string): void {
  const database = new DatabaseSync(path);
  database.exec('pragma journal_mode = wal'); // writes the first page
  database.close();
}

function damaged(path: string, how: string): StoreError {
  return new StoreError(`The store ${path} is damaged (${how}). Put a backup in its place, or move it away.`);
}

/** A store that ends with the process. */
export function openSqliteMemory(): SqliteFile {
  const database = new DatabaseSync(':memory:');
  return { database, found: { applied: [], isForeign: false }, isInPlace: () => true };
}

/** Whether another process has the lock that this one wants. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === SQLITE_BUSY;
}

type Patience = <T>(work: () => Promise<T>) => Promise<T>;

/** Repeats what another process's lock has refused. SQLite's own wait would stop the event loop. */
function createPatience(): Patience {
  let lockedSince: number | null = null;
  return async (work) => {
    for (;;) {
      try {
        const result = await work();
        lockedSince = null;
        return result;
      } catch (error) {
        if (!isBusy(error)) throw error;
        lockedSince ??= performance.now();
        if (performance.now() - lockedSince >= PATIENCE_MS) throw error;
      }
      await pass(TRY_EVERY_MS);
    }
  };
}

function tablesOf(database: DatabaseSync): Found {
  const tables = database.prepare("select name from sqlite_master where type = 'table'").all();
  const isKnown = tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE);
  if (!isKnown) return { applied: [], isForeign: tables.length > 0 };
  const applied = database.prepare(`select name from ${DEFAULT_MIGRATION_TABLE}`).all();
  return { applied: applied.map(({ name }) => String(name)), isForeign: false };
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
      new PatientDriver({
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
 * Statements wait with patience. Transactions take the right to write when they begin: SQLite refuses one that begins with
 * reading and then wants to write when another process has written meanwhile.
 */
class PatientDriver extends SqliteDriver {
  readonly #patiently = createPatience();
  #connection: DatabaseConnection | null = null;

  override async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#connection) return this.#connection;
    const connection = await super.acquireConnection();
    this.#connection = {
      executeQuery: (query) => this.#patiently(() => connection.executeQuery(query)),
      streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    };
    return this.#connection;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}
