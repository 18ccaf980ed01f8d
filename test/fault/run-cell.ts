import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Api } from 'telegram';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { startTestGateway, type TestGateway } from '../support/start-gateway.ts';
import { account, connectGramjs } from '../support/start-sandbox.ts';
import { ask, post, type Reply } from './ask.ts';
import { addFault, type FaultRow, type Pattern } from './fault-rows.ts';
import { judge, type Problems } from './judge.ts';
import type { Batch, Mutation } from './mutations.ts';

/** A field of the table: a mutation under a fault. */
export interface Cell {
  readonly replies: readonly Reply[];
  /** How often the effect is there, for all callers. */
  readonly total: number;
  /** Empty where everything is as it has to be. */
  readonly problems: readonly string[];
}

/** Long enough for a reconnect or two, short enough for a table of hundreds. */
export const DEADLINE_MS = 4_000;

/** What strikes and how; callers are those of the mutation's inputs. */
export interface Strike {
  readonly row: FaultRow;
  readonly pattern: Pattern;
  readonly seed: number;
}

/** How long this process, in which gateway, sandbox and callers run, may stand still without that being told from lateness. */
const STANDSTILL_MS = 300;
const MOST_RUNS = 3;

/**
 * One gateway on one world of its own, all callers at once, one fault; then the world held against the answers. Where
 * answers were late and nothing else was wrong, but the process itself had no time, it is run again.
 */
export async function runCell(mutation: Mutation, strike: Strike): Promise<Cell> {
  for (let run = 1; ; run += 1) {
    const lag = monitorEventLoopDelay();
    lag.enable();
    const { replies, total, wrong, late } = await runOnce(mutation, strike);
    lag.disable();
    const isExcused = wrong.length === 0 && late.length > 0 && lag.max > STANDSTILL_MS * 1e6;
    if (!isExcused || run === MOST_RUNS) return { replies, total, problems: [...wrong, ...late] };
  }
}

async function runOnce(mutation: Mutation, { row, pattern, seed }: Strike) {
  const { account } = mutation;
  await using gateway = await startTestGateway(
    pattern.isAmongAble ? { accounts: [account, 'guarded', 'bot'] } : { account },
  );
  const { app, sandbox } = gateway;
  const batch = mutation.prepare(sandbox.world, pattern.callers);
  if (pattern.isAmongAble) await meet(gateway, batch);
  addFault(sandbox, row.fault, mutation.method, pattern, seed);
  const replies = await Promise.all(batch.inputs.map((input) => ask(app.url, mutation.query, input, DEADLINE_MS)));
  sandbox.faults.clear();
  await settle(gateway);
  const { total, each } = batch.inspect(replies);
  return { replies, total, ...judge({ replies, total, each }, DEADLINE_MS) };
}

/** Every account comes to know the chats, so that each is able. */
async function meet({ query }: TestGateway, { inputs }: Batch): Promise<void> {
  const peers = new Set(inputs.flatMap((input) => ('peer' in input ? [input.peer] : [])));
  for (const peer of peers) {
    const asked = ['owner', 'guarded', 'bot'].map(
      (name) => `${name}: chat(peer: "${peer}", account: "${name}") { id }`,
    );
    const { errors } = await query(`{ ${asked.join(' ')} }`);
    if (errors) throw new Error(JSON.stringify(errors));
  }
}

function allOf({ wrong, late }: Problems): readonly string[] {
  return [...wrong, ...late];
}

/** Every call has come to its end in Telegram, and one leaves after everything that the gateway might have sent again. */
async function settle({ app, records }: TestGateway): Promise<void> {
  // Whether it is answered depends on the fault: some end the session.
  await post(app.url, { query: '{ chat(peer: "sandbox_news") { title } }' }, 1_500).catch(() => {});
  await Promise.all(records.map(({ outcome }) => outcome));
}

/** One messages.exportChatInvite through GramJS as it comes from npm, with the settings it comes with, under the same fault. */
export async function runPlainGramjs(mutation: Mutation, { row, pattern, seed }: Strike): Promise<Cell> {
  const sandbox = await startSandbox();
  await using gramjs = await connectGramjs(sandbox, account(sandbox, 'owner').session, {
    autoReconnect: true,
    requestRetries: 5,
    retryDelay: 50,
    floodSleepThreshold: 60,
  });
  const batch: Batch = mutation.prepare(sandbox.world, 1);
  // Every export's input names the chat.
  const { peer } = batch.inputs[0] as { peer: string };
  const chat = await gramjs.client.getInputEntity(peer);
  addFault(sandbox, row.fault, mutation.method, pattern, seed);
  const startedAt = performance.now();
  const reply = (verdict: Reply['verdict'], type: string, result: Reply['result'] = {}): Reply => {
    return { verdict, type, result, ms: Math.round(performance.now() - startedAt) };
  };
  const late = new Promise<Reply>((resolve) => {
    setTimeout(() => resolve(reply('BROKEN', 'still waiting')), DEADLINE_MS * 2);
  });
  const called = gramjs.client.invoke(new Api.messages.ExportChatInvite({ peer: chat, title: 'poster' })).then(
    (answer) => reply('DONE', answer.className, { link: 'link' in answer ? answer.link : '' }),
    (error: unknown) => reply('NOT_DONE', error instanceof Error ? error.message : String(error)),
  );
  const replies = [await Promise.race([called, late])];
  sandbox.faults.clear();
  const { total, each } = batch.inspect(replies);
  await gramjs.client.destroy();
  await sandbox.close();
  return { replies, total, problems: allOf(judge({ replies, total, each }, DEADLINE_MS)) };
}
