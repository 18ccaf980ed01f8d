import { startAll } from '../contenders.ts';
import type { Options } from '../options.ts';
import { startSandboxProcess } from '../sandbox-process.ts';
import type { Report } from '../scenario.ts';
import { median } from '../statistics.ts';
import { table } from '../tables.ts';
import { takeTurns, warmUp } from '../turns.ts';

const CALLERS = 32;
const EXPORTS = 1_000;

/** Everybody at once: 1,000 exports by 32 callers, and how long until the last one has its link. */
export async function burst({ rounds, seconds }: Options): Promise<Report> {
  const sandbox = await startSandboxProcess();
  await using contenders = await startAll(sandbox);
  const turns = contenders.all.map((contender) => ({ contender, question: contender.questions.exports }));
  await warmUp(turns, 2 * seconds, sandbox);
  const series = await takeTurns(turns, [{ connections: CALLERS, amount: EXPORTS }], { rounds, sandbox });
  const rows = series.map(({ name, samples }) => [
    name,
    median(samples.map((sample) => sample.seconds * 1000)).toFixed(0),
    median(samples.map((sample) => sample.p99)).toFixed(1),
  ]);
  return {
    title: `${EXPORTS} exports by ${CALLERS} callers`,
    markdown: table([['', 'until the last answer, ms', 'p99 ms'], ...rows]),
    data: series,
  };
}
