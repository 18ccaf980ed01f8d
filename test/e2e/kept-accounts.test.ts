import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSessionKeys } from '../../src/base/session-keys.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { findChatByUsername } from '../../src/sandbox/world/chats.ts';
import { addInvite } from '../../src/sandbox/world/invites.ts';
import { requestToJoin } from '../../src/sandbox/world/knock.ts';
import { addUser } from '../../src/sandbox/world/users.ts';
import { openSeal } from '../../src/store/seal.ts';
import { openAccounts } from '../../src/store/store.ts';
import { trustServerKey } from '../../src/telegram/gramjs/server-key.ts';
import { startTestGateway, type TestGateway } from '../support/start-gateway.ts';
import { account, startSandbox } from '../support/start-sandbox.ts';
import { makeStorePlace, POSTGRES, type TestPlace } from '../support/store-place.ts';
import { subscribeSse } from '../support/subscribe-sse.ts';

let sandbox: Sandbox & AsyncDisposable;
beforeEach(async () => {
  sandbox = await startSandbox();
  trustServerKey(sandbox.publicKey);
});
afterEach(() => sandbox[Symbol.asyncDispose]());

/** Real Telegram without an account of the environment. */
const env = (place: TestPlace, more: Readonly<Record<string, string>> = {}) => ({
  TELEGRAM_SESSION: '',
  TELEGRAM_SERVER: `${sandbox.host}:${sandbox.port}`,
  ...place.env,
  ...more,
});

/** Its end leaves the sandbox running. */
async function start(place: TestPlace, more: Readonly<Record<string, string>> = {}) {
  const gateway = await startTestGateway({ sandbox, env: env(place, more) });
  return { ...gateway, [Symbol.asyncDispose]: gateway.app.close };
}

async function change(gateway: TestGateway, name: string, input: object): Promise<Record<string, unknown> | undefined> {
  const type = `${name.replace(/^./, (letter) => letter.toUpperCase())}Input`;
  const { data, errors } = await gateway.query(
    `mutation ($input: ${type}!) { result: ${name}(input: $input) {
      __typename ... on Error { message code } ... on FieldError { path } ... on InvalidInputError { issues { path } }
      ... on SignIn { id step { kind } } ... on Account { name state { status } } ... on RemovedAccount { removedId name loggedOut }
    } }`.replace(
      /\.\.\. on (SignIn|Account|RemovedAccount|InvalidInputError) \{[^{}]*(\{[^{}]*\}[^{}]*)?\}/g,
      (part, type) => (TYPES[name]?.includes(type) ? part : ''),
    ),
    { input },
  );
  expect(errors).toBeUndefined();
  return data?.['result'];
}

const TYPES: Readonly<Record<string, readonly string[]>> = {
  beginSignIn: ['SignIn', 'InvalidInputError'],
  submitSignInCode: ['SignIn', 'InvalidInputError'],
  renameAccount: ['Account', 'InvalidInputError'],
  resumeAccount: ['Account'],
  removeAccount: ['RemovedAccount', 'InvalidInputError'],
};

/** Signs one of the cast in under the name. */
async function signIn(gateway: TestGateway, who: 'ada' | 'bot' | 'owner', name: string): Promise<void> {
  const { phone, botToken } = account(sandbox, who);
  const way = botToken === null ? { phone: { name, phoneNumber: phone } } : { bot: { name, token: botToken } };
  const begun = await change(gateway, 'beginSignIn', way);
  const done =
    botToken === null ? await change(gateway, 'submitSignInCode', { id: begun?.['id'], code: '22222' }) : begun;
  expect(done).toMatchObject({ step: { kind: 'DONE' } });
}

async function accounts(gateway: TestGateway): Promise<unknown> {
  return (await gateway.query('{ accounts { name kind user { peer } state { status message } } }')).data?.['accounts'];
}

const ready = (name: string, peer: string, kind = 'USER') => ({
  name,
  kind,
  user: { peer },
  state: { status: 'READY' },
});
const readyz = async (gateway: TestGateway) => {
  const response = await fetch(new URL('/readyz', gateway.app.url));
  return [response.status, await response.text()] as const;
};

