import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, test } from 'vitest';
import { createLogger } from '../../src/base/log.ts';
import { migrationsOf, POSTGRES_TYPES, SQLITE_TYPES } from '../../src/store/migrations/migrations.ts';
import { createSeal, SealError } from '../../src/store/seal.ts';
import { openAccounts } from '../../src/store/store.ts';
import { createAccountTable } from '../../src/store/tables/account-table.ts';
import { carryOver } from '../../src/store/tables/carry-over.ts';
import { createChangedLinkTable } from '../../src/store/tables/changed-link-table.ts';
import { createChatRightTable } from '../../src/store/tables/chat-right-table.ts';
import { createClaimedLinkTable } from '../../src/store/tables/claimed-link-table.ts';
import { createHoldTable } from '../../src/store/tables/hold-table.ts';
import { createKeyAccountTable } from '../../src/store/tables/key-account-table.ts';
import { createLedgerTable } from '../../src/store/tables/ledger-table.ts';
import { createPeerTable } from '../../src/store/tables/peer-table.ts';
import { MAIN_WORKSPACE } from '../../src/workspace/stored-accounts.ts';
import { openTestStore, SCOPE, USER_ID } from '../support/open-test-store.ts';
import { makeSession } from '../support/session-bytes.ts';
import { makeStorePlace, POSTGRES, type TestPlace } from '../support/store-place.ts';

const key = (id: string, byte: number) => ({ id, key: Buffer.alloc(32, byte) });
const SEAL = createSeal([key('k1', 1)], 'SESSION_KEYS');
const SUPPORT = { id: '777', name: 'support', kind: 'USER' } as const;
const claim = { caller: 'web', key: 'k1', method: 'exportChatInvite', fingerprint: 'f1' };
const clock = () => new Date();
const log = createLogger({ level: 'silent' });
const frozen = { minutes: () => 0, look: async () => {} };

/** Everything of an account that is kept under a scope. */
function tablesOf(db: ReturnType<TestPlace['connect']>, scope: string, boot = 'a run') {
  return {
    peers: createPeerTable(db, scope, { clock, log }),
    ledger: createLedgerTable(db, scope, boot, frozen),
    claims: createClaimedLinkTable(db, scope, { clock, time: frozen }),
    changedLinks: createChangedLinkTable(db, scope, frozen),
    holds: createHoldTable(db, scope),
  };
}

const user = (id: number) => ({
  kind: 'USER' as const,
  id: BigInt(id),
  accessHash: BigInt(id) * 3n,
  user: { id: String(id), firstName: `Kim ${id}`, lastName: null, username: null, isBot: false },
});

/** Leaves something in each table. */
async function leave({ peers, ledger, claims, changedLinks, holds }: ReturnType<typeof tablesOf>): Promise<void> {
  peers.keep(Array.from({ length: 1_234 }, (_, id) => user(id + 1)));
  peers.keepUsername({ username: 'kim', id: '1', askedAt: new Date(0) });
  await peers.flush();
  for (const each of ['k1', 'k2', 'k3']) await ledger.begin({ ...claim, key: each, now: new Date() });
  await ledger.sending({ ...claim, key: 'k2' }, { sendings: [7] });
  await ledger.finish({ ...claim, key: 'k3' }, { link: 'x' }, new Date());
  await claims.claim('https://t.me/+one', 'mine');
  await changedLinks.write(new Map([['a', { revoked: true }]]));
  await holds.place({ reason: 'LIMITED', code: 'PEER_FLOOD', telegramCode: 400, since: new Date(0) });
}

async function expectAll({ peers, ledger, claims, changedLinks, holds }: ReturnType<typeof tablesOf>): Promise<void> {
  const known = await peers.load();
  const inOrder = known.peers.toSorted((one, other) => Number(one.id - other.id));
  expect(inOrder).toEqual(Array.from({ length: 1_234 }, (_, id) => user(id + 1)));
  expect(known.usernames).toEqual([{ username: 'kim', id: '1', askedAt: new Date(0) }]);
  expect(await ledger.open()).toEqual([{ caller: 'web', key: 'k2' }]);
  expect(await ledger.begin({ ...claim, key: 'k2', now: new Date() })).toMatchObject({
    record: { state: 'sending', hint: { sendings: [7] } },
  });
  expect(await ledger.begin({ ...claim, key: 'k3', now: new Date() })).toMatchObject({
    record: { state: 'done', answer: { link: 'x' } },
  });
  expect(await claims.claim('https://t.me/+one', 'another')).toBe(false);
  expect((await claims.claimedBy('mine')).has('https://t.me/+one')).toBe(true);
  expect(await changedLinks.read(['a'])).toEqual(new Map([['a', { revoked: true }]]));
  expect(await holds.read()).toMatchObject({ code: 'PEER_FLOOD' });
}

