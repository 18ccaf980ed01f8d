/**
 * `npm run bench`: the gateway and what people write instead, measured in turns on one sandbox. What is measured and how
 * stands in docs/performance.md. Tables go to standard output and to bench/results/, progress to standard error. Exit code 1
 * where anybody answered wrong, or this tree is dearer than the one of --against; 2: wrong arguments.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { against } from './against.ts';
import { describeMachine, type Machine } from './machine.ts';
import { type Options, readOptions, type ScenarioName, USAGE } from './options.ts';
import type { Report, Scenario } from './scenario.ts';
import { accounts } from './scenarios/accounts.ts';
import { burst } from './scenarios/burst.ts';
import { ceiling } from './scenarios/ceiling.ts';
import { engines } from './scenarios/engines.ts';
import { exports } from './scenarios/exports.ts';
import { memory } from './scenarios/memory.ts';
import { pages } from './scenarios/pages.ts';
import { start } from './scenarios/start.ts';

const SCENARIOS: Readonly<Record<ScenarioName, Scenario>> = {
  ceiling,
  exports,
  engines,
  burst,
  pages,
  start,
  memory,
  accounts,
};
const RESULTS = `${import.meta.dirname}/results`;
const DOCS = `${import.meta.dirname}/../docs/performance.md`;
/** The generated part of docs/performance.md stands between these. */
const MARKS = /(<!-- npm run bench -- --docs -->\n).*(\n<!-- end -->)/s;

let options: Options;
try {
  options = readOptions();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${USAGE}\n`);
  process.exit(2);
}
if (options.against === null) await run(options);
else {
  const { title, markdown, isDearer } = await against(options.against, options);
  process.stdout.write(`\n## ${title}\n\n${markdown}\n`);
  if (isDearer) process.exitCode = 1;
}

async function run(asked: Options): Promise<void> {
  const machine = describeMachine(loadavg()[0] ?? 0);
  const reports: Report[] = [];
  const begin = performance.now();
  for (const name of asked.only) {
    const report = await SCENARIOS[name](asked);
    reports.push(report);
    process.stdout.write(`\n## ${report.title}\n\n${report.markdown}\n`);
    process.stderr.write(`${name} done, ${((performance.now() - begin) / 1000).toFixed(0)} s since the beginning\n`);
  }
  const markdown = [
    heading(machine, asked),
    ...reports.map(({ title, markdown }) => `### ${title}\n\n${markdown}`),
  ].join('\n\n');
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(`${RESULTS}/latest.json`, `${JSON.stringify({ machine, options: asked, reports }, null, 2)}\n`);
  writeFileSync(`${RESULTS}/latest.md`, `${markdown}\n`);
  if (asked.docs) {
    const page = readFileSync(DOCS, 'utf8');
    writeFileSync(
      DOCS,
      page.replace(MARKS, (_, opening: string, closing: string) => `${opening}\n${markdown}\n${closing}`),
    );
  }
}

function heading({ cpu, cores, memoryGb, node, loadBefore, date }: Machine, { rounds, seconds }: Options): string {
  return (
    `${date}, ${cores} cores of ${cpu}, ${memoryGb} GB, Node ${node}; load generator, sandbox and contender on the same machine, ` +
    `whose load was ${loadBefore.toFixed(1)} before. ${rounds} rounds, ${seconds} s a turn. Medians; ratios with the least and ` +
    'the most of the rounds.'
  );
}
