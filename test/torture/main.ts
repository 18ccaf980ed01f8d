/** `npm run torture -- <suite> [options]`: the one door to the suites that take minutes or hours. */
import { fileURLToPath } from 'node:url';

/** Each module answers the exit code of a run. A new suite is a new line. */
const SUITES: Readonly<Record<string, string>> = {
  attacks: './attacks.ts',
  chaos: './chaos.ts',
  faults: './faults.ts',
  mutants: './mutants.ts',
  operations: './operations.ts',
  soak: './soak.ts',
};

interface Suite {
  run(args: string[]): Promise<number>;
}

const [name = '', ...args] = process.argv.slice(2);
const file = SUITES[name];
if (file === undefined) {
  process.stderr.write(`npm run torture -- <suite> [options]; the suites are ${Object.keys(SUITES).join(', ')}\n`);
  process.exit(2);
}
// The table names files of this folder, and each exports `run`.
const suite = (await import(fileURLToPath(new URL(file, import.meta.url)))) as Suite;
process.exit(await suite.run(args));
