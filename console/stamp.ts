import { hash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * What the console is built from, as a digest: the names and bytes of its sources, and the lock file. Takes a few milliseconds.
 * `root` is the repository's folder.
 */
export function consoleStamp(root: URL = new URL('../', import.meta.url)): string {
  const cwd = fileURLToPath(root);
  const sources = globSync('console/**', { cwd, withFileTypes: true, exclude: ({ name }) => UNUSED.includes(name) })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(cwd.length).replaceAll('\\', '/'))
    .sort();
  const digests = [...sources, 'package-lock.json'].map(
    (file) => `${file} ${hash('sha256', readFileSync(cwd + file))}`,
  );
  return hash('sha256', digests.join('\n'));
}

const UNUSED = ['dist', 'node_modules'];
