import { readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { createInviteClaims, NO_CLAIM_STORE } from '../../src/services/invite-claims.ts';
import { openSqliteFile } from '../../src/store/sqlite.ts';
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
  await expect(claims.take(LINK, null, false)).rejects.toMatchObject({ outcome: 'UNKNOWN' });
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

test('a link that was given while the store was full is not free once memory has forgotten it', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  try {
    await using store = await openTestStore(null);
    let isFull = true;
    const claim: Store['claims']['claim'] = async (link, claimant) => {
      if (isFull) throw new Error('database or disk is full');
      return store.claims.claim(link, claimant);
    };
    const claims = createInviteClaims({ ...store.claims, claim }, silent);
    await claims.receive(LINK, 'mine');
    vi.advanceTimersByTime(60_000);
    await claims.receive('others come by', null);
    isFull = false;
    expect(await claims.isFree(LINK)).toBe(false);
    expect(await claims.take(LINK, 'another', false)).toBe(false);
    const own = await claims.claimedBy('mine');
    expect(own.some && own.has(LINK)).toBe(true);
    expect(await claims.take(LINK, 'mine', false)).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});

test('a link that another caller has taken is given to no second one because an earlier claim cannot be written', async () => {
  await using store = await openTestStore(null);
  await store.claims.claim(LINK, 'another');
  const claim: Store['claims']['claim'] = async (link, claimant) => {
    if (link !== LINK) throw new Error('database or disk is full');
    return store.claims.claim(link, claimant);
  };
  const claims = createInviteClaims({ ...store.claims, claim }, silent);
  await claims.receive(`${LINK}2`, 'mine');
  expect(await claims.receive(LINK, 'mine')).toBe(false);
});
