import { execFile } from 'node:child_process';
import { chmod, mkdir, open, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { Kysely } from 'kysely';
import { expect, test, vi } from 'vitest';
import { createLogger } from '../../src/base/log.ts';
import { openSqliteFile, sqliteDialect } from '../../src/store/sqlite/sqlite.ts';
import { describeFault, StoreError } from '../../src/store/store-error.ts';
import type { Tables } from '../../src/store/tables/tables.ts';
import { makeDataDir } from '../support/data-dir.ts';
import { openTestStore, SCOPE, USER_ID } from '../support/open-test-store.ts';

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

test('in memory: two stores know nothing of each other, and no lock is needed', async () => {
  await using one = await openTestStore(null);
  await using other = await openTestStore(null);
  await one.ledger.begin({ ...claim, now: new Date() });
  expect(await other.ledger.begin({ ...claim, now: new Date() })).toEqual({ kind: 'new' });
});

/** As if gateways had run on the store for so long. */
function letMinutesPass(file: DatabaseSync, minutes: number): void {
  file.prepare('update observed_time set minutes = minutes + ?').run(minutes);
}

test('an empty file that was there is damaged; one that was never begun is made', async () => {
  await using dir = await makeDataDir();
  const path = join(dir.path, 'gateway.db');
  await writeFile(path, '', { mode: 0o600 });
  expect((await refusalOf(dir.path)).message).toBe(
    `The store ${path} is damaged (it is empty). Put a backup in its place, or move it away.`,
  );
  expect((await stat(path)).size).toBe(0);
  await rm(path);
  await (await openTestStore(dir.path)).close();
  expect(await readdir(dir.path)).toEqual([
    'gateway.db',
    `session-${USER_ID}.lock`,
    `session-${SCOPE.slice(0, 16)}.lock`,
  ]);
});

test('what others could read or write is closed to them', async () => {
  await using dir = await makeDataDir();
  const first = await openTestStore(dir.path);
  await first.ledger.begin({ ...claim, now: new Date() });
  const files = await readdir(dir.path);
  for (const file of files) await chmod(join(dir.path, file), 0o666);
  await chmod(dir.path, 0o777);
  // Beside the first one, so that all files are there.
  await using _other = await openTestStore(dir.path, { scope: 'cd'.repeat(32) });
  expect(await modeOf(dir.path)).toBe(0o700);
  for (const file of files.filter((name) => name.startsWith('gateway.db'))) {
    expect(await modeOf(join(dir.path, file)), file).toBe(0o600);
  }
  await first.close();
  await using _again = await openTestStore(dir.path);
  for (const file of await readdir(dir.path)) expect(await modeOf(join(dir.path, file)), file).toBe(0o600);
});

test('a directory that everybody shares is refused, one that others only read is taken as it is', async () => {
  await using dir = await makeDataDir();
  await chmod(dir.path, 0o1777);
  expect((await refusalOf(dir.path)).message).toBe(
    `The store cannot use ${dir.path}: everybody may write there (mode 1777). Let DATA_DIR name a directory of this user's own.`,
  );
  expect((await stat(dir.path)).mode & 0o7777).toBe(0o1777);
  await chmod(dir.path, 0o755);
  await (await openTestStore(dir.path)).close();
  expect(await modeOf(dir.path)).toBe(0o755);
});

test.each(['gateway.db', 'gateway.db-wal', `session-${SCOPE.slice(0, 16)}.lock`])(
  'a symbolic link in the place of %s is not followed',
  async (name) => {
    await using dir = await makeDataDir();
    const target = join(dir.path, 'target');
    await writeFile(target, 'mine', { mode: 0o644 });
    await symlink(target, join(dir.path, name));
    expect((await refusalOf(dir.path)).message).toContain(
      `The store ${join(dir.path, name)} cannot be opened: a symbolic link`,
    );
    await untouched(target, 'mine');
    expect(await modeOf(target)).toBe(0o644);
  },
);

test('the file of the store removed: told, nothing is sent for a key; put back: all is well again', async () => {
  await using dir = await makeDataDir();
  const path = join(dir.path, 'gateway.db');
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    await using store = await openTestStore(dir.path);
    await store.ledger.begin({ ...claim, now: new Date() });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await store.health()).toBeNull();
    for (const each of [path, `${path}-wal`]) {
      await rename(each, `${each}.away`);
      await expect(store.ledger.sending(claim, null), each).rejects.toThrow(StoreError);
      await vi.advanceTimersByTimeAsync(2_000);
      await expect.poll(() => store.health(), { message: each }).toBe('The file of the store was removed or replaced.');
      await rename(`${each}.away`, each);
      await store.ledger.sending(claim, null);
      await vi.advanceTimersByTimeAsync(2_000);
      await expect.poll(() => store.health(), { message: each }).toBeNull();
    }
  } finally {
    vi.useRealTimers();
  }
});