/** The store as the version before made it. */
async function makeStoreBefore(place: TestPlace): Promise<void> {
  await using db = place.connect();
  const provider = { getMigrations: async () => migrationsOf(POSTGRES ? POSTGRES_TYPES : SQLITE_TYPES) };
  const { error } = await new Migrator({ db, provider }).migrateTo('0006-owner-and-observed-time');
  if (error) throw error;
}

/** The migrated tables of a new place. */
async function openTables(stack: AsyncDisposableStack) {
  const place = stack.use(await makeStorePlace());
  await (await openTestStore(place)).close();
  return stack.use(place.connect());
}

test('a store from before has everything in the workspace main, and the version before runs on beside this one', async () => {
  await using place = await makeStorePlace();
  await makeStoreBefore(place);
  await using connection = place.connect();
  // These tables ask nothing that came with this version: their statements are those of the one before.
  const before = tablesOf(connection, SCOPE);
  await leave(before);
  await using _other = await openTestStore(place, { scope: 'cd'.repeat(32) });
  await expectAll(before);
  await before.ledger.begin({ ...claim, key: 'k4', now: new Date() });
  await before.ledger.finish({ ...claim, key: 'k4' }, { link: 'y' }, new Date());
  for (const table of [
    'peer',
    'username',
    'ledger',
    'claimed_link',
    'changed_link',
    'hold',
    'observed_time',
  ] as const) {
    const workspaces = await connection.selectFrom(table).select('workspace').distinct().execute();
    expect(workspaces, table).toEqual([{ workspace: 'main' }]);
  }
  await using accounts = await openAccounts(place, SEAL);
  expect(await accounts.list()).toEqual([]);
});

test('what a session has left goes to the account, once, all of it; the lock stays with the session', async () => {
  await using stack = new AsyncDisposableStack();
  const place = stack.use(await makeStorePlace());
  await using _store = await openTestStore(place);
  const db = stack.use(place.connect());
  await leave(tablesOf(db, SCOPE));
  await tablesOf(db, 'cd'.repeat(32)).claims.claim("another's", null);
  expect(await carryOver(db, SCOPE, USER_ID)).toBe(1_234 + 1 + 3 + 1 + 1 + 1);
  await expectAll(tablesOf(db, USER_ID));
  expect(await carryOver(db, SCOPE, USER_ID)).toBe(0);
  expect(await carryOver(db, USER_ID, USER_ID)).toBe(0);
  await expectAll(tablesOf(db, USER_ID));
  expect(await tablesOf(db, SCOPE).peers.load()).toEqual({ peers: [], usernames: [] });
  expect(await tablesOf(db, SCOPE).holds.read()).toBeNull();
  expect(await tablesOf(db, 'cd'.repeat(32)).claims.isClaimed("another's")).toBe(true);
  const owners = await db.selectFrom('session_owner').select('scope').orderBy('scope').execute();
  expect(owners).toEqual([{ scope: USER_ID }, { scope: SCOPE }]);
  // A key that is repeated goes where it went.
  const keys = await db.selectFrom('key_account').select(['idempotency_key', 'account']).execute();
  expect(keys.toSorted((one, other) => (one.idempotency_key < other.idempotency_key ? -1 : 1))).toEqual(
    ['k1', 'k2', 'k3'].map((key) => ({ idempotency_key: key, account: USER_ID })),
  );
});

test('two sessions of one account: what the account has already stays, the rest comes', async () => {
  await using stack = new AsyncDisposableStack();
  const db = await openTables(stack);
  const [old, present] = [tablesOf(db, SCOPE), tablesOf(db, USER_ID)];
  await old.holds.place({ reason: 'FROZEN', code: 'OLD', telegramCode: 400, since: new Date(0) });
  await old.ledger.begin({ ...claim, now: new Date() });
  await old.ledger.finish(claim, 'old', new Date());
  await old.ledger.begin({ ...claim, key: 'k2', now: new Date() });
  await old.ledger.finish({ ...claim, key: 'k2' }, 'old', new Date());
  await present.holds.place({ reason: 'LIMITED', code: 'PRESENT', telegramCode: 400, since: new Date(0) });
  await present.ledger.begin({ ...claim, now: new Date() });
  await present.ledger.finish(claim, 'present', new Date());
  await carryOver(db, SCOPE, USER_ID);
  expect(await present.holds.read()).toMatchObject({ code: 'PRESENT' });
  expect(await present.ledger.begin({ ...claim, now: new Date() })).toMatchObject({ record: { answer: 'present' } });
  expect(await present.ledger.begin({ ...claim, key: 'k2', now: new Date() })).toMatchObject({
    record: { answer: 'old' },
  });
  expect(await db.selectFrom('ledger').select('answer').where('scope', '=', SCOPE).execute()).toEqual([]);
});

