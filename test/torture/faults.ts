/**
 * `npm run torture -- faults`: every mutation under every fault, and the world held against the answers. Prints the tables;
 * exit code 1 when something was done twice, lost, told wrongly, answered late or not typed.
 */
import { parseArgs } from 'node:util';
import {
  AMONG_ABLE,
  FAULT_ROWS,
  type FaultRow,
  MANY_AMONG_ABLE,
  MANY_CALLERS,
  ONE_CALL,
  ONE_CALL_ALWAYS,
  type Pattern,
} from '../fault/fault-rows.ts';
import { AGAIN, LOST, REPEATED, runAgain } from '../fault/key-again.ts';
import { MUTATIONS, type Mutation } from '../fault/mutations.ts';
import { type Cell, DEADLINE_MS, runCell, runPlainGramjs } from '../fault/run-cell.ts';
import { describeRun, markdownTable, writeSection } from '../fault/write-section.ts';
import { startPostgres } from '../support/start-postgres.ts';

const OPTIONS = {
  /** Two minutes instead of a quarter of an hour: one seed, and of many callers exports alone. */
  quick: { type: 'boolean', default: false },
  /** Rows or columns whose name holds this. */
  fault: { type: 'string', default: '' },
  mutation: { type: 'string', default: '' },
  /** On a PostgreSQL of its own instead of SQLite. */
  postgres: { type: 'boolean', default: false },
  /** Puts the tables into docs/under-fire.md. */
  write: { type: 'boolean', default: false },
} as const;

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: OPTIONS });
  await using server = values.postgres ? await startPostgres() : null;
  if (server) process.env['TEST_POSTGRES_URL'] = server.urlOf('postgres');
  const SEEDS = values.quick ? [1] : [1, 2, 3];
  /** Fields of one caller wait more than they work; those of many would take each other's time. */
  const AT_A_TIME = { one: 8, many: 3, again: 5 };

  const rows = FAULT_ROWS.filter(({ name }) => name.includes(values.fault));
  const columns = MUTATIONS.filter(({ name }) => name.includes(values.mutation));
  const patterns = values.quick
    ? [ONE_CALL, MANY_CALLERS, AMONG_ABLE, MANY_AMONG_ABLE]
    : [ONE_CALL, ONE_CALL_ALWAYS, MANY_CALLERS, AMONG_ABLE, MANY_AMONG_ABLE];
  /** Others may do what is not the account's own. */
  const QUICK_AMONG_ABLE = ['export', 'hide a request', 'hide all requests'];
  function isRun({ name, account }: Mutation, { callers, isAmongAble = false }: Pattern): boolean {
    if (isAmongAble && account === 'bot') return false;
    if (!values.quick) return true;
    return callers === 1 ? !isAmongAble || QUICK_AMONG_ABLE.includes(name) : name === 'export';
  }

  const startedAt = performance.now();
  const found = new Map<string, Cell>();
  interface Job {
    readonly key: string;
    run(): Promise<Cell>;
  }
  const jobs: Readonly<Record<keyof typeof AT_A_TIME, Job[]>> = { one: [], many: [], again: [] };
  const keyOf = (column: string, row: Pick<FaultRow, 'name'>, pattern: Pattern) =>
    `${pattern.name}: ${row.name}: ${column}`;
  const GRAMJS = 'plain GramJS, export';
  for (const row of rows) {
    for (const pattern of patterns) {
      for (const mutation of columns) {
        if (!isRun(mutation, pattern)) continue;
        // Callers of an export might take each other's links, those of the others have something of their own.
        const seeds = pattern.strikes === 'some' && mutation.name.startsWith('export') ? SEEDS : SEEDS.slice(0, 1);
        const run = async () =>
          merge(await inOrder(seeds.map((seed) => () => runCell(mutation, { row, pattern, seed }))));
        jobs[pattern.callers === 1 ? 'one' : 'many'].push({ key: keyOf(mutation.name, row, pattern), run });
      }
    }
    const [plain] = MUTATIONS;
    const run = () => runPlainGramjs(plain as Mutation, { row, pattern: ONE_CALL, seed: 1 }); // the list is not empty
    if (plain && values.mutation === '') jobs.one.push({ key: keyOf(GRAMJS, row, ONE_CALL), run });
  }
  const lost = LOST.filter(({ name }) => name.includes(values.fault) && (!values.quick || name === LOST.at(-1)?.name));
  const moments = AGAIN.filter(
    ({ seconds, isKilled }) => !values.quick || seconds === null || (seconds > 60 && !isKilled),
  );
  const repeated = REPEATED.filter(({ name }) => name.includes(values.mutation));
  for (const way of lost) {
    for (const mutation of repeated) {
      for (const moment of moments) {
        const key = `${way.name}, ${moment.name}: ${mutation.name}`;
        jobs.again.push({ key, run: () => runAgain(mutation, way, moment, server) });
      }
    }
  }
  for (const size of ['one', 'many', 'again'] as const) {
    await Promise.all(Array.from({ length: AT_A_TIME[size] }, () => work(jobs[size])));
  }

  const problems = [...found]
    .filter(([key]) => !key.endsWith(GRAMJS))
    .flatMap(([key, { problems }]) => problems.map((what) => `${key}: ${what}`));
  // GramJS left to itself makes two links here: a check that finds nothing wrong with that sees nothing at all.
  if (found.get(keyOf(GRAMJS, { name: 'cut after' }, ONE_CALL))?.problems.length === 0) {
    problems.push('nothing was found wrong with plain GramJS, so that nothing can be said of the rest');
  }
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  const report = summary();
  process.stdout.write(`${report}\n`);
  if (values.write) await writeSection('faults', report);
  for (const problem of problems) process.stdout.write(`FAILED: ${problem}\n`);
  return problems.length > 0 ? 1 : 0;

  async function work(todo: Job[]): Promise<void> {
    for (let job = todo.shift(); job; job = todo.shift()) {
      found.set(job.key, await job.run().catch(broken));
      process.stderr.write(found.get(job.key)?.problems.length ? 'F' : '.');
    }
  }

  /** The gateway or the sandbox did not live through it. */
  function broken(error: unknown): Cell {
    return {
      replies: [],
      total: 0,
      problems: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    };
  }

  async function inOrder<T>(each: readonly (() => Promise<T>)[]): Promise<T[]> {
    const results: T[] = [];
    for (const run of each) results.push(await run());
    return results;
  }

  /** Of several seeds. */
  function merge(cells: readonly Cell[]): Cell {
    return {
      replies: cells.flatMap(({ replies }) => replies),
      total: cells.reduce((sum, { total }) => sum + total, 0),
      problems: cells.flatMap(({ problems }) => problems),
    };
  }

  /** `2 · done 1, UNKNOWN 2 · 0.4 s`: how often the effect is in the world, answers, the longest time. */
  function written({ replies, total, problems }: Cell): string {
    const counts = Map.groupBy(replies, ({ type }) => shortName(type));
    const answers = [...counts].map(([name, of]) =>
      of.length === 1 && replies.length === 1 ? name : `${name} ${of.length}`,
    );
    const longest = Math.max(0, ...replies.map(({ ms }) => ms)) / 1000;
    return `${problems.length > 0 ? '**✗** ' : ''}${total} · ${answers.join(', ')} · ${longest.toFixed(1)} s`;
  }

  /** The member's name without what all have in common; an answer of a success type is "done". */
  function shortName(type: string): string {
    if (!/Error|^still|^[A-Z_]+$|^\d|^no |: /.test(type)) return 'done';
    return type
      .replace('TelegramUnavailableError ', '')
      .replace(/Error$/, '')
      .replaceAll('|', '/')
      .slice(0, 60);
  }

  function tableOf(pattern: Pattern): string {
    const names = columns.filter((mutation) => isRun(mutation, pattern)).map(({ name }) => name);
    if (pattern === ONE_CALL) names.push(GRAMJS);
    const body = rows.map((row) => {
      const cells = names.map((name) => found.get(keyOf(name, row, pattern)));
      return [row.name, ...cells.map((cell) => (cell ? written(cell) : ''))];
    });
    return `**${pattern.name}${pattern.strikes === 'some' ? `, exports with the seeds ${SEEDS.join(', ')}` : ''}**\n\n${markdownTable(['fault', ...names], body)}`;
  }

  function againTable({ name: way }: (typeof LOST)[number]): string {
    const body = repeated.map(({ name }) => [
      name,
      ...moments.map((moment) => {
        const cell = found.get(`${way}, ${moment.name}: ${name}`);
        return cell ? written(cell) : '';
      }),
    ]);
    return `**UNKNOWN, then the ${way}**\n\n${markdownTable(['mutation', ...moments.map(({ name }) => name)], body)}`;
  }

  function summary(): string {
    const cells = [...found.values()];
    const calls = cells.reduce((sum, { replies }) => sum + replies.length, 0);
    return [
      `${describeRun(`npm run torture -- faults${values.quick ? ' --quick' : ''}${values.postgres ? ' --postgres' : ''}`)}: ${cells.length} fields, ${calls} calls, ${seconds} s, ` +
        `deadline ${DEADLINE_MS / 1000} s. ${problems.length === 0 ? 'All is as it has to be.' : `**${problems.length} problems.**`}`,
      ...(rows.length > 0 ? patterns.map(tableOf) : []),
      ...lost.map(againTable),
    ].join('\n\n');
  }
}