test("another program's lock: the event loop goes on, keys are refused after a bounded wait, all of them, and readiness tells", async () => {
  await using dir = await makeDataDir();
  const lines: string[] = [];
  const log = createLogger({ level: 'info', destination: { write: (line) => void lines.push(line) } });
  await using store = await openTestStore(dir.path, { log });
  using other = new DatabaseSync(join(dir.path, 'gateway.db'));
  other.exec('begin immediate');
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 10);
  const begun = await Promise.allSettled(
    Array.from({ length: 20 }, (_, each) => store.ledger.begin({ ...claim, key: `k${each}`, now: new Date() })),
  );
  clearInterval(timer);
  expect(begun.map(({ status }) => status)).toEqual(Array(20).fill('rejected'));
  expect(turns).toBeGreaterThan(20);
  await expect.poll(() => store.health(), { timeout: 6_000 }).toBe('The store is locked by another program.');
  const waiting = store.ledger.begin({ ...claim, now: new Date() }).catch(() => 'refused at once');
  expect(await waiting).toBe('refused at once');
  other.exec('commit');
  expect(await store.ledger.begin({ ...claim, now: new Date() })).toEqual({ kind: 'new' });
  await expect.poll(() => store.health(), { timeout: 6_000 }).toBeNull();
  expect(lines.filter((line) => line.includes('locked by another program'))).toHaveLength(1);
}, 20_000);

test('a lock that ends soon is waited for', async () => {
  await using dir = await makeDataDir();
  await using store = await openTestStore(dir.path);
  using other = new DatabaseSync(join(dir.path, 'gateway.db'));
  other.exec('begin immediate');
  const begun = store.ledger.begin({ ...claim, now: new Date() });
  setTimeout(() => other.exec('commit'), 50);
  expect(await begun).toEqual({ kind: 'new' });
});

test('a store that is locked at start is refused by name', async () => {
  await using dir = await makeDataDir();
  const path = join(dir.path, 'gateway.db');
  await (await openTestStore(dir.path)).close();
  using other = new DatabaseSync(path);
  other.exec('begin immediate');
  expect((await refusalOf(dir.path)).message).toContain(`The store ${path} is locked by another program.`);
});

test('a transaction has the right to write from its beginning on', async () => {
  await using dir = await makeDataDir();
  await (await openTestStore(dir.path)).close();
  const path = join(dir.path, 'gateway.db');
  const { database } = await openSqliteFile(path);
  using other = new DatabaseSync(path, { timeout: 0 });
  const db = new Kysely<Tables>({ dialect: sqliteDialect(database) });
  await db.transaction().execute(async (transaction) => {
    await transaction.selectFrom('hold').selectAll().execute();
    expect(() => other.exec('update observed_time set minutes = 7')).toThrow(/locked/);
    await transaction.updateTable('observed_time').set({ minutes: 8 }).execute();
  });
  expect(other.prepare('select minutes from observed_time').get()).toEqual({ minutes: 8 });
  database.close();
});

test('what is deleted is not left in the file', async () => {
  await using dir = await makeDataDir();
  const store = await openTestStore(dir.path);
  await store.ledger.begin({ ...claim, now: new Date() });
  await store.ledger.finish(claim, { link: 'https://t.me/+TopSecretLink' }, new Date());
  await store.close();
  using file = new DatabaseSync(join(dir.path, 'gateway.db'));
  letMinutesPass(file, 24 * 60 + 3);
  const bytes = () => readFile(join(dir.path, 'gateway.db'), 'latin1');
  expect(await bytes()).toContain('TopSecretLink');
  file.close();
  await (await openTestStore(dir.path)).close();
  expect(await bytes()).not.toContain('TopSecretLink');
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

test('a full disk and a disk with errors are told apart, and neither names a path', () => {
  using full = new DatabaseSync(':memory:');
  full.exec('pragma max_page_count = 2; create table notes (text text)');
  const write = () => full.exec('insert into notes values (zeroblob(100000))');
  const fault = (work: () => void) => {
    try {
      return work();
    } catch (error) {
      return describeFault(error);
    }
  };
  expect(fault(write)).toBe('The disk of the store is full.');
  expect(fault(() => full.exec('insert into nothing values (1)'))).toBe(
    'The store cannot be written; the log says why.',
  );
});

test('without DATABASE_URL nothing of PostgreSQL is loaded', async () => {
  await using dir = await makeDataDir();
  const lib = (path: string) => JSON.stringify(new URL(`../../src/${path}`, import.meta.url).href);
  const script = `
    import { createRequire } from 'node:module';
    const { startApp } = await import(${lib('app.ts')});
    const { createLogger } = await import(${lib('base/log.ts')});
    const { loadConfig } = await import(${lib('config/index.ts')});
    const { openStore } = await import(${lib('store/store.ts')});
    const log = createLogger({ level: 'silent' });
    const store = await openStore({ dataDir: ${JSON.stringify(dir.path)}, log });
    await store.close();
    const app = await startApp({ config: loadConfig({ PORT: '0' }), log });
    await app.close();
    const ours = () => Object.keys(createRequire(import.meta.url).cache).filter((path) => /node_modules.pg\\b/.test(path));
    console.log(ours().length);
    await import(${lib('store/postgres/client.ts')});
    console.log(ours().length > 0);
  `;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
  expect(stdout).toBe('0\ntrue\n');
});
