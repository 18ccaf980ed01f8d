import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, type KyselyPlugin, type RawBuilder, sql } from 'kysely';
import { postgresDialect } from '../../src/store/postgres/client.ts';
import { sqliteDialect } from '../../src/store/sqlite/sqlite.ts';
import type { StorePlace } from '../../src/store/store.ts';
import type { Tables } from '../../src/store/tables/tables.ts';
import { makeDataDir } from './data-dir.ts';
import { makeDatabase } from './start-postgres.ts';

/** The server on which tests that open a store run, with `npm run test:postgres`; else they run on SQLite. */
export const POSTGRES = process.env['TEST_POSTGRES_URL'];

/** A database keeps no session without; the embedded store makes a file of its own. */
const SESSION_KEYS = `test:${Buffer.alloc(32, 1).toString('base64')}`;

/** Where a store of a test's own is, on the engine under test. */
export interface TestPlace extends StorePlace, AsyncDisposable {
  /** What a gateway is told of it. */
  readonly env: Readonly<Record<string, string>>;
  /** A connection beside the store's. `patienceMs`: how long it waits for PostgreSQL, 0 for ever; as the store does, when absent. */
  connect(plugins?: KyselyPlugin[], patienceMs?: number): Kysely<Tables> & AsyncDisposable;
  /** A statement beside the store's. */
  run(statement: RawBuilder<unknown>): Promise<readonly Record<string, unknown>[]>;
}

export async function makeStorePlace(): Promise<TestPlace> {
  const dir = await makeDataDir();
  const server = process.env['TEST_POSTGRES_URL'];
  const url = server && (await makeDatabase(server));
  const database = url ? { url, directUrl: url, poolSize: 6 } : null;

  function connect(plugins: KyselyPlugin[] = [], patienceMs?: number) {
    const dialect = url
      ? postgresDialect(url, 4, patienceMs)
      : sqliteDialect(new DatabaseSync(join(dir.path, 'gateway.db'), { timeout: 0 }));
    return new Kysely<Tables>({ dialect, plugins });
  }

  return {
    dataDir: dir.path,
    database,
    env: { DATA_DIR: dir.path, ...(url && { DATABASE_URL: url, SESSION_KEYS }) },
    connect,
    async run(statement) {
      await using db = connect();
      const { rows } = await statement.execute(db);
      return rows as Record<string, unknown>[]; // rows of a statement that nobody has typed
    },
    [Symbol.asyncDispose]: () => dir[Symbol.asyncDispose](),
  };
}

/** The server's processes that hold the lock on a session in this PostgreSQL. */
export function holdersOf(place: TestPlace): Promise<readonly Record<string, unknown>[]> {
  return place.run(sql`select distinct pid from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock' and granted
    and database = (select oid from pg_database where datname = current_database())`);
}
