/**
 * `npm run store -- copy`: moves what the gateway remembers from SQLite in DATA_DIR to PostgreSQL at DATABASE_URL. Reads the gateway's own
 * environment. Exit code 0: done; 1: refused, and nothing was written; 2: there is no such verb.
 */
import { explain } from '../base/explain.ts';
import { ConfigError, loadConfig } from '../config/index.ts';
import { StoreError } from '../store/store-error.ts';

const USAGE = `usage: telegram-graphql-gateway store copy

  copy  copies the store in DATA_DIR into the empty database of DATABASE_URL; no gateway may run on either
`;

export async function store([verb]: readonly string[]): Promise<void> {
  if (verb !== 'copy') {
    process.stderr.write(USAGE);
    process.exitCode = 2;
    return;
  }
  try {
    const { dataDir, database } = loadConfig(process.env);
    if (!database)
      throw new ConfigError(['DATABASE_URL is not set: it names the database that the store is copied to.']);
    const { copyStore } = await import('../store/postgres/copy-store.ts');
    const rows = await copyStore(dataDir, database);
    process.stdout.write(
      `${rows} rows were copied. From now on start the gateway with DATABASE_URL alone: what it writes there is not in ${dataDir}.\n`,
    );
  } catch (error) {
    process.stderr.write(`${explain(error, [ConfigError, StoreError])}\n`);
    process.exitCode = 1;
  }
}
