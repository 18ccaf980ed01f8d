import { startAll } from '../contenders.ts';
import { requireSameAnswers } from '../load.ts';
import type { Options } from '../options.ts';
import { startSandboxProcess } from '../sandbox-process.ts';
import type { Report } from '../scenario.ts';
import { figuresTable, ratiosTable } from '../tables.ts';
import { takeTurns, warmUp } from '../turns.ts';

const CONNECTIONS = [1, 4, 16, 64];
/** V8 goes on compiling what is hot for some ten thousand requests. */
const TURNS_OF_WARM_UP = 5;

/** The one call: an invite link made for each request. */
export async function exports({ rounds, seconds }: Options): Promise<Report> {
  const sandbox = await startSandboxProcess();
  await using contenders = await startAll(sandbox);
  const turns = contenders.all.map((contender) => ({ contender, question: contender.questions.exports }));
  await requireSameAnswers(turns, ['link', 'date']);
  await warmUp(turns, TURNS_OF_WARM_UP * seconds, sandbox);
  const efforts = CONNECTIONS.map((connections) => ({ connections, seconds }));
  const series = await takeTurns(turns, efforts, { rounds, sandbox });
  return {
    title: 'One `exportChatInvite` for each request',
    markdown: `${ratiosTable(series, 'gateway')}\n\n${figuresTable(series)}`,
    data: series,
  };
}
