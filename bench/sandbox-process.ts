import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import type { Sandbox } from '../src/sandbox/sandbox.ts';
import { type Child, startChild } from './child.ts';

/** `npm run sandbox`, which stands for Telegram. */
export interface SandboxProcess {
  readonly process: Child;
  /** What a client needs to sign the owner in by itself. */
  readonly environment: Readonly<Record<'SANDBOX_HOST' | 'SANDBOX_PORT' | 'TELEGRAM_SERVER_PUBLIC_KEY', string>>;
  /** Those that `--accounts` has made, signed in. */
  readonly further: Sandbox['accounts'];
  /** Signs the owner in once more, as a new device, and gives its session: two clients never share one. */
  signIn(): Promise<string>;
}

export const OWNER = { phone: '9996620001', code: '22222' } as const;

const keys = mkdtempSync(`${tmpdir()}/gateway-bench-key-`);
process.on('exit', () => rmSync(keys, { recursive: true, force: true }));

/** With a small young generation: its pauses would be the contenders' slowest answers. */
export async function startSandboxProcess(more = 0): Promise<SandboxProcess> {
  const asked = more > 0 ? ['--accounts', String(more)] : [];
  const child = await startChild(['--max-semi-space-size=4', 'src/start.js', 'sandbox', ...asked], {}, /\n/);
  const { host, port, publicKey, accounts }: Pick<Sandbox, 'host' | 'port' | 'publicKey' | 'accounts'> = JSON.parse(
    child.announced,
  );
  const keyPath = `${keys}/${port}.pem`;
  writeFileSync(keyPath, publicKey);
  return {
    process: child,
    environment: { SANDBOX_HOST: host, SANDBOX_PORT: String(port), TELEGRAM_SERVER_PUBLIC_KEY: keyPath },
    further: accounts.filter(({ name }) => /-\d+$/.test(name)),
    signIn: () => signIn(`${host}:${port}`, keyPath),
  };
}

/** `npm run login`, answered through a pipe. */
async function signIn(server: string, keyPath: string): Promise<string> {
  const login = spawn(process.execPath, ['src/start.js', 'login', '--phone', '--server', server], {
    cwd: `${import.meta.dirname}/..`,
    env: {
      PATH: process.env['PATH'],
      TELEGRAM_API_ID: '1',
      TELEGRAM_API_HASH: 'bench',
      TELEGRAM_SERVER_PUBLIC_KEY: keyPath,
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  login.stdin.end(`${OWNER.phone}\n${OWNER.code}\n`);
  const [output] = await Promise.all([text(login.stdout), once(login, 'exit')]);
  const session = /TELEGRAM_SESSION=(\S+)/.exec(output)?.[1];
  if (!session) throw new Error('the sandbox did not let the owner in');
  return session;
}
