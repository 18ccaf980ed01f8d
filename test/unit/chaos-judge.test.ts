import { expect, test } from 'vitest';
import type { Answer } from '../torture/chaos/client.ts';
import { generate } from '../torture/chaos/generate.ts';
import type { History, Order } from '../torture/chaos/history.ts';
import { judge } from '../torture/chaos/judge.ts';
import type { Effect, OtherEffect, Played, Reply } from '../torture/chaos/play.ts';

const first = { after: 'begin', ms: 0, over: 'kept connection', spelling: 'name' } as const;
const order: Order = { caller: 0, key: 'k', ask: { verb: 'export', wish: 0 }, deadlineMs: 1_000, sends: [first] };
const revoking: Order = { ...order, ask: { verb: 'revoke', link: 'live' } };

/** Answers come a second after their requests, one request every two seconds, by both clocks. */
function reply(verdict: Answer['verdict'], second = 0, fields: Partial<Reply> = {}): Reply {
  const type = verdict === 'NOT_DONE' ? 'ChatAdminRequiredError' : verdict;
  const [began, ended] = [second * 2_000, second * 2_000 + 1_000];
  const times = { began, ended, telegramBegan: began / 1000, telegramEnded: ended / 1000 };
  return { verdict, type, link: null, retryAfterSeconds: null, send: first, ...times, ...fields };
}

const done = (link: string, second = 0) => reply('DONE', second, { link });
const made = (link: string, at = 500): Effect => ({ target: 'export w0', at, date: at / 1000, link });

function kindsIn(
  replies: Reply[][],
  effects: Effect[] = [],
  others: OtherEffect[] = [],
  orders: Order[] = [order],
  rest: Partial<Played> = {},
) {
  const pause = { seconds: 0, isKilled: false };
  const history: History = { account: 'owner', isWarm: true, wishes: [], orders, events: [], pause };
  const played: Played = {
    history,
    targets: orders.map(({ ask }) => (ask.verb === 'export' ? 'export w0' : 'revoke x')),
    replies,
    afterwards: orders.map(() => []),
    effects,
    others,
    struck: new Map(),
    restarts: 0,
    storeLostAt: null,
    claimsLost: false,
    broken: [],
    ...rest,
  };
  return judge(played).problems.map(({ kind }) => kind);
}

test('what was told and what is there agree: nothing is wrong', () => {
  expect(kindsIn([[done('a'), done('a', 1)]], [made('a')])).toEqual([]);
  expect(kindsIn([[reply('UNKNOWN')]], [])).toEqual([]);
  expect(kindsIn([[reply('UNKNOWN'), done('a', 1)]], [made('a')])).toEqual([]);
  expect(kindsIn([[reply('NOT_DONE'), done('a', 1)]], [made('a', 2_500)])).toEqual([]);
});

test('a second effect of one key, in all its forms', () => {
  expect(kindsIn([[done('a')]], [made('a'), made('b')])).toEqual(['done more than once']);
  expect(kindsIn([[done('a'), done('b', 1)]], [made('a'), made('b')])).toContain('one key, two links');
  expect(kindsIn([[reply('UNKNOWN'), reply('NOT_DONE', 1)]], [made('a')])).toEqual(['told as not done, but done']);
  expect(kindsIn([[done('a'), reply('NOT_DONE', 1)]], [made('a')])).toEqual(['done, then denied']);
});

test('a link that another caller has, or that nobody made', () => {
  const both = [order, { ...order, caller: 1 }];
  expect(kindsIn([[done('a')], [done('a')]], [made('a'), made('b')], [], both)).toEqual(['one link, two callers']);
  expect(kindsIn([[done('a')], [done('a')]], [made('a'), made('b')], [], both, { claimsLost: true })).toEqual([]);
  expect(kindsIn([[done('a')]])).toEqual(['a link of nobody']);
});

test('a link of another client is taken for a sending of the last 20 s alone', () => {
  const other = (date: number): OtherEffect => ({ target: 'export w0', at: 0, link: 'o', date });
  expect(kindsIn([[reply('UNKNOWN'), done('o', 20)]], [], [other(15)])).toEqual([]);
  expect(kindsIn([[reply('UNKNOWN'), done('o', 20)]], [], [other(30)])).toEqual(['another client’s link']);
});

test('told as done where nothing was', () => {
  const revoked = { target: 'revoke x', link: null, date: null };
  expect(kindsIn([[reply('DONE')]], [{ ...revoked, at: 500 }], [], [revoking])).toEqual([]);
  expect(kindsIn([[reply('DONE')]], [], [], [revoking])).toContain('told as done, nothing done');
  expect(kindsIn([[reply('DONE')]], [{ ...revoked, at: 5_000 }], [], [revoking])).toEqual([
    'told as done, nothing done',
  ]);
});

test('a change of state is that of all who asked for it meanwhile, and of nobody who asked later', () => {
  const revoked = { target: 'revoke x', link: null, date: null, at: 500 };
  const both = [revoking, { ...revoking, caller: 1 }];
  expect(kindsIn([[reply('DONE')], [reply('DONE')]], [revoked], [], both)).toEqual([]);
  expect(kindsIn([[reply('DONE')], [reply('DONE', 1)]], [revoked], [], both)).toEqual(['told as done, nothing done']);
});

test('UNKNOWN in the end is right only where a link may be somebody else’s', () => {
  const unknown = [reply('UNKNOWN')];
  const afterwards = [[reply('UNKNOWN', 10)]];
  expect(kindsIn([unknown], [], [], [order], { afterwards })).toEqual(['never known']);
  expect(kindsIn([unknown], [made('a')], [], [order], { afterwards })).toEqual(['never known']);
  expect(kindsIn([unknown], [made('a', 30_000)], [], [order], { afterwards })).toEqual([]);
});

test('a history is its seed’s and its number’s', () => {
  expect(generate(5, 7)).toEqual(generate(5, 7));
  expect(generate(5, 7)).not.toEqual(generate(5, 8));
  expect(generate(5, 7)).not.toEqual(generate(6, 7));
});
