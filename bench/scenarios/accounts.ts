import { setTimeout as sleep } from 'node:timers/promises';
import { keepAccounts } from '../../test/support/keep-accounts.ts';
import { type Gateway, gatewayEnvironment, startGateway } from '../contenders.ts';
import type { Options } from '../options.ts';
import { type SandboxProcess, startSandboxProcess } from '../sandbox-process.ts';
import type { Report } from '../scenario.ts';
import { median } from '../statistics.ts';
import { table } from '../tables.ts';
import { takeTurns, warmUp } from '../turns.ts';

const AMOUNTS = [1, 10, 200];
const CONNECTIONS = 4;
const REST_MS = 3_000;
const IDLE_MS = 5_000;
/** Exports before anything is measured: V8 goes on compiling what is hot, and the heap finds its size. */
const WARM_UP_SECONDS = 8;

interface Started {
  readonly accounts: number;
  readonly gateway: Gateway;
  readonly rssMb: number;
  /** Share of a core while nobody asks. */
  readonly idle: number;
}

/**
 * Gateways with 1, 10 and 200 accounts on one sandbox: what an account more costs in memory, in the start, while nobody asks, and in
 * each export of the default account. Each is started `rounds` times, by turns.
 */
export async function accounts({ rounds, seconds }: Options): Promise<Report> {
  const sandbox = await startSandboxProcess(AMOUNTS.reduce((sum, amount) => sum + amount, 0));
  const starts: Started[] = [];
  for (let round = 1; round < rounds; round += 1) {
    for (const started of await startEach(sandbox)) {
      starts.push(started);
      await started.gateway.process.stop();
    }
  }
  const last = await startEach(sandbox);
  starts.push(...last);
  const turns = last.map(({ gateway }) => ({ contender: gateway, question: gateway.questions.exports }));
  await warmUp(turns, WARM_UP_SECONDS, sandbox);
  const series = await takeTurns(turns, [{ connections: CONNECTIONS, seconds }], { rounds, sandbox });
  await Promise.all([...last.map(({ gateway }) => gateway.process.stop()), sandbox.process.stop()]);

  const figures = last.map(({ accounts, gateway }) => {
    const of = starts.filter((started) => started.accounts === accounts);
    const samples = series.find(({ name }) => name === gateway.name)?.samples ?? [];
    const middle = (read: (started: Started) => number) => median(of.map(read));
    return {
      accounts,
      rssMb: middle(({ rssMb }) => rssMb),
      startMs: middle(({ gateway }) => gateway.process.start.ms),
      startCpuMs: middle(({ gateway }) => gateway.process.start.cpuMs),
      idle: middle(({ idle }) => idle),
      exportCpuMs: median(samples.map(({ cpuMs }) => cpuMs)),
    };
  });
  const [one] = figures;
  if (!one) throw new Error('nothing was measured');
  const rows = figures.map((each) => [
    String(each.accounts),
    each.rssMb.toFixed(0),
    each === one ? '' : (((each.rssMb - one.rssMb) * 1000) / (each.accounts - 1)).toFixed(0),
    (each.startMs / one.startMs).toFixed(2),
    (each.startCpuMs / one.startCpuMs).toFixed(2),
    `${(each.idle * 100).toFixed(2)} %`,
    (each.exportCpuMs / one.exportCpuMs).toFixed(2),
  ]);
  return {
    title: 'Many accounts',
    markdown: table([
      [
        'accounts',
        'RSS MB',
        'kB an account more',
        'start ÷ 1',
        'CPU of the start ÷ 1',
        'CPU while idle',
        'CPU/export ÷ 1',
      ],
      ...rows,
    ]),
    data: { starts: starts.map(({ gateway, ...rest }) => ({ ...rest, start: gateway.process.start })), series },
  };
}

/** The gateways have accounts of their own, as two of them never share a session. The one of the environment is the default. */
async function startEach(sandbox: SandboxProcess): Promise<Started[]> {
  const all: Started[] = [];
  let taken = 0;
  for (const amount of AMOUNTS) {
    const more = sandbox.further.slice(taken, taken + amount - 1);
    taken += more.length;
    const environment = await gatewayEnvironment(sandbox);
    await keepAccounts({ DATA_DIR: environment['DATA_DIR'] ?? '' }, more);
    const gateway = await startGateway(sandbox, `${amount} accounts`, undefined, environment);
    await requireReady(gateway, amount);
    all.push({ accounts: amount, gateway, ...(await rest(gateway)) });
  }
  return all;
}

async function requireReady({ questions }: Gateway, amount: number): Promise<void> {
  const body = JSON.stringify({ query: '{ accounts { state { status } } }' });
  const headers = { 'content-type': 'application/json' };
  const answer = await (await fetch(questions.exports.url, { method: 'POST', headers, body })).text();
  const ready = answer.match(/"READY"/g)?.length ?? 0;
  if (ready !== amount) throw new Error(`${ready} of ${amount} accounts are ready: ${answer.slice(0, 300)}`);
}

/** Nobody asks anything. */
async function rest(gateway: Gateway): Promise<Pick<Started, 'rssMb' | 'idle'>> {
  await sleep(REST_MS);
  const before = gateway.process.usage();
  await sleep(IDLE_MS);
  const after = gateway.process.usage();
  return { rssMb: after.rssMb, idle: (after.cpuMs - before.cpuMs) / IDLE_MS };
}
