import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(import.meta.dirname, '../..');

/** What the gateway's process takes at one moment. */
export interface Sample {
  /** Seconds since it was started. */
  readonly at: number;
  /** MB in RAM: /proc/<pid>/status, VmRSS. */
  readonly rssMb: number;
  /** MB that JavaScript held after the last full collection; `null` before the first. */
  readonly heapMb: number | null;
  /** Files, sockets, pipes and timers of the event loop that are open: /proc/<pid>/fd. */
  readonly handles: number;
}

export interface WatchedGateway extends AsyncDisposable {
  readonly url: string;
  sample(): Promise<Sample>;
  /** Lines of its log by level, and what Node itself warned of. */
  readonly logged: ReadonlyMap<string, number>;
  /** The warnings of Node, as of listeners that leak. */
  readonly warnings: readonly string[];
  /** `null` while it runs. */
  readonly exitCode: number | null;
}

/** What `npm start` runs, but for a developer's own settings. */
function startArguments(): string[] {
  const { scripts }: { scripts: { start: string } } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return scripts.start.split(' ').filter((part) => part !== 'node' && !part.startsWith('--env-file'));
}

/**
 * `npm start` in a process of its own, measured from outside. V8 prints each full collection, so that the heap is known
 * without an inspector that would hold objects itself.
 */
export async function startWatchedGateway(env: Readonly<Record<string, string>>): Promise<WatchedGateway> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gateway-soak-'));
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--trace-gc', ...startArguments()], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const served = Promise.withResolvers<string>();
  served.promise.catch(() => {});
  const logged = new Map<string, number>();
  const warnings: string[] = [];
  let heapMb: number | null = null;
  createInterface(child.stdout).on('line', (line) => {
    const collected = /Mark-Compact.* -> ([\d.]+) \(/.exec(line)?.[1];
    if (collected) heapMb = Number(collected);
    const url = /http:\/\/\S+\/graphql/.exec(line)?.[0];
    if (url) served.resolve(url);
    const level = /^\{"level":"?(\w+)"?/.exec(line)?.[1];
    if (level) logged.set(level, (logged.get(level) ?? 0) + 1);
  });
  createInterface(child.stderr).on('line', (line) => {
    if (/Warning|Error/.test(line)) warnings.push(line);
  });
  const exit = once(child, 'close').then(() => served.reject(new Error(`the gateway ended: ${warnings.join('; ')}`)));

  return {
    url: await served.promise,
    logged,
    warnings,
    get exitCode() {
      return child.exitCode;
    },
    async sample() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
      const rssKb = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]);
      const handles = (await readdir(`/proc/${child.pid}/fd`)).length;
      return { at: (performance.now() - startedAt) / 1000, rssMb: rssKb / 1024, heapMb, handles };
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null) child.kill('SIGTERM');
      await exit;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
