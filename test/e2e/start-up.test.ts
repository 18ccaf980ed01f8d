import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { spawnGateway } from '../support/spawn-gateway.ts';
import { startTestGateway } from '../support/start-gateway.ts';
import { account as ownerOf } from '../support/start-sandbox.ts';

const account = {
  TELEGRAM_API_ID: '12345',
  TELEGRAM_API_HASH: '0123456789abcdef0123456789abcdef',
};

test('with nothing configured: the sandbox and the gateway in one go, and what to try on the first screen', async () => {
  await using gateway = spawnGateway({ PORT: '0' });
  const response = await fetch(await gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'mutation { exportChatInvite(input: { peer: "sandbox_community" }) { __typename } }',
    }),
  });
  expect(await response.json()).toEqual({ data: { exportChatInvite: { __typename: 'ExportedChatInvite' } } });
  gateway.process.kill('SIGTERM');
  const { code, stdout } = await gateway.exit;
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /Acting as {2}owner: Olive Owner \(@sandbox_owner\), a user; bot: Sandbox Bot \(@\w+\), a bot/,
  );
  expect(stdout).toMatch(/1\. .*\n.*2\. .*\n.*3\. curl/);
});

test('neither a start nor a probe nor an export loads undici, which is 3 % of their processor time', async () => {
  const count =
    'process.once("exit",()=>console.error(process.moduleLoadList.filter(name=>name.includes("undici")).length))';
  await using other = await startTestGateway();
  await using gateway = spawnGateway({
    ...account,
    PORT: '0',
    TELEGRAM_SESSION: ownerOf(other.sandbox, 'owner').session,
    LOG_LEVEL: 'warn',
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(count)}`,
  });
  const url = await gateway.url;
  expect((await fetch(new URL('/readyz', url))).status).toBe(200);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'mutation { exportChatInvite(input: { peer: "sandbox_community" }) { __typename } }',
    }),
  });
  expect(await response.json()).toEqual({ data: { exportChatInvite: { __typename: 'ExportedChatInvite' } } });
  gateway.process.kill('SIGTERM');
  const { stderr } = await gateway.exit;
  expect(stderr).toBe('0\n');
});

test.each([
  ['a missing hash', { TELEGRAM_API_ID: '1' }, /TELEGRAM_API_HASH is missing/],
  ['a hash without id', { TELEGRAM_API_HASH: 'x' }, /TELEGRAM_API_ID is missing/],
  ['a malformed session', { ...account, TELEGRAM_SESSION: '1abc' }, /TELEGRAM_SESSION is not a string session/],
  ['a port out of range', { PORT: '70000' }, /PORT is "70000"/],
  ['a public address without keys', { HOST: '0.0.0.0' }, /GATEWAY_API_KEYS is not set/],
])('%s: one clear message, exit code 1, no stack', async (_what, env, message) => {
  await using gateway = spawnGateway(env);
  const { code, stdout, stderr } = await gateway.exit;
  expect(code).toBe(1);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stdout).toBe('');
});

test('a server that is not there: the first screen says so with its address, without stack and secret', async () => {
  const sandbox = await startSandbox();
  const session = sandbox.accounts[0]?.session ?? '';
  await sandbox.close();
  await using gateway = spawnGateway({ ...account, PORT: '0', TELEGRAM_SESSION: session });
  await gateway.url;
  gateway.process.kill('SIGTERM');
  const { code, stdout, stderr } = await gateway.exit;
  expect(code).toBe(0);
  expect(stdout).toMatch(/Acting as +not ready: Telegram's server at 127\.0\.0\.1:\d+ cannot be reached/);
  expect(stdout + stderr).not.toContain(session);
  expect(stdout + stderr).not.toContain(account.TELEGRAM_API_HASH);
});

test('a port in use: said, exit code 1, no stack', async () => {
  await using other = await startTestGateway();
  await using gateway = spawnGateway({ PORT: new URL(other.app.url).port });
  const { code, stderr } = await gateway.exit;
  expect(code).toBe(1);
  expect(stderr).toMatch(/port \d+: the port is already in use/);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test.each([
  ['that is not there', join(tmpdir(), 'no-such-key.pem'), null, /cannot be read \(ENOENT\)/],
  ['that is no key', join(tmpdir(), 'gateway-test-not-a-key.pem'), 'hello', /holds no public key in PEM form/],
])('a server key file %s: said, exit code 1, no stack', async (_what, path, content, message) => {
  await using other = await startTestGateway();
  if (content !== null) await writeFile(path, content);
  await using gateway = spawnGateway({
    ...account,
    TELEGRAM_SESSION: other.sandbox.accounts[0]?.session ?? '',
    PORT: '0',
    TELEGRAM_SERVER_PUBLIC_KEY: path,
  });
  const { code, stderr } = await gateway.exit;
  expect(code).toBe(1);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test.each([
  [['--help'], 0, /^usage: telegram-graphql-gateway/, /^$/],
  [['serve'], 2, /^$/, /^There is no verb "serve".\n\nusage: telegram-graphql-gateway/],
  [['constructor'], 2, /^$/, /^There is no verb "constructor"/],
  [
    ['--accounts', '1001'],
    2,
    /^$/,
    /^--accounts must be a whole number from 0 to 1000; usage: npm start -- \[--accounts N\]\n$/,
  ],
  [['start', '--accounts', 'many'], 2, /^$/, /^--accounts must be a whole number/],
  [['--colour'], 2, /^$/, /^Unknown option '--colour'; usage: npm start/],
])('the command line with %j: exit code %i', async (args, code, stdout, stderr) => {
  const child = spawn(process.execPath, ['src/start.js', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [said, complained, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  expect(said).toMatch(stdout);
  expect(complained).toMatch(stderr);
  expect(exitCode).toBe(code);
});

test('--accounts beside an account: said, exit code 1', async () => {
  const env = { PATH: process.env['PATH'], ...account };
  const child = spawn(process.execPath, ['src/start.js', '--accounts', '2'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [complained, [exitCode]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  expect(complained).toMatch(/--accounts makes accounts in the sandbox: take TELEGRAM_API_ID away/);
  expect(exitCode).toBe(1);
});
