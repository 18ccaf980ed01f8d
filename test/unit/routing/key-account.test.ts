import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { withCallScope } from '../../../src/base/call-scope.ts';
import {
  AccountUnavailableError,
  FloodWaitError,
  IdempotencyKeyReusedError,
  IdempotencyUnavailableError,
  TelegramUnavailableError,
} from '../../../src/services/errors/errors.ts';
import type { Services } from '../../../src/services/index.ts';
import { createKeyAccounts, type KeyAccountStore } from '../../../src/services/routing/key-account.ts';
import { RpcFailure, TransportFailure } from '../../../src/telegram/rpc-error.ts';
import { Api } from '../../../src/telegram/tl.ts';
import { callScopeOf } from '../../support/call-scope.ts';
import { CHAT, type FakeAccountOptions, fakeAccount, memoryKeys, routeAmong } from '../../support/fake-accounts.ts';
import { openTestStore } from '../../support/open-test-store.ts';

const KEY = 'k';

/** Two user accounts with a ledger of their own each; `owner` is the default one. */
async function twoAccounts(owner: FakeAccountOptions = {}, ann: FakeAccountOptions = {}) {
  const stack = new AsyncDisposableStack();
  const links = new Map<string, bigint>();
  const make = async (name: string, options: FakeAccountOptions) => {
    const { ledger, claims } = stack.use(await openTestStore(null));
    return fakeAccount(name, { links, ...options, deps: { ledger, claims, ...options.deps } });
  };
  const accounts = { owner: await make('owner', owner), ann: await make('ann', ann) };
  return { ...accounts, links, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

function exportWith(account: string | null = null, title: string | null = null) {
  const input = {
    ...{ peer: CHAT, legacyRevokePermanent: false, requestNeeded: false, expireDate: null, usageLimit: null, title },
    ...{ subscriptionPricing: null, idempotencyKey: KEY, ...(account !== null && { account }) },
  };
  return [
    { method: Api.messages.ExportChatInvite, account, peer: CHAT, idempotencyKey: KEY },
    ({ chatInvites }: Pick<Services, 'chatInvites'>) => chatInvites.export(input),
  ] as const;
}

const flood = () => {
  throw new RpcFailure(420, 'FLOOD_WAIT_1');
};

test('a key belongs to the account that the call went to, whoever is the best by then', async () => {
  await using all = await twoAccounts({ right: 'MEMBER' });
  const { owner, ann, links } = all;
  const keys = memoryKeys();
  const route = routeAmong([owner, ann], keys);
  const first = await route(...exportWith());
  owner.right = 'OWNER';
  // Nothing is known of rights in the next process.
  const later = routeAmong([fakeAccount('owner'), ann], keys);
  expect(await later(...exportWith())).toEqual(first);
  expect([...keys.rows]).toEqual([[KEY, ann.userId]]);
  expect(links.size).toBe(1);
});

test('the row is changed before the next account sends, and a repetition follows it', async () => {
  await using all = await twoAccounts({ answers: { 'messages.ExportChatInvite': flood } });
  const { owner, ann, links } = all;
  const keys = memoryKeys();
  const route = routeAmong([owner, ann], keys);
  const first = await route(...exportWith());
  expect(first).toMatchObject({ adminId: ann.userId });
  expect(keys.rows.get(KEY)).toBe(ann.userId);
  expect(await route(...exportWith())).toEqual(first);
  await expect(route(...exportWith(null, 'another'))).rejects.toThrow(IdempotencyKeyReusedError);
  expect(links.size).toBe(1);
});

test('a row that cannot be changed leaves the next account alone', async () => {
  await using all = await twoAccounts({ answers: { 'messages.ExportChatInvite': flood } });
  const { owner, ann } = all;
  const full: KeyAccountStore = { ...memoryKeys(), move: () => Promise.reject(new Error('disk full')) };
  const route = routeAmong([owner, ann], full);
  await expect(route(...exportWith())).rejects.toThrow(IdempotencyUnavailableError);
  expect(ann.calls()).toEqual([]);
});

test('without a row nothing is sent', async () => {
  await using all = await twoAccounts();
  const { owner, ann } = all;
  const full = { ...memoryKeys(), claim: () => Promise.reject(new Error('disk full')) };
  await expect(routeAmong([owner, ann], full)(...exportWith())).rejects.toThrow(IdempotencyUnavailableError);
  expect([...owner.calls(), ...ann.calls()]).not.toContain('ExportChatInvite');
});

test('the row of a key that is new costs one statement where there is one account', async () => {
  await using all = await twoAccounts();
  const { owner } = all;
  const keys = memoryKeys();
  const unread: KeyAccountStore = { ...keys, read: () => Promise.reject(new Error('nobody has to read it')) };
  expect(await routeAmong([owner], unread)(...exportWith())).toMatchObject({ adminId: owner.userId });
  expect([...keys.rows]).toEqual([[KEY, owner.userId]]);
});

test('the account that was asked for is a part of the input', async () => {
  await using all = await twoAccounts();
  const { owner, ann, links } = all;
  const route = routeAmong([owner, ann]);
  await route(...exportWith());
  await expect(route(...exportWith('owner'))).rejects.toThrow(IdempotencyKeyReusedError);
  await expect(route(...exportWith('ann'))).rejects.toThrow(IdempotencyKeyReusedError);
  expect(links.size).toBe(1);
});

test('the row’s account does not run: never another one', async () => {
  await using all = await twoAccounts();
  const { owner, ann } = all;
  const keys = memoryKeys(new Map([[KEY, `${owner.userId}`]]));
  const gone = routeAmong([ann], keys)(...exportWith());
  await expect(gone).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  const banned = new AccountUnavailableError('BANNED', { code: 'USER_DEACTIVATED_BAN', telegramCode: 401 });
  const starting = new TelegramUnavailableError('It starts.', 'NOT_EXECUTED');
  const stopped = (reason: Error) =>
    routeAmong([{ ...owner, services: null, failure: () => reason as typeof banned }, ann], keys)(...exportWith());
  await expect(stopped(banned)).rejects.toThrow(banned);
  await expect(stopped(starting)).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  expect(ann.calls()).toEqual([]);
});

test('after a lost answer a repetition finds out at the same account, whatever it is refused', async () => {
  const told = [new TransportFailure('Lost.', 'UNKNOWN'), new RpcFailure(420, 'FLOOD_WAIT_1')];
  const answers = {
    'messages.ExportChatInvite': () => {
      throw told.shift() ?? new Error('too many sendings');
    },
    'messages.GetExportedChatInvites': () => {
      throw new RpcFailure(400, 'CHAT_ADMIN_REQUIRED');
    },
  };
  await using all = await twoAccounts({ answers });
  const { owner, ann } = all;
  const route = routeAmong([owner, ann]);
  await expect(route(...exportWith())).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  await expect(route(...exportWith())).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  expect(ann.calls()).toEqual([]);
});

const keyHolder = (userId: string) => ({ userId, services: {}, failure: () => new IdempotencyUnavailableError() });

test('who moves on waits until nobody else of the key is under way, and stays where that one was answered', async () => {
  const rows = memoryKeys(new Map([[KEY, 'a']]));
  const accounts = ['a', 'b'].map(keyHolder);
  const [a, b] = accounts;
  if (!a || !b) throw new Error('there are two');
  const keys = createKeyAccounts(rows, { error: () => {} });
  const passage = () => keys.passage({ caller: '', key: KEY }, () => accounts, null);
  const [refused, answered] = [passage(), passage()];
  await Promise.all([refused.begin(async () => a), answered.begin(async () => a)]);
  const moved = refused.move(a, b);
  await turn();
  expect(rows.rows.get(KEY)).toBe('a');
  answered.end(false);
  expect(await moved).toBe(a);
  // Nobody was answered since: now it may.
  expect(await refused.move(a, b)).toBe(b);
  refused.end(false);
  const late = passage();
  expect(await late.begin(async () => a)).toBe(b);
  const hasty = withCallScope(callScopeOf({ left: 5 }), async () => {
    const other = passage();
    await other.begin(async () => b);
    return other.move(b, a);
  });
  await expect(hasty).rejects.toMatchObject({ outcome: 'UNKNOWN' });
});

test('who comes while a key moves on reads its row afterwards', async () => {
  const rows = memoryKeys(new Map([[KEY, 'a']]));
  const { promise: written, resolve: write } = Promise.withResolvers<void>();
  const slow: KeyAccountStore = { ...rows, move: (...args) => written.then(() => rows.move(...args)) };
  const accounts = ['a', 'b'].map(keyHolder);
  const [a, b] = accounts;
  if (!a || !b) throw new Error('there are two');
  const keys = createKeyAccounts(slow, { error: () => {} });
  const passage = () => keys.passage({ caller: '', key: KEY }, () => accounts, null);
  const refused = passage();
  await refused.begin(async () => a);
  const moved = refused.move(a, b);
  const late = passage().begin(async () => a);
  await turn();
  write();
  expect(await Promise.all([moved, late])).toEqual([b, b]);
});

/** Numbers from 0 to 1 that are the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test.each(Array.from({ length: 25 }, (_, index) => index + 1))(
  'one key, 32 first requests at once, one account in and out of a flood wait: one effect (%i)',
  async (seed) => {
    const random = seeded(seed);
    let clock = 0;
    const monotonic = () => {
      clock += random() * 400; // milliseconds
      return clock;
    };
    const slowly = async () => {
      for (let turns = Math.floor(random() * 10); turns > 0; turns -= 1) await turn();
    };
    await using all = await twoAccounts({ deps: { monotonic } }, { deps: { monotonic } });
    const { owner, ann, links } = all;
    for (const { telegram } of [owner, ann]) {
      const { invoke } = telegram;
      telegram.invoke = async (request) => {
        await slowly();
        if (request instanceof Api.messages.ExportChatInvite && telegram === owner.telegram && random() < 0.6) flood();
        const answer = await invoke(request);
        await slowly();
        return answer;
      };
    }
    const route = routeAmong([owner, ann], memoryKeys(new Map(), slowly));
    const scope = callScopeOf();
    const ask = async (_: unknown, index: number) => {
      for (let waves = index % 8; waves > 0; waves -= 1) await slowly();
      return withCallScope(scope, () => route(...exportWith()));
    };
    const answers = await Promise.all(Array.from({ length: 32 }, ask));
    expect(links.size).toBe(1);
    const [hash] = links.keys();
    expect(new Set(answers.map((answer) => 'link' in answer && answer.link))).toEqual(
      new Set([`https://t.me/+${hash}`]),
    );
  },
);

test('all are in a flood wait: all requests hear of it, and nothing was done', async () => {
  const answers = { 'messages.ExportChatInvite': flood };
  await using all = await twoAccounts({ answers }, { answers });
  const { owner, ann, links } = all;
  const route = routeAmong([owner, ann]);
  const asked = Array.from({ length: 8 }, () => withCallScope(callScopeOf(), () => route(...exportWith())));
  for (const answer of await Promise.allSettled(asked)) {
    expect(answer).toMatchObject({ status: 'rejected', reason: expect.any(FloodWaitError) });
  }
  expect(links.size).toBe(0);
});
