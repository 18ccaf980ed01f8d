import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** A program in a process of its own. */
export interface Child {
  /** What its standard output said when it was ready. */
  readonly announced: string;
  /** What it took until then: time and processor time, in milliseconds. */
  readonly start: { readonly ms: number; readonly cpuMs: number };
  usage(): Usage;
  /** SIGTERM, and waits for the end. */
  stop(): Promise<void>;
}

export interface Usage {
  /** Processor time since it began, user and system, all threads, in milliseconds; steps of 10. */
  readonly cpuMs: number;
  /** Resident memory in MB (10^6 bytes). */
  readonly rssMb: number;
}

/** The kernel counts processor time in hundredths of a second for everybody who reads /proc, whatever its own clock is. */
const MS_PER_TICK = 10;
const START_TIMEOUT_MS = 30_000;

/** A folder of this run's own: logs and stores, gone at the end. */
export const scratch = mkdtempSync(`${tmpdir()}/gateway-bench-`);

const running = new Set<ChildProcess>();
let started = 0;

process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(scratch, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

/** The tree that this file is part of. */
export const THIS_TREE = `${import.meta.dirname}/..`;

/**
 * Starts `node file` in a tree's root folder and waits until its standard output matches `ready`. What it logs goes to a file, as
 * a service's log does. Throws with the log's end when it ends first, or is not ready in 30 s.
 */
export async function startChild(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  ready: RegExp,
  tree = THIS_TREE,
): Promise<Child> {
  started += 1;
  const log = `${scratch}/${started}.log`;
  const begin = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: tree,
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', openSync(log, 'a')],
  });
  running.add(child);
  const ended = once(child, 'exit').then(() => running.delete(child));
  const announced = Promise.withResolvers<string>();
  const fail = (how: string) =>
    announced.reject(new Error(`${args.join(' ')} ${how}:\n${readFileSync(log, 'utf8').slice(-2_000)}`));
  const timer = setTimeout(() => fail('is not ready'), START_TIMEOUT_MS);
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
    if (ready.test(output)) announced.resolve(output);
  });
  void ended.then(() => fail('ended'));
  const text = await announced.promise.finally(() => clearTimeout(timer));
  const usage = () => usageOf(child.pid ?? 0);
  return {
    announced: text,
    start: { ms: performance.now() - begin, cpuMs: usage().cpuMs },
    usage,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** From Linux's /proc (proc_pid_stat(5)): fields are counted behind the name, which may hold spaces. */
function usageOf(pid: number): Usage {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return { cpuMs: ticks * MS_PER_TICK, rssMb: (Number(kilobytes) * 1024) / 1e6 };
}
