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

test('a second process on the session is refused before it connects, and may start once the first was killed', async () => {
  await using sandbox = await startSandbox();
  await using dataDir = await makeDataDir();
  const env = { ...CREDENTIALS, DATA_DIR: dataDir.path, TELEGRAM_SESSION: account(sandbox, 'owner').session };
  await using first = spawnGateway(env);
  await first.url;

  const calls: string[] = [];
  sandbox.watch(({ method }) => calls.push(method));
  await using proxy = await startTcpProxy(sandbox);
  await using second = spawnGateway({ ...env, TELEGRAM_SESSION: sessionAt(env.TELEGRAM_SESSION, proxy.port) });
  const { code, stdout, stderr } = await second.exit;
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(
    new RegExp(`^Another gateway runs on this session: process ${first.process.pid} on \\S+, since 20\\S+Z\\. .*\\n$`),
  );
  expect(stderr).toContain('AUTH_KEY_DUPLICATED');
  expect(stderr).not.toContain(env.TELEGRAM_SESSION.slice(0, 40));
  expect(calls).toEqual([]);

  first.process.kill('SIGKILL');
  await first.exit;
  await using third = spawnGateway(env);
  await third.url;
  third.process.kill('SIGTERM');
  expect((await third.exit).code).toBe(0);
  expect((await readdir(dataDir.path)).toSorted(), 'after a clean stop').toEqual([
    'gateway.db',
    'session-7000000001.lock',
    expect.stringMatching(/^session-[0-9a-f]{16}\.lock$/),
  ]);
});

test('the lock file removed under a gateway: a second one is refused before it connects, and the first stops', async () => {
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

  const refused = await second.exit;
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toMatch(
    new RegExp(`^Another gateway runs on this session: process ${first.process.pid} on .*\\n$`),
  );
  expect(proxy.accepted).toBe(0);
  const stopped = await first.exit;
  expect(stopped.code).toBe(1);
  const fatal = stopped.stderr.split('\n').filter((line) => line.includes('lock file of the session'));
  expect(fatal).toEqual([expect.stringContaining('This gateway sends nothing more and stops.')]);

  await using third = spawnGateway(env);
  await third.url;
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
