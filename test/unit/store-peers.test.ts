import { type RawBuilder, sql } from 'kysely';
import { expect, test } from 'vitest';
import { createLogger } from '../../src/base/log.ts';
import type { KnownPeer } from '../../src/services/chats/entities.ts';
import { createPeerTable } from '../../src/store/tables/peer-table.ts';
import { openTestStore, USER_ID } from '../support/open-test-store.ts';
import { makeStorePlace, POSTGRES, type TestPlace } from '../support/store-place.ts';

const USER: KnownPeer = {
  kind: 'USER',
  id: 7_000_000_005n,
  accessHash: -9_223_372_036_854_775_808n,
  user: { id: '7000000005', firstName: 'Uma', lastName: null, username: 'Uma_P', isBot: true },
};
const GROUP: KnownPeer = {
  kind: 'BASIC_GROUP',
  id: 7001n,
  chat: { id: '-7001', kind: 'BASIC_GROUP', title: 'Small', username: null, participantsCount: null },
};
const SUPERGROUP = channel(1n, 'SUPERGROUP');
const CHANNEL = channel(2n, 'CHANNEL');

function channel(id: bigint, kind: 'SUPERGROUP' | 'CHANNEL' = 'SUPERGROUP'): KnownPeer & { kind: 'CHANNEL' } {
  const marked = `-${1_000_000_000_000n + id}`;
  const chat = { id: marked, kind, title: `Chat ${id}`, username: `chat_${id}`, participantsCount: 12 };
  return { kind: 'CHANNEL', id, accessHash: 9_223_372_036_854_775_807n - id, chat };
}

const resolved = (username: string, id: string) => ({ username, id, askedAt: new Date('2026-11-22T10:00:00Z') });

test('every kind of peer and its usernames come back as they were, also after a restart', async () => {
  await using place = await makeStorePlace();
  const first = await openTestStore(place);
  first.peers.keep([USER, GROUP, SUPERGROUP, CHANNEL]);
  first.peers.keepUsername(resolved('chat_1', '-1000000000001'));
  first.peers.keepUsername(resolved('chat_one', '-1000000000001'));
  await first.close();
  await using second = await openTestStore(place);
  const { peers, usernames } = await second.peers.load();
  expect(new Set(peers)).toEqual(new Set([USER, GROUP, SUPERGROUP, CHANNEL]));
  expect(usernames.toSorted((a, b) => a.username.localeCompare(b.username))).toEqual([
    resolved('chat_1', '-1000000000001'),
    resolved('chat_one', '-1000000000001'),
  ]);
});

test('what is kept again replaces what was there; a username that is forgotten is gone', async () => {
  await using place = await makeStorePlace();
  const first = await openTestStore(place);
  first.peers.keep([SUPERGROUP]);
  first.peers.keepUsername(resolved('moved', '-1000000000001'));
  first.peers.keepUsername(resolved('gone', '-1000000000001'));
  await first.close();
  const renamed = { ...SUPERGROUP, chat: { ...SUPERGROUP.chat, title: 'New title' } };
  const second = await openTestStore(place);
  second.peers.keep([renamed]);
  second.peers.keepUsername(resolved('moved', '-1000000000002'));
  second.peers.forgetUsername('gone');
  await second.close();
  await using third = await openTestStore(place);
  expect(await third.peers.load()).toEqual({ peers: [renamed], usernames: [resolved('moved', '-1000000000002')] });
});

test('accounts do not see each other’s peers: access hashes are their own', async () => {
  await using place = await makeStorePlace();
  const first = await openTestStore(place);
  first.peers.keep([SUPERGROUP]);
  await first.close();
  await using other = await openTestStore(place, { scope: 'cd'.repeat(32) });
  expect((await other.peers.load()).peers).toEqual([]);
});

test('beyond the limit the peers seen longest ago go, and usernames that led to them', async () => {
  await using place = await makeStorePlace();
  await (await openTestStore(place)).close();
  await using db = place.connect();
  let now = Date.parse('2026-11-22T10:00:00Z');
  const log = createLogger({ level: 'silent' });
  const table = createPeerTable(db, USER_ID, { clock: () => new Date(now), log, most: 3 });
  for (const id of [1n, 2n, 3n, 1n, 4n]) {
    now += 1000;
    table.keep([channel(id)]);
    table.keepUsername(resolved(`chat_${id}`, `-${1_000_000_000_000n + id}`));
    await table.flush();
  }
  const { peers, usernames } = await table.load();
  expect(peers.map(({ id }) => id)).toEqual([3n, 1n, 4n]);
  expect(usernames.map(({ username }) => username).toSorted()).toEqual(['chat_1', 'chat_3', 'chat_4']);
});

test('thousands of peers of one answer are kept at once', async () => {
  await using store = await openTestStore(null);
  store.peers.keep(Array.from({ length: 5_000 }, (_, id) => channel(BigInt(id + 1))));
  await expect.poll(async () => (await store.peers.load()).peers.length, { timeout: 10_000 }).toBe(5_000);
});

/** A table on a database of its own, which the test may damage. */
async function openTable(place: TestPlace) {
  const lines: string[] = [];
  const log = createLogger({ level: 'warn', destination: { write: (line) => void lines.push(line) } });
  await (await openTestStore(place)).close();
  const db = place.connect();
  const table = createPeerTable(db, USER_ID, { clock: () => new Date(), log });
  return { table, lines, [Symbol.asyncDispose]: () => db.destroy() };
}

