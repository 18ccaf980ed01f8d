import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { keyOf, type Mutant } from './mutant.ts';

type Status = 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'RuntimeError' | 'CompileError';

/** By the mutants' keys. */
export type Statuses = ReadonlyMap<string, Status>;

/** What the report says of a file; it counts lines and columns from 1. */
interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly (Mutant & { readonly status: Status })[] }>>;
}

const HERE = import.meta.dirname;

/**
 * Which of the mutants which of the tests see: each runs against those tests that reach it, in a copy that Stryker makes of the
 * tree. Throws when a test fails without any mutant.
 */
export async function runStryker(
  tree: string,
  mutants: readonly Mutant[],
  tests: readonly string[],
): Promise<Statuses> {
  writeFileSync(
    `${tree}/vitest.mutants.config.ts`,
    `import base from './vitest.config.ts';
export default { ...base, test: { ...base.test, include: ${JSON.stringify(tests)}, retry: 1 } };\n`,
  );
  const report = 'mutants.json';
  const options = {
    testRunner: 'vitest',
    vitest: { configFile: 'vitest.mutants.config.ts' },
    plugins: ['@stryker-mutator/vitest-runner', `${HERE}/only-drawn.ts`],
    checkers: ['only-drawn'],
    drawn: mutants.map(keyOf),
    mutate: [...new Set(mutants.map(({ fileName }) => fileName))],
    reporters: ['json'],
    jsonReporter: { fileName: report },
    // TypeScript 7 has no API with which Stryker could rewrite the real one.
    tsconfigFile: 'none',
    concurrency: 2,
    dryRunTimeoutMinutes: 20,
    timeoutMS: 10_000,
    logLevel: 'warn',
    warnings: false,
  };
  writeFileSync(`${tree}/stryker.config.json`, JSON.stringify(options));
  const program = `${HERE}/node_modules/@stryker-mutator/core/bin/stryker.js`;
  const [code] = await once(spawn(process.execPath, [program, 'run'], { cwd: tree, stdio: ['ignore', 2, 2] }), 'exit');
  if (code !== 0) throw new Error(`Stryker ended with ${code}`);
  const { files }: Report = JSON.parse(readFileSync(`${tree}/${report}`, 'utf8'));
  return new Map(
    Object.entries(files).flatMap(([fileName, file]) =>
      file.mutants.map((mutant) => [
        keyOf({ ...mutant, fileName, location: fromZero(mutant.location) }),
        mutant.status,
      ]),
    ),
  );
}

function fromZero({ start, end }: Mutant['location']): Mutant['location'] {
  const less = ({ line, column }: Mutant['location']['start']) => ({ line: line - 1, column: column - 1 });
  return { start: less(start), end: less(end) };
}
