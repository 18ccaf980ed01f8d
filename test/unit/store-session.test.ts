import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { expect, test, vi } from 'vitest';
import { openSqliteFile, sqliteDialect } from '../../src/store/sqlite/sqlite.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { beat, ownSession } from '../../src/store/tables/session-owner.ts';
import type { Tables } from '../../src/store/tables/tables.ts';
import { makeDataDir } from '../support/data-dir.ts';
import { openTestStore, SCOPE } from '../support/open-test-store.ts';

const LOCK = `session-${SCOPE.slice(0, 16)}.lock`;
const HOLDER = `session-${SCOPE.slice(0, 16)}.json`;

test('the lock file removed: the next one is refused, then the first learns that it has lost the session, once', async () => {
  await using dir = await makeDataDir();
  const onLost = vi.fn();
  await using _first = await openTestStore(dir.path, { onLost });
  await rm(join(dir.path, LOCK));
  await expect(openTestStore(dir.path)).rejects.toThrow(
    new RegExp(`^Another gateway runs on this session: process ${process.pid} on .+, since 20`),
  );
  await expect
    .poll(() => onLost.mock.calls, { timeout: 6_000 })
    .toEqual([['The lock file of the session was removed or replaced.']]);
}, 20_000);

test('the lock file replaced, and put back by nobody: lost; the next one starts once it is closed', async () => {
  await using dir = await makeDataDir();
  const lost = Promise.withResolvers<string>();
  const first = await openTestStore(dir.path, { onLost: lost.resolve });
  await writeFile(join(dir.path, 'new'), '', { mode: 0o600 });
  await rename(join(dir.path, 'new'), join(dir.path, LOCK));
  expect(await lost.promise).toContain('lock file');
  await first.close();
  await using next = await openTestStore(dir.path);
  expect(next.ledger).toBeDefined();
});

test('a run that another has followed learns of it by its next beat', async () => {
  await using dir = await makeDataDir();
  const lost = Promise.withResolvers<string>();
  await using _first = await openTestStore(dir.path, { onLost: lost.resolve });
  using other = new DatabaseSync(join(dir.path, 'gateway.db'));
  other.exec("update session_owner set boot = 'another'");
  expect(await lost.promise).toBe('Another gateway has taken the session over.');
});

/** What the owner's row is when a run was killed. */
const DEAD = { scope: SCOPE, boot: 'killed', lock_file: '17', beat: 5 };

async function connect(dataDir: string) {
  await (await openTestStore(dataDir)).close();
  const { database } = await openSqliteFile(join(dataDir, 'gateway.db'));
  const db = new Kysely<Tables>({ dialect: sqliteDialect(database) });
  await db.insertInto('session_owner').values(DEAD).execute();
  return { db, [Symbol.dispose]: () => database.close() };
}

test('a killed run: followed at once by who has locked the same file', async () => {
  await using dir = await makeDataDir();
  using file = await connect(dir.path);
  const begun = performance.now();
  const owner = await ownSession(file.db, { scope: SCOPE, boot: 'next', lockFile: '17' }, { patienceMs: 60_000 });
  expect(performance.now() - begun).toBeLessThan(30_000);
  expect(owner?.wasCutOff).toBe(true);
  expect(await beat(file.db, ['next'])).toEqual(new Set(['next']));
  await owner?.leave();
  expect(await file.db.selectFrom('session_owner').selectAll().execute()).toEqual([]);
});

test('a killed run whose lock file was removed: followed once it has been silent for long', async () => {
  await using dir = await makeDataDir();
  using file = await connect(dir.path);
  const begun = performance.now();
  const owner = await ownSession(file.db, { scope: SCOPE, boot: 'next', lockFile: '18' }, { patienceMs: 300 });
  expect(performance.now() - begun).toBeGreaterThanOrEqual(300);
  expect(owner).not.toBeNull();
  expect(await beat(file.db, ['next', 'another'])).toEqual(new Set(['next']));
});

test.each([
  ['beats', 'update session_owner set beat = beat + 1'],
  ['leaves', 'delete from session_owner'],
])('a run that %s while it is watched was alive: the next one is refused', async (_what, sql) => {
  await using dir = await makeDataDir();
  using file = await connect(dir.path);
  const wanted = ownSession(file.db, { scope: SCOPE, boot: 'next', lockFile: '18' }, { patienceMs: 60_000 });
  using other = new DatabaseSync(join(dir.path, 'gateway.db'));
  setTimeout(() => other.exec(sql), 50);
  expect(await wanted).toBeNull();
});

test('while the store is locked nobody takes silence for death', async () => {
  await using dir = await makeDataDir();
  using file = await connect(dir.path);
  using other = new DatabaseSync(join(dir.path, 'gateway.db'));
  other.exec('begin immediate');
  await expect(
    ownSession(file.db, { scope: SCOPE, boot: 'next', lockFile: '18' }, { patienceMs: 100 }),
  ).rejects.toThrow(/locked/);
});

test('a holder that cannot be written down: refused by name, and the session is free afterwards', async () => {
  await using dir = await makeDataDir();
  const path = join(dir.path, HOLDER);
  await mkdir(path);
  const refused = await openTestStore(dir.path).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(StoreError);
  expect(String(refused)).toContain(path);
  await rm(path, { recursive: true });
  await using store = await openTestStore(dir.path);
  expect(store.ledger).toBeDefined();
});

test('a store that was closed, or that is new, was not cut off', async () => {
  await using dir = await makeDataDir();
  for (const _each of ['new', 'closed']) {
    await using store = await openTestStore(dir.path);
    expect(store.wasCutOff).toBe(false);
  }
});
