import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * What the console is built from, as a digest: the names and bytes of its sources, and the lock file. It is taken at every start, so
 * nothing is loaded for it. `root` is the repository's folder.
 */
export function consoleStamp(root: URL = new URL('../', import.meta.url)): string {
  const digest = createHash('sha256');
  for (const file of ['package-lock.json', ...sourcesIn('console/', root)]) {
    const bytes = readFileSync(new URL(file, root));
    digest.update(`${file} ${bytes.length}\n`).update(bytes);
  }
  return digest.digest('hex');
}

function sourcesIn(folder: string, root: URL): string[] {
  const entries = readdirSync(new URL(folder, root), { withFileTypes: true });
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.isDirectory()) return entry.name.startsWith('dist') ? [] : sourcesIn(`${folder}${entry.name}/`, root);
      return entry.isFile() ? [folder + entry.name] : [];
    });
}