test('no account at first; one that signs in acts, and is there after a restart without a login', async () => {
  await using place = await makeStorePlace();
  {
    await using gateway = await start(place);
    expect(await readyz(gateway)).toEqual([503, expect.stringMatching(/no account: sign in/i)]);
    expect(
      (await gateway.query('{ account { name } chat(peer: "sandbox_community") { title } }')).errors,
    ).toMatchObject([{ extensions: { code: 'TELEGRAM_UNAVAILABLE', outcome: 'NOT_EXECUTED' } }]);
    await signIn(gateway, 'ada', 'support');
    expect(await accounts(gateway)).toMatchObject([ready('support', '7000000004')]);
    await expect.poll(async () => (await readyz(gateway))[0]).toBe(200);
  }
  await using again = await start(place);
  expect(await accounts(again)).toMatchObject([ready('support', '7000000004')]);
  expect((await again.query('{ account { name } }')).data).toEqual({ account: { name: 'support' } });
  expect(again.calls.filter((method) => method.startsWith('auth.'))).toEqual([]);
});

test('rename, and remove with and without the end of the session', async () => {
  await using place = await makeStorePlace();
  await using gateway = await start(place);
  await signIn(gateway, 'ada', 'support');
  await signIn(gateway, 'bot', 'doorman');
  expect(await change(gateway, 'renameAccount', { name: 'support', newName: 'doorman' })).toMatchObject({
    __typename: 'AccountNameTakenError',
  });
  expect(await change(gateway, 'renameAccount', { name: 'support', newName: 'Help Desk' })).toMatchObject({
    __typename: 'InvalidInputError',
    issues: [{ path: ['input', 'newName'] }],
  });
  expect(await change(gateway, 'renameAccount', { name: 'nobody', newName: 'x' })).toMatchObject({
    __typename: 'AccountNotFoundError',
    path: ['input', 'name'],
  });
  expect(await change(gateway, 'renameAccount', { name: 'support', newName: 'help' })).toMatchObject({ name: 'help' });

  await using uses = await subscribeSse(
    gateway.app.url,
    'subscription { chatInviteUses(peer: "sandbox_community", account: "doorman") { date } }',
  );
  const sessions = sandbox.world.authorizations.size;
  const removed = await change(gateway, 'removeAccount', { name: 'doorman' });
  expect(removed).toEqual({
    __typename: 'RemovedAccount',
    removedId: Buffer.from('Account:doorman').toString('base64'),
    name: 'doorman',
    loggedOut: true,
  });
  expect((await uses.next()).value?.errors).toMatchObject([{ extensions: { code: 'ACCOUNT_NOT_FOUND' } }]);
  expect(sandbox.world.authorizations.size).toBe(sessions - 1);
  expect(await change(gateway, 'removeAccount', { name: 'help', logOut: false })).toMatchObject({ loggedOut: false });
  expect(sandbox.world.authorizations.size).toBe(sessions - 1);
  expect(await accounts(gateway)).toEqual([]);
  expect(await change(gateway, 'removeAccount', { name: 'help' })).toMatchObject({
    __typename: 'AccountNotFoundError',
  });
});

test('a call under way is answered before its account is gone', async () => {
  await using place = await makeStorePlace();
  await using gateway = await start(place);
  await signIn(gateway, 'ada', 'support');
  const rule = sandbox.faults.add({ method: 'messages.exportChatInvite', fault: { kind: 'delay', ms: 1_000 } });
  // Who made the link is asked for after it was made.
  const made = gateway.query(
    'mutation { exportChatInvite(input: { peer: "sandbox_news" }) { ... on ExportedChatInvite { admin { username } } } }',
  );
  await expect.poll(() => rule.applied).toBe(1);
  const removed = change(gateway, 'removeAccount', { name: 'support' });
  await expect
    .poll(async () => (await gateway.query('{ chat(peer: "sandbox_news", account: "support") { title } }')).errors)
    .toMatchObject([{ extensions: { code: 'ACCOUNT_NOT_FOUND' } }]);
  expect(await made).toMatchObject({ data: { exportChatInvite: { admin: { username: 'sandbox_ada' } } } });
  expect(await removed).toMatchObject({ loggedOut: true });
});

