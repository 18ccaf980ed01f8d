import { readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { createInviteClaims, NO_CLAIM_STORE } from '../../src/services/once/invite-claims.ts';
import { openSqliteFile } from '../../src/store/sqlite/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { makeDataDir } from '../support/data-dir.ts';
import { openTestStore, SCOPE } from '../support/open-test-store.ts';

const LINK = 'https://t.me/+AbCdEfGhIjKlMnOp';
const silent = { monotonic: () => performance.now(), log: { error: () => {} } };

test('of many who want a link at once one has it, with a key or without', async () => {
  await using store = await openTestStore(null);
  const claims = createInviteClaims(store.claims, silent);
  const wanted = [...Array(8).keys()].map((each) => claims.take(LINK, each % 2 ? `request ${each}` : null, false));
  expect((await Promise.all(wanted)).filter(Boolean)).toHaveLength(1);
});

test('who took a link is known to have ended where a look took it for a request that had, and only there', async () => {
  await using store = await openTestStore(null);
  const claims = createInviteClaims(store.claims, silent);
  expect(claims.takerHasEnded(LINK)).toBe(false);
  await claims.take(LINK, 'mine', true);
  expect(claims.takerHasEnded(LINK)).toBe(true);
  await claims.take(`${LINK}2`, 'mine', false);
  await claims.receive(`${LINK}3`, 'mine');
  await store.claims.claim(`${LINK}4`, 'another');
  expect(await claims.take(`${LINK}4`, 'mine', true)).toBe(false);
  for (const each of [2, 3, 4]) expect(claims.takerHasEnded(`${LINK}${each}`)).toBe(false);
});

test('each claim of a look is an exchange, what is refused or answered is none', async () => {
  await using store = await openTestStore(null);
  const claims = createInviteClaims(store.claims, silent);
  await claims.receive(LINK, 'mine');
  await claims.take(LINK, 'another', true);
  expect(claims.exchanges()).toBe(0);
  await claims.take(`${LINK}2`, 'another', true);
  expect(claims.exchanges()).toBe(1);
});

test('a link is free until somebody has it, in this run or an earlier one', async () => {
  await using store = await openTestStore(null);
  const claims = createInviteClaims(store.claims, silent);
  await store.claims.claim(LINK, 'another');
  expect(await claims.isFree(LINK)).toBe(false);
  expect(await claims.isFree(`${LINK}2`)).toBe(true);
  await claims.receive(`${LINK}2`, null);
  expect(await claims.isFree(`${LINK}2`)).toBe(false);
});

test('what a claimant has claimed is told, whether the store has it yet or not, and nobody else’s', async () => {
  await using store = await openTestStore(null);
  const claims = createInviteClaims(store.claims, silent);
  await store.claims.claim(LINK, 'mine');
  const own = await claims.claimedBy('mine');
  await claims.receive(`${LINK}2`, 'mine');
  await claims.receive(`${LINK}3`, 'another');
  expect(own.some).toBe(true);
  expect([LINK, `${LINK}2`, `${LINK}3`].map(own.has)).toEqual([true, true, false]);
  expect((await claims.claimedBy('nobody')).some).toBe(false);
});

test('after a restart a link is still its request’s own, and nobody else’s', async () => {
  await using dir = await makeDataDir();
  const before = await openTestStore(dir.path);
  await createInviteClaims(before.claims, silent).receive(LINK, 'mine');
  await before.close();
  await using after = await openTestStore(dir.path);
  expect(await createInviteClaims(after.claims, silent).take(LINK, 'mine', false)).toBe(true);
  const claims = createInviteClaims(after.claims, silent);
  expect(await claims.take(LINK, 'another', false)).toBe(false);
  expect(await claims.take(LINK, null, false)).toBe(false);
  expect(await claims.take(LINK, 'another', false)).toBe(false);
});

test('what is written down is no link', async () => {
  await using dir = await makeDataDir();
  await using store = await openTestStore(dir.path);
  await store.claims.claim(LINK, null);
  await using other = await openTestStore(dir.path, { scope: SCOPE.replaceAll('a', 'c') });
  expect(await other.claims.claim(LINK, null)).toBe(true);
  for (const file of ['gateway.db', 'gateway.db-wal']) {
    expect(await readFile(`${dir.path}/${file}`, 'latin1')).not.toContain('AbCdEfGhIjKlMnOp');
  }
});

test('a store that cannot be written: what Telegram answers is the caller’s, what a look finds is not told', async () => {
  const full = async () => {
    throw new Error('database or disk is full');
  };
  const claims = createInviteClaims({ ...NO_CLAIM_STORE, claim: full, note: full }, silent);
  await expect(claims.take(LINK, null, false)).rejects.toThrow('full');
  expect(await claims.receive(LINK, null)).toBe(true);
  expect(await claims.take(LINK, null, false)).toBe(false);
});

/** Whether a claim is in the file by the end of `during`, where a process may be killed. */
async function isWrittenAfter(dataDir: string, during: (store: Store) => Promise<void>): Promise<boolean> {
  const killed = await openTestStore(dataDir);
  await during(killed);
  const inspector = await openSqliteFile(`${dataDir}/gateway.db`);
  const isWritten = inspector.database.prepare('select 1 from claimed_link').get() !== undefined;
  inspector.database.close();
  await killed.close();
  return isWritten;
}

const REQUEST = { caller: 'web', key: 'k1' };
const ENTRY = { ...REQUEST, method: 'messages.exportChatInvite', fingerprint: 'f1' };

async function give(store: Store): Promise<void> {
  expect(await createInviteClaims(store.claims, silent).receive(LINK, null)).toBe(true);
}

async function send(store: Store): Promise<void> {
  await store.ledger.begin({ ...ENTRY, now: new Date() });
  await store.ledger.sending(REQUEST, null);
}

test.each([
  ['while no request has a key: is not written', give, false],
  [
    'before one with a key is sent: is written by then',
    async (store: Store) => {
      await give(store);
      await send(store);
    },
    true,
  ],
  [
    'after one with a key was sent: is written at once',
    async (store: Store) => {
      await send(store);
      await give(store);
    },
    true,
  ],
  [
    'after the last one with a key has its answer: is not written',
    async (store: Store) => {
      await send(store);
      await store.ledger.finish(REQUEST, 'done', new Date());
      await give(store);
    },
    false,
  ],
] as const)('a link given to a request without a key, %s', async (_when, during, isWritten) => {
  await using dir = await makeDataDir();
  expect(await isWrittenAfter(dir.path, during)).toBe(isWritten);
});

test('a request that an earlier run has left open keeps what this one gives', async () => {
  await using dir = await makeDataDir();
  const killed = await openTestStore(dir.path);
  await send(killed);
  await killed.close();
  expect(await isWrittenAfter(dir.path, give)).toBe(true);
});

test.each<[string, (store: Store) => Promise<void>]>([
  ['has its answer by now', (store) => store.ledger.finish(REQUEST, 'done', new Date())],
  ['was refused by now', (store) => store.ledger.release(REQUEST)],
])('a request that an earlier run has left open and that %s keeps nothing', async (_, end) => {
  await using dir = await makeDataDir();
  const killed = await openTestStore(dir.path);
  await send(killed);
  await killed.close();
  const ended = async (store: Store) => {
    await store.ledger.begin({ ...ENTRY, now: new Date() });
    await end(store);
    await give(store);
  };
  expect(await isWrittenAfter(dir.path, ended)).toBe(false);
});

test('links given long before a request with a key are not written for it, whatever the wall clock does', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  try {
    await using dir = await makeDataDir();
    await using store = await openTestStore(dir.path, { clock: () => new Date(0) });
    for (const link of ['first', 'second', 'third']) {
      await store.claims.note(`${LINK}${link}`);
      vi.advanceTimersByTime(21_000);
    }
    await send(store);
    const inspector = await openSqliteFile(`${dir.path}/gateway.db`);
    expect(inspector.database.prepare('select count(*) as n from claimed_link').get()).toEqual({ n: 2 });
    inspector.database.close();
  } finally {
    vi.useRealTimers();
  }
});

