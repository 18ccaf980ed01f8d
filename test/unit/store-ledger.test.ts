import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type KyselyPlugin, sql } from 'kysely';
import { expect, test } from 'vitest';
import { claimantOf, type Ledger } from '../../src/services/once/ledger.ts';
import { createLedgerTable, pruneLedger } from '../../src/store/tables/ledger-table.ts';
import type { ObservedTime } from '../../src/store/tables/observed-time.ts';
import { openTestStore, USER_ID } from '../support/open-test-store.ts';
import { makeStorePlace, type TestPlace } from '../support/store-place.ts';

const NOW = new Date();
const HOUR_MS = 3_600_000;
const request = { caller: 'web', key: 'k1' };
const claim = { ...request, method: 'exportChatInvite', fingerprint: 'f1', now: NOW };

/** The minute that new rows get; tests of pruning turn it. */
let minute = 0;
const time: ObservedTime = { minutes: () => minute, look: async () => {} };

/** A connection of its own, as another run of the process has it. */
function connect(place: TestPlace, boot: string) {
  const asked = new WeakMap<object, string>();
  let next: { readonly kind: string; readonly work: () => Promise<unknown> } | null = null;
  const interrupter: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      asked.set(queryId, node.kind);
      return node;
    },
    async transformResult({ result, queryId }) {
      if (next !== null && asked.get(queryId) === next.kind) {
        const { work } = next;
        next = null;
        await work();
      }
      return result;
    },
  };
  const db = place.connect([interrupter]);
  return {
    db,
    ledger: createLedgerTable(db, USER_ID, boot, time),
    /** Has something happen right after the next statement of the kind. */
    afterNext(kind: string, work: () => Promise<unknown>) {
      next = { kind, work };
    },
    [Symbol.asyncDispose]: () => db.destroy(),
  };
}

test('a key is new once; then its record tells how far the request has come', async () => {
  await using store = await openTestStore(null);
  const { ledger } = store;
  expect(await ledger.begin(claim)).toEqual({ kind: 'new' });
  const begun = {
    method: 'exportChatInvite',
    fingerprint: 'f1',
    state: 'begun',
    hint: null,
    answer: null,
    startedAt: NOW,
    finishedAt: null,
    ownerBoot: 'this',
  };
  expect(await ledger.begin(claim)).toEqual({ kind: 'known', record: begun });
  await ledger.sending(request, { after: 17 });
  const sent = { ...begun, state: 'sending', hint: { after: 17 } };
  expect(await ledger.begin(claim)).toEqual({ kind: 'known', record: sent });
  const later = new Date(NOW.getTime() + 5_000);
  await ledger.finish(request, { link: 'https://t.me/+x' }, later);
  const done = { ...sent, state: 'done', answer: { link: 'https://t.me/+x' }, finishedAt: later };
  expect(await ledger.begin(claim)).toEqual({ kind: 'known', record: done });
});

test('callers and accounts do not see each other’s keys', async () => {
  await using place = await makeStorePlace();
  await using store = await openTestStore(place);
  await using other = await openTestStore(place, { scope: 'cd'.repeat(32) });
  await store.ledger.begin(claim);
  expect(await store.ledger.begin({ ...claim, caller: 'mobile' })).toEqual({ kind: 'new' });
  expect(await other.ledger.begin(claim)).toEqual({ kind: 'new' });
});

test('a released key is free again, a finished one stays', async () => {
  await using store = await openTestStore(null);
  await store.ledger.begin(claim);
  await store.ledger.sending(request, null);
  await store.ledger.release(request);
  expect(await store.ledger.begin(claim)).toEqual({ kind: 'new' });
  await store.ledger.finish(request, 'done', NOW);
  await store.ledger.release(request);
  expect(await store.ledger.begin(claim)).toMatchObject({ record: { state: 'done', answer: 'done' } });
});

test('only who has a claim can change it, and nobody once it is done', async () => {
  await using store = await openTestStore(null);
  await expect(store.ledger.sending(request, null)).rejects.toThrow(/no claim/);
  await store.ledger.begin(claim);
  await store.ledger.finish(request, 1, NOW);
  await expect(store.ledger.finish(request, 2, NOW)).rejects.toThrow(/no claim/);
  expect(await store.ledger.begin(claim)).toMatchObject({ record: { answer: 1 } });
});

test('prune forgets what began before the given minute, whatever the clock said, and more rows than one statement takes', async () => {
  await using place = await makeStorePlace();
  await using _store = await openTestStore(place);
  await using run = connect(place, 'boot');
  for (minute = 0; minute < 1_200; minute += 1) {
    await run.ledger.begin({ ...claim, key: `k${minute}`, now: new Date(NOW.getTime() - minute * HOUR_MS) });
  }
  await pruneLedger(run.db, 1_100);
  expect(await run.ledger.begin({ ...claim, key: 'k1100' })).toMatchObject({ kind: 'known' });
  expect(await run.ledger.begin({ ...claim, key: 'k1099' })).toEqual({ kind: 'new' });
  minute = 0;
});