test('carried over all or nothing: what fails in the end has changed nothing', async () => {
  await using stack = new AsyncDisposableStack();
  const db = await openTables(stack);
  await leave(tablesOf(db, SCOPE));
  await sql`alter table hold rename to hold_away`.execute(db); // the last table
  await expect(carryOver(db, SCOPE, USER_ID)).rejects.toThrow(/hold/);
  await sql`alter table hold_away rename to hold`.execute(db);
  await expectAll(tablesOf(db, SCOPE));
  expect((await tablesOf(db, USER_ID).peers.load()).peers).toEqual([]);
});

test('an account is kept, listed without its session, renamed, renewed and removed', async () => {
  await using stack = new AsyncDisposableStack();
  const db = await openTables(stack);
  const accounts = createAccountTable(db, MAIN_WORKSPACE, SEAL);
  const [first, second] = [makeSession(), makeSession()];
  const kept = await accounts.insert(SUPPORT, first);
  expect(kept).toEqual({ ...SUPPORT, createdAt: expect.any(Date) });
  await accounts.insert({ id: '778', name: 'news', kind: 'BOT' }, second);
  expect(await accounts.list()).toMatchObject([SUPPORT, { id: '778', name: 'news', kind: 'BOT' }]);
  expect(JSON.stringify(await accounts.list())).not.toContain(first.slice(0, 20));
  expect(await accounts.session('777')).toBe(first);
  expect(await accounts.session('999')).toBeNull();

  expect(await accounts.rename('777', 'help')).toBe(true);
  expect(await accounts.rename('777', 'help'), 'to the name that it has').toBe(true);
  expect(await accounts.rename('999', 'nobody')).toBe(false);
  const renewed = makeSession();
  expect(await accounts.renew('777', renewed)).toBe(true);
  expect(await accounts.renew('999', renewed)).toBe(false);
  expect(await accounts.session('777')).toBe(renewed);

  expect(await accounts.remove('777')).toBe(true);
  expect(await accounts.remove('777')).toBe(false);
  expect(await accounts.session('777')).toBeNull();
  expect(await accounts.list()).toMatchObject([{ name: 'news' }]);
  expect(await accounts.session('778')).toBe(second);
});

test('a name in use and the same Telegram user twice are refused by name, and change nothing', async () => {
  await using stack = new AsyncDisposableStack();
  const db = await openTables(stack);
  const accounts = createAccountTable(db, MAIN_WORKSPACE, SEAL);
  const session = makeSession();
  await accounts.insert(SUPPORT, session);
  await accounts.insert({ id: '778', name: 'news', kind: 'BOT' }, makeSession());
  await expect(accounts.insert({ id: '779', name: 'support', kind: 'BOT' }, 'x')).rejects.toMatchObject({
    name: 'AccountConflict',
    reason: 'NAME_IN_USE',
    message: 'Another account has the name support. Choose another name.',
    account: SUPPORT,
  });
  await expect(accounts.insert({ ...SUPPORT, name: 'again' }, 'x')).rejects.toMatchObject({
    reason: 'USER_IN_STORE',
    message: expect.stringMatching(/^This Telegram user is in the store as the account support\./),
  });
  await expect(accounts.rename('778', 'support')).rejects.toMatchObject({ reason: 'NAME_IN_USE', account: SUPPORT });
  expect(await accounts.list()).toMatchObject([SUPPORT, { id: '778', name: 'news' }]);
  expect(await accounts.session('777')).toBe(session);
  // Of another workspace both are free.
  await createAccountTable(db, 'other', SEAL).insert(SUPPORT, session);
});

test('one name, many at once: one has it', async () => {
  await using stack = new AsyncDisposableStack();
  const db = await openTables(stack);
  const accounts = createAccountTable(db, MAIN_WORKSPACE, SEAL);
  const tried = await Promise.allSettled(
    Array.from({ length: 16 }, (_, each) => accounts.insert({ ...SUPPORT, id: String(each) }, makeSession())),
  );
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const each of tried) {
    if (each.status === 'rejected') expect(each.reason).toMatchObject({ reason: 'NAME_IN_USE' });
  }
});

