import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp } from '../../src/app.ts';
import { createLogger } from '../../src/base/log.ts';
import { loadConfig } from '../../src/config/index.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { makeDataDir } from '../support/data-dir.ts';

let sandbox: Sandbox;
let folder: string;
let keyFile: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  folder = await mkdtemp(join(tmpdir(), 'login-'));
  keyFile = join(folder, 'server.pem');
  await writeFile(keyFile, sandbox.publicKey);
});
afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true });
});

const CREDENTIALS = { TELEGRAM_API_ID: '12345', TELEGRAM_API_HASH: '0123456789abcdef0123456789abcdef' };

/** `npm run login` without npm, in an empty environment but for this. */
function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, ['src/start.js', 'login', ...args], { env, stdio: 'pipe' });
}

async function run(args: readonly string[], lines: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = start(args, env);
  if (!child.stdin || !child.stdout || !child.stderr) throw new Error('the child has no pipes');
  child.stdin.on('error', () => {}); // it may leave before it has read
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { stdout, stderr, code };
}

const server = () => ['--server', `127.0.0.1:${sandbox.port}`];

test('answers from a pipe: the printed session runs the gateway, which makes a link', async () => {
  const lines = [CREDENTIALS.TELEGRAM_API_ID, CREDENTIALS.TELEGRAM_API_HASH, 'phone', '9996620001', '22222'];
  const { stdout, stderr, code } = await run(server(), lines, { TELEGRAM_SERVER_PUBLIC_KEY: keyFile });
  expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining('Olive Owner (@sandbox_owner)') });
  expect(stdout).toMatch(/^TELEGRAM_SESSION=1[\w+/=-]+\n$/);
  expect(stderr).toContain('AUTH_KEY_DUPLICATED');
  const session = stdout.trim().slice('TELEGRAM_SESSION='.length);
  expect(stderr, 'what people read holds no secret').not.toContain(session.slice(0, 40));
  expect(stderr).not.toContain(CREDENTIALS.TELEGRAM_API_HASH);

  await using dataDir = await makeDataDir();
  const app = await startApp({
    config: loadConfig({ ...CREDENTIALS, TELEGRAM_SESSION: session, PORT: '0', DATA_DIR: dataDir.path }),
    log: createLogger({ level: 'silent' }),
  });
  try {
    const response = await fetch(app.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query:
          'mutation { exportChatInvite(input: {peer: "sandbox_community"}) { ... on ExportedChatInvite { link } } }',
      }),
    });
    expect(await response.json()).toEqual({
      data: { exportChatInvite: { link: expect.stringMatching(/^https:\/\/t\.me\/\+/) } },
    });
  } finally {
    await app.close();
  }
});

test('a session that goes into a file: the file is private afterwards, and keeps what was in it', async () => {
  const path = join(folder, '.env');
  await writeFile(path, 'PORT=0\n', { mode: 0o644 });
  await using file = await open(path, 'a');
  const child = spawn(process.execPath, ['src/start.js', 'login', ...server()], {
    env: { ...CREDENTIALS, TELEGRAM_SERVER_PUBLIC_KEY: keyFile },
    stdio: ['pipe', file.fd, 'ignore'],
  });
  child.stdin?.end('phone\n9996620001\n22222\n');
  expect(await once(child, 'close')).toEqual([0, null]);
  expect((await file.stat()).mode & 0o777).toBe(0o600);
  expect(await readFile(path, 'utf8')).toMatch(/^PORT=0\nTELEGRAM_SESSION=1[\w+/=-]+\n$/);
});

test('refused, misused, or left without an answer: one sentence, no stack, nothing on standard output', async () => {
  const trusted = { ...CREDENTIALS, TELEGRAM_SERVER_PUBLIC_KEY: keyFile };
  const [badToken, noMoreLines, noKeyFile, twoWays] = await Promise.all([
    run(['--bot', ...server()], ['123:nobody'], trusted),
    run(['--phone', ...server()], ['9996620001'], trusted),
    run(['--phone', ...server()], [], { ...CREDENTIALS, TELEGRAM_SERVER_PUBLIC_KEY: join(folder, 'missing.pem') }),
    run(['--phone', '--bot'], []),
  ]);
  const outcomes = [badToken, noMoreLines, noKeyFile, twoWays];
  expect(outcomes.map(({ code }) => code)).toEqual([1, 1, 1, 2]);
  expect(outcomes.map(({ stdout }) => stdout)).toEqual(Array(outcomes.length).fill(''));
  for (const { stderr } of outcomes) expect(stderr).not.toMatch(/^\s+at /m);
  expect(badToken.stderr).toContain('Telegram does not know this bot token.');
  expect(noMoreLines.stderr).toContain('The input ended before the question was answered.');
  expect(noKeyFile.stderr).toContain('TELEGRAM_SERVER_PUBLIC_KEY: the file');
  expect(twoWays.stderr).toContain('--phone and --bot exclude each other.');
});

test('Ctrl-C while a question is open: exits 130 and leaves no connection', async () => {
  const child = start(['--phone', ...server()], { ...CREDENTIALS, TELEGRAM_SERVER_PUBLIC_KEY: keyFile });
  const closed = once(child, 'close');
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    const asked = stderr.includes('Phone number');
    stderr += chunk.toString();
    if (!asked && stderr.includes('Phone number')) child.kill('SIGINT');
  });
  const [code] = await closed;
  expect({ code, last: stderr.trim().split('\n').at(-1) }).toEqual({ code: 130, last: 'Left without signing in.' });
});
