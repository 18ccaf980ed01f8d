/**
 * First part of `npm run bench`: installs what the measuring needs, exactly as bench/package-lock.json has it, when it is
 * not there yet or the lock is newer. The gateway's own install never brings any of it.
 */
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';

const here = import.meta.dirname;
const changed = (path: string): number => statSync(`${here}/${path}`, { throwIfNoEntry: false })?.mtimeMs ?? 0;

// npm writes this file at the end of an install.
if (changed('node_modules/.package-lock.json') <= changed('package-lock.json')) {
  const flags = ['--prefix', here, '--ignore-scripts', '--no-audit', '--no-fund'];
  execFileSync('npm', ['ci', ...flags], { stdio: ['ignore', 'inherit', 'inherit'] });
}