test('a claim of a run that ended before it sent anything is simply new', async () => {
  await using place = await makeStorePlace();
  const first = await openTestStore(place);
  await first.ledger.begin(claim);
  await first.close();
  await using second = await openTestStore(place);
  expect(await second.ledger.begin(claim)).toEqual({ kind: 'new' });
  expect(await second.ledger.begin(claim)).toMatchObject({ record: { state: 'begun', ownerBoot: 'this' } });
});

test('a request that a run left unfinished is taken over by one caller, and by nobody with another input', async () => {
  await using place = await makeStorePlace();
  const first = await openTestStore(place);
  await first.ledger.begin(claim);
  await first.ledger.sending(request, { after: 17 });
  await first.close();
  await using second = await openTestStore(place);
  const stranger = await second.ledger.begin({ ...claim, fingerprint: 'f2' });
  expect(stranger).toMatchObject({ record: { fingerprint: 'f1', ownerBoot: 'earlier' } });
  const answers = await Promise.all(Array.from({ length: 10 }, () => second.ledger.begin(claim)));
  const owners = answers.map((answer) => (answer.kind === 'known' ? answer.record.ownerBoot : answer.kind));
  expect(owners.toSorted()).toEqual(['earlier', ...Array(9).fill('this')]);
  expect(answers[0]).toMatchObject({ record: { state: 'sending', hint: { after: 17 }, startedAt: NOW } });
  await second.ledger.finish(request, 'found', NOW);
  expect(await second.ledger.begin(claim)).toMatchObject({ record: { state: 'done', answer: 'found' } });
});

test('what an earlier run has done is nobody’s to take over', async () => {
  await using place = await makeStorePlace();
  const first = await openTestStore(place);
  await first.ledger.begin(claim);
  await first.ledger.finish(request, 'done', NOW);
  await first.close();
  await using second = await openTestStore(place);
  for (let asked = 0; asked < 2; asked += 1) {
    expect(await second.ledger.begin(claim)).toMatchObject({ record: { state: 'done', ownerBoot: 'earlier' } });
  }
});

test('a run whose claim another has taken over can neither change nor free it', async () => {
  await using place = await makeStorePlace();
  await using _store = await openTestStore(place);
  await using old = connect(place, 'old');
  await using next = connect(place, 'next');
  await old.ledger.begin(claim);
  await old.ledger.sending(request, { after: 1 });
  expect(await next.ledger.begin(claim)).toMatchObject({ record: { state: 'sending', ownerBoot: 'earlier' } });
  await expect(old.ledger.sending(request, { after: 2 })).rejects.toThrow(/no claim/);
  await expect(old.ledger.finish(request, 'old', NOW)).rejects.toThrow(/no claim/);
  await old.ledger.release(request);
  await next.ledger.finish(request, 'next', NOW);
  expect(await next.ledger.begin(claim)).toMatchObject({ record: { hint: { after: 1 }, answer: 'next' } });
});

test('each sending of a request overwrites what the one before had noted', async () => {
  await using store = await openTestStore(null);
  await store.ledger.begin(claim);
  await store.ledger.sending(request, ['one']);
  await store.ledger.sending(request, ['one', 'two']);
  expect(await store.ledger.begin(claim)).toMatchObject({ record: { state: 'sending', hint: ['one', 'two'] } });
});

test('a key that is released while another asks for it is claimed, not only called new', async () => {
  await using place = await makeStorePlace();
  await using _store = await openTestStore(place);
  await using run = connect(place, 'boot');
  await run.ledger.begin(claim);
  // Between the claim, which finds the row there, and the look at the row.
  run.afterNext('InsertQueryNode', () => place.run(sql`delete from ledger`));
  expect(await run.ledger.begin(claim)).toEqual({ kind: 'new' });
  expect(await run.ledger.begin(claim)).toMatchObject({ record: { state: 'begun', ownerBoot: 'this' } });
});

test.each([
  ['answer', '{"link": "https://t.'],
  ['answer', ''],
  ['answer', null],
  ['state', 'done?'],
])(
  'a finished row whose %s cannot be read (%j): one caller finds out what was done, and nobody is told it is new',
  async (column, damage) => {
    await using place = await makeStorePlace();
    await using store = await openTestStore(place);
    await store.ledger.begin(claim);
    await store.ledger.sending(request, { after: 17 });
    await store.ledger.finish(request, { link: 'https://t.me/+x' }, NOW);
    await place.run(sql`update ledger set ${sql.ref(column)} = ${damage}`);
    expect(await store.ledger.begin({ ...claim, fingerprint: 'f2' })).toMatchObject({ record: { fingerprint: 'f1' } });
    const answers = await Promise.all(Array.from({ length: 5 }, () => store.ledger.begin(claim)));
    const owners = answers.map((answer) => (answer.kind === 'known' ? answer.record.ownerBoot : answer.kind));
    expect(owners.toSorted()).toEqual(['earlier', ...Array(4).fill('this')]);
    for (const answer of answers) expect(answer).toMatchObject({ record: { state: 'sending', hint: { after: 17 } } });
    await store.ledger.finish(request, 'found', NOW);
    expect(await store.ledger.begin(claim)).toMatchObject({ record: { state: 'done', answer: 'found' } });
  },
);

