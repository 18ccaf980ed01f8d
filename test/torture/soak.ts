/**
 * `npm run torture -- soak --minutes 30`: the real process at load while things go wrong at random, and the world held against
 * the answers in the end. Exit code 1 when a link was made twice or lost, or when memory or handles grow.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { post } from '../fault/ask.ts';
import { describeRun, markdownTable, writeSection } from '../fault/write-section.ts';
import { call, DEADLINE_MS, type Told } from '../soak/callers.ts';
import { disturb } from '../soak/disturb.ts';
import { type Sample, startWatchedGateway, type WatchedGateway } from '../soak/gateway-process.ts';
import { reconcile } from '../soak/reconcile.ts';
import { startSandbox } from '../support/start-sandbox.ts';

const OPTIONS = {
  minutes: { type: 'string', default: '30' },
  callers: { type: 'string', default: '16' },
  rate: { type: 'string', default: '30' },
  seed: { type: 'string', default: '1' },
  /** Puts the figures into docs/under-fire.md. */
  write: { type: 'boolean', default: false },
} as const;

/** The part of the run after which memory has to have settled, and the most it lasts. */
const WARM_UP_SHARE = 1 / 3;
const LONGEST_WARM_UP_S = 600;
/**
 * What the fitted line through the samples after warm-up may rise: what V8 takes as it pleases, more of it in a run so short
 * that its young generation is still growing, and so much for each minute.
 */
