import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SandboxAccount } from '../../../src/sandbox/sandbox.ts';
import { keepAccounts } from '../../support/keep-accounts.ts';
import type { Orders } from './preload.ts';

/** Each caller's, as long as keys have to be. */
export const API_KEYS = ['caller-0-of-the-chaos-suite', 'caller-1-of-the-chaos-suite', 'caller-2-of-the-chaos-suite'];

/** What the gateway's process holds. */
export interface Held {
  /** Open files and sockets. */
  readonly handles: number;
  readonly rssMb: number;
}

/** `src/start.js` of any tree in a process of its own, whose clocks and store obey. */
export interface Gateway extends AsyncDisposable {
  /** Of the process that runs now, or ran last. */
  readonly url: string;
  readonly dataDir: string;
  /** Whether a process runs that was not killed. */
  readonly isUp: boolean;
  /** The last lines of its log. */
  readonly log: readonly string[];
  order(orders: Partial<Orders>): Promise<void>;
  signal(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void;
  /** Starts it again on the same data. Rejects when it ends before it serves. */
  restart(): Promise<void>;
  held(): Promise<Held>;
  /** Its exit code after SIGTERM; `null`: it had to be killed. */
  stop(): Promise<number | null>;
}

const LOG_LINES = 200;
const START_MS = 60_000;
const STOP_MS = 15_000;

/** Seals the sessions of accounts in the store. */
const SESSION_KEYS = `chaos:${Buffer.alloc(32, 7).toString('base64')}`;

/** `databaseUrl` `null`: the store is an SQLite file. `more` accounts are in the store. */
export async function startGateway(
  tree: string,
  session: string,
  databaseUrl: string | null,
  more: readonly SandboxAccount[],
): Promise<Gateway> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gateway-chaos-'));
  const log: string[] = [];
  let orders: Orders = { wallMs: 0, monotonicMs: 0, store: null };
  let child: ChildProcess | null = null;
  const store = { DATA_DIR: dataDir, SESSION_KEYS, ...(databaseUrl !== null && { DATABASE_URL: databaseUrl }) };
  if (more.length > 0) await keepAccounts(store, more);
  let url = '';

  async function start(): Promise<void> {
    const preload = fileURLToPath(new URL('./preload.ts', import.meta.url));
    const started = spawn(process.execPath, ['--import', preload, join(tree, 'src/start.js')], {
      cwd: tree,
      env: {
        PATH: process.env['PATH'],
        PORT: '0',
        LOG_LEVEL: 'warn',
        CONSOLE: 'off',
        ...store,
        TELEGRAM_API_ID: '12345',
        TELEGRAM_API_HASH: '0123456789abcdef0123456789abcdef',
        TELEGRAM_SESSION: session,
        GATEWAY_API_KEYS: API_KEYS.join(','),
        CHAOS_WALL_MS: String(orders.wallMs),
        CHAOS_MONOTONIC_MS: String(orders.monotonicMs),
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    child = started;
    const served = Promise.withResolvers<string>();
    let text = '';
    for (const stream of [started.stdout, started.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        log.push(...chunk.split('\n').filter((line) => line.trim() !== ''));
        log.splice(0, log.length - LOG_LINES);
        text = `${text}${chunk}`.slice(-2_000);
        const found = /http:\/\/\S+\/graphql/.exec(text)?.[0];
        if (found) served.resolve(found);
      });
    }
    started.once('exit', (code) => served.reject(new Error(`the gateway ended with ${code}: ${text}`)));
    const tooLong = setTimeout(() => served.reject(new Error(`the gateway does not start: ${text}`)), START_MS);
    try {
      url = await served.promise;
    } finally {
      clearTimeout(tooLong);
    }
  }

  const isUp = () => child !== null && child.exitCode === null && child.signalCode === null && !child.killed;

  async function stop(): Promise<number | null> {
    const stopping = child;
    if (stopping === null || stopping.exitCode !== null || stopping.signalCode !== null)
      return stopping?.exitCode ?? null;
    const exit = once(stopping, 'exit');
    stopping.kill('SIGCONT');
    stopping.kill('SIGTERM');
    const anyway = setTimeout(() => stopping.kill('SIGKILL'), STOP_MS);
    await exit;
    clearTimeout(anyway);
    return stopping.exitCode;
  }

  await start();
  return {
    get url() {
      return url;
    },
    dataDir,
    get isUp() {
      return isUp();
    },
    log,
    async order(changes) {
      orders = { ...orders, ...changes };
      const running = child;
      if (running === null || !isUp()) return; // the next one starts with them
      const over = new AbortController();
      const done = Promise.race(['message', 'exit'].map((event) => once(running, event, over)));
      running.send(orders, () => {}); // one that dies meanwhile takes no orders
      await done;
      over.abort();
    },
    signal(signal) {
      if (isUp()) process.kill(child?.pid ?? 0, signal);
    },
    async restart() {
      const old = child;
      if (old && old.exitCode === null && old.signalCode === null) {
        const exit = once(old, 'exit');
        old.kill('SIGKILL');
        await exit;
      }
      await start();
    },
    async held() {
      const status = await readFile(`/proc/${child?.pid}/status`, 'utf8');
      const handles = (await readdir(`/proc/${child?.pid}/fd`)).length;
      return { handles, rssMb: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024 };
    },
    stop,
    async [Symbol.asyncDispose]() {
      child?.kill('SIGKILL');
      if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
