import { expect, test } from 'vitest';
import { startApp } from '../../src/app.ts';
import { createLogger } from '../../src/base/log.ts';
import { loadConfig } from '../../src/config/index.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { makeDataDir } from '../support/data-dir.ts';
import { startTestGateway } from '../support/start-gateway.ts';
import { sessionAt, startTcpProxy } from '../support/tcp-proxy.ts';

const CREDENTIALS = { PORT: '0', TELEGRAM_API_ID: '1', TELEGRAM_API_HASH: 'x' };
const EXPORT = `mutation {
  exportChatInvite(input: { peer: "sandbox_community", title: "once" }) {
    __typename
    ... on ExportedChatInvite { link }
    ... on Error { message }
    ... on TelegramUnavailableError { outcome }
    ... on AccountUnavailableError { reason }
  }
}`;

/** A gateway whose wire to the sandbox the test holds in its hands. */
async function startBehindProxy(options: { callTimeoutMs?: number } = {}) {
  const sandbox = await startSandbox();
  const proxy = await startTcpProxy(sandbox);
  const owner = sandbox.accounts.find(({ name }) => name === 'owner');
  const gateway = await startTestGateway({
    sandbox,
    env: { TELEGRAM_SESSION: sessionAt(owner?.session ?? '', proxy.port) },
    ...options,
  });
  const arrived = (method: string) =>
    new Promise<void>((resolve) => {
      const stop = sandbox.watch((record) => {
        if (record.method !== method) return;
        stop();
        resolve();
      });
    });
  return {
    gateway,
    proxy,
    arrived,
    madeLinks: () => sandbox.world.invites.filter((invite) => invite.title === 'once').length,
    readiness: async () => fetch(gateway.app.url.replace('/graphql', '/readyz')),
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      await proxy[Symbol.asyncDispose]();
    },
  };
}

test('the port inside the session is honoured, also one above 32767', async () => {
  await using setup = await startBehindProxy();
  expect(setup.proxy.accepted).toBe(1);
  expect(setup.proxy.port).toBeGreaterThan(32_767);
  expect((await setup.gateway.query(EXPORT)).data?.['exportChatInvite']).toMatchObject({
    __typename: 'ExportedChatInvite',
  });
});

test('the connection drops between execution and answer: one link, which is found and answered', async () => {
  await using setup = await startBehindProxy();
  await setup.gateway.query('{ chat(peer: "sandbox_community") { id } }');
  setup.proxy.muteServer();
  const executed = setup.arrived('messages.ExportChatInvite');
  const answer = setup.gateway.query(EXPORT);
  await executed;
  setup.proxy.cut();
  setup.proxy.unmuteServer();
  const made = (await answer).data?.['exportChatInvite'];
  expect(made).toEqual({ __typename: 'ExportedChatInvite', link: setup.gateway.sandbox.world.invites.at(-1)?.link });
  // The next call travels over the new connection; whatever GramJS would have sent again has been sent before it.
  const after = await setup.gateway.query('{ self: node(id: "VXNlcjo3MDAwMDAwMDAx") { ... on User { username } } }');
  expect(after.data?.['self']).toMatchObject({ username: 'sandbox_owner' });
  expect(setup.madeLinks()).toBe(1);
});

const PRIMARY = '{ chat(peer: "sandbox_community") { permanentInvite { link } } }';
const change = (verb: string, settings = '') => `mutation ($link: InviteLink!) {
  result: ${verb}ExportedChatInvite(input: { peer: "sandbox_community", link: $link ${settings} }) {
    __typename
    ... on TelegramUnavailableError { outcome message }
  }
}`;

test('the connection drops during a revoke: it is sent once, one primary link is made, and both are answered', async () => {
  await using setup = await startBehindProxy();
  const { gateway, proxy } = setup;
  const { data } = await gateway.query(PRIMARY);
  const { link } = data?.['chat']?.['permanentInvite'] ?? ({} as never);
  const linksBefore = gateway.sandbox.world.invites.length;
  const method = 'messages.editExportedChatInvite';
  gateway.sandbox.faults.add({ fault: { kind: 'delay', ms: 500 }, method, account: 'owner' });
  const arrived = setup.arrived('messages.EditExportedChatInvite');
  const answer = gateway.query(change('revoke'), { link });
  await arrived;
  proxy.cut();
  expect((await answer).data?.['result']).toEqual({ __typename: 'ExportedChatInviteReplaced' });
  const after = await gateway.query(PRIMARY);
  expect(after.data?.['chat']).toEqual({ permanentInvite: { link: expect.not.stringContaining(link) } });
  expect(gateway.calls.filter((call) => call === 'messages.EditExportedChatInvite')).toHaveLength(1);
  expect(gateway.sandbox.world.invites).toHaveLength(linksBefore + 1);
});

