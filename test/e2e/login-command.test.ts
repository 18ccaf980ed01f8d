import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Api } from 'telegram';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp } from '../../src/app.ts';
import { createLogger } from '../../src/base/log.ts';
import { loadConfig } from '../../src/config/index.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { openSeal } from '../../src/store/seal.ts';
import { openAccounts } from '../../src/store/store.ts';
import { makeDataDir } from '../support/data-dir.ts';
import { holdsKeyOf } from '../support/session-bytes.ts';
import { account, connectGramjs } from '../support/start-sandbox.ts';

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

test('TELEGRAM_SERVER is where it signs in, as the gateway does; --server comes before it', async () => {
  const lines = ['phone', '9996620001', '22222'];
  const env = { ...CREDENTIALS, TELEGRAM_SERVER_PUBLIC_KEY: keyFile };
  const here = await run([], lines, { ...env, TELEGRAM_SERVER: `127.0.0.1:${sandbox.port}` });
  expect(here).toMatchObject({ code: 0, stderr: expect.stringContaining('Olive Owner (@sandbox_owner)') });
  const told = await run(server(), lines, { ...env, TELEGRAM_SERVER: '127.0.0.1:1' });
  expect(told.code).toBe(0);
  expect(await run([], [], { ...env, TELEGRAM_SERVER: 'nowhere' })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('TELEGRAM_SERVER is not HOST:PORT'),
  });
});

test.each([
  ['accounts', ['x']],
  ['resume', ['--name', 'support']],
  ['resume', ['one', 'two']],
])('%s takes no %j', async (verb, args) => {
  const child = spawn(process.execPath, ['src/start.js', verb, ...args], { env: {}, stdio: 'pipe' });
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^usage: telegram-graphql-gateway /)]);
});

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

/** The other verb, in an environment that names no key. */
async function listAccounts(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['src/start.js', 'accounts'], { env, stdio: 'pipe' });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { stdout, stderr, code };
}

/** The keys that are signed in. */
const aliveOnes = () => [...sandbox.world.authorizations.keys()];

const PHONE = ['phone', '9996620001', '22222'];

test('with --name the account is kept in the store, sealed, and printed nowhere; a new login renews it', async () => {
  await using dir = await makeDataDir();
  const env = { ...CREDENTIALS, TELEGRAM_SERVER_PUBLIC_KEY: keyFile, DATA_DIR: join(dir.path, 'data') };
  const place = { dataDir: env.DATA_DIR };
  const sessionOf = async (id: string) => {
    await using stored = await openAccounts(place, await openSeal(place, []));
    return (await stored.session(id)) ?? '';
  };
  const kept = await run([...server(), '--name', 'support'], PHONE, env);
  expect(kept).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('Olive Owner (@sandbox_owner)') });
  const bot = await run([...server(), '--name', 'news', '--bot'], [account(sandbox, 'bot').botToken ?? ''], env);
  expect(bot).toMatchObject({ code: 0, stdout: '' });

  const listed = await listAccounts({ DATA_DIR: env.DATA_DIR });
  expect(listed).toMatchObject({ code: 0, stderr: '' });
  expect(listed.stdout).toMatch(
    /^NAME +KIND +USER ID +SIGNED IN\nsupport +USER +(\d+) +20\S+Z\nnews +BOT +\d+ +20\S+Z\n$/,
  );
  const id = /support +USER +(\d+)/.exec(listed.stdout)?.[1] ?? '';
  const session = await sessionOf(id);
  await using connected = await connectGramjs(sandbox, session);
  const [self] = await connected.client.invoke(new Api.users.GetUsers({ id: [new Api.InputUserSelf()] }));
  expect(String(self?.id)).toBe(id);
  const files = (await readdir(env.DATA_DIR)).filter((name) => name !== 'session-keys');
  const copy = Buffer.concat(await Promise.all(files.map((name) => readFile(join(env.DATA_DIR, name)))));
  expect(holdsKeyOf(session, Buffer.concat([copy, Buffer.from(kept.stderr + listed.stdout)]))).toBe(false);
  expect(kept.stderr).not.toContain(CREDENTIALS.TELEGRAM_API_HASH);

  expect(await run([...server(), '--name', 'support'], PHONE, env)).toMatchObject({ code: 0, stdout: '' });
  expect(await sessionOf(id)).not.toBe(session);
});

test('a name in use and a user who is in the store: refused, the new session is ended, the old one stays', async () => {
  await using dir = await makeDataDir();
  const env = { ...CREDENTIALS, TELEGRAM_SERVER_PUBLIC_KEY: keyFile, DATA_DIR: dir.path };
  expect(await run([...server(), '--name', 'support'], PHONE, env)).toMatchObject({ code: 0 });
  const before = aliveOnes();
  const again = await run([...server(), '--name', 'other'], PHONE, env);
  expect(again).toMatchObject({ code: 1, stdout: '' });
  expect(again.stderr).toContain('This Telegram user is in the store as the account support.');
  const another = await run(
    [...server(), '--name', 'support'],
    ['phone', account(sandbox, 'ada').phone ?? '', '22222'],
    env,
  );
  expect(another).toMatchObject({ code: 1, stdout: '' });
  expect(another.stderr).toContain('Another account has the name support. Choose another name.');
  expect(again.stderr + another.stderr).not.toMatch(/^\s+at /m);
  expect(aliveOnes()).toEqual(before);
  expect((await listAccounts(env)).stdout.split('\n')).toHaveLength(3);
});

test('what keeps an account from being kept is told before a code is asked for', async () => {
  await using dir = await makeDataDir();
  const database = { DATABASE_URL: 'postgres://nobody:geheim@127.0.0.1:1/none' };
  const wrong = [
    [{ SESSION_KEYS: 'k1:swordfish' }, /SESSION_KEYS holds what is no ID:KEY/],
    [database, /SESSION_KEYS is not set, and a store in PostgreSQL keeps no session without/],
    [{ ...database, SESSION_KEYS: `k1:${Buffer.alloc(32).toString('base64')}` }, /nothing listens there/],
  ] as const;
  for (const [env, problem] of wrong) {
    const refused = await run([...server(), '--name', 'support'], [], { ...CREDENTIALS, DATA_DIR: dir.path, ...env });
    expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(problem) });
    expect(refused.stderr).not.toMatch(/^\s+at |geheim|swordfish/m);
  }
  expect(await run(['--name', 'Support'], [])).toMatchObject({ code: 2 });
  expect(await listAccounts({ DATA_DIR: join(dir.path, 'nothing') })).toEqual({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^There is no store in \S+nothing\. Check DATA_DIR, or sign in: /),
  });
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