test('an account that goes away is not chosen any more: another one answers what no account was named for', async () => {
  await using place = await makeStorePlace();
  await using gateway = await start(place);
  await signIn(gateway, 'ada', 'support');
  await signIn(gateway, 'owner', 'main');
  const admin = async () =>
    (await gateway.query('{ chat(peer: "sandbox_news") { permanentInvite { admin { username } } } }')) as unknown;
  const by = (username: string) => ({ data: { chat: { permanentInvite: { admin: { username } } } } });
  expect(await admin(), 'of the oldest').toMatchObject(by('sandbox_ada'));
  const rule = sandbox.faults.add({ method: 'messages.exportChatInvite', fault: { kind: 'delay', ms: 2_000 } });
  const made = gateway.query(
    'mutation { exportChatInvite(input: { peer: "sandbox_news", account: "support" }) { __typename } }',
  );
  await expect.poll(() => rule.applied).toBe(1);
  const removed = change(gateway, 'removeAccount', { name: 'support' });
  await expect.poll(admin).toMatchObject(by('sandbox_owner'));
  expect(await accounts(gateway), 'it is still going').toHaveLength(2);
  expect(await made).toMatchObject({ data: { exportChatInvite: { __typename: 'ExportedChatInvite' } } });
  expect(await removed).toMatchObject({ loggedOut: true });
});

test('who is renamed meanwhile stays the account that a request has named; two that swap names as well', async () => {
  await using place = await makeStorePlace();
  await using gateway = await start(place);
  await signIn(gateway, 'owner', 'a');
  await signIn(gateway, 'ada', 'b');
  const rename = async (name: string, newName: string) =>
    expect(await change(gateway, 'renameAccount', { name, newName })).toMatchObject({ __typename: 'Account' });
  const swap = async () => {
    await rename('a', 'c');
    await rename('b', 'a');
  };
  const peer = 'sandbox_news';
  await using stream = await subscribeSse(
    gateway.app.url,
    `subscription { chatJoinRequests(peer: "${peer}", account: "a") { chat { permanentInvite { admin { username } } } } }`,
  );
  const rule = sandbox.faults.add({ method: 'messages.exportChatInvite', fault: { kind: 'delay', ms: 1_000 } });
  const ask = (name: string) =>
    gateway.query(`mutation { exportChatInvite(input: { peer: "${peer}", account: "${name}", idempotencyKey: "swap" }) {
      ... on ExportedChatInvite { link admin { username } chat { permanentInvite { admin { username } } } }
      ... on Error { code }
    } }`);
  const made = ask('a');
  await expect.poll(() => rule.applied).toBe(1);
  await swap();
  const owner = { username: 'sandbox_owner' };
  const expected = { admin: owner, chat: { permanentInvite: { admin: owner } } };
  const { data } = await made;
  expect(data).toMatchObject({ exportChatInvite: expected });
  // The key goes with the account, whatever it is called.
  expect((await ask('c')).data).toEqual(data);
  expect((await ask('a')).data).toMatchObject({ exportChatInvite: { code: 'IDEMPOTENCY_KEY_REUSED' } });
  const { world } = sandbox;
  const news = findChatByUsername(world, peer);
  if (!news) throw new Error(`no ${peer}`);
  const door = addInvite(world, news, 7_000_000_001n, { title: 'Door', requestNeeded: true });
  requestToJoin(world, news, addUser(world, { id: 7_900_000_001n, firstName: 'Vera' }), door);
  expect((await stream.next()).value).toMatchObject({
    data: { chatJoinRequests: { chat: { permanentInvite: { admin: owner } } } },
  });
});

/** As `login --name` does beside a gateway that runs. */
async function signInBeside(place: TestPlace, id: string): Promise<void> {
  await using elsewhere = await makeStorePlace();
  {
    await using other = await start(elsewhere);
    await signIn(other, 'ada', 'support');
  }
  const keysOf = ({ env }: TestPlace) => {
    const keys = readSessionKeys(env['SESSION_KEYS'] ?? '');
    return typeof keys === 'string' ? [] : keys;
  };
  const open = async (one: TestPlace) => openAccounts(one, await openSeal(one, keysOf(one)));
  await using theirs = await open(elsewhere);
  await using ours = await open(place);
  expect(await ours.renew(id, (await theirs.session(id)) ?? '')).toBe(true);
}

