import { readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { TelegramUnavailableError } from '../../src/services/errors/errors.ts';
import { createIdempotency } from '../../src/services/once/idempotency.ts';
import { createInviteClaims } from '../../src/services/once/invite-claims.ts';
import { claimantOf } from '../../src/services/once/ledger.ts';
import type { TelegramTime } from '../../src/services/once/telegram-time.ts';
import { openSqliteFile } from '../../src/store/sqlite/sqlite.ts';
import type { AccountStore as Store } from '../../src/workspace/account-store.ts';
import { makeDataDir } from '../support/data-dir.ts';
import { NOTHING_KEPT } from '../support/fake-services.ts';
import { openTestStore, SCOPE } from '../support/open-test-store.ts';

const LINK = 'https://t.me/+AbCdEfGhIjKlMnOp';
const silent = { open: [], monotonic: () => performance.now(), log: { error: () => {} } };
const TELEGRAM_S = { earliest: 100, latest: 101 };
const clock = { now: TELEGRAM_S, spanOf: () => TELEGRAM_S };
const time: Pick<TelegramTime, 'known'> = { known: async () => clock };

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
  const claims = createInviteClaims({ ...NOTHING_KEPT.claims, claim: full }, silent);
  await expect(claims.take(LINK, null, false)).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  expect(await claims.receive(LINK, null)).toBe(true);
  expect(await claims.take(LINK, null, false)).toBe(false);
});

/** What gives links on top of a store, as an account's services do. */
function giver(store: Store) {
  const claims = createInviteClaims(store.claims, { ...silent, open: store.openRequests.map(claimantOf) });
  const { once } = createIdempotency({
    ...silent,
    ledger: store.ledger,
    claims,
    self: async () => ({ id: '7000000001' }),
    time,
    clock: () => new Date(),
  });
  return {
    claims,
    give: async (link = LINK) => expect(await claims.receive(link, null)).toBe(true),
    /** A request with a key, which leaves for Telegram and comes to `end`. */
    send: (end: () => Promise<object>, idempotencyKey = 'k1') =>
      once('messages.exportChatInvite', { idempotencyKey }, async (attempt) => {
        await attempt.sending([0]);
        return end();
      }),
  };
}

const lost = async () => {
  throw new TelegramUnavailableError('The answer was lost.', 'UNKNOWN');
};

/** How many claims are in the file at the end of `during`, where a process may be killed. */
async function writtenAfter(dataDir: string, during: (account: ReturnType<typeof giver>) => Promise<unknown>) {
  await using killed = await openTestStore(dataDir);
  await during(giver(killed));
  const inspector = await openSqliteFile(`${dataDir}/gateway.db`);
  const count = inspector.database.prepare('select count(*) as n from claimed_link').get()?.['n'];
  inspector.database.close();
  return count;
}

test.each([
  ['while no request has a key: is not written', ({ give }: ReturnType<typeof giver>) => give(), 0],
  [
    'before one with a key is sent: is written by then',
    async ({ give, send }: ReturnType<typeof giver>) => {
      await give();
      await expect(send(lost)).rejects.toThrow('lost');
    },
    1,
  ],
  [
    'after one with a key was sent: is written at once',
    async ({ give, send }: ReturnType<typeof giver>) => {
      await expect(send(lost)).rejects.toThrow('lost');
      await give();
    },
    1,
  ],
  [
    'after the last one with a key has its answer: is not written',
    async ({ give, send }: ReturnType<typeof giver>) => {
      await send(async () => ({}));
      await give();
    },
    0,
  ],
] as const)('a link given to a request without a key, %s', async (_when, during, count) => {
  await using dir = await makeDataDir();
  expect(await writtenAfter(dir.path, during)).toBe(count);
});

test('a link that was given is in the store before a request with a key counts as sent', async () => {
  await using store = await openTestStore(null);
  const seen: boolean[] = [];
  const sending: Store['ledger']['sending'] = async (...request) => {
    seen.push(await store.claims.isClaimed(LINK));
    await store.ledger.sending(...request);
  };
  const { give, send } = giver({ ...store, ledger: { ...store.ledger, sending } });
  await give();
  await send(async () => ({}));
  expect(seen).toEqual([true]);
});

test('a request that an earlier run has left open keeps what this one gives', async () => {
  await using dir = await makeDataDir();
  await writtenAfter(dir.path, ({ send }) => expect(send(lost)).rejects.toThrow('lost'));
  expect(await writtenAfter(dir.path, ({ give }) => give())).toBe(1);
});

test('links given long before a request with a key are not written for it, whatever the wall clock does', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  try {
    await using dir = await makeDataDir();
    const count = await writtenAfter(dir.path, async ({ give, send }) => {
      for (const link of ['first', 'second', 'third']) {
        await give(`${LINK}${link}`);
        vi.advanceTimersByTime(21_000);
      }
      await send(async () => ({}));
    });
    expect(count).toBe(2);
  } finally {
    vi.useRealTimers();
  }
});

test('what was given and could not be written keeps a request with a key from leaving, and is written with the next', async () => {
  await using dir = await makeDataDir();
  await using store = await openTestStore(dir.path);
  const { give, send } = giver(store);
  const inspector = await openSqliteFile(`${dir.path}/gateway.db`);
  for (let each = 0; each < 1_200; each += 1) await give(`${LINK}${each}`);
  inspector.database.exec('alter table claimed_link rename to hidden');
  // Both: the second must not pass because the first has the links in its hands.
  const sent = vi.fn(async () => ({}));
  const sendings = await Promise.allSettled([send(sent, 'k1'), send(sent, 'k2')]);
  expect(sendings.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(sent).not.toHaveBeenCalled();
  inspector.database.exec('alter table hidden rename to claimed_link');
  await send(sent);
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
    const claimMany: Store['claims']['claimMany'] = async (links) => {
      if (isFull) throw new Error('database or disk is full');
      return store.claims.claimMany(links);
    };
    const claims = createInviteClaims({ ...store.claims, claim, claimMany }, silent);
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
