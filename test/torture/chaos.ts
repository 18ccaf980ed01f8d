/**
 * `npm run torture -- chaos --seed n --minutes m`: histories that nobody wrote against a gateway in a process of its own, each
 * judged by the sandbox's world. docs/under-fire.md tells what is generated and how it is judged.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startPostgres, type TestPostgres } from '../support/start-postgres.ts';
import { generate } from './chaos/generate.ts';
import type { History } from './chaos/history.ts';
import { judge, type Problem } from './chaos/judge.ts';
import { play } from './chaos/play.ts';
import { shrink } from './chaos/shrink.ts';
import { type Stage, setStage } from './chaos/stage.ts';
import { createTally } from './chaos/tally.ts';

const OPTIONS = {
  /** Which histories; another one for each run unless told. */
  seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
  minutes: { type: 'string', default: '10' },
  /** The tree whose src/start.js is run: this one unless told. */
  gateway: { type: 'string', default: fileURLToPath(new URL('../..', import.meta.url)) },
  /** How many gateways run side by side. */
  gateways: { type: 'string', default: '5' },
  /** The store is in PostgreSQL, a server for each gateway at a time; what is done to the store's file is done to the server. */
  postgres: { type: 'boolean', default: false },
  /** One history of the seed, so many times as `--times` says. */
  history: { type: 'string' },
  /** A file that a failing run has written, likewise. */
  replay: { type: 'string' },
  times: { type: 'string', default: '1' },
  /** The most that is spent on making a failing history smaller, for each kind of failure. */
  'shrink-seconds': { type: 'string', default: '120' },
} as const;

/** How many histories a gateway takes at most; one whose clocks were moved or that was killed takes no other. */
const MOST_HISTORIES = 25;
/** A history that fails by chance is tried so often before it counts as one that cannot be had again. */
const TRIES = 3;

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: OPTIONS });
  const seed = Number(values.seed);
  const tally = createTally();
  const folder = mkdtempSync(join(tmpdir(), 'chaos-'));
  const until = performance.now() + Number(values.minutes) * 60_000;
  process.stdout.write(
    `chaos: seed ${seed}, ${values.minutes} minutes, ${values.gateways} gateways of ${values.gateway}\n`,
  );

  const wanted = values.replay ?? values.history;
  if (wanted !== undefined) {
    const history: History =
      values.replay === undefined
        ? generate(seed, Number(values.history))
        : JSON.parse(readFileSync(values.replay, 'utf8'));
    process.stdout.write(`${JSON.stringify(history, null, 1)}\n`);
    await using server = await startServer();
    for (let time = 0; time < Number(values.times); time += 1) await tryOnce(history, `time ${time + 1}`, server);
    return end();
  }

  /** Of the histories of one account, and of two: a gateway takes those of its kind. */
  const next = { owner: 0, two: 1 };
  /** Kinds that were made smaller already. */
  const shrunk = new Set<string>();
  await Promise.all(Array.from({ length: Number(values.gateways) }, (_, at) => worker(at % 2 === 0 ? 'owner' : 'two')));
  return end();

  async function startServer(): Promise<TestPostgres | null> {
    return values.postgres ? startPostgres(true) : null;
  }

  async function worker(kind: keyof typeof next): Promise<void> {
    await using server = await startServer();
    while (performance.now() < until) {
      const stage = await setStage(values.gateway, kind, server);
      try {
        for (let count = 0; count < MOST_HISTORIES && !stage.isWorn && performance.now() < until; count += 1) {
          const number = next[kind];
          next[kind] += 2;
          const history = generate(seed, number);
          // A bot's gateway is another one, which takes this history alone.
          const problems =
            history.account === 'bot'
              ? await tryOnce(history, `history ${number}`, server)
              : await one(stage, history, `history ${number}`);
          if (problems.length > 0) {
            await makeSmaller(history, number, problems, server);
            break;
          }
        }
        report('the end of a gateway', await stage.strike());
      } finally {
        await stage.close();
      }
    }
  }

  async function one(stage: Stage, history: History, name: string): Promise<readonly Problem[]> {
    const played = await play(stage, history);
    const verdicts = judge(played);
    tally.note(played, verdicts);
    for (const { kind, detail } of verdicts.problems) {
      const events = [...played.struck.keys()].sort().join(', ');
      process.stdout.write(
        `FAILED after ${tally.seconds()} s: ${name} of seed ${seed} (${events}): ${kind}: ${detail}\n`,
      );
    }
    if (verdicts.problems.length > 0) {
      writeFileSync(join(folder, `log-${name.replaceAll(' ', '-')}.txt`), stage.gateway.log.join('\n'));
    }
    return verdicts.problems;
  }

  async function tryOnce(history: History, name: string, server: TestPostgres | null): Promise<readonly Problem[]> {
    const stage = await setStage(values.gateway, history.account, server);
    try {
      const problems = await one(stage, history, name);
      report(name, await stage.strike());
      return problems;
    } finally {
      await stage.close();
    }
  }

  function report(name: string, problems: readonly string[]): void {
    for (const problem of problems) {
      tally.fail();
      process.stdout.write(`FAILED after ${tally.seconds()} s: ${name}: ${problem}\n`);
    }
  }

  async function makeSmaller(
    history: History,
    number: number,
    problems: readonly Problem[],
    server: TestPostgres | null,
  ): Promise<void> {
    const kind = problems.map((problem) => problem.kind).find((each) => !shrunk.has(each));
    if (kind === undefined) return;
    shrunk.add(kind);
    const quietly = async (smaller: History): Promise<boolean> => {
      for (let time = 0; time < TRIES; time += 1) {
        const stage = await setStage(values.gateway, smaller.account, server);
        try {
          if (judge(await play(stage, smaller)).problems.some((problem) => problem.kind === kind)) return true;
        } finally {
          await stage.close();
        }
      }
      return false;
    };
    const again = `npm run torture -- chaos${values.postgres ? ' --postgres' : ''} --seed ${seed} --history ${number} --times ${TRIES}`;
    const end = performance.now() + Number(values['shrink-seconds']) * 1000;
    if (!(await quietly(history))) {
      process.stdout.write(`${kind}: did not come again alone in ${TRIES} tries: ${again}\n`);
      return;
    }
    const smallest = await shrink(history, quietly, end);
    const file = join(folder, `${kind.replaceAll(/\W+/g, '-')}.json`);
    writeFileSync(file, `${JSON.stringify(smallest, null, 1)}\n`);
    process.stdout.write(`${kind}: ${JSON.stringify(smallest)}\n`);
    process.stdout.write(
      `again: ${again}\nagain, smaller: npm run torture -- chaos --replay ${file} --times ${TRIES}\n`,
    );
  }

  function end(): number {
    process.stdout.write(`${tally.summary()}\n${tally.failures() === 0 ? 'passed' : 'FAILED'}\n`);
    return tally.failures() === 0 ? 0 : 1;
  }
}
