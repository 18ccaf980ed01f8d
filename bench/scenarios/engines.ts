import { makeDatabase, startPostgres } from '../../test/support/start-postgres.ts';
import { startGateway } from '../contenders.ts';
import { requireSameAnswers } from '../load.ts';
import type { Options } from '../options.ts';
import { startSandboxProcess } from '../sandbox-process.ts';
import type { Report } from '../scenario.ts';
import { figuresTable, ratiosTable } from '../tables.ts';
import { takeTurns, warmUp } from '../turns.ts';

const CONNECTIONS = [1, 16, 64];
const TURNS_OF_WARM_UP = 5;

/** An export with an idempotency key of its own for each request: what is written down is forced to the disk by PostgreSQL alone. */
export async function engines({ rounds, seconds }: Options): Promise<Report> {
  await using postgres = await startPostgres(true);
  const url = await makeDatabase(postgres.urlOf('postgres'));
  const sandbox = await startSandboxProcess();
  const gateways = [
    await startGateway(sandbox, 'SQLite'),
    await startGateway(sandbox, 'PostgreSQL', undefined, { DATABASE_URL: url }),
  ];
  const turns = gateways.map((contender) => ({ contender, question: contender.questions.keyedExports }));
  await requireSameAnswers(turns, ['link', 'date']);
  await warmUp(turns, TURNS_OF_WARM_UP * seconds, sandbox);
  const efforts = CONNECTIONS.map((connections) => ({ connections, seconds }));
  const series = await takeTurns(turns, efforts, { rounds, sandbox });
  await Promise.all([...gateways.map(({ process }) => process.stop()), sandbox.process.stop()]);
  return {
    title: 'One `exportChatInvite` with an idempotency key for each request, on both engines',
    markdown: `${ratiosTable(series, 'PostgreSQL')}\n\n${figuresTable(series)}`,
    data: series,
  };
}
