import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import type { DatabaseAddress } from '../engine.ts';
import { createFileLocks } from '../sqlite/file-locks.ts';
import { openSqliteTables, SQLITE_FILE } from '../sqlite/open-sqlite.ts';
import { lockSession } from '../sqlite/session-lock.ts';
import { StoreError, toStoreError } from '../store-error.ts';
import { insertRows, type RawRow } from '../tables/raw-rows.ts';
import { ROWS_AT_ONCE, type Tables } from '../tables/tables.ts';
import { nameOf, openPostgresTables } from './open-postgres.ts';
import { withoutSessions } from './session-lock.ts';

/** All but the session's owner, who is a process on the one or the other. */
const COPIED = [
  'peer',
  'username',
  'ledger',
  'hold',
  'claimed_link',
  'changed_link',
  'account',
  'key_account',
  'chat_right',
] as const satisfies (keyof Tables)[];

/**
 * Copies the store of the directory into the database, all of it or nothing, and answers the number of rows. The one that is copied is
 * not changed. Throws `StoreError` where a gateway runs on either, where there is nothing to copy, and where something is there already.
 */
export async function copyStore(dataDir: string, address: DatabaseAddress): Promise<number> {
  const name = nameOf(address);
  await using started = new AsyncDisposableStack();
  try {
    const files = existsSync(dataDir) ? await readdir(dataDir) : [];
    if (!files.includes(SQLITE_FILE)) throw new StoreError(`There is no store in ${dataDir}. Check DATA_DIR.`);
    const locks = createFileLocks();
    for (const file of files.filter((each) => /^session-\w{16}\.lock$/.test(each))) {
      const lock = await lockSession(locks, dataDir, file.slice('session-'.length));
      started.defer(() => lock.release());
    }
    const from = await openSqliteTables(dataDir);
    started.defer(() => from.file.database.close());
    const to = await openPostgresTables(address);
    started.defer(() => to.destroy());
    // In one transaction each, so that nobody writes there meanwhile, and nothing is there when it fails.
    return await withoutSessions(address.directUrl, () =>
      from.db.transaction().execute((source) => to.transaction().execute((target) => copyAll(source, target, name))),
    );
  } catch (error) {
    throw toStoreError(error, name);
  }
}

async function copyAll(from: Kysely<Tables>, to: Kysely<Tables>, name: string): Promise<number> {
  let copied = 0;
  for (const table of COPIED) {
    const there = await to.selectFrom(table).select('workspace').limit(1).executeTakeFirst();
    if (there) throw new StoreError(`The store ${name} is not empty. Name a new database in DATABASE_URL.`);
    for (let last: unknown = 0; last !== undefined; ) {
      const page = sql<Record<string, unknown>>`select rowid as place, * from ${sql.table(table)}
        where rowid > ${last} order by rowid limit ${ROWS_AT_ONCE}`;
      const { rows } = await page.execute(from);
      last = rows.at(-1)?.['place'];
      const copies = rows.map(({ place: _, ...row }) => withoutNul(row));
      await insertRows(to, table, copies);
      copied += rows.length;
    }
  }
  const time = await from.selectFrom('observed_time').select('minutes').executeTakeFirst();
  await to
    .updateTable('observed_time')
    .set({ minutes: time?.minutes ?? 0 })
    .execute();
  return copied;
}

/** Versions before this one kept what PostgreSQL does not take. */
function withoutNul(row: RawRow): RawRow {
  const clean = (value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '') : value);
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, clean(value)]));
}
