import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createSeal } from '../../src/store/seal.ts';
import { openAccounts } from '../../src/store/store.ts';
import { makeDataDir } from '../support/data-dir.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { makeDatabase, PASSWORD, runSql } from '../support/start-postgres.ts';
import { POSTGRES } from '../support/store-place.ts';

const START = fileURLToPath(new URL('../../src/start.js', import.meta.url));
const claim = { caller: 'web', key: 'k1', method: 'exportChatInvite', fingerprint: 'f1' };

/** `telegram-graphql-gateway store copy`, as an operator calls it. */
function copy(dataDir: string, url: string): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { PATH: process.env['PATH'], DATA_DIR: dataDir, DATABASE_URL: url };
  const { promise, resolve } = Promise.withResolvers<{ code: number; stdout: string; stderr: string }>();
  execFile(process.execPath, [START, 'store', 'copy'], { env }, (error, stdout, stderr) => {
    expect(stdout + stderr).not.toContain(PASSWORD);
    resolve({ code: Number(error?.code ?? 0), stdout, stderr });
  });
  return promise;
}

const at = (url: string) => ({ dataDir: null, database: { url, directUrl: url, poolSize: 2 } });

test('everything that outlives the process is there afterwards, thousands of rows and of every account; the file stays as it is', async () => {
  await using dir = await makeDataDir();
  const url = await makeDatabase(POSTGRES ?? '');
  const store = await openTestStore(dir.path);
  await store.ledger.begin({ ...claim, now: new Date() });
  await store.ledger.sending(claim, { sendings: [] });
  await store.claims.claim('https://t.me/+one', null);
  await store.changedLinks.write(new Map([['a', { revoked: true }]]));
  await store.holds.place({ reason: 'LIMITED', code: 'PEER_FLOOD', telegramCode: 400, since: new Date(0) });
  const user = (id: number) => ({
    kind: 'USER' as const,
    id: BigInt(id),
    accessHash: 9_223_372_036_854_775_807n,
    user: { id: String(id), firstName: `Kim ${id}`, lastName: null, username: null, isBot: false },
  });
  store.peers.keep(Array.from({ length: 1_234 }, (_, id) => user(id + 1)));
  store.peers.keepUsername({ username: 'kim', id: '1', askedAt: new Date(0) });
  await store.close();
  const other = await openTestStore(dir.path, { scope: 'cd'.repeat(32) });
  await other.ledger.begin({ ...claim, now: new Date() });
  await other.ledger.finish(claim, { link: 'x' }, new Date());
  await other.close();
  const seal = createSeal([{ id: 'k1', key: Buffer.alloc(32, 1) }], 'SESSION_KEYS');
  {
    await using accounts = await openAccounts({ dataDir: dir.path }, seal);
    await accounts.insert({ id: '777', name: 'support', kind: 'USER' }, '1session');
  }
  const file = new DatabaseSync(join(dir.path, 'gateway.db'));
  file.exec(`update peer set title = 'a' || char(0) || 'b' where id = '7'; update observed_time set minutes = 77`);
  file.close();

  expect(await copy(dir.path, url)).toEqual({
    code: 0,
    stderr: '',
    stdout: expect.stringMatching(
      /^1241 rows were copied\. From now on start the gateway with DATABASE_URL alone: .*\n$/,
    ),
  });
  expect(await runSql(url, 'select minutes from observed_time')).toEqual([{ minutes: 77 }]);
  for (const place of [at(url), { dataDir: dir.path }]) {
    await using moved = await openTestStore(place);
    expect((await moved.peers.load()).peers).toHaveLength(1_234);
    expect((await moved.peers.load()).usernames).toEqual([{ username: 'kim', id: '1', askedAt: new Date(0) }]);
    expect(await moved.ledger.begin({ ...claim, now: new Date() })).toMatchObject({ record: { state: 'sending' } });
    expect(await moved.claims.isClaimed('https://t.me/+one')).toBe(true);
    expect(await moved.changedLinks.read(['a'])).toEqual(new Map([['a', { revoked: true }]]));
    expect(await moved.holds.read()).toMatchObject({ code: 'PEER_FLOOD' });
    await using accounts = await openAccounts(place, seal);
    expect(await accounts.session('777')).toBe('1session');
    await using movedOther = await openTestStore(place, { scope: 'cd'.repeat(32) });
    expect(await movedOther.ledger.begin({ ...claim, now: new Date() })).toMatchObject({
      record: { state: 'done', answer: { link: 'x' } },
    });
  }

  expect(await copy(dir.path, url)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^The store \S+ is not empty\. .*\n$/),
  });
});

test('refused while a gateway runs, on the one or the other, and nothing is written then', async () => {
  await using dir = await makeDataDir();
  const url = await makeDatabase(POSTGRES ?? '');
  const running = await openTestStore(dir.path);
  await running.ledger.begin({ ...claim, now: new Date() });
  expect(await copy(dir.path, url)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      new RegExp(`^Another gateway runs on this session: process ${process.pid} on .*\\n$`),
    ),
  });
  await running.close();
  const there = await openTestStore(at(url));
  expect(await copy(dir.path, url)).toMatchObject({
    code: 1,
    stderr: 'A gateway runs on this database. Stop it first.\n',
  });
  await there.close();
  expect(await runSql(url, 'select * from ledger')).toEqual([]);
  expect(await copy(dir.path, url)).toMatchObject({ code: 0 });
});

test('nothing to copy, what is no store, no DATABASE_URL, no such verb: one line each', async () => {
  await using dir = await makeDataDir();
  const url = await makeDatabase(POSTGRES ?? '');
  expect(await copy(dir.path, url)).toMatchObject({
    code: 1,
    stderr: `There is no store in ${dir.path}. Check DATA_DIR.\n`,
  });
  await rm(dir.path, { recursive: true });
  expect(await copy(dir.path, url)).toMatchObject({
    code: 1,
    stderr: `There is no store in ${dir.path}. Check DATA_DIR.\n`,
  });
  await using notes = await makeDataDir();
  await writeFile(join(notes.path, 'gateway.db'), 'my notes '.repeat(100));
  expect(await copy(notes.path, url)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('is not an SQLite database'),
  });
  expect(await copy(notes.path, '')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('DATABASE_URL is not set'),
  });
  expect(await copy(notes.path, url.replace(PASSWORD, 'wrong'))).toMatchObject({ code: 1 });
});
