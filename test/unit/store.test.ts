import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { StoreError } from '../../src/store/store-error.ts';
import { openObservedTime } from '../../src/store/tables/observed-time.ts';
import { openTestStore, SCOPE } from '../support/open-test-store.ts';
import { makeStorePlace, POSTGRES, type TestPlace } from '../support/store-place.ts';

const claim = { caller: 'web', key: 'k1', method: 'exportChatInvite', fingerprint: 'f1' };

async function refusalOf(place: TestPlace): Promise<StoreError> {
  const outcome = await openTestStore(place).then(
    (store) => store.close().then(() => 'opened'),
    (error: unknown) => error,
  );
  if (!(outcome instanceof StoreError)) throw outcome;
  return outcome;
}

test('what was written is there after closing and opening again', async () => {
  await using place = await makeStorePlace();
  const first = await openTestStore(place);
  await first.ledger.begin({ ...claim, now: new Date() });
  await first.ledger.finish(claim, { link: 'x' }, new Date());
  await first.close();
  await using second = await openTestStore(place);
  expect(await second.ledger.begin({ ...claim, now: new Date() })).toMatchObject({
    record: { state: 'done', answer: { link: 'x' } },
  });
});

/** As if gateways had run on the store for so long. */
function letMinutesPass(place: TestPlace, minutes: number): Promise<unknown> {
  return place.run(sql`update observed_time set minutes = minutes + ${minutes}`);
}

test('keys and given links go 24 observed hours after they came, every hour and at start', async () => {
  await using place = await makeStorePlace();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const store = await openTestStore(place);
    const rows = async () => {
      const counts = await place.run(
        sql`select (select count(*) from ledger) as keys, (select count(*) from claimed_link) as links`,
      );
      return [Number(counts[0]?.['keys']), Number(counts[0]?.['links'])];
    };
    const come = async (key: string) => {
      await store.ledger.begin({ ...claim, key, now: new Date() });
      await store.claims.claim('link', 'mine');
    };
    /** The store looks at the time every two seconds, which takes a moment. */
    const seen = (minutes: number) =>
      expect
        .poll(async () => {
          await vi.advanceTimersByTimeAsync(2_000);
          await store.ledger.begin({ ...claim, key: 'probe', now: new Date() });
          const [row] = await place.run(sql`select minute from ledger where idempotency_key = 'probe'`);
          await store.ledger.release({ ...claim, key: 'probe' });
          return row?.['minute'];
        })
        .toBe(minutes);
    await come('k1');
    await letMinutesPass(place, 24 * 60);
    await seen(24 * 60);
    await store.ledger.begin({ ...claim, key: 'younger', now: new Date() });
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(await rows()).toEqual([2, 1]);
    await letMinutesPass(place, 3);
    await seen(24 * 60 + 3);
    await vi.advanceTimersByTimeAsync(3_600_000);
    await expect.poll(rows).toEqual([1, 0]);
    await come('k1');
    await store.close();
    await letMinutesPass(place, 24 * 60 + 3);
    await (await openTestStore(place)).close();
    expect(await rows()).toEqual([0, 0]);
  } finally {
    vi.useRealTimers();
  }
});

test.each([25, -25, 24 * 365])('a wall clock that is %d hours off makes no key old', async (hours) => {
  await using place = await makeStorePlace();
  const first = await openTestStore(place);
  await first.ledger.begin({ ...claim, now: new Date() });
  await first.ledger.finish(claim, 1, new Date());
  await first.close();
  for (const each of ['one', 'another']) {
    const off = new Date(Date.now() + hours * 3_600_000);
    await using jumped = await openTestStore(place, { clock: () => off });
    await jumped.ledger.begin({ ...claim, key: each, now: off });
  }
  await using right = await openTestStore(place);
  for (const key of ['k1', 'one', 'another']) {
    expect(await right.ledger.begin({ ...claim, key, now: new Date() }), key).toMatchObject(
      key === 'k1' ? { kind: 'known', record: { answer: 1 } } : { kind: 'new' }, // begun by a run that has ended
    );
  }
});

