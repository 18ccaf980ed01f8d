import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { scratch, THIS_TREE } from './child.ts';
import { type Gateway, startGateway } from './contenders.ts';
import { requireSameAnswers } from './load.ts';
import type { Options, ScenarioName } from './options.ts';
import type { Question } from './questions.ts';
import { type SandboxProcess, startSandboxProcess } from './sandbox-process.ts';
import { table } from './tables.ts';
import { ratio, takeTurns, warmUp } from './turns.ts';
import { inWords, judge } from './verdict.ts';

const MOST_ROUNDS = 40;
/** Of each tree with each load, half as long as told: what else the machine does meanwhile meets both. */
const TURNS_IN_A_ROUND = 4;

/** Both trees' gateways, running; who has the first turn comes first. */
interface Pair {
  readonly ours: Gateway;
  readonly theirs: Gateway;
  readonly inTurn: readonly Gateway[];
  readonly sandbox: SandboxProcess;
}

interface Comparison {
  readonly part: ScenarioName;
  readonly title: string;
  /** Ours over theirs. */
  ratioOf(pair: Pair, seconds: number): number | Promise<number>;
}

const exportsOf = ({ questions }: Gateway) => questions.exports;
const linksOf = ({ questions }: Gateway) => questions.invites;

const COMPARISONS: readonly Comparison[] = [
  {
    part: 'start',
    title: 'start, time until ready',
    ratioOf: ({ ours, theirs }) => ours.process.start.ms / theirs.process.start.ms,
  },
  {
    part: 'start',
    title: 'start, processor time until ready',
    ratioOf: ({ ours, theirs }) => ours.process.start.cpuMs / theirs.process.start.cpuMs,
  },
  { part: 'exports', title: 'an export, 4 connections', ratioOf: underLoad(4, exportsOf) },
  { part: 'exports', title: 'an export, 16 connections', ratioOf: underLoad(16, exportsOf) },
  { part: 'pages', title: 'a hundred links, 16 connections', ratioOf: underLoad(16, linksOf) },
];

/**
 * This tree and that of a commit. In each round both start anew, on a sandbox of the round's own, and are warmed up: what one
 * process was lucky with is in one round alone. What is settled is measured no further. A Markdown table, and whether
 * anything is dearer.
 */
export async function against(commit: string, { only, seconds, within }: Options) {
  const trees = checkOut(commit);
  const compared = COMPARISONS.filter(({ part }) => only.includes(part)).map((each) => ({
    each,
    ratios: [] as number[],
  }));
  const open = () => compared.filter(({ ratios }) => !judge(ratios).isSettled);
  await withPair(trees, 0, async () => {}); // whose start leaves the compiled code behind
  for (let round = 0; round < MOST_ROUNDS && open().length > 0; round += 1) {
    await withPair(trees, round, async (pair) => {
      for (const { each, ratios } of open()) ratios.push(await each.ratioOf(pair, seconds));
    });
    const still = open().map(({ each, ratios }) => `${each.title} ${judge(ratios).ratio.toFixed(3)}`);
    process.stderr.write(`round ${round + 1}; not settled yet: ${still.join(', ') || 'nothing'}\n`);
  }
  const verdicts = compared.map(({ each, ratios }) => [each.title, inFigures(ratios), inWords(judge(ratios), within)]);
  return {
    title: `This tree / ${commit}`,
    markdown: table([['', 'ratio (95 % interval), rounds', ''], ...verdicts]),
    isDearer: compared.some(({ ratios }) => judge(ratios).isSettled && judge(ratios).low >= 1 + within / 100),
  };
}

function inFigures(ratios: readonly number[]): string {
  const { ratio: middle, low, high, rounds } = judge(ratios);
  return `${middle.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)}), ${rounds}`;
}

interface Trees {
  readonly ours: string;
  readonly theirs: string;
}

/**
 * This tree as it is and that of the commit, each in a folder of its own, gone at the end, installed: with this tree's libraries where
 * both want the same. Neither brings compiled code along, of which a longer run leaves more behind.
 */
function checkOut(commit: string): Trees {
  const [ours, theirs] = [`${scratch}/ours`, `${scratch}/theirs`];
  const isOurs = (path: string) => !/[/](bench[/]node_modules|\.cache|\.git|data)$/.test(path);
  cpSync(THIS_TREE, ours, { recursive: true, verbatimSymlinks: true, filter: isOurs });
  mkdirSync(theirs);
  execFileSync('git', ['archive', '--output', `${theirs}.tar`, commit], { cwd: THIS_TREE });
  execFileSync('tar', ['--extract', '--file', `${theirs}.tar`, '--directory', theirs]);
  const [lock, otherLock] = [ours, theirs].map((tree) => readFileSync(`${tree}/package-lock.json`, 'utf8'));
  if (lock === otherLock) {
    cpSync(`${ours}/node_modules`, `${theirs}/node_modules`, { recursive: true, verbatimSymlinks: true });
  } else {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: theirs, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return { ours, theirs };
}

async function withPair(trees: Trees, round: number, use: (pair: Pair) => Promise<void>) {
  const sandbox = await startSandboxProcess();
  const startOurs = () => startGateway(sandbox, 'this tree', trees.ours);
  const startTheirs = () => startGateway(sandbox, 'the other', trees.theirs);
  const isOursFirst = round % 2 === 0;
  const first = await (isOursFirst ? startOurs : startTheirs)();
  const second = await (isOursFirst ? startTheirs : startOurs)();
  const [ours, theirs] = isOursFirst ? [first, second] : [second, first];
  await use({ ours, theirs, inTurn: [first, second], sandbox });
  await Promise.all([first, second, sandbox].map((each) => each.process.stop()));
}

/** Processor time for each request. */
function underLoad(connections: number, questionOf: (gateway: Gateway) => Question): Comparison['ratioOf'] {
  return async ({ ours, theirs, inTurn, sandbox }, seconds) => {
    const turns = inTurn.map((contender) => ({ contender, question: questionOf(contender) }));
    await requireSameAnswers(turns, ['link', 'date']);
    await warmUp(turns, seconds, sandbox);
    const efforts = [{ connections, seconds: seconds / 2 }];
    const series = await takeTurns(turns, efforts, { rounds: TURNS_IN_A_ROUND, sandbox });
    const [one, other] = [ours, theirs].map(({ name }) => series.find((each) => each.name === name));
    if (!one || !other) throw new Error('a tree had no turn');
    return ratio(one, other, 'cpuMs').median;
  };
}
