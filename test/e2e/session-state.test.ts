import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { Fault } from '../../src/sandbox/faults/fault.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { spawnGateway } from '../support/spawn-gateway.ts';
import { startTestGateway, type TestGateway } from '../support/start-gateway.ts';
import { makeStorePlace } from '../support/store-place.ts';
import { subscribeSse } from '../support/subscribe-sse.ts';
import { sessionAt, startTcpProxy } from '../support/tcp-proxy.ts';

const EXPORT = `mutation {
  exportChatInvite(input: { peer: "sandbox_community" }) {
    __typename
    ... on Error { message }
    ... on AccountUnavailableError { reason }
    ... on TelegramUnavailableError { outcome }
  }
}`;
const STATE = '{ account { state { status reason message since } } }';

async function readiness(gateway: TestGateway) {
  const response = await fetch(gateway.app.url.replace('/graphql', '/readyz'));
  return { status: response.status, body: await response.json() };
}

/** Lines of a level, as the operator sees them. */
function lines(gateway: TestGateway, level: 'warn' | 'error') {
  return gateway.logLines.map((line) => JSON.parse(line)).filter((line) => line.level === level);
}

/** `npm run resume` without npm, with this environment. */
async function runResume(env: Readonly<Record<string, string>>): Promise<string> {
  const program = fileURLToPath(new URL('../../src/start.js', import.meta.url));
  const account = { TELEGRAM_API_ID: '12345', TELEGRAM_API_HASH: 'hash' };
  return (await promisify(execFile)(process.execPath, [program, 'resume'], { env: { ...account, ...env } })).stdout;
}

/** What eight callers are answered when the first of their calls to leave meets this fault. */
async function afterTheFault(gateway: TestGateway, fault: Fault) {
  await gateway.query('{ chat(peer: "sandbox_community") { id } }');
  gateway.sandbox.faults.add({ account: 'owner', fault });
  const startedAt = performance.now();
  const callers = await Promise.all(Array.from({ length: 8 }, () => gateway.query(EXPORT)));
  return { answers: callers.map(({ data }) => data?.['exportChatInvite']), tookMs: performance.now() - startedAt };
}

test.each([
  [401, 'AUTH_KEY_UNREGISTERED', 'SESSION_DEAD', 'NEEDS_LOGIN'],
  [401, 'AUTH_KEY_INVALID', 'SESSION_DEAD', 'NEEDS_LOGIN'],
  [401, 'AUTH_KEY_PERM_EMPTY', 'SESSION_DEAD', 'NEEDS_LOGIN'],
  [406, 'AUTH_KEY_DUPLICATED', 'SESSION_DEAD', 'NEEDS_LOGIN'],
  [401, 'SESSION_REVOKED', 'SESSION_REVOKED', 'NEEDS_LOGIN'],
  [401, 'SESSION_EXPIRED', 'SESSION_DEAD', 'NEEDS_LOGIN'],
  [401, 'SESSION_PASSWORD_NEEDED', 'SESSION_DEAD', 'NEEDS_LOGIN'],
  [401, 'USER_DEACTIVATED', 'DEACTIVATED', 'DEACTIVATED'],
  [401, 'USER_DEACTIVATED_BAN', 'BANNED', 'BANNED'],
])(
  '%i %s: the account is dead at once for every caller, and nothing more is sent',
  async (code, type, reason, status) => {
    await using gateway = await startTestGateway();
    const { answers, tookMs } = await afterTheFault(gateway, { kind: 'rpcError', code, type });
    // The fault struck one of them; those that had left with it were answered by the sandbox, all others by the gateway.
    expect(answers).toContainEqual(expect.objectContaining({ __typename: 'AccountUnavailableError', reason }));
    expect(tookMs).toBeLessThan(1_000);

    const sent = gateway.calls.length;
    for (const answer of await Promise.all([gateway.query(EXPORT), gateway.query(EXPORT)])) {
      expect(answer.data?.['exportChatInvite']).toMatchObject({ __typename: 'AccountUnavailableError', reason });
    }
    expect((await gateway.query('{ chat(peer: "sandbox_news") { id } }')).errors).toMatchObject([
      { message: expect.stringContaining(type) },
    ]);
    expect(await readiness(gateway)).toEqual({
      status: 503,
      body: { status: 'not ready', reason: expect.stringMatching(/operator|support/) },
    });
    expect((await gateway.query(STATE)).data?.['account']?.['state']).toMatchObject({ status, reason: type });
    expect(gateway.calls.slice(sent)).toEqual([]);
    expect(lines(gateway, 'error').map(({ reason }) => reason)).toEqual([type]);
  },
);