test('what could not be written is written later, said once, and the newest of a peer', async () => {
  await using place = await makeStorePlace();
  await using file = await openTable(place);
  const { table, lines } = file;
  await place.run(sql`alter table peer rename to hidden`);
  table.keep([SUPERGROUP, USER]);
  table.keepUsername(resolved('chat_1', '-1000000000001'));
  for (let each = 0; each < 3; each += 1) await table.flush();
  const renamed = { ...SUPERGROUP, chat: { ...SUPERGROUP.chat, title: 'New title' } };
  table.keep([renamed]);
  expect(lines).toEqual([expect.stringContaining('peers were not kept')]);
  await place.run(sql`alter table hidden rename to peer`);
  table.keep([CHANNEL]);
  await table.flush();
  const { peers, usernames } = await table.load();
  expect(new Set(peers)).toEqual(new Set([USER, renamed, CHANNEL]));
  expect(usernames).toEqual([resolved('chat_1', '-1000000000001')]);
  expect(lines).toHaveLength(1);
});

test('what waits while nothing can be written is bounded: the newest stay', async () => {
  await using place = await makeStorePlace();
  await using file = await openTable(place);
  await place.run(sql`alter table peer rename to hidden`);
  for (let id = 1; id <= 10_050; id += 1) file.table.keep([channel(BigInt(id))]);
  await file.table.flush();
  await place.run(sql`alter table hidden rename to peer`);
  await file.table.flush();
  const { peers } = await file.table.load();
  expect(peers).toHaveLength(10_000);
  expect(peers.some(({ id }) => id === 50n)).toBe(false);
});

test('a lock of another program holds up the writing of peers, and nothing else', async () => {
  await using place = await makeStorePlace();
  await using file = await openTable(place);
  await using other = place.connect([], 0);
  const [locked, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const locking = other.transaction().execute(async (transaction) => {
    if (POSTGRES) await sql`lock table peer`.execute(transaction);
    locked.resolve();
    await end.promise;
  });
  await locked.promise;
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 10);
  file.table.keep([SUPERGROUP]);
  await file.table.flush();
  clearInterval(timer);
  expect(turns).toBeGreaterThan(20);
  end.resolve();
  await locking;
  await file.table.flush();
  expect((await file.table.load()).peers).toEqual([SUPERGROUP]);
});

test('a NUL in a title keeps no peer of the batch from being written', async () => {
  await using place = await makeStorePlace();
  await using file = await openTable(place);
  file.table.keep([{ ...SUPERGROUP, chat: { ...SUPERGROUP.chat, title: 'a\0b' } }, USER, CHANNEL]);
  await file.table.flush();
  const { peers } = await file.table.load();
  expect(new Set(peers)).toEqual(
    new Set([{ ...SUPERGROUP, chat: { ...SUPERGROUP.chat, title: 'ab' } }, USER, CHANNEL]),
  );
  expect(file.lines).toEqual([]);
});

test('writing and reading tens of thousands of peers lets timers run between', async () => {
  await using place = await makeStorePlace();
  await using file = await openTable(place);
  const turnsDuring = async (work: () => Promise<unknown>) => {
    let turns = 0;
    const next = () => {
      turns += 1;
      waiting = setImmediate(next);
    };
    let waiting = setImmediate(next);
    await work();
    clearImmediate(waiting);
    return turns;
  };
  file.table.keep(Array.from({ length: 10_000 }, (_, id) => channel(BigInt(id + 1))));
  expect(await turnsDuring(() => file.table.flush())).toBeGreaterThanOrEqual(19);
  expect(await turnsDuring(() => file.table.load())).toBeGreaterThanOrEqual(19);
});

test.each<[what: string, damage: RawBuilder<unknown>]>([
  ['an access hash that is none', sql`update peer set access_hash = 'none' where id = '-1000000000001'`],
  ['no access hash', sql`update peer set access_hash = null where id = '-1000000000001'`],
  ['an id that is none', sql`update peer set id = 'nobody' where id = '-1000000000001'`],
  ['an unknown kind', sql`update peer set kind = 'FORUM' where id = '-1000000000001'`],
])('a damaged row of a peer is passed over and told once: %s', async (_what, damage) => {
  await using place = await makeStorePlace();
  await using file = await openTable(place);
  file.table.keep([USER, SUPERGROUP, CHANNEL]);
  await file.table.flush();
  await place.run(damage);
  const { peers } = await file.table.load();
  expect(new Set(peers)).toEqual(new Set([USER, CHANNEL]));
  expect(file.lines).toEqual([expect.stringContaining('damaged')]);
});

test('usernames that were asked for in the future, or nobody knows when, are asked for again', async () => {
  await using place = await makeStorePlace();
  await using file = await openTable(place);
  const now = Date.now();
  file.table.keepUsername(resolved('good', '-1000000000001'));
  file.table.keepUsername({ ...resolved('future', '-1000000000001'), askedAt: new Date(now + 3_600_000) });
  file.table.keepUsername(resolved('damaged', '-1000000000001'));
  await file.table.flush();
  await place.run(sql`update username set asked_at = 'soon' where username = 'damaged'`);
  expect((await file.table.load()).usernames).toEqual([resolved('good', '-1000000000001')]);
});
