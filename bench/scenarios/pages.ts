import { type Contender, startAll } from '../contenders.ts';
import { ask, requireSameAnswers } from '../load.ts';
import type { Options } from '../options.ts';
import type { Question } from '../questions.ts';
import { startSandboxProcess } from '../sandbox-process.ts';
import type { Report } from '../scenario.ts';
import { figuresTable, ratiosTable } from '../tables.ts';
import { type Series, type Turn, takeTurns, warmUp } from '../turns.ts';

const CONNECTIONS = 16;

/** Reads: a hundred links with their admin, a hundred people with their names, a small one, and one that Telegram is not asked for. */
export async function pages({ rounds, seconds }: Options): Promise<Report> {
  const sandbox = await startSandboxProcess();
  await using contenders = await startAll(sandbox);
  const { all, gateway } = contenders;
  const measure = async (turns: readonly Turn[]): Promise<Series[]> => {
    await requireSameAnswers(turns, []);
    await warmUp(turns, 2 * seconds, sandbox);
    return takeTurns(turns, [{ connections: CONNECTIONS, seconds }], { rounds, sandbox });
  };
  const link = await primaryLink(gateway.questions.invites);
  const invites = await measure(turnsOf(all, ({ questions }) => questions.invites));
  const importers = await measure(turnsOf(all, ({ questions }) => questions.importers?.(link) ?? null));
  const account = await measure([{ contender: gateway, question: gateway.questions.account }]);
  const typename = await measure([{ contender: gateway, question: gateway.questions.typename }]);
  const markdown = [
    'A hundred links with their admin:',
    `${ratiosTable(invites, 'gateway')}\n\n${figuresTable(invites)}`,
    'A hundred people who came by a link, with their names and who let them in:',
    `${ratiosTable(importers, 'gateway')}\n\n${figuresTable(importers)}`,
    'Who the account is, one call to Telegram:',
    figuresTable(account),
    '`{ __typename }`, HTTP and GraphQL alone:',
    figuresTable(typename),
  ].join('\n\n');
  return { title: 'Reads', markdown, data: { invites, importers, account, typename } };
}

function turnsOf(all: readonly Contender[], questionOf: (contender: Contender) => Question | null): Turn[] {
  return all.flatMap((contender) => {
    const question = questionOf(contender);
    return question ? [{ contender, question }] : [];
  });
}

/** The link of the chat by which most people came. */
async function primaryLink(invites: Question): Promise<string> {
  const { rows } = (await ask(invites)) as { rows: { link: string; usage: number }[] };
  const [most] = rows.toSorted((left, right) => right.usage - left.usage);
  if (!most) throw new Error('the sandbox has no links in its big chat');
  return most.link;
}