test('a session that is revoked: 32 callers are answered within a second, the first reason stays, and nothing dials again', async () => {
  const sandbox = await startSandbox();
  await using proxy = await startTcpProxy(sandbox);
  await using gateway = await startTestGateway({
    sandbox,
    env: { TELEGRAM_SESSION: sessionAt(sandbox.accounts[0]?.session ?? '', proxy.port) },
  });
  await gateway.query('{ chat(peer: "sandbox_community") { id } }');
  gateway.sandbox.faults.add({ account: 'owner', fault: { kind: 'revokeSession', type: 'SESSION_REVOKED' } });
  const startedAt = performance.now();
  const answers = await Promise.all(Array.from({ length: 32 }, () => gateway.query(EXPORT)));
  expect(performance.now() - startedAt).toBeLessThan(1_000);
  for (const { data } of answers) {
    expect(data?.['exportChatInvite']).toMatchObject({
      __typename: 'AccountUnavailableError',
      reason: 'SESSION_REVOKED',
    });
  }
  expect((await readiness(gateway)).status).toBe(503);
  const sent = gateway.calls.length;
  await expect.poll(() => proxy.open).toBe(0);
  expect(gateway.calls).toHaveLength(sent);
  expect(proxy.accepted).toBe(1);
});

test('the server has forgotten the key (transport error -404): reads and later callers hear that the session is dead', async () => {
  await using gateway = await startTestGateway();
  gateway.sandbox.faults.add({ account: 'owner', fault: { kind: 'transportError' } });
  const { errors } = await gateway.query('{ chat(peer: "sandbox_community") { id } }');
  expect(errors).toMatchObject([{ message: expect.stringContaining('AUTH_KEY_UNREGISTERED') }]);
  expect((await gateway.query(EXPORT)).data?.['exportChatInvite']).toMatchObject({ reason: 'SESSION_DEAD' });
  expect(await readiness(gateway)).toMatchObject({ status: 503, body: { reason: expect.stringContaining('sign in') } });
});

test('a link under way when the server forgets the key: it may have been made, and that is told', async () => {
  await using gateway = await startTestGateway();
  await gateway.query('{ chat(peer: "sandbox_community") { id } }');
  const links = gateway.sandbox.world.invites.length;
  gateway.sandbox.faults.add({
    method: 'messages.exportChatInvite',
    fault: { kind: 'transportError', when: 'after' },
  });
  expect((await gateway.query(EXPORT)).data?.['exportChatInvite']).toMatchObject({
    __typename: 'TelegramUnavailableError',
    outcome: 'UNKNOWN',
  });
  expect(gateway.sandbox.world.invites).toHaveLength(links + 1);
  expect((await gateway.query(EXPORT)).data?.['exportChatInvite']).toMatchObject({ reason: 'SESSION_DEAD' });
});

test('a live feed hears of it and ends with its reason', async () => {
  await using gateway = await startTestGateway();
  await using results = await subscribeSse(
    gateway.app.url,
    'subscription { chatJoinRequests(peer: "sandbox_community") { date } }',
  );
  const last = results.next();
  await expect.poll(() => gateway.calls).toContain('messages.GetChatInviteImporters');
  gateway.sandbox.faults.add({ account: 'owner', fault: { kind: 'revokeSession' } });
  await gateway.query('{ chat(peer: "sandbox_news") { id } }');
  expect(JSON.stringify(await last)).toContain('SESSION_DEAD');
});