const SLACK_MB = { long: 32, short: 96 };
const MB_A_MINUTE = 0.5;
/** Sockets of callers are closed by the server after they were idle for 65 s. */
const SETTLE_S = 75;

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: OPTIONS });
  const minutes = Number(values.minutes);
  const slackMb = minutes < 10 ? SLACK_MB.short : SLACK_MB.long;
  const load = { callers: Number(values.callers), rate: Number(values.rate), seed: Number(values.seed) };

  const problems: string[] = [];
  const serverFaults: unknown[] = [];
  await using sandbox = await startSandbox({ visitors: true, onFault: (error) => serverFaults.push(error) });
  const owner = sandbox.accounts.find(({ name }) => name === 'owner');
  await using gateway = await startWatchedGateway({
    PORT: '0',
    LOG_LEVEL: 'warn',
    TELEGRAM_API_ID: '1',
    TELEGRAM_API_HASH: 'soak',
    TELEGRAM_SESSION: owner?.session ?? '',
  });
  const keyed = await takesKeys(gateway.url);
  // What is opened once and for good, as the journal of the store, is open by then; of callers' sockets there is one.
  await post(
    gateway.url,
    { query: 'mutation { exportChatInvite(input: { peer: "sandbox_news" }) { __typename } }' },
    DEADLINE_MS,
  );
  const idle = await gateway.sample();
  const told: Told = {
    exports: [],
    titles: new Map(),
    revoked: new Set(),
    answers: new Map(),
    slowestMs: 0,
    events: 0,
  };

  const over = new AbortController();
  const samples: Sample[] = [];
  const [, struck] = await Promise.all([
    call({ ...load, url: gateway.url, keyed }, told, over.signal),
    disturb(sandbox, load.seed, over.signal),
    watch(gateway, over),
  ]);
  const after = await settled(gateway, idle.handles);
  const found = reconcile(sandbox.world, told);
  judge();

  const report = summary();
  process.stdout.write(`${report}\n`);
  if (values.write) await writeSection('soak', report);
  for (const problem of problems) process.stdout.write(`FAILED: ${problem}\n`);
  return problems.length > 0 ? 1 : 0;

  async function watch({ sample }: WatchedGateway, end: AbortController): Promise<void> {
    const every = minutes > 5 ? 5_000 : 1_000;
    const until = performance.now() + minutes * 60_000;
    while (performance.now() < until && gateway.exitCode === null) {
      await wait(every);
      samples.push(await sample());
    }
    end.abort();
  }

  /** A sample when the callers' sockets are gone, or after that time with those that stay. */
  async function settled({ sample }: WatchedGateway, expected: number): Promise<Sample> {
    for (let second = 0; ; second += 1) {
      const now = await sample();
      if (now.handles <= expected || second === SETTLE_S) return now;
      await wait(1_000);
    }
  }

  function judge(): void {
    const { duplicates, lost, shared, untrue } = found;
    if (duplicates > 0) problems.push(`${duplicates} links too many were made`);
    if (lost > 0) problems.push(`${lost} answered links are not there`);
    if (shared > 0) problems.push(`${shared} links were given to two callers`);
    if (untrue > 0) problems.push(`${untrue} changes that were told as done are not there`);
    if (after.handles > idle.handles)
      problems.push(`${after.handles} handles are open, ${idle.handles} before the load`);
    if (gateway.exitCode !== null) problems.push('the gateway ended by itself');
    if (gateway.warnings.length > 0) problems.push(`it wrote to stderr: ${gateway.warnings.slice(0, 3).join('; ')}`);
    if (serverFaults.length > 0) problems.push(`the sandbox had faults of its own: ${String(serverFaults[0])}`);
    for (const [type, count] of told.answers) {
      if (/: (\d{3} |no answer|INTERNAL|ended|Error|TypeError)/.test(type)) problems.push(`${count} × ${type}`);
    }
    for (const field of ['rssMb', 'heapMb'] as const) {
      const { rise, allowed } = growth(field);
      if (rise > allowed)
        problems.push(`${field} rose by ${rise.toFixed(1)} MB after warm-up, ${allowed.toFixed(1)} allowed`);
    }
    if (told.slowestMs > DEADLINE_MS + 1_500) problems.push(`an answer took ${told.slowestMs} ms`);
  }

  /** How much the straight line that fits the samples after warm-up best rises from its first to its last, in MB. */
  function growth(field: 'rssMb' | 'heapMb'): { rise: number; allowed: number; from: number; to: number } {
    const points = afterWarmUp().flatMap((sample) =>
      sample[field] === null ? [] : [[sample.at, sample[field]] as const],
    );
    const n = points.length;
    const [first, last] = [points[0], points.at(-1)];
    if (!first || !last) return { rise: 0, allowed: slackMb, from: 0, to: 0 };
    const meanX = points.reduce((sum, [x]) => sum + x, 0) / n;
    const meanY = points.reduce((sum, [, y]) => sum + y, 0) / n;
    const over = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
    const under = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
    const seconds = last[0] - first[0];
    const rise = under === 0 ? 0 : (over / under) * seconds;
    return { rise, allowed: slackMb + (MB_A_MINUTE * seconds) / 60, from: meanY - rise / 2, to: meanY + rise / 2 };
  }

  function afterWarmUp(): Sample[] {
    const warm = Math.min(LONGEST_WARM_UP_S, minutes * 60 * WARM_UP_SHARE);
    return samples.filter(({ at }) => at > idle.at + warm);
  }

  function summary(): string {
    const [rss, heap] = [growth('rssMb'), growth('heapMb')];
    const warm = afterWarmUp();
    const handles = warm.map((sample) => sample.handles);
    const total = [...told.answers.values()].reduce((sum, count) => sum + count, 0);
    const mb = (number: number) => `${number.toFixed(1)} MB`;
    const figures = [
      [
        'operations answered',
        `${total}, ${(total / minutes / 60).toFixed(1)}/s; the slowest in ${told.slowestMs} ms (deadline ${DEADLINE_MS} ms)`,
      ],
      ['live events delivered', `${told.events}`],
      [
        'faults that struck',
        [...struck]
          .sort()
          .map(([kind, count]) => `${kind} ${count}`)
          .join(', '),
      ],
      ['links asked for', `${found.requests}${keyed ? ', a fifth of them with an idempotency key' : ''}`],
      ['links given / links made', `${found.given} / ${found.made}`],
      ['outcome told as unknown', `${found.unknown} requests, for which ${found.made - found.given} links were made`],
      [
        'duplicates, lost, held by two, untrue changes',
        `${found.duplicates}, ${found.lost}, ${found.shared}, ${found.untrue}`,
      ],
      ['RSS before the load', mb(idle.rssMb)],
      [
        'RSS after warm-up → at the end (fitted line)',
        `${mb(rss.from)} → ${mb(rss.to)}, highest ${mb(Math.max(...warm.map((sample) => sample.rssMb)))}`,
      ],
      ['heap after full collections, likewise', `${mb(heap.from)} → ${mb(heap.to)}`],
      [
        'handles before the load, during, after',
        `${idle.handles}, ${Math.min(...handles)} to ${Math.max(...handles)}, ${after.handles}`,
      ],
      [
        'lines logged at warn and above',
        [...gateway.logged].map(([level, count]) => `${level} ${count}`).join(', ') || '0',
      ],
    ];
    const answers = [...told.answers].sort().map(([type, count]) => [type, String(count)]);
    return [
      `${describeRun(`npm run torture -- soak --minutes ${minutes}`)}, ${load.callers} callers, ${load.rate} operations a second wanted, ` +
        `seed ${load.seed}: ${problems.length === 0 ? 'passed' : `failed (${problems.join('; ')})`}.`,
      '',
      markdownTable(['figure', 'value'], figures),
      '',
      markdownTable(['answer', 'times'], answers),
    ].join('\n');
  }

  async function takesKeys(url: string): Promise<boolean> {
    const query = '{ __type(name: "ExportChatInviteInput") { inputFields { name } } }';
    return (await (await post(url, { query }, DEADLINE_MS)).text()).includes('idempotencyKey');
  }
}
