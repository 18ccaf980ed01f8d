/**
 * `telegram-graphql-gateway accounts`: the accounts that the store keeps, one a line, without what is secret. Reads the
 * gateway's own environment and needs no key. Exit code 0: done; 1: the configuration or the store cannot be used; 2: wrong
 * arguments, as it takes none.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { explain } from '../base/explain.ts';
import { ConfigError, loadStoreConfig } from '../config/index.ts';
import { createSeal } from '../store/seal.ts';
import { SQLITE_FILE } from '../store/sqlite/open-sqlite.ts';
import { openAccounts } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';

const WIDTHS = [32, 4, 20];

export async function accounts(args: readonly string[] = []): Promise<void> {
  if (args.length > 0) {
    process.stderr.write('usage: telegram-graphql-gateway accounts\n');
    process.exitCode = 2;
    return;
  }
  try {
    const { dataDir, database } = loadStoreConfig(process.env);
    if (!database && !existsSync(join(dataDir, SQLITE_FILE))) {
      throw new StoreError(`There is no store in ${dataDir}. Check DATA_DIR, or sign in: npm run login -- --name NAME`);
    }
    await using stored = await openAccounts({ dataDir, database }, createSeal([], ''));
    const rows = (await stored.list()).map(({ name, kind, id, createdAt }) => [
      name,
      kind,
      id,
      createdAt.toISOString(),
    ]);
    const lines = [['NAME', 'KIND', 'USER ID', 'SIGNED IN'], ...rows].map((cells) =>
      cells.map((cell, column) => cell.padEnd(WIDTHS[column] ?? 0)).join('  '),
    );
    process.stdout.write(`${lines.join('\n')}\n`);
    if (rows.length === 0) process.stderr.write('No account is in the store. Sign in: npm run login -- --name NAME\n');
  } catch (error) {
    process.stderr.write(`${explain(error, [ConfigError, StoreError])}\n`);
    process.exitCode = 1;
  }
}
