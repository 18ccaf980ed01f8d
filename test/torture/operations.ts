/**
 * `npm run torture -- operations --count 10000 --seed n`: operations that nobody wrote against the gateway in a process of its
 * own with a heap of 512 MB. Each is answered within its deadline and with no more bytes than one may cost, or is refused
 * with its price; nobody else waits meanwhile; the process lives.
 */
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { seededChance } from '../../src/sandbox/faults/seeded-chance.ts';
import { schema } from '../../src/schema/index.ts';
import { spawnGateway } from '../support/spawn-gateway.ts';
import { type Answered, ask, worldPools } from './operations/ask.ts';
import { type GeneratedOperation, generateOperations } from './operations/generate.ts';
import { judge } from './operations/judge.ts';

const OPTIONS = {
  count: { type: 'string', default: '10000' },
  /** Another one for each run unless told. */
  seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
  /** How many are asked at a time. */
  callers: { type: 'string', default: '4' },
} as const;

const HEAP_MB = 512;
const LOOK_EVERY_MS = 250;

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: OPTIONS });
  const seed = Number(values.seed);
  await using gateway = spawnGateway({
    PORT: '0',
    LOG_LEVEL: 'error',
    SANDBOX_VISITORS: 'off',
    NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}`,
  });
  const url = await gateway.url;
  const operations = generateOperations(schema, seededChance(seed), await worldPools(url));
  const problems: string[] = [];
  const seen = new Map<string, number>();
  let left = Number(values.count);
  let slowest = { ms: 0, query: '' };
  let largest = 0;

  function note(operation: GeneratedOperation, answered: Answered): void {
    const { outcome, problem } = judge(answered);
    seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
    if (problem !== null) problems.push(`${problem}: ${JSON.stringify(operation)}`);
    if (answered.ms > slowest.ms) slowest = { ms: answered.ms, query: operation.query };
    largest = Math.max(largest, answered.text.length);
  }

  async function call(): Promise<void> {
    while (left > 0 && gateway.process.exitCode === null) {
      left -= 1;
      const operation = operations.next().value;
      try {
        note(operation, await ask(url, operation));
      } catch (error) {
        problems.push(`${error}: ${JSON.stringify(operation)}`);
      }
    }
  }

  const others = watch(url, gateway.process.pid);
  await Promise.all(Array.from({ length: Number(values.callers) }, call));
  const { longestMs, mostMb } = await others.end();
  if (gateway.process.exitCode !== null || gateway.process.signalCode !== null) problems.push('the process has ended');

  const outcomes = [...seen].map(([outcome, times]) => `${times} ${outcome}`).join(', ');
  process.stdout.write(
    `seed ${seed}: ${outcomes}\nthe slowest ${Math.round(slowest.ms)} ms, the largest ${largest} bytes, ` +
      `/healthz within ${Math.round(longestMs)} ms, ${Math.round(mostMb)} MB at most\nthe slowest: ${slowest.query.slice(0, 1_000)}\n`,
  );
  for (const problem of problems.slice(0, 20)) process.stdout.write(`${problem.slice(0, 1_500)}\n`);
  return problems.length === 0 ? 0 : 1;
}

/** What somebody else sees of it: how long `/healthz` takes, and the memory of the process. */
function watch(url: string, pid: number | undefined) {
  const stop = new AbortController();
  let longestMs = 0;
  let mostMb = 0;
  async function look(): Promise<void> {
    while (!stop.signal.aborted) {
      const begun = performance.now();
      await (await fetch(new URL('/healthz', url))).text();
      longestMs = Math.max(longestMs, performance.now() - begun);
      const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
      mostMb = Math.max(mostMb, Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
      await wait(LOOK_EVERY_MS, undefined, { signal: stop.signal }).catch(() => {});
    }
  }
  const looking = look().catch(() => {});
  return {
    async end() {
      stop.abort();
      await looking;
      return { longestMs, mostMb };
    },
  };
}
