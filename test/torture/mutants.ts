/**
 * `npm run torture -- mutants --modules outcomes --count 100 --seed n`: careless changes (StrykerJS), one at a time in a copy of
 * the tree, and whether any check or test sees them: first the unit tests, then the compiler, then http and e2e. Prints those that live. Exit
 * code 1 when more than a tenth does.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { markdownTable } from '../fault/write-section.ts';
import { draw, keyOf, listMutants, type Mutant, textOf } from './mutants/mutant.ts';
import { runStryker, type Statuses } from './mutants/run-stryker.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Sets of modules by name; anything else is a pattern of files in src/. */
const MODULES: Readonly<Record<string, readonly string[]>> = {
  /** Those that decide what a caller is told. */
  outcomes: [
    'services/once/{certain,idempotency,invite-claims,ledger,telegram-time}.ts',
    'services/invites/{find-made-invite,member-since,present-answer,export-*,edit-*,revoke-*,delete-*,hide-*,import-*}.ts',
    'services/page/page.ts',
    'services/port/{flood-gate,pressure}.ts',
    'store/tables/{ledger,claimed-link}-table.ts',
    'telegram/gramjs/in-flight.ts',
  ],
};
const UNIT = ['test/unit/**/*.test.ts', 'test/sandbox/world.test.ts'];
const OVER_TCP = ['test/{http,e2e}/**/*.test.ts'];
const MOST_ALIVE = 0.1;

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      /** Separated by spaces: `outcomes`, or patterns such as `services/**` and `store/tables/*.ts`. */
      modules: { type: 'string', default: 'outcomes' },
      /** How many are drawn; 0: all. */
      count: { type: 'string', default: '100' },
      /** Which ones; today's unless told. */
      seed: { type: 'string', default: new Date().toISOString().slice(0, 10).replaceAll('-', '') },
      /** The unit tests and the compiler alone. */
      quick: { type: 'boolean', default: false },
    },
  });
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: `${import.meta.dirname}/mutants`, stdio: 'ignore' });
  const tree = copyTree();
  try {
    const patterns = values.modules.split(' ').flatMap((name) => MODULES[name] ?? [name]);
    const files = globSync(patterns, { cwd: `${tree}/src` }).map((file) => `src/${file}`);
    if (files.length === 0) throw new Error(`src/ has no ${values.modules}`);
    const all = await listMutants(tree, files.sort());
    const drawn = draw(all, Number(values.count) || all.length, Number(values.seed));
    process.stdout.write(
      `${drawn.length} of the ${all.length} mutants of ${files.length} modules, seed ${values.seed}\n`,
    );

    const units = await runStryker(tree, drawn, UNIT);
    const unseen = drawn.filter((mutant) => lives(units, mutant));
    if (!compiles(tree)) throw new Error('the tree does not compile without any mutant');
    const compiling = unseen.filter((mutant) => compilesWith(tree, mutant));
    const overTcp: Statuses =
      values.quick || compiling.length === 0 ? new Map() : await runStryker(tree, compiling, OVER_TCP);
    const alive = compiling.filter((mutant) => lives(overTcp, mutant));

    for (const mutant of alive) process.stdout.write(`\n${describe(tree, mutant)}\n`);
    const late = drawn.filter((mutant) => [units, overTcp].some((seen) => seen.get(keyOf(mutant)) === 'Timeout'));
    const figures = {
      mutants: drawn.length,
      'seen by unit tests': drawn.length - unseen.length,
      'by the compiler': unseen.length - compiling.length,
      'over TCP': compiling.length - alive.length,
      'by a time limit, of these': late.length,
      live: alive.length,
    };
    process.stdout.write(`\n${markdownTable(Object.keys(figures), [Object.values(figures).map(String)])}\n`);
    return alive.length > drawn.length * MOST_ALIVE ? 1 : 0;
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

/** The tree as it is now, in a folder of its own; the libraries are this tree's. */
function copyTree(): string {
  const tree = mkdtempSync(`${tmpdir()}/gateway-mutants-`);
  const left = new Set(['node_modules', '.git', 'data'].map((name) => join(ROOT, name)));
  cpSync(ROOT, tree, {
    recursive: true,
    filter: (path) => !left.has(path) && !path.includes(`${sep}node_modules`),
  });
  symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
  return tree;
}

function lives(statuses: Statuses, mutant: Mutant): boolean {
  const status = statuses.get(keyOf(mutant)) ?? 'Survived';
  return status === 'Survived' || status === 'NoCoverage';
}

function compiles(tree: string): boolean {
  return spawnSync('node_modules/.bin/tsc', ['--noEmit'], { cwd: tree, stdio: 'ignore' }).status === 0;
}

function compilesWith(tree: string, mutant: Mutant): boolean {
  const { clean, mutated } = textOf(tree, mutant);
  writeFileSync(`${tree}/${mutant.fileName}`, mutated);
  const isGood = compiles(tree);
  writeFileSync(`${tree}/${mutant.fileName}`, clean);
  return isGood;
}

/** Where it is, and what it changes, a line with and without it. */
function describe(tree: string, mutant: Mutant): string {
  const { clean, mutated } = textOf(tree, mutant);
  const { start, end } = mutant.location;
  const added = mutant.replacement.split('\n').length;
  const cut = (text: string, count: number, sign: string) =>
    text
      .split('\n')
      .slice(start.line, start.line + count)
      .map((line) => `${sign} ${line}`);
  return [
    `${mutant.fileName}:${start.line + 1}:${start.column + 1} ${mutant.mutatorName}`,
    ...cut(clean, end.line - start.line + 1, '-'),
    ...cut(mutated, added, '+'),
  ].join('\n');
}
