import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSeal, openSeal, type Seal, SealError } from '../../src/store/seal.ts';
import { openAccounts } from '../../src/store/store.ts';
import { holdsKeyOf, makeSession } from '../support/session-bytes.ts';
import { makeDatabase, runSql, startPostgres } from '../support/start-postgres.ts';
import { POSTGRES } from '../support/store-place.ts';

const SUPPORT = { id: '777', name: 'support', kind: 'USER' } as const;

/** The server's own files of the database, and its log of writes. */
async function copyOf(url: string): Promise<Buffer> {
  await runSql(url, 'checkpoint');
  const [found] = await runSql(
    url,
    `select current_setting('data_directory') as data, oid::text as oid from pg_database where datname = current_database()`,
  );
  const folders = [join('base', String(found?.['oid'])), 'pg_wal'].map((each) => join(String(found?.['data']), each));
  const contents = folders.map(async (folder) => {
    const files = (await readdir(folder, { withFileTypes: true })).filter((each) => each.isFile());
    return Promise.all(files.map(({ name }) => readFile(join(folder, name))));
  });
  return Buffer.concat((await Promise.all(contents)).flat());
}

test('a copy of the database has no 16 bytes of a session', async () => {
  // A server of its own, whose log of writes is not full of other tests.
  await using server = await startPostgres();
  const run = async (seal: Seal) => {
    const url = await makeDatabase(server.urlOf('postgres'));
    const session = makeSession();
    await using accounts = await openAccounts({ dataDir: null, database: { url, directUrl: url, poolSize: 2 } }, seal);
    await accounts.insert(SUPPORT, session);
    return holdsKeyOf(session, await copyOf(url));
  };
  const none: Seal = {
    keyId: () => 'none',
    derive: () => null,
    unable: () => null,
    seal: (secret) => secret,
    open: (secret) => secret,
  };
  expect(await run(none), 'without a seal').toBe(true);
  expect(await run(createSeal([{ id: 'k1', key: Buffer.alloc(32, 1) }], 'SESSION_KEYS'))).toBe(false);
});

test('without SESSION_KEYS no session is kept, and it is said why; accounts are listed all the same', async () => {
  const url = await makeDatabase(POSTGRES ?? '');
  const place = { dataDir: null, database: { url, directUrl: url, poolSize: 2 } };
  await using accounts = await openAccounts(place, await openSeal(place, []));
  await expect(accounts.insert(SUPPORT, makeSession())).rejects.toThrow(SealError);
  expect(await accounts.list()).toEqual([]);
});