test('wrong keys: each account says so, the others open, and nothing is overwritten', async () => {
  await using stack = new AsyncDisposableStack();
  const db = await openTables(stack);
  const session = makeSession();
  await createAccountTable(db, MAIN_WORKSPACE, SEAL).insert(SUPPORT, session);
  const other = createSeal([key('k2', 2)], 'SESSION_KEYS');
  const ofOther = createAccountTable(db, MAIN_WORKSPACE, other);
  await ofOther.insert({ id: '778', name: 'news', kind: 'BOT' }, 'session of news');
  const before = await db.selectFrom('account').selectAll().orderBy('id').execute();
  for (const keys of [[key('k2', 2)], [key('k2', 2), key('k1', 9)]]) {
    const accounts = createAccountTable(db, MAIN_WORKSPACE, createSeal(keys, 'SESSION_KEYS'));
    await expect(accounts.session('777')).rejects.toThrow(SealError);
    expect(await accounts.session('778')).toBe('session of news');
    expect(await accounts.list()).toHaveLength(2);
  }
  const none = createAccountTable(db, MAIN_WORKSPACE, createSeal([], 'SESSION_KEYS'));
  await expect(none.session('777')).rejects.toThrow(/^SESSION_KEYS is not set/);
  await expect(none.insert({ ...SUPPORT, id: '779' }, 'x')).rejects.toThrow(SealError);
  await expect(none.renew('777', 'x')).rejects.toThrow(SealError);
  expect(await db.selectFrom('account').selectAll().orderBy('id').execute()).toEqual(before);
  // One account's row does not open as another's.
  await db
    .updateTable('account')
    .set({ session_sealed: before[0]?.session_sealed ?? '' })
    .where('id', '=', '778')
    .execute();
  await expect(createAccountTable(db, MAIN_WORKSPACE, SEAL).session('778')).rejects.toThrow(SealError);
  expect(await createAccountTable(db, MAIN_WORKSPACE, SEAL).session('777')).toBe(session);
});

test('a key is changed: opened by the old one, sealed by the new one, which opens alone from then on', async () => {
  await using stack = new AsyncDisposableStack();
  const db = await openTables(stack);
  const session = makeSession();
  await createAccountTable(db, MAIN_WORKSPACE, SEAL).insert(SUPPORT, session);
  const both = createSeal([key('k2', 2), key('k1', 1)], 'SESSION_KEYS');
  expect(await createAccountTable(db, MAIN_WORKSPACE, both).session('777')).toBe(session);
  const alone = createAccountTable(db, MAIN_WORKSPACE, createSeal([key('k2', 2)], 'SESSION_KEYS'));
  expect(await alone.session('777')).toBe(session);
  expect(await db.selectFrom('account').select('key_id').execute()).toEqual([{ key_id: 'k2' }]);
});

test('a removed account takes its access hashes and rights with it; keys, claims and a hold stay', async () => {
  await using stack = new AsyncDisposableStack();
  const db = await openTables(stack);
  const accounts = createAccountTable(db, MAIN_WORKSPACE, SEAL);
  const rightsOf = (account: string) => createChatRightTable(db, MAIN_WORKSPACE, account, log);
  await accounts.insert(SUPPORT, makeSession());
  await leave(tablesOf(db, '777'));
  await leave(tablesOf(db, '778'));
  for (const rights of [rightsOf('777'), rightsOf('778')]) {
    rights.keep({ chatId: '-1001', right: 'OWNER', learntAt: new Date(0) });
    await rights.flush();
  }
  await accounts.remove('777');
  const removed = tablesOf(db, '777');
  expect(await removed.peers.load()).toEqual({ peers: [], usernames: [] });
  expect([await rightsOf('777').load(), await rightsOf('778').load()]).toMatchObject([[], [{ right: 'OWNER' }]]);
  expect(await removed.ledger.open()).toEqual([{ caller: 'web', key: 'k2' }]);
  expect(await removed.claims.isClaimed('https://t.me/+one')).toBe(true);
  expect(await removed.holds.read()).toMatchObject({ code: 'PEER_FLOOD' });
  await expectAll(tablesOf(db, '778'));
});