test('who has signed in beside the gateway: removing the account ends both sessions', async () => {
  await using place = await makeStorePlace();
  await using gateway = await start(place);
  const before = sandbox.world.authorizations.size;
  await signIn(gateway, 'ada', 'support');
  await signInBeside(place, '7000000004');
  expect(sandbox.world.authorizations.size).toBe(before + 2);
  expect(await change(gateway, 'removeAccount', { name: 'support' })).toMatchObject({ loggedOut: true });
  expect(sandbox.world.authorizations.size).toBe(before);
});

test('an account whose session has ended and that has no new one answers with kept links also after resumeAccount', async () => {
  await using place = await makeStorePlace();
  await using gateway = await start(place);
  await signIn(gateway, 'ada', 'support');
  const { data: made } = await gateway.query(EXPORT);
  expect(made).toMatchObject({ exportChatInvite: { __typename: 'ExportedChatInvite' } });
  sandbox.faults.add({ fault: { kind: 'revokeSession', type: 'SESSION_REVOKED' } });
  await gateway.query('{ chat(peer: "sandbox_news") { title } }');
  await expect.poll(() => accounts(gateway)).toMatchObject([{ state: { status: 'NEEDS_LOGIN' } }]);
  const resumed = await change(gateway, 'resumeAccount', { name: 'support' });
  expect(resumed).toMatchObject({ state: { status: 'NEEDS_LOGIN' } });
  expect((await gateway.query(EXPORT)).data).toEqual(made);
});

test('an account whose session has ended takes up with resumeAccount the new one that is in the store', async () => {
  await using place = await makeStorePlace();
  await using gateway = await start(place);
  await signIn(gateway, 'ada', 'support');
  sandbox.faults.add({ fault: { kind: 'revokeSession', type: 'SESSION_REVOKED' } });
  await gateway.query('{ chat(peer: "sandbox_news") { title } }');
  await expect.poll(() => accounts(gateway)).toMatchObject([{ state: { status: 'NEEDS_LOGIN' } }]);
  await signInBeside(place, '7000000004');
  expect(await change(gateway, 'resumeAccount', { name: 'support' })).toMatchObject({ state: { status: 'READY' } });
});

test('Telegram does not answer the end of a session: the account stays, and can be removed without it', async () => {
  await using place = await makeStorePlace();
  await using gateway = await start(place);
  await signIn(gateway, 'ada', 'support');
  const rule = sandbox.faults.add({
    method: 'auth.logOut',
    fault: { kind: 'rpcError', code: 500, type: 'RPC_CALL_FAIL' },
    times: null,
  });
  expect(await change(gateway, 'removeAccount', { name: 'support' })).toMatchObject({
    __typename: 'TelegramUnavailableError',
  });
  await expect.poll(() => accounts(gateway)).toMatchObject([ready('support', '7000000004')]);
  rule.remove();
  expect(await change(gateway, 'removeAccount', { name: 'support', logOut: false })).toMatchObject({
    __typename: 'RemovedAccount',
  });
});

test('an account whose session has ended already is removed like any other', async () => {
  await using place = await makeStorePlace();
  await using gateway = await start(place);
  await signIn(gateway, 'ada', 'support');
  sandbox.faults.add({ fault: { kind: 'revokeSession', type: 'SESSION_REVOKED' } });
  await gateway.query('{ chat(peer: "sandbox_news") { title } }');
  await expect.poll(() => accounts(gateway)).toMatchObject([{ state: { status: 'NEEDS_LOGIN' } }]);
  expect(await change(gateway, 'removeAccount', { name: 'support' })).toMatchObject({ loggedOut: true });
  expect(await accounts(gateway)).toEqual([]);
});

