import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { importInvite, openInvite } from '../../src/sandbox/world/import-invite.ts';
import { createFileLocks } from '../../src/store/sqlite/file-locks.ts';
import { lockSession } from '../../src/store/sqlite/session-lock.ts';
import { sessionScope } from '../../src/telegram/gramjs/session-scope.ts';
import { makeDataDir } from '../support/data-dir.ts';
import { spawnGateway } from '../support/spawn-gateway.ts';
import { startTestGateway, type TestGateway } from '../support/start-gateway.ts';
import { account, startSandbox } from '../support/start-sandbox.ts';
import { subscribeSse } from '../support/subscribe-sse.ts';
import { sessionAt, startTcpProxy } from '../support/tcp-proxy.ts';

vi.setConfig({ testTimeout: 30_000 });

const BOTH = { accounts: ['owner', 'bot'] };
const STATES = '{ accounts { name kind state { status message } } }';
const EXPORT = `mutation ($account: String, $key: String) {
  exportChatInvite(input: { peer: "sandbox_community", account: $account, idempotencyKey: $key }) {
    __typename ... on ExportedChatInvite { link admin { username } chat { title } }
    ... on Error { message code } ... on FieldError { path } ... on AccountNotFoundError { name }
  }
}`;

async function readyz(gateway: Pick<TestGateway, 'app'>, headers = {}) {
  const response = await fetch(new URL('/readyz', gateway.app.url), { headers });
  return { code: response.status, ...(await response.json()) };
}

/** Who made each call at the sandbox since `calls` was emptied, by the name in the cast. */
function callers({ sandbox, records }: TestGateway): string[] {
  return records.map(({ authKeyId, method }) => {
    const userId = sandbox.world.authorizations.get(authKeyId)?.userId;
    return `${sandbox.world.users.get(userId ?? 0n)?.username} ${method}`;
  });
}

/** The accounts of each operation that was logged. */
const logged = ({ logLines }: TestGateway) =>
  logLines.map((line) => JSON.parse(line)).flatMap(({ msg, accounts }) => (msg === 'operation' ? [accounts] : []));