test('observed time: a minute is counted once, by whoever has seen it pass, and not while nobody runs', async () => {
  await using place = await makeStorePlace();
  await (await openTestStore(place)).close();
  vi.useFakeTimers({ toFake: ['performance'] });
  try {
    await using stack = new AsyncDisposableStack();
    const watch = () => openObservedTime(stack.use(place.connect()));
    const run = [await watch(), await watch(), await watch()];
    for (let second = 0; second < 600; second += 2) {
      vi.advanceTimersByTime(2_000);
      for (const time of run) await time.look();
    }
    const counted = run.map((time) => time.minutes());
    expect(Math.max(...counted)).toBeLessThanOrEqual(10);
    expect(Math.min(...counted)).toBeGreaterThanOrEqual(9);
    vi.advanceTimersByTime(3_600_000);
    expect((await watch()).minutes()).toBe(Math.max(...counted));
  } finally {
    vi.useRealTimers();
  }
});

test('three who bring the tables up to date at once: it is done once', async () => {
  await using place = await makeStorePlace();
  const scopes = ['ab', 'cd', 'ef'].map((pair) => pair.repeat(32));
  await using stack = new AsyncDisposableStack();
  const stores = await Promise.all(scopes.map((scope) => openTestStore(place, { scope })));
  for (const store of stores) stack.use(store);
  for (const store of stores) expect(await store.ledger.begin({ ...claim, now: new Date() })).toEqual({ kind: 'new' });
  const names = await place.run(sql`select name from kysely_migration`);
  expect(new Set(names.map(({ name }) => name)).size).toBe(names.length);
  expect(await place.run(sql`select minutes from observed_time`)).toHaveLength(1);
});

test('a migration that fails leaves nothing of itself, and the next start makes all of it', async () => {
  await using place = await makeStorePlace();
  await (await openTestStore(place)).close();
  // As before the first migration, but the last table of that one is in the way.
  await place.run(sql`delete from kysely_migration`);
  const others = ['peer', 'username', 'claimed_link', 'hold', 'changed_link', 'session_owner', 'observed_time'];
  others.push('account', 'key_account', 'chat_right', 'session_account');
  for (const table of others) await place.run(sql`drop table ${sql.table(table)}`);
  await expect(openTestStore(place)).rejects.toThrow(/(table|relation) "?ledger"? already exists/);
  const tables = async () => {
    await using db = place.connect();
    return (await db.introspection.getTables()).map(({ name }) => name).toSorted();
  };
  expect(await tables()).toEqual(['ledger']); // beside those of the migrations
  await place.run(sql`drop table ledger`);
  await (await openTestStore(place)).close();
  expect(await tables()).toEqual(['ledger', ...others].toSorted());
});

test("another program's database is refused", async () => {
  await using place = await makeStorePlace();
  await place.run(sql`create table notes (note text)`);
  const instead = POSTGRES ? 'DATABASE_URL' : 'DATA_DIR';
  const refused = new RegExp(`^The store \\S+ is another program's database\\. Name another ${instead}\\.$`);
  expect((await refusalOf(place)).message).toMatch(refused);
  await place.run(sql`create table kysely_migration (name text, timestamp text)`);
  await place.run(sql`insert into kysely_migration values ('001_notes', '2030-01-01T00:00:00Z')`);
  expect((await refusalOf(place)).message).toMatch(refused);
});

test('a database of a newer version is refused, with the migration that this one does not know', async () => {
  await using place = await makeStorePlace();
  await (await openTestStore(place)).close();
  await place.run(sql`insert into kysely_migration values ('9999-from-the-future', '2030-01-01T00:00:00Z')`);
  expect((await refusalOf(place)).message).toMatch(
    /^The store \S+ was written by a newer version of the gateway \(9999-from-the-future\)\. Start that version/,
  );
});

test('one session is held once, another one of the same place is free', async () => {
  await using place = await makeStorePlace();
  await using first = await openTestStore(place);
  const { message } = await refusalOf(place);
  expect(message).toMatch(new RegExp(`^Another gateway runs on this session: process ${process.pid} on .+, since 20`));
  await using _other = await openTestStore(place, { scope: 'cd'.repeat(32) });
  await first.close();
  await using again = await openTestStore(place, { scope: SCOPE });
  expect(again.ledger).toBeDefined();
});