test('a row that does not tell what was sent is refused and not sent again; the others are as they were', async () => {
  await using place = await makeStorePlace();
  await using store = await openTestStore(place);
  await store.ledger.begin(claim);
  await store.ledger.sending(request, { after: 17 });
  await place.run(sql`update ledger set hint = '{"af'`);
  await expect(store.ledger.begin(claim)).rejects.toThrow('the row of that idempotency key is damaged');
  await expect(store.ledger.begin(claim)).rejects.toThrow('damaged');
  expect(await store.ledger.begin({ ...claim, key: 'k2' })).toEqual({ kind: 'new' });
  await store.close();
  await using next = await openTestStore(place);
  await expect(next.ledger.begin(claim)).rejects.toThrow('damaged');
});

test('of 32 requests over four connections each key is new to exactly one', async () => {
  await using place = await makeStorePlace();
  await using _store = await openTestStore(place);
  await using stack = new AsyncDisposableStack();
  const ledgers: Ledger[] = [];
  for (let each = 0; each < 4; each += 1) ledgers.push(stack.use(connect(place, 'one boot')).ledger);
  for (const key of ['a', 'b', 'c', 'd', 'e']) {
    const claims = ledgers.flatMap((ledger) => Array.from({ length: 8 }, () => ledger.begin({ ...claim, key })));
    const kinds = (await Promise.all(claims)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'new')).toHaveLength(1);
  }
});

test('a caller under a new name has its rows and the links of its open requests; where both sent a key, the new one stays', async () => {
  await using place = await makeStorePlace();
  await using other = await openTestStore(place, { scope: 'cd'.repeat(32) });
  await other.ledger.begin(claim);
  const [open, done, both] = ['open', 'done', 'both'].map((key) => ({ ...claim, key }));
  if (!open || !done || !both) throw new Error('there are three');
  const first = await openTestStore(place);
  for (const entry of [open, done, both]) {
    await first.ledger.begin(entry);
    await first.ledger.sending(entry, 'sent');
  }
  expect(await first.claims.claim('https://t.me/+open', claimantOf(open))).toBe(true);
  await first.ledger.finish(done, 'done before', NOW);
  await first.ledger.begin({ ...both, caller: 'web-2' });
  await first.ledger.sending({ ...both, caller: 'web-2' }, 'sent by both');
  await first.close();

  await using second = await openTestStore(place, { renamed: [{ from: 'web', to: 'web-2' }] });
  const { ledger, claims } = second;
  const known = async (entry: typeof claim) => ledger.begin({ ...entry, caller: 'web-2' });
  expect(await known(open)).toMatchObject({ kind: 'known', record: { state: 'sending', hint: 'sent' } });
  expect(await known(done)).toMatchObject({ kind: 'known', record: { state: 'done', answer: 'done before' } });
  expect(await known(both)).toMatchObject({ kind: 'known', record: { hint: 'sent by both' } });
  expect(await claims.claim('https://t.me/+open', claimantOf(open))).toBe(false);
  expect(await claims.claim('https://t.me/+open', claimantOf({ ...open, caller: 'web-2' }))).toBe(true);
  expect(await ledger.begin(open)).toEqual({ kind: 'new' });
  expect(await other.ledger.begin(claim)).toMatchObject({ kind: 'known' });
});

test('kill -9: every write that was acknowledged is there afterwards', async () => {
  await using place = await makeStorePlace();
  const script = fileURLToPath(new URL('../support/ledger-writer.ts', import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(place)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const acknowledged: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    acknowledged.push(line);
    if (acknowledged.length === 300) child.kill('SIGKILL');
  }
  expect((await ended)[1]).toBe('SIGKILL');

  const rows = await place.run(sql`select idempotency_key, state, answer from ledger`);
  const kept = new Map(rows.map((row) => [row['idempotency_key'], row]));
  const order = ['begun', 'sending', 'done'];
  for (const line of acknowledged) {
    const [key = '', state = ''] = line.split(' ');
    const row = kept.get(key);
    expect(order.indexOf(String(row?.['state'])), line).toBeGreaterThanOrEqual(order.indexOf(state));
    if (state === 'done') expect(row?.['answer']).toBe(JSON.stringify({ link: `link of ${key}` }));
  }
});