test('a session that was ended before the start: the first screen says so and what to do', async () => {
  const sandbox = await startSandbox();
  sandbox.faults.add({
    account: 'owner',
    times: null,
    fault: { kind: 'rpcError', code: 401, type: 'SESSION_REVOKED' },
  });
  await using gateway = spawnGateway({
    PORT: '0',
    TELEGRAM_API_ID: '12345',
    TELEGRAM_API_HASH: 'hash',
    TELEGRAM_SESSION: sandbox.accounts[0]?.session ?? '',
  });
  await gateway.url;
  gateway.process.kill('SIGTERM');
  const { code, stdout } = await gateway.exit;
  await sandbox.close();
  expect(code).toBe(0);
  expect(stdout).toMatch(/Acting as +not ready: .*ended.*sign in again/i);
});

test('the state that Account.state tells is what a write answers: LIMITED, then FROZEN, then BANNED', async () => {
  await using gateway = await startTestGateway();
  const meet = (method: string, code: number, type: string) =>
    gateway.sandbox.faults.add({ method, fault: { kind: 'rpcError', code, type } });
  const read = () => gateway.query('{ chat(peer: "sandbox_news") { exportedInvites(first: 1) { totalCount } } }');
  const expectStatus = async (status: string, code: string) => {
    expect((await gateway.query(EXPORT)).data?.['exportChatInvite']).toMatchObject({
      ...{ reason: status, message: expect.stringContaining(code) },
    });
    expect((await gateway.query(STATE)).data?.['account']?.['state']).toMatchObject({ status, reason: code });
  };
  meet('messages.exportChatInvite', 400, 'PEER_FLOOD');
  await expectStatus('LIMITED', 'PEER_FLOOD');
  meet('messages.getExportedChatInvites', 420, 'FROZEN_METHOD_INVALID');
  await read();
  await expectStatus('FROZEN', 'FROZEN_METHOD_INVALID');
  meet('messages.getExportedChatInvites', 401, 'USER_DEACTIVATED_BAN');
  await read();
  await expectStatus('BANNED', 'USER_DEACTIVATED_BAN');
});

test.each([
  [400, 'PEER_FLOOD', 'LIMITED'],
  [420, 'FROZEN_METHOD_INVALID', 'FROZEN'],
])('%i %s: writes stop, over restarts as well, reads go on, until "npm run resume"', async (code, type, reason) => {
  const sandbox = await startSandbox();
  await using place = await makeStorePlace();
  const env = place.env;
  const held = { __typename: 'AccountUnavailableError', reason };
  {
    await using gateway = await startTestGateway({ sandbox: { ...sandbox, close: async () => {} }, env });
    sandbox.faults.add({ method: 'messages.exportChatInvite', fault: { kind: 'rpcError', code, type } });
    expect((await gateway.query(EXPORT)).data?.['exportChatInvite']).toMatchObject(held);
    const sent = gateway.calls.length;
    for (const answer of await Promise.all([gateway.query(EXPORT), gateway.query(EXPORT)])) {
      expect(answer.data?.['exportChatInvite']).toMatchObject(held);
    }
    expect(gateway.calls.slice(sent)).not.toContain('messages.ExportChatInvite');
    expect((await gateway.query('{ chat(peer: "sandbox_news") { id } }')).errors).toBeUndefined();
    expect(lines(gateway, 'error').map((line) => line.reason)).toEqual([type]);
  }
  await using gateway = await startTestGateway({ sandbox, env });
  expect((await gateway.query(EXPORT)).data?.['exportChatInvite']).toMatchObject(held);
  expect(await readiness(gateway)).toMatchObject({ status: 200, body: { warning: expect.stringContaining('resume') } });
  expect((await gateway.query(STATE)).data?.['account']?.['state']).toMatchObject({ status: reason, reason: type });

  const session = sandbox.accounts.find(({ name }) => name === 'owner')?.session ?? '';
  const resumed = await runResume({ ...env, TELEGRAM_SESSION: session });
  expect(resumed).toMatch(new RegExp(`^The account writes again\\. It had been stopped by ${type} since`));
  expect((await gateway.query(EXPORT)).data?.['exportChatInvite']).toMatchObject({ __typename: 'ExportedChatInvite' });
  expect((await gateway.query(STATE)).data?.['account']?.['state']).toMatchObject({ status: 'READY', message: null });
});
