/** The console at a start: what is built is taken, and what is stale is built once, in a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Logger } from './base/log.ts';

/** Variables that hold secrets begin so; a build needs none of them. */
const SECRETS = /^(?:TELEGRAM|GATEWAY|DATABASE)_/;

/**
 * The folder with the console, built if its sources or the lock file have changed since; `null`: it is not there and cannot be
 * built here. Where Vite is not installed, as in an image, what is there counts as it is. A build that fails is told in the log.
 * `root` is the repository's folder.
 */
export async function buildConsole(
  log: Pick<Logger, 'warn'>,
  root: URL = new URL('../', import.meta.url),
): Promise<URL | null> {
  const directory = new URL('console/dist/', root);
  const whatIsThere = () => (existsSync(new URL('index.html', directory)) ? directory : null);
  if (!hasVite(root)) return whatIsThere();
  const { consoleStamp } = await import('../console/stamp.ts');
  const stamp = new URL('.stamp', directory);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === consoleStamp(root)) return directory;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !SECRETS.test(name)));
  const child = spawn(process.execPath, [fileURLToPath(new URL('console/build.ts', root))], { env, stdio: 'ignore' });
  // It neither keeps the process nor outlives it.
  child.unref();
  const kill = () => child.kill();
  process.once('exit', kill);
  const [outcome] = await once(child, 'exit').catch((error: unknown) => [error]);
  process.off('exit', kill);
  if (outcome === 0) return directory;
  log.warn({ outcome }, 'the console could not be built; "npm run build:console" says why');
  return whatIsThere();
}

function hasVite(root: URL): boolean {
  try {
    return existsSync(createRequire(new URL('package.json', root)).resolve('vite/package.json'));
  } catch {
    return false;
  }
}