test('an edit of values under way when the connection drops is answered over the next one', async () => {
  await using setup = await startBehindProxy();
  const { gateway, proxy } = setup;
  const made = await gateway.query(EXPORT);
  const { link } = made.data?.['exportChatInvite'] ?? ({} as never);
  proxy.muteServer();
  const executed = setup.arrived('messages.EditExportedChatInvite');
  const answer = gateway.query(change('edit', 'title: "twice"'), { link });
  await executed;
  proxy.cut();
  proxy.unmuteServer();
  expect((await answer).data?.['result']).toEqual({ __typename: 'ExportedChatInvite' });
  expect(gateway.sandbox.world.invites.at(-1)).toMatchObject({ link, title: 'twice' });
});

test('a read under way when the connection drops is answered over the next one', async () => {
  await using setup = await startBehindProxy();
  setup.proxy.muteServer();
  const asked = setup.arrived('users.GetUsers');
  const answer = setup.gateway.query('{ self: node(id: "VXNlcjo3MDAwMDAwMDAx") { ... on User { username } } }');
  await asked;
  setup.proxy.cut();
  setup.proxy.unmuteServer();
  expect((await answer).data?.['self']).toMatchObject({ username: 'sandbox_owner' });
});

test('a server that stays silent: the call ends at its deadline, the outcome unknown', async () => {
  await using setup = await startBehindProxy({ callTimeoutMs: 300 });
  await setup.gateway.query('{ chat(peer: "sandbox_community") { id } }');
  setup.proxy.muteServer();
  const answer = await setup.gateway.query(EXPORT, {}, { 'x-deadline-ms': '1500' });
  expect(answer.data?.['exportChatInvite']).toMatchObject({
    __typename: 'TelegramUnavailableError',
    outcome: 'UNKNOWN',
  });
  setup.proxy.unmuteServer();
});

test('no connection at all: calls end as not executed, readiness is red with the reason', async () => {
  await using setup = await startBehindProxy({ callTimeoutMs: 300 });
  expect((await setup.readiness()).status).toBe(200);
  await setup.proxy.shut();
  const answer = await setup.gateway.query(EXPORT);
  expect(answer.data?.['exportChatInvite']).toMatchObject({
    __typename: 'TelegramUnavailableError',
    outcome: 'NOT_EXECUTED',
  });
  const readiness = await setup.readiness();
  expect(readiness.status).toBe(503);
  expect(await readiness.text()).toMatch(/connection to Telegram is lost/);
});

test('a session that the server does not know any more: typed answers, readiness red', async () => {
  await using setup = await startBehindProxy();
  const { world } = setup.gateway.sandbox;
  world.authorizations.clear();
  expect((await setup.gateway.query(EXPORT)).data?.['exportChatInvite']).toMatchObject({
    __typename: 'AccountUnavailableError',
    reason: 'SESSION_DEAD',
  });
});

test('a server that cannot be reached: the account says so, and is tried again', async () => {
  const sandbox = await startSandbox();
  const session = sandbox.accounts[0]?.session ?? '';
  await sandbox.close();
  await using dataDir = await makeDataDir();
  const app = await startApp({
    config: loadConfig({ ...CREDENTIALS, TELEGRAM_SESSION: session, DATA_DIR: dataDir.path }),
    log: createLogger({ level: 'silent' }),
  });
  expect(app.account).toMatch(/^not ready: Telegram's server at 127\.0\.0\.1:\d+ cannot be reached: .*ECONNREFUSED/);
  await app.close();
});

test('a session of another server: the account says to sign in again', async () => {
  await using other = await startTestGateway();
  const sandbox = await startSandbox();
  const stranger = sessionAt(sandbox.accounts[0]?.session ?? '', other.sandbox.port);
  await sandbox.close();
  await using dataDir = await makeDataDir();
  const lines: string[] = [];
  const app = await startApp({
    config: loadConfig({ ...CREDENTIALS, TELEGRAM_SESSION: stranger, DATA_DIR: dataDir.path }),
    log: createLogger({ level: 'debug', destination: { write: (line) => void lines.push(line) } }),
  });
  expect(app.account).toMatch(/^not ready: .*sign in again/);
  await app.close();
  expect(lines.join('')).not.toContain('Telegram has ended the session');
});
