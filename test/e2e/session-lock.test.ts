import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { makeDataDir } from '../support/data-dir.ts';
import { spawnGateway } from '../support/spawn-gateway.ts';
import { account, startSandbox } from '../support/start-sandbox.ts';
import { sessionAt, startTcpProxy } from '../support/tcp-proxy.ts';

/** Each process takes a second or more to start. */
vi.setConfig({ testTimeout: 60_000 });

const CREDENTIALS = { PORT: '0', TELEGRAM_API_ID: '12345', TELEGRAM_API_HASH: 'hash' };

/** How the account of the gateway stands. */
async function stateAt(url: string): Promise<{ readonly status?: string } | undefined> {
  const body = JSON.stringify({ query: '{ account { state { status message } } }' });
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const { data }: { data?: { account?: { state?: { status?: string } } } } = JSON.parse(await answer.text());
  return data?.account?.state;
}

test('a second process on the session serves and sends nothing, and acts once the first was killed', async () => {
  await using sandbox = await startSandbox();
  await using dataDir = await makeDataDir();
  const env = { ...CREDENTIALS, DATA_DIR: dataDir.path, TELEGRAM_SESSION: account(sandbox, 'owner').session };
  await using first = spawnGateway(env);
  await first.url;

  const calls: string[] = [];
  sandbox.watch(({ method }) => calls.push(method));
  await using proxy = await startTcpProxy(sandbox);
  await using second = spawnGateway({ ...env, TELEGRAM_SESSION: sessionAt(env.TELEGRAM_SESSION, proxy.port) });
  const url = await second.url;
  const inUse = `Another gateway runs on this session: process ${first.process.pid} on `;
  expect(await stateAt(url)).toMatchObject({ status: 'CONNECTING', message: expect.stringContaining(inUse) });
  expect((await fetch(new URL('/readyz', url))).status).toBe(503);
  expect(calls).toEqual([]);
  expect(proxy.accepted).toBe(0);

  first.process.kill('SIGKILL');
  await first.exit;
  await expect.poll(() => stateAt(url), { timeout: 20_000 }).toMatchObject({ status: 'READY' });
  second.process.kill('SIGTERM');
  const { stdout, stderr } = await second.exit;
  expect(stdout).toContain(`not ready: ${inUse}`);
  expect(stdout).toContain('AUTH_KEY_DUPLICATED');
  expect(stdout + stderr).not.toContain(env.TELEGRAM_SESSION.slice(0, 40));
  await using third = spawnGateway(env);
  await third.url;
  third.process.kill('SIGTERM');
  expect((await third.exit).code).toBe(0);
  expect(await readdir(dataDir.path), 'after a clean stop').toHaveLength(4);
  expect(await readdir(dataDir.path)).toEqual(
    expect.arrayContaining([
      'gateway.db',
      'session-7000000001.lock',
      'session-keys',
      expect.stringMatching(/^session-[0-9a-f]{16}\.lock$/),
    ]),
  );
});

test('the lock file removed under a gateway: the first gives the session up, and one of the two acts then', async () => {
  await using sandbox = await startSandbox();
  await using dataDir = await makeDataDir();
  const env = { ...CREDENTIALS, DATA_DIR: dataDir.path, TELEGRAM_SESSION: account(sandbox, 'owner').session };
  await using first = spawnGateway(env);
  await first.url;
  const lockFile = (await readdir(dataDir.path)).find((name) => /[0-9a-f]{16}\.lock$/.test(name)) ?? '';

  // Stopped, so that the second one comes to see the session before the first has noticed.
  first.process.kill('SIGSTOP');
  await rm(join(dataDir.path, lockFile));
  await using proxy = await startTcpProxy(sandbox);
  await using second = spawnGateway({ ...env, TELEGRAM_SESSION: sessionAt(env.TELEGRAM_SESSION, proxy.port) });
  await expect.poll(() => readdir(dataDir.path), { timeout: 30_000 }).toContain(lockFile);
  first.process.kill('SIGCONT');

  // One of the two has the session then.
  const urls = [await first.url, await second.url];
  const acting = async () => (await Promise.all(urls.map(stateAt))).map((state) => state?.status).toSorted();
  await expect.poll(acting, { timeout: 30_000 }).toEqual(['CONNECTING', 'READY']);
  first.process.kill('SIGTERM');
  const stopped = await first.exit;
  expect(stopped.code).toBe(0);
  const lost = stopped.stderr.split('\n').filter((line) => line.includes('lock file of the session'));
  expect(lost).toEqual([expect.stringContaining('It starts again when the session is free.')]);
});

test('a damaged store: said in one line with its path, exit code 1, no stack, nothing asked of Telegram', async () => {
  await using sandbox = await startSandbox();
  await using dataDir = await makeDataDir();
  const path = join(dataDir.path, 'gateway.db');
  await writeFile(path, 'not a database '.repeat(100));
  const calls: string[] = [];
  sandbox.watch(({ method }) => calls.push(method));
  await using gateway = spawnGateway({
    ...CREDENTIALS,
    DATA_DIR: dataDir.path,
    TELEGRAM_SESSION: account(sandbox, 'owner').session,
  });
  const { code, stderr } = await gateway.exit;
  expect(code).toBe(1);
  expect(stderr).toMatch(new RegExp(`^The store ${path} is not an SQLite database\\. .*\\n$`));
  expect(calls).toEqual([]);
});

test('the sandbox keeps nothing on disk', async () => {
  await using dataDir = await makeDataDir();
  await using gateway = spawnGateway({ PORT: '0', DATA_DIR: dataDir.path });
  await gateway.url;
  expect(await readdir(dataDir.path)).toEqual([]);
});
