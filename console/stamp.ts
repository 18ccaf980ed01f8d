import { hash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What the console is built from, as a digest: the names and bytes of its sources, and the lock file. Takes a few milliseconds. */
export function consoleStamp(): string {
  const sources = globSync('console/**', {
    cwd: ROOT,
    withFileTypes: true,
    exclude: ['console/dist', '**/node_modules'],
  })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(ROOT.length).replaceAll('\\', '/'))
    .sort();
  const digests = [...sources, 'package-lock.json'].map(
    (file) => `${file} ${hash('sha256', readFileSync(ROOT + file))}`,
  );
  return hash('sha256', digests.join('\n'));
}