test('what was given and could not be written keeps a request with a key from leaving, and is written with the next', async () => {
  await using dir = await makeDataDir();
  await using store = await openTestStore(dir.path);
  const inspector = await openSqliteFile(`${dir.path}/gateway.db`);
  for (let each = 0; each < 1_200; each += 1) await store.claims.note(`${LINK}${each}`);
  await store.ledger.begin({ ...ENTRY, now: new Date() });
  inspector.database.exec('alter table claimed_link rename to hidden');
  // Both: the second must not pass because the first has the links in its hands.
  const sendings = await Promise.allSettled([store.ledger.sending(REQUEST, null), store.ledger.sending(REQUEST, null)]);
  expect(sendings.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(inspector.database.prepare('select state from ledger').get()).toEqual({ state: 'begun' });
  inspector.database.exec('alter table hidden rename to claimed_link');
  await store.ledger.sending(REQUEST, null);
  expect(inspector.database.prepare('select count(*) as n from claimed_link').get()).toEqual({ n: 1_200 });
  inspector.database.close();
});

test('what the store could not take is written with the next link that it takes', async () => {
  await using store = await openTestStore(null);
  let isFull = true;
  const claim: Store['claims']['claim'] = async (link, claimant) => {
    if (isFull) throw new Error('database or disk is full');
    return store.claims.claim(link, claimant);
  };
  const claims = createInviteClaims({ ...store.claims, claim }, silent);
  expect(await claims.receive(LINK, 'mine')).toBe(true);
  isFull = false;
  expect(await store.claims.isClaimed(LINK)).toBe(false);
  await claims.receive(`${LINK}2`, 'another');
  expect(await store.claims.claim(LINK, 'another')).toBe(false);
  expect(await store.claims.claim(LINK, 'mine')).toBe(true);
});
