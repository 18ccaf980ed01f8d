import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import type { StorePlace } from '../../src/store/store.ts';
import { openTestStore, SCOPE } from '../support/open-test-store.ts';
import { makeDatabase, runSql, startPostgres } from '../support/start-postgres.ts';
import { holdersOf, makeStorePlace, type TestPlace } from '../support/store-place.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';

vi.setConfig({ testTimeout: 60_000 });

const TAKEN = new RegExp(`^Another gateway runs on this session: process ${process.pid} on \\S+, since 20\\S+Z\\. `);

/** The server ends the connection that holds the lock. */
async function killHolder(place: TestPlace): Promise<void> {
  const [holder] = await holdersOf(place);
  expect(await place.run(sql`select pg_terminate_backend(${holder?.['pid']}) as killed`)).toEqual([{ killed: true }]);
  await expect.poll(() => holdersOf(place), { timeout: 5_000 }).not.toContainEqual(holder);
}

/** The same place, reached through another port. */
function through(place: StorePlace, port: number): StorePlace {
  const url = new URL(place.database?.url ?? '');
  url.port = String(port);
  return { dataDir: null, database: { url: url.href, directUrl: url.href, poolSize: 2 } };
}

function portOf(place: StorePlace) {
  return { host: '127.0.0.1', port: Number(new URL(place.database?.url ?? '').port) };
}

test('all is well for a while: the lock stays with its one connection', async () => {
  await using place = await makeStorePlace();
  await using _store = await openTestStore(place);
  const before = await holdersOf(place);
  for (let second = 0; second < 7; second += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await holdersOf(place)).toEqual(before);
  }
});

test('the holder of the lock is killed: it is held again before anybody has noticed', async () => {
  await using place = await makeStorePlace();
  const [onSuspend, onLost] = [vi.fn(), vi.fn()];
  await using store = await openTestStore(place, { onSuspend, onLost });
  for (let round = 0; round < 3; round += 1) {
    await killHolder(place);
    await expect.poll(() => holdersOf(place), { timeout: 5_000 }).toHaveLength(1);
    await expect(openTestStore(place)).rejects.toThrow(TAKEN);
    expect(store.mayUse()).toBe(true);
  }
  expect([onSuspend, onLost].map(({ mock }) => mock.calls)).toEqual([[], []]);
});

test('the server is away: nothing is sent five seconds later, until the lock is held again; readiness tells', async () => {
  await using server = await startPostgres(true);
  const url = await makeDatabase(server.urlOf('postgres'));
  const place = { dataDir: null, database: { url, directUrl: url, poolSize: 2 } };
  const onSuspend = vi.fn();
  await using store = await openTestStore(place, { onSuspend });
  await server.kill();
  const gone = performance.now();
  await vi.waitFor(() => expect(onSuspend).toHaveBeenCalledTimes(1), { timeout: 10_000 });
  expect(performance.now() - gone).toBeLessThan(5_500);
  expect(store.mayUse()).toBe(false);
  await expect.poll(() => store.health(), { timeout: 6_000 }).toBe('The database of the store does not answer.');
  await server.start();
  await expect.poll(() => store.mayUse(), { timeout: 10_000 }).toBe(true);
  await expect.poll(() => store.health(), { timeout: 10_000 }).toBeNull();
  expect(onSuspend).toHaveBeenCalledTimes(1);
});

test('the way is cut and the server drops the lock: the next one waits until the first is silent, which learns that it has lost', async () => {
  await using place = await makeStorePlace();
  await using proxy = await startTcpProxy(portOf(place));
  const [onSuspend, onLost] = [vi.fn(), vi.fn()];
  await using first = await openTestStore(through(place, proxy.port), { onSuspend, onLost });
  await expect(openTestStore(place)).rejects.toThrow(TAKEN);

  proxy.stall();
  await killHolder(place);
  let silentAt = Number.POSITIVE_INFINITY;
  onSuspend.mockImplementation(() => (silentAt = performance.now()));
  await using second = await openTestStore(place);
  expect(performance.now()).toBeGreaterThan(silentAt);
  expect([first.mayUse(), second.mayUse()]).toEqual([false, true]);

  proxy.resume();
  await vi.waitFor(() => expect(onLost.mock.calls).toEqual([['Another gateway has taken the session over.']]), {
    timeout: 10_000,
  });
  expect(first.mayUse()).toBe(false);
});

test('the server has not noticed that the connection with the lock has ended: it is told so, and the lock is held again', async () => {
  await using place = await makeStorePlace();
  const target = portOf(place);
  const clients: Socket[] = [];
  // Ends nothing at the server when the client has gone.
  const relay = createServer({ allowHalfOpen: true }, (client) => {
    const upstream = connect(target.port, target.host);
    clients.push(client);
    client.on('data', (chunk) => upstream.write(chunk)).on('error', () => {});
    upstream.on('data', (chunk) => client.writable && client.write(chunk)).on('close', () => client.destroy());
  });
  relay.listen(0, '127.0.0.1');
  await once(relay, 'listening');
  const address = relay.address();
  if (address === null || typeof address === 'string') throw new Error('it has a port');
  const [onSuspend, onLost] = [vi.fn(), vi.fn()];
  const store = await openTestStore(through(place, address.port), { onSuspend, onLost });
  const before = await holdersOf(place);
  for (const client of clients) client.resetAndDestroy();
  await expect.poll(() => holdersOf(place), { timeout: 10_000 }).not.toEqual(before);
  await expect.poll(() => holdersOf(place)).toHaveLength(1);
  expect(store.mayUse()).toBe(true);
  expect([onSuspend, onLost].map(({ mock }) => mock.calls)).toEqual([[], []]);
  await store.close();
  relay.close();
});

test('closed while the server is silent: it takes some seconds and no longer', async () => {
  await using place = await makeStorePlace();
  await using proxy = await startTcpProxy(portOf(place));
  const store = await openTestStore(through(place, proxy.port));
  proxy.stall();
  const began = performance.now();
  await store.close();
  expect(performance.now() - began).toBeLessThan(10_000);
});

test('who follows one that did not leave waits; after a clean end nobody does', async () => {
  await using place = await makeStorePlace();
  const open = async () => {
    const began = performance.now();
    await (await openTestStore(place)).close();
    return performance.now() - began;
  };
  await open();
  expect(await open()).toBeLessThan(5_000);
  await place.run(sql`insert into session_owner values (${SCOPE}, 'killed', 'postgres', 5)`);
  expect(await open()).toBeGreaterThanOrEqual(6_000);
  expect(await place.run(sql`select * from session_owner`)).toEqual([]);
});

test('a machine that has slept may not use the session before the server was asked', async () => {
  await using place = await makeStorePlace();
  await using store = await openTestStore(place);
  expect(store.mayUse()).toBe(true);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6_000 });
  try {
    expect(store.mayUse()).toBe(false);
    await expect.poll(() => store.mayUse(), { timeout: 5_000 }).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});

test("a row of another run in the owner's place: the session is lost", async () => {
  await using place = await makeStorePlace();
  const onLost = vi.fn();
  await using _store = await openTestStore(place, { onLost });
  await runSql(place.database?.url ?? '', "update session_owner set boot = 'another'");
  await vi.waitFor(() => expect(onLost.mock.calls).toEqual([['Another gateway has taken the session over.']]), 10_000);
});
