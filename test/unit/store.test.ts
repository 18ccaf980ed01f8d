import { mkdir, open, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test, vi } from 'vitest';
import { StoreError } from '../../src/store/store-error.ts';
import { makeDataDir } from '../support/data-dir.ts';
import { openTestStore, SCOPE } from '../support/open-test-store.ts';

const claim = { caller: 'web', key: 'k1', method: 'exportChatInvite', fingerprint: 'f1' };
const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

async function refusalOf(dataDir: string): Promise<StoreError> {
  const outcome = await openTestStore(dataDir).then(
    (store) => store.close().then(() => 'opened'),
    (error: unknown) => error,
  );
  if (!(outcome instanceof StoreError)) throw outcome;
  return outcome;
}

/** What an operator left there, to be found untouched. */
async function untouched(path: string, content: string): Promise<void> {
  expect(await readFile(path, 'latin1')).toBe(content);
}

test('a new data directory and every file in it are for this user alone', async () => {
  await using dir = await makeDataDir();
  const dataDir = join(dir.path, 'a', 'b');
  await using store = await openTestStore(dataDir);
  await store.ledger.begin({ ...claim, now: new Date() });
  expect(await modeOf(dataDir)).toBe(0o700);
  const files = await readdir(dataDir);
  expect(files).toEqual(expect.arrayContaining(['gateway.db', 'gateway.db-wal']));
  for (const file of files) expect(await modeOf(join(dataDir, file)), file).toBe(0o600);
});

test('what was written is there after closing and opening again', async () => {
  await using dir = await makeDataDir();
  const first = await openTestStore(dir.path);
  await first.ledger.begin({ ...claim, now: new Date() });
  await first.ledger.finish(claim, { link: 'x' }, new Date());
  await first.close();
  await using second = await openTestStore(dir.path);
  expect(await second.ledger.begin({ ...claim, now: new Date() })).toMatchObject({
    record: { state: 'done', answer: { link: 'x' } },
  });
});

test('in memory: two stores know nothing of each other, and no lock is needed', async () => {
  await using one = await openTestStore(null);
  await using other = await openTestStore(null);
  await one.ledger.begin({ ...claim, now: new Date() });
  expect(await other.ledger.begin({ ...claim, now: new Date() })).toEqual({ kind: 'new' });
});

test('idempotency keys older than 24 hours are removed at start and every hour', async () => {
  await using dir = await makeDataDir();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    let now = new Date('2026-01-01T00:00:00Z');
    await using store = await openTestStore(dir.path, { clock: () => now });
    await store.ledger.begin({ ...claim, now });
    const other = new DatabaseSync(join(dir.path, 'gateway.db'));
    const keys = () => other.prepare('select idempotency_key from ledger').all().length;
    now = new Date('2026-01-01T23:59:00Z');
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(keys()).toBe(1);
    now = new Date('2026-01-02T00:01:00Z');
    await vi.advanceTimersByTimeAsync(3_600_000);
    await expect.poll(keys).toBe(0);
    await store.ledger.begin({ ...claim, now });
    await store.close();
    await using later = await openTestStore(dir.path, { clock: () => new Date('2026-01-04T00:00:00Z') });
    expect(later.ledger).toBeDefined();
    expect(keys()).toBe(0);
    other.close();
  } finally {
    vi.useRealTimers();
  }
});

test('a file that is no database is refused by name and left alone', async () => {
  await using dir = await makeDataDir();
  const path = join(dir.path, 'gateway.db');
  const content = 'these are my notes, not a database\n'.repeat(50);
  await writeFile(path, content);
  expect((await refusalOf(dir.path)).message).toBe(
    `The store ${path} is not an SQLite database. Name another DATA_DIR, or move the file away: a new one is then made.`,
  );
  await untouched(path, content);
});