test('a removal that failed is repeated at once: nothing of the account stays, and it may come in again', async () => {
  await using place = await makeStorePlace();
  await using gateway = await start(place);
  await signIn(gateway, 'ada', 'support');
  sandbox.faults.add({ method: 'auth.logOut', fault: { kind: 'rpcError', code: 500, type: 'RPC_CALL_FAIL' } });
  expect(await change(gateway, 'removeAccount', { name: 'support' })).toMatchObject({
    __typename: 'TelegramUnavailableError',
  });
  expect(await change(gateway, 'removeAccount', { name: 'support' })).toMatchObject({ loggedOut: true });
  await signIn(gateway, 'ada', 'again');
  expect(await accounts(gateway)).toMatchObject([ready('again', '7000000004')]);
});

test('two removals at once that both fail leave the account as it was', async () => {
  await using place = await makeStorePlace();
  await using gateway = await start(place);
  await signIn(gateway, 'ada', 'support');
  const rule = sandbox.faults.add({
    method: 'auth.logOut',
    times: null,
    fault: { kind: 'rpcError', code: 500, type: 'RPC_CALL_FAIL' },
  });
  const both = await Promise.all([1, 2].map(() => change(gateway, 'removeAccount', { name: 'support' })));
  expect(both.map((each) => each?.['__typename'])).toEqual(['TelegramUnavailableError', 'TelegramUnavailableError']);
  rule.remove();
  await expect.poll(() => accounts(gateway)).toMatchObject([ready('support', '7000000004')]);
});

test('a second gateway on the store removes and renames nothing that the first one acts as', async () => {
  await using place = await makeStorePlace();
  await using first = await start(place);
  await signIn(first, 'ada', 'support');
  await using second = await start(place);
  expect(await accounts(second)).toMatchObject([{ name: 'support', state: { status: 'CONNECTING' } }]);
  for (const [name, input] of [
    ['removeAccount', { name: 'support' }],
    ['removeAccount', { name: 'support', logOut: false }],
    ['renameAccount', { name: 'support', newName: 'x' }],
  ] as const) {
    expect(await change(second, name, input)).toMatchObject({
      __typename: 'AccountInUseError',
      message: expect.stringContaining('Another gateway'),
    });
  }
  expect((await first.query(EXPORT)).data).toMatchObject({ exportChatInvite: { __typename: 'ExportedChatInvite' } });
  expect(await accounts(first)).toMatchObject([ready('support', '7000000004')]);
}, 40_000);

/** Of the embedded store, whose files may go. */
const testOfFiles = test.skipIf(POSTGRES !== undefined);

testOfFiles.each([
  ['gateway.db', 'StoreUnavailableError'],
  ['session-keys', 'SignInEndedError'],
])('while %s is gone nobody signs in, and no account is told as changed', async (file, refusal) => {
  await using place = await makeStorePlace();
  await using gateway = await start(place);
  await signIn(gateway, 'ada', 'support');
  await rm(join(`${place.dataDir}`, file));
  const { botToken: token } = account(sandbox, 'bot');
  const sessions = sandbox.world.authorizations.size;
  const begun = await change(gateway, 'beginSignIn', { bot: { name: 'door', token } });
  expect(begun).toMatchObject({ __typename: refusal });
  if (file === 'gateway.db') {
    const renamed = await change(gateway, 'renameAccount', { name: 'support', newName: 'help' });
    expect(renamed).toMatchObject({ __typename: 'StoreUnavailableError' });
    expect(await change(gateway, 'removeAccount', { name: 'support' })).toMatchObject({
      __typename: 'StoreUnavailableError',
    });
  }
  expect(await accounts(gateway)).toMatchObject([ready('support', '7000000004')]);
  expect(sandbox.world.authorizations.size, 'no session is left behind').toBe(sessions);
});

testOfFiles(
  'other keys: the account says so, nothing is overwritten, and with the right keys it acts again',
  async () => {
    await using place = await makeStorePlace();
    {
      await using gateway = await start(place);
      await signIn(gateway, 'ada', 'support');
    }
    const path = join(`${place.dataDir}`, 'session-keys');
    const right = await readFile(path);
    await writeFile(path, `another:${Buffer.alloc(32, 1).toString('base64')}\n`);
    {
      await using gateway = await start(place);
      expect(await accounts(gateway)).toMatchObject([
        { name: 'support', state: { status: 'MISCONFIGURED', message: expect.stringContaining('session-keys') } },
      ]);
      expect((await readyz(gateway))[0]).toBe(503);
      expect(await change(gateway, 'removeAccount', { name: 'support' })).toMatchObject({
        __typename: 'InvalidInputError',
        issues: [{ path: ['input', 'logOut'] }],
      });
      await writeFile(path, right);
    }
    await using gateway = await start(place);
    expect(await accounts(gateway)).toMatchObject([ready('support', '7000000004')]);
  },
);

