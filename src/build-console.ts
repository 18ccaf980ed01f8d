/** The console at a start: what is built is taken, and what is stale is built once, in a process of its own. */
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Logger } from './base/log.ts';

/** Variables that hold secrets begin so; a build needs none of them. */
const SECRETS = /^(?:TELEGRAM|GATEWAY|DATABASE)_/;

/**
 * The folder with the console, built if its sources or the lock file have changed since; `null`: it is not there and cannot be
 * built here. Where Vite is not installed, as in an image, what is there counts as it is. What fails is told in the log and
 * throws nothing. `root` is the repository's folder.
 */
export async function buildConsole(
  log: Pick<Logger, 'warn'>,
  root: URL = new URL('../', import.meta.url),
): Promise<URL | null> {
  const directory = new URL('console/dist/', root);
  try {
    if (hasVite(root) && !(await isFresh(directory, root))) await build(root);
  } catch (error) {
    log.warn({ err: error }, 'the console could not be built; "npm run build:console" says why');
  }
  return existsSync(new URL('index.html', directory)) ? directory : null;
}

async function isFresh(directory: URL, root: URL): Promise<boolean> {
  const { consoleStamp } = await import('../console/stamp.ts');
  const stamp = new URL('.stamp', directory);
  return existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === consoleStamp(root);
}

/** Throws when the build has failed. Its process neither keeps this one nor outlives it. */
async function build(root: URL): Promise<void> {
  const { spawn } = await import('node:child_process');
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !SECRETS.test(name)));
  const child = spawn(process.execPath, [fileURLToPath(new URL('console/build.ts', root))], { env, stdio: 'ignore' });
  child.unref();
  const kill = () => child.kill();
  process.once('exit', kill);
  const [code, signal] = await once(child, 'exit').finally(() => process.off('exit', kill));
  if (code !== 0) throw new Error(`the build has ended with ${code ?? signal}`);
}

function hasVite(root: URL): boolean {
  try {
    return existsSync(createRequire(new URL('package.json', root)).resolve('vite/package.json'));
  } catch {
    return false;
  }
}