test('a damaged file is refused by name and left alone', async () => {
  await using dir = await makeDataDir();
  const path = join(dir.path, 'gateway.db');
  await (await openTestStore(dir.path)).close();
  const file = await open(path, 'r+');
  const { size } = await file.stat();
  for (let page = 4096; page < size; page += 4096) await file.write(Buffer.alloc(2048, 0xee), 0, 2048, page);
  await file.close();
  const damaged = await readFile(path, 'latin1');
  const { message } = await refusalOf(dir.path);
  expect(message).toContain(`The store ${path} is damaged`);
  expect(message).toContain('Put a backup in its place, or move it away');
  await untouched(path, damaged);
});

test("another program's database is refused", async () => {
  await using dir = await makeDataDir();
  const path = join(dir.path, 'gateway.db');
  const other = new DatabaseSync(path);
  other.exec('create table notes (text text)');
  other.close();
  expect((await refusalOf(dir.path)).message).toBe(
    `The store ${path} is another program's database. Name another DATA_DIR.`,
  );
});

test('a file of a newer version is refused, with the migration that this one does not know', async () => {
  await using dir = await makeDataDir();
  const path = join(dir.path, 'gateway.db');
  await (await openTestStore(dir.path)).close();
  const file = new DatabaseSync(path);
  file.exec("insert into kysely_migration values ('9999-from-the-future', '2030-01-01T00:00:00Z')");
  file.close();
  expect((await refusalOf(dir.path)).message).toMatch(
    /^The store .*gateway\.db was written by a newer version of the gateway \(9999-from-the-future\)\. Start that version/,
  );
});

test('a migration that fails leaves nothing of itself, and the next start makes all of it', async () => {
  await using dir = await makeDataDir();
  const path = join(dir.path, 'gateway.db');
  await (await openTestStore(dir.path)).close();
  const file = new DatabaseSync(path);
  // As before the first migration, but the last table of that one is in the way.
  file.exec(
    'delete from kysely_migration; drop table peer; drop table username; drop table claimed_link; drop table hold; ' +
      'drop table changed_link',
  );
  await expect(openTestStore(dir.path)).rejects.toThrow(/table "?ledger"? already exists/);
  const tables = () => file.prepare("select name from sqlite_master where type = 'table' order by name").all();
  expect(tables().map(({ name }) => name)).toEqual(['kysely_migration', 'kysely_migration_lock', 'ledger']);
  file.exec('drop table ledger');
  await (await openTestStore(dir.path)).close();
  expect(tables().map(({ name }) => name)).toEqual(expect.arrayContaining(['ledger', 'peer', 'username']));
  file.close();
});

test.each(['taken', 'taken/data'])(
  'a data directory that cannot be made, since a file is in the way, is refused: %s',
  async (name) => {
    await using dir = await makeDataDir();
    await writeFile(join(dir.path, 'taken'), '');
    const path = join(dir.path, name);
    const { message } = await refusalOf(path);
    expect(message).toMatch(
      /^The store cannot use .*taken.* \((EEXIST|ENOTDIR)\)\. Let DATA_DIR name a directory that this user may write to\.$/,
    );
  },
);

test('a directory in the place of the file is refused by name', async () => {
  await using dir = await makeDataDir();
  await mkdir(join(dir.path, 'gateway.db'));
  expect((await refusalOf(dir.path)).message).toContain(`The store ${join(dir.path, 'gateway.db')} cannot be opened`);
});

test('a refused start leaves the session free', async () => {
  await using dir = await makeDataDir();
  const path = join(dir.path, 'gateway.db');
  await writeFile(path, 'no database, whatever its name says '.repeat(50));
  await refusalOf(dir.path);
  await refusalOf(dir.path); // not refused for the lock: the message is checked to be the store's
  expect((await refusalOf(dir.path)).message).toContain('is not an SQLite database');
});

test('one session is held once, another one of the same directory is free', async () => {
  await using dir = await makeDataDir();
  await using first = await openTestStore(dir.path);
  const { message } = await refusalOf(dir.path);
  expect(message).toMatch(new RegExp(`^Another gateway runs on this session: process ${process.pid} on .+, since 20`));
  await using _other = await openTestStore(dir.path, { scope: 'cd'.repeat(32) });
  await first.close();
  await using again = await openTestStore(dir.path, { scope: SCOPE });
  expect(again.ledger).toBeDefined();
});