test('the accounts in the order of their names, one by its name and by its global id, and the default one', async () => {
  await using gateway = await startTestGateway(BOTH);
  gateway.records.length = 0;
  const { data, errors } = await gateway.query(`{
    accounts { name kind user { username } state { status } }
    account { id name } bot: account(name: "bot") { kind user { isBot } }
    node(id: "${Buffer.from('Account:bot').toString('base64')}") { ... on Account { name } }
  }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    accounts: [
      { name: 'bot', kind: 'BOT', user: { username: 'sandbox_doorman_bot' }, state: { status: 'READY' } },
      { name: 'owner', kind: 'USER', user: { username: 'sandbox_owner' }, state: { status: 'READY' } },
    ],
    account: { id: Buffer.from('Account:owner').toString('base64'), name: 'owner' },
    bot: { kind: 'BOT', user: { isBot: true } },
    node: { name: 'bot' },
  });
  expect(gateway.records).toEqual([]);
});

test('DEFAULT_ACCOUNT names the account that is meant where a request names none', async () => {
  await using gateway = await startTestGateway({ ...BOTH, env: { DEFAULT_ACCOUNT: 'bot' } });
  const { data } = await gateway.query(`{ account { name } }`);
  expect(data).toEqual({ account: { name: 'bot' } });
  // A primary link is of the account that is meant; another link would be the user's to make, who can look for a lost answer.
  const { data: made } = await gateway.query(
    `mutation { exportChatInvite(input: { peer: "sandbox_community", legacyRevokePermanent: true }) {
      ... on ExportedChatInvite { admin { username } } } }`,
  );
  expect(made).toEqual({ exportChatInvite: { admin: { username: 'sandbox_doorman_bot' } } });
});

test('a pinned account answers all that is below, whatever another account has answered in the same operation', async () => {
  await using gateway = await startTestGateway(BOTH);
  await gateway.query(
    '{ a: chat(peer: "sandbox_community") { id } b: chat(peer: "sandbox_community", account: "bot") { id } }',
  );
  gateway.records.length = 0;
  const { data, errors } = await gateway.query(`{
    bot: chat(peer: "sandbox_community", account: "bot") { title permanentInvite { link admin { username } chat { title } } }
    owner: chat(peer: "sandbox_community", account: "owner") { title permanentInvite { link admin { username } } }
    anybody: chat(peer: "sandbox_community") { title }
  }`);
  expect(errors).toBeUndefined();
  expect(data?.['owner']).toMatchObject({ permanentInvite: { admin: { username: 'sandbox_owner' } } });
  expect(data?.['bot']).toEqual({ title: 'Sandbox Community', permanentInvite: null });
  const made = callers(gateway).sort();
  expect(made.filter((call) => call.endsWith('channels.GetChannels'))).toEqual([
    'sandbox_doorman_bot channels.GetChannels',
    'sandbox_owner channels.GetChannels', // shared by both fields that it answers
  ]);
  expect(made.filter((call) => call.endsWith('GetFullChannel'))).toEqual([
    'sandbox_doorman_bot channels.GetFullChannel',
    'sandbox_owner channels.GetFullChannel',
  ]);
  expect(logged(gateway).at(-1)?.toSorted()).toEqual(['bot', 'owner']);
});

test('a field with an account of its own, a node by the account that knows it, and a mutation with all that is selected of its answer', async () => {
  await using gateway = await startTestGateway(BOTH);
  const made = (await gateway.query(EXPORT, { account: 'bot' })).data?.['exportChatInvite'];
  expect(made).toMatchObject({ admin: { username: 'sandbox_doorman_bot' }, chat: { title: 'Sandbox Community' } });
  expect(callers(gateway).filter((call) => !call.startsWith('sandbox_doorman_bot'))).toEqual([]);
  expect(logged(gateway)).toEqual([['bot']]);
  gateway.records.length = 0;
  const id = Buffer.from('User:7000000001').toString('base64');
  const { data, errors } = await gateway.query(`{
    chat(peer: "sandbox_community") { exportedInvites(account: "bot") { totalCount } }
    node(id: "${id}") { ... on User { firstName } }
  }`);
  expect(data?.['node']).toEqual({ firstName: 'Olive' });
  const codes = errors?.map(({ path, extensions }) => `${path?.join('.')} ${extensions?.['code']}`);
  expect(codes).toEqual(['chat.exportedInvites BOT_METHOD_INVALID']);
  expect(callers(gateway)).toContain('sandbox_owner users.GetUsers');
});

test('a name that no account has: typed, told before a call, and nothing is done by another', async () => {
  await using gateway = await startTestGateway(BOTH);
  const name = 'x'.repeat(100);
  const { data } = await gateway.query(EXPORT, { account: name });
  expect(data?.['exportChatInvite']).toMatchObject({
    __typename: 'AccountNotFoundError',
    code: 'ACCOUNT_NOT_FOUND',
    name: `${'x'.repeat(60)}…`,
    path: ['input', 'account'],
  });
  const reads = [
    'chat(peer: "sandbox_community", account: "") { id }',
    'chats(account: "nobody") { edges { cursor } }',
    'checkChatInvite(link: "AbCdEfGhIjKlMnOp", account: "nobody") { __typename }',
    'account(name: "nobody") { name }',
  ];
  for (const read of reads) {
    const { errors } = await gateway.query(`{ ${read} }`);
    expect(errors, read).toMatchObject([{ extensions: { code: 'ACCOUNT_NOT_FOUND' } }]);
  }
  await using client = await subscribeSse(
    gateway.app.url,
    'subscription { chatJoinRequests(peer: "sandbox_community", account: "nobody") { date } }',
  );
  expect((await client.next()).value?.errors).toMatchObject([
    { extensions: { code: 'ACCOUNT_NOT_FOUND', name: 'nobody' } },
  ]);
  expect(gateway.calls).toEqual([]);
});

test('a bot tells who comes in while a user lists them, in one gateway', async () => {
  await using gateway = await startTestGateway(BOTH);
  const { world } = gateway.sandbox;
  const made = (await gateway.query(EXPORT)).data?.['exportChatInvite'];
  await using client = await subscribeSse(
    gateway.app.url,
    `subscription { chatInviteUses(peer: "sandbox_community", account: "bot") { user { firstName } chat { title } } }`,
  );
  const joiner = [...world.users.values()].find(({ username }) => username === 'sandbox_joiner');
  if (!joiner) throw new Error('there is a joiner in the cast');
  const hash = String(made?.['link']).split('+')[1] ?? '';
  importInvite(world, joiner, openInvite(world, joiner.id, hash, 'messages.importChatInvite'));
  expect((await client.next()).value?.data?.['chatInviteUses']).toMatchObject({ chat: { title: 'Sandbox Community' } });
  const { data } = await gateway.query(
    `query ($link: InviteLink!) { chat(peer: "sandbox_community") { exportedInvite(link: $link) { importers { totalCount } } } }`,
    { link: made?.['link'] },
  );
  expect(data?.['chat']).toEqual({ exportedInvite: { importers: { totalCount: 1 } } });
});

test('an account whose session has ended stops no other: its state, its answers and readiness tell why', async () => {
  await using sandbox = await startSandbox();
  const { world } = sandbox;
  const bot = [...world.authorizations].find(([, { userId }]) => world.users.get(userId ?? 0n)?.botToken);
  world.authorizations.delete(bot?.[0] ?? '');
  await using gateway = await startTestGateway({
    ...BOTH,
    sandbox,
    env: { GATEWAY_API_KEYS: 'web:first-key-0123456789' },
  });
  const key = { authorization: 'Bearer first-key-0123456789' };
  const { data } = await gateway.query(
    '{ account(name: "bot") { kind user { id } state { status reason } } }',
    {},
    key,
  );
  expect(data?.['account']).toEqual({
    kind: 'BOT',
    user: null,
    state: { status: 'NEEDS_LOGIN', reason: 'AUTH_KEY_UNREGISTERED' },
  });
  const told = await gateway.query(EXPORT, { account: 'bot' }, key);
  expect(told.data?.['exportChatInvite']).toMatchObject({ __typename: 'AccountUnavailableError' });
  const done = await gateway.query(EXPORT, {}, key);
  expect(done.data?.['exportChatInvite']).toMatchObject({ __typename: 'ExportedChatInvite' });
  const warning = expect.stringMatching(/^bot: .*sign in again/);
  expect(await readyz(gateway, key)).toEqual({ code: 200, status: 'ready', warning });
  expect(await readyz(gateway)).toEqual({ code: 200, status: 'ready' });
});

test('accounts that cannot be reached at the start: the gateway serves, and each acts as soon as it can', async () => {
  await using sandbox = await startSandbox();
  await using toOwner = await startTcpProxy(sandbox);
  await using toBot = await startTcpProxy(sandbox);
  await Promise.all([toOwner.shut(), toBot.shut()]);
  const sessions = {
    owner: sessionAt(account(sandbox, 'owner').session, toOwner.port),
    bot: sessionAt(account(sandbox, 'bot').session, toBot.port),
  };
  await using gateway = await startTestGateway({ ...BOTH, sandbox, sessions });
  expect((await gateway.query(STATES)).data?.['accounts']).toMatchObject([
    {
      name: 'bot',
      kind: 'BOT',
      state: { status: 'CONNECTING', message: expect.stringContaining('cannot be reached') },
    },
    { name: 'owner', kind: 'USER', state: { status: 'CONNECTING' } },
  ]);
  expect(await readyz(gateway)).toEqual({
    code: 503,
    status: 'not ready',
    reason: expect.stringMatching(/owner: Telegram's server at .* cannot be reached.*bot: Telegram's server at/),
  });
  expect((await gateway.query(EXPORT)).data?.['exportChatInvite']).toMatchObject({
    __typename: 'TelegramUnavailableError',
  });
  await toBot.reopen();
  const stateOf = async (name: string) =>
    (await gateway.query(`{ account(name: "${name}") { state { status } } }`)).data?.['account']?.['state'];
  await expect.poll(() => stateOf('bot'), { timeout: 20_000 }).toEqual({ status: 'READY' });
  expect(await stateOf('owner')).toEqual({ status: 'CONNECTING' });
  expect((await gateway.query(EXPORT, { account: 'bot' })).data?.['exportChatInvite']).toMatchObject({
    __typename: 'ExportedChatInvite',
  });
  await expect.poll(async () => (await readyz(gateway)).code, { timeout: 5_000 }).toBe(200);
  await toOwner.reopen();
  await expect.poll(() => stateOf('owner'), { timeout: 20_000 }).toEqual({ status: 'READY' });
});

test('an account that loses its session is closed and the others go on; it acts again once the session is free', async () => {
  await using dataDir = await makeDataDir();
  await using gateway = await startTestGateway({ ...BOTH, env: { DATA_DIR: dataDir.path } });
  await using client = await subscribeSse(
    gateway.app.url,
    `subscription { chatInviteUses(peer: "sandbox_community", account: "bot") { date } }`,
  );
  const scope = sessionScope(account(gateway.sandbox, 'bot').session);
  await rm(join(dataDir.path, `session-${scope.slice(0, 16)}.lock`));
  const other = await lockSession(createFileLocks(), dataDir.path, scope);
  const ended = await client.next();
  expect(ended.value?.errors).toMatchObject([{ extensions: { code: 'TELEGRAM_UNAVAILABLE' } }]);
  const bot = async () =>
    (await gateway.query('{ account(name: "bot") { state { status message } } }')).data?.['account'];
  await expect.poll(bot, { timeout: 5_000 }).toMatchObject({ state: { status: 'CONNECTING' } });
  expect((await gateway.query(EXPORT)).data?.['exportChatInvite']).toMatchObject({ __typename: 'ExportedChatInvite' });
  await other.release();
  await expect.poll(bot, { timeout: 20_000 }).toMatchObject({ state: { status: 'READY' } });
  expect((await gateway.query(EXPORT, { account: 'bot' })).data?.['exportChatInvite']).toMatchObject({
    __typename: 'ExportedChatInvite',
  });
});

test('two accounts on one store keep what is theirs apart, over a restart', async () => {
  await using sandbox = await startSandbox();
  await using dataDir = await makeDataDir();
  const options = { ...BOTH, env: { DATA_DIR: dataDir.path } };
  const links: [name: string, link: unknown, replayed: unknown][] = [];
  for (const _start of ['first', 'second']) {
    const gateway = await startTestGateway({ ...options, sandbox: { ...sandbox, close: async () => {} } });
    for (const name of BOTH.accounts) {
      const { data, extensions } = await gateway.query(EXPORT, { account: name, key: `key-of-${name}` });
      links.push([name, data?.['exportChatInvite']?.['link'], extensions?.['replayed'] ?? null]);
    }
    await gateway[Symbol.asyncDispose]();
  }
  const [owner, bot, ...again] = links;
  expect(owner?.[1]).not.toBe(bot?.[1]);
  expect(again).toEqual([owner, bot].map((each) => [each?.[0], each?.[1], [['exportChatInvite']]]));
});

test('npm start without configuration has the owner and the bot', async () => {
  await using gateway = spawnGateway({ PORT: '0' });
  const response = await fetch(await gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: STATES }),
  });
  expect(await response.json()).toMatchObject({
    data: {
      accounts: [
        { name: 'bot', kind: 'BOT', state: { status: 'READY' } },
        { name: 'owner', kind: 'USER', state: { status: 'READY' } },
      ],
    },
  });
});