test('a key belongs to one account, of 32 who claim it at once, until it moves; callers do not see each other', async () => {
  await using stack = new AsyncDisposableStack();
  const db = await openTables(stack);
  const keys = createKeyAccountTable(db, MAIN_WORKSPACE, frozen);
  const answers = await Promise.all(Array.from({ length: 32 }, (_, each) => keys.claim(claim, String(each % 2))));
  const [winner = ''] = answers;
  expect(new Set(answers)).toEqual(new Set([winner]));
  const [loser] = ['0', '1'].filter((each) => each !== winner);
  expect(await keys.claim({ ...claim, caller: 'app' }, 'x')).toBe('x');
  // Of many who move it on exactly one does, and who comes later sees it.
  await Promise.all(Array.from({ length: 8 }, (_, each) => keys.move(claim, winner, `next ${each}`)));
  const next = await keys.read(claim);
  expect(next).toMatch(/^next \d$/);
  await keys.move(claim, winner, 'too late');
  expect(await keys.claim(claim, loser ?? '')).toBe(next);
  await keys.move({ ...claim, key: 'unknown' }, winner, 'x');
  expect(await keys.read({ ...claim, key: 'unknown' })).toBeNull();
});

test('keys of a caller with a new name go with it; they age as keys do', async () => {
  await using place = await makeStorePlace();
  await (await openTestStore(place)).close();
  await using db = place.connect();
  let minutes = 0;
  const keys = createKeyAccountTable(db, MAIN_WORKSPACE, { minutes: () => minutes, look: async () => {} });
  await keys.claim({ ...claim, key: 'old' }, '777');
  minutes = 10;
  await keys.claim(claim, '777');
  await keys.claim({ ...claim, key: 'both' }, '777');
  await keys.claim({ ...claim, key: 'both', caller: 'web-2' }, '778');
  await place.run(sql`update observed_time set minutes = ${24 * 60 + 3}`);
  await (await openTestStore(place, { renamed: [{ from: 'web', to: 'web-2' }] })).close();
  const claimed = (each: string) => keys.claim({ caller: 'web-2', key: each }, 'new');
  expect(await Promise.all(['k1', 'both', 'old'].map(claimed))).toEqual(['777', '778', 'new']);
});

test('rights in chats: of each account its own, the last that was learnt, until they are forgotten', async () => {
  await using stack = new AsyncDisposableStack();
  const db = await openTables(stack);
  const rightsOf = (account: string) => createChatRightTable(db, MAIN_WORKSPACE, account, log);
  const [rights, others] = [rightsOf('777'), rightsOf('778')];
  const right = (chatId: string, minute: number, standing: 'OWNER' | 'ADMIN' | 'MEMBER' | 'OUTSIDE' = 'ADMIN') => ({
    chatId,
    right: standing,
    learntAt: new Date(minute * 60_000),
  });
  for (let each = 0; each < 1_234; each += 1) rights.keep(right(String(-each), each));
  rights.keep(right('-7', 9_999, 'OWNER'));
  others.keep(right('-7', 1, 'OUTSIDE'));
  rights.forget('-8');
  await Promise.all([rights.flush(), others.flush()]);
  const kept = await rightsOf('777').load();
  expect(kept).toHaveLength(1_233);
  expect([kept[0], kept.at(-1)]).toEqual([right('0', 0), right('-7', 9_999, 'OWNER')]);
  expect(await rightsOf('778').load()).toEqual([right('-7', 1, 'OUTSIDE')]);
  rights.forget('-7');
  await rights.flush();
  expect(await rightsOf('777').load()).toHaveLength(1_232);
  expect(await rightsOf('778').load()).toHaveLength(1);
});

test('rights that could not be written are told once for a try, and written with the next', async () => {
  await using stack = new AsyncDisposableStack();
  const db = await openTables(stack);
  const warnings: unknown[] = [];
  const rights = createChatRightTable(db, MAIN_WORKSPACE, '777', { warn: (...line: unknown[]) => warnings.push(line) });
  await sql`alter table chat_right rename to chat_right_away`.execute(db);
  rights.keep({ chatId: '-1', right: 'ADMIN', learntAt: new Date(0) });
  rights.keep({ chatId: '-2', right: 'ADMIN', learntAt: new Date(0) });
  await rights.flush();
  expect(warnings).toHaveLength(1);
  await sql`alter table chat_right_away rename to chat_right`.execute(db);
  rights.keep({ chatId: '-3', right: 'ADMIN', learntAt: new Date(0) });
  await rights.flush();
  expect((await rights.load()).map(({ chatId }) => chatId).toSorted()).toEqual(['-1', '-2', '-3']);
});