test('the session of the environment that is in the store as well, and its Telegram user by another session', async () => {
  await using place = await makeStorePlace();
  {
    await using gateway = await start(place);
    await signIn(gateway, 'ada', 'support');
  }
  const session = account(sandbox, 'ada').session;
  await using gateway = await start(place, { TELEGRAM_SESSION: session });
  expect(await accounts(gateway)).toMatchObject([
    {
      name: 'default',
      state: { status: 'MISCONFIGURED', message: expect.stringMatching(/^The account support is the same/) },
    },
    ready('support', '7000000004'),
  ]);
  expect((await readyz(gateway))[0]).toBe(200);
  expect(await change(gateway, 'renameAccount', { name: 'default', newName: 'x' })).toMatchObject({
    __typename: 'InvalidInputError',
    issues: [{ path: ['input', 'name'] }],
  });
  expect(await change(gateway, 'removeAccount', { name: 'default' })).toMatchObject({
    __typename: 'InvalidInputError',
  });
});

test('an account whose session has ended signs in anew under its name, and keeps what was kept of it', async () => {
  await using place = await makeStorePlace();
  await using gateway = await start(place);
  await signIn(gateway, 'ada', 'support');
  const export_ = async () => (await gateway.query(EXPORT)).data?.['exportChatInvite'];
  const made = await export_();
  sandbox.faults.add({ fault: { kind: 'revokeSession', type: 'SESSION_REVOKED' } });
  await gateway.query('{ chat(peer: "sandbox_news") { title } }');
  await expect
    .poll(async () => (await accounts(gateway)) as object)
    .toMatchObject([{ name: 'support', state: { status: 'NEEDS_LOGIN' } }]);
  await signIn(gateway, 'ada', 'support');
  expect(await accounts(gateway)).toMatchObject([{ name: 'support', state: { status: 'READY' } }]);
  expect(await export_()).toEqual(made);
});

const EXPORT = `mutation { exportChatInvite(input: { peer: "sandbox_news", idempotencyKey: "once" }) {
  __typename ... on ExportedChatInvite { link } ... on Error { message }
} }`;

test('a key whose account was removed is never done by another account that could', async () => {
  await using place = await makeStorePlace();
  await using gateway = await start(place);
  await signIn(gateway, 'ada', 'support');
  const exported = async () => (await gateway.query(EXPORT)).data?.['exportChatInvite'];
  expect(await exported()).toMatchObject({ __typename: 'ExportedChatInvite' });
  await signIn(gateway, 'owner', 'other');
  await gateway.query('{ chat(peer: "sandbox_news", account: "other") { title } }');
  expect(await change(gateway, 'removeAccount', { name: 'support' })).toMatchObject({ loggedOut: true });
  gateway.calls.length = 0;
  expect(await exported()).toMatchObject({ __typename: 'TelegramUnavailableError' });
  expect(gateway.calls).toEqual([]);
  // A new wish is the other account's to do.
  const fresh = await gateway.query(EXPORT.replace('"once"', '"twice"'));
  expect(fresh.data?.['exportChatInvite']).toMatchObject({ __typename: 'ExportedChatInvite' });
});

test('without an application the sandbox does not take the place of accounts that are kept', async () => {
  await using place = await makeStorePlace();
  {
    await using gateway = await start(place);
    await signIn(gateway, 'ada', 'support');
  }
  await expect(
    startTestGateway({ sandbox, env: env(place, { TELEGRAM_API_ID: '', TELEGRAM_API_HASH: '' }) }),
  ).rejects.toThrow(/holds accounts: set TELEGRAM_API_ID and TELEGRAM_API_HASH/);
});
