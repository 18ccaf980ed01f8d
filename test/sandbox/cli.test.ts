import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { killSandboxes, runSandbox } from '../support/run-sandbox.ts';

async function outcome(...args: string[]) {
  const child = runSandbox(...args);
  const [stdout, stderr, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { stdout, stderr, exitCode: Number(exitCode) };
}

afterEach(killSandboxes);

describe('npm run sandbox', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('first line is one JSON object; %s ends it with 0', async (signal) => {
    const child = runSandbox('--port', '0', '--visitors');
    const [line] = await once(createInterface(child.stdout), 'line');
    const announced: unknown = JSON.parse(String(line));
    const person = {
      id: expect.stringMatching(/^\d+$/),
      phone: expect.any(String),
      code: '22222',
      botToken: null,
      session: expect.stringMatching(/^1/),
    };
    expect(announced).toEqual({
      host: '127.0.0.1',
      port: expect.toSatisfy((port: number) => port > 1023 && port < 32_768),
      publicKey: expect.stringContaining('-----BEGIN'),
      accounts: [
        { ...person, name: 'owner', password: null },
        { ...person, name: 'bot', phone: null, code: null, password: null, botToken: expect.any(String) },
        { ...person, name: 'guarded', password: 'correct horse' },
        { ...person, name: 'ada', password: null },
        { ...person, name: 'joiner', password: null },
        { ...person, name: 'stranger', password: null },
      ],
    });
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('--accounts: a user and a bot by turns behind the cast, each signed in', async () => {
    const child = runSandbox('--accounts', '3');
    const [line] = await once(createInterface(child.stdout), 'line');
    const { accounts }: Pick<Sandbox, 'accounts'> = JSON.parse(String(line));
    const session = expect.stringMatching(/^1/);
    expect(accounts.slice(6)).toMatchObject([
      { name: 'user-001', id: '7400000001', phone: '9996621001', code: '22222', session },
      { name: 'bot-001', id: '7500000001', botToken: expect.stringMatching(/^7500000001:/), session },
      { name: 'user-002', id: '7400000002', phone: '9996621002', session },
    ]);
    expect(new Set(accounts.map((each) => each.session)).size).toBe(9);
  });

  test('a port in use: one line on stderr, exit 1', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const address = holder.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { stdout, stderr, exitCode } = await outcome('--port', String(port));
    holder.close();
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^sandbox: port \d+ on 127\.0\.0\.1 is in use[^\n]*\n$/);
    expect(exitCode).toBe(1);
  });

  test.each([
    [['--port', '65536']],
    [['--port', '-1']],
    [['--port', 'http']],
    [['--colour']],
    [['--accounts', '1001']],
    [['stray']],
  ])('%j: one line on stderr with the usage, exit 2', async (args) => {
    const { stdout, stderr, exitCode } = await outcome(...args);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^sandbox: [^\n]*usage: npm run sandbox[^\n]*\n$/);
    expect(exitCode).toBe(2);
  });

  test('an address of another machine: one line on stderr, exit 1', async () => {
    const { stderr, exitCode } = await outcome('--host', '192.0.2.1', '--port', '0');
    expect(stderr).toBe('sandbox: 192.0.2.1 is not an address of this machine\n');
    expect(exitCode).toBe(1);
  });
});
