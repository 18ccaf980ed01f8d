import { setTimeout as pass } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { RpcError } from '../../src/sandbox/rpc-error.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { spawnGateway } from '../support/spawn-gateway.ts';
import { account, startSandbox } from '../support/start-sandbox.ts';
import { holdersOf, makeStorePlace, type TestPlace } from '../support/store-place.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';

vi.setConfig({ testTimeout: 120_000 });

const EXPORT = 'mutation { exportChatInvite(input: { peer: "sandbox_community" }) { __typename } }';

/** Tells of every call that found the session used from two connections at once, which ends it. */
function judge(sandbox: Sandbox): { readonly duplicates: number } {
  let duplicates = 0;
  sandbox.watch(({ outcome }) => {
    void outcome.then((end) => {
      if (end.status === 'rejected' && end.reason instanceof RpcError && end.reason.type === 'AUTH_KEY_DUPLICATED')
        duplicates += 1;
    });
  });
  return {
    get duplicates() {
      return duplicates;
    },
  };
}

async function ask(url: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-deadline-ms': '2000' },
    body: JSON.stringify({ query: EXPORT }),
    signal: AbortSignal.timeout(4_000),
  });
  const { data } = (await response.json()) as { data: { exportChatInvite: { __typename: string } } }; // JSON is untyped
  return data.exportChatInvite.__typename;
}

/** Somebody who asks all the time, whatever comes back, so that a gateway that may send does. */
function keepAsking(url: string): Disposable {
  const timer = setInterval(() => void ask(url).catch(() => {}), 20);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

const dropAll = (place: TestPlace) =>
  place.run(
    sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );

/** A gateway that reaches its database through a way that can be cut, and another that does not. */
async function setScene() {
  const place = await makeStorePlace();
  const url = new URL(place.database?.url ?? '');
  const proxy = await startTcpProxy({ host: '127.0.0.1', port: Number(url.port) });
  const sandbox = await startSandbox();
  const env = {
    ...place.env,
    PORT: '0',
    TELEGRAM_API_ID: '12345',
    TELEGRAM_API_HASH: 'hash',
    TELEGRAM_SESSION: account(sandbox, 'owner').session,
  };
  const direct = url.href;
  url.port = String(proxy.port);
  return {
    place,
    proxy,
    sandbox,
    direct: { ...env, DATABASE_URL: direct },
    cuttable: { ...env, DATABASE_URL: url.href },
  };
}

test('a second process serves and sends nothing; the holder of the lock killed, the first goes on and the second sends nothing still', async () => {
  const { place, proxy, sandbox, direct } = await setScene();
  await using _proxy = proxy;
  await using _sandbox = sandbox;
  const judged = judge(sandbox);
  await using first = spawnGateway(direct);
  using _asking = keepAsking(await first.url);
  for (let round = 0; round < 2; round += 1) {
    await using second = spawnGateway(direct);
    expect(await ask(await second.url)).toBe('TelegramUnavailableError');
    second.process.kill('SIGTERM');
    const { stdout, stderr } = await second.exit;
    expect(stdout).toMatch(
      new RegExp(
        `not ready: Another gateway runs on this session: process ${first.process.pid} on \\S+, since 20\\S+Z\\. `,
      ),
    );
    expect(stdout + stderr).not.toContain('SecretOfTheDatabase');
    await dropAll(place);
    await expect.poll(() => holdersOf(place), { timeout: 5_000 }).toHaveLength(1);
  }
  expect(await ask(await first.url)).toBe('ExportedChatInvite');
  expect(judged.duplicates).toBe(0);
  first.process.kill('SIGTERM');
  expect((await first.exit).code).toBe(0);
});

test.each(['cut off', 'stopped'])(
  'the first process %s from the server, which drops its lock: the second takes over, and the session is never used twice',
  async (how) => {
    const { place, proxy, sandbox, direct, cuttable } = await setScene();
    await using _proxy = proxy;
    await using _sandbox = sandbox;
    const judged = judge(sandbox);
    await using first = spawnGateway(cuttable);
    using _asking = keepAsking(await first.url);
    expect(await ask(await first.url)).toBe('ExportedChatInvite');

    if (how === 'stopped') first.process.kill('SIGSTOP');
    proxy.stall();
    await dropAll(place);
    await expect.poll(() => holdersOf(place), { timeout: 5_000 }).toEqual([]);
    await using second = spawnGateway(direct);
    using _askingToo = keepAsking(await second.url);
    expect(await ask(await second.url)).toBe('ExportedChatInvite');
    if (how === 'stopped') first.process.kill('SIGCONT');
    await pass(2_000);
    expect(await ask(await second.url)).toBe('ExportedChatInvite');

    proxy.resume();
    await expect.poll(async () => ask(await first.url), { timeout: 10_000 }).toBe('TelegramUnavailableError');
    await pass(2_000); // it tries to have the session again, and may not
    expect(await ask(await second.url)).toBe('ExportedChatInvite');
    expect(judged.duplicates).toBe(0);
    first.process.kill('SIGTERM');
    expect((await first.exit).stderr).toContain('Another gateway has taken the session over.');
  },
);
