/** The console at a start: what is built is taken, and what is stale is built once, in a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Logger } from './base/log.ts';

const DIRECTORY = new URL('../console/dist/', import.meta.url);
const PROGRAM = fileURLToPath(new URL('../console/build.ts', import.meta.url));
/** What the gateway has of secrets stands in variables that begin so; a build needs none of them. */
const SECRETS = /^(?:TELEGRAM|GATEWAY|DATABASE)_/;

/**
 * The folder with the console, built if its sources or the lock file have changed since; `null`: it is not there and cannot be
 * built here. Where Vite is not installed, as in an image, what is there counts as it is. A build that fails is told in the log.
 */
export async function buildConsole(log: Logger): Promise<URL | null> {
  const page = new URL('index.html', DIRECTORY);
  if (!isInstalled('vite/package.json')) return existsSync(page) ? DIRECTORY : null;
  const { consoleStamp } = await import('../console/stamp.ts');
  const stamp = new URL('.stamp', DIRECTORY);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === consoleStamp()) return DIRECTORY;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !SECRETS.test(name)));
  const child = spawn(process.execPath, [PROGRAM], { env, stdio: 'ignore' });
  // It neither keeps the process nor outlives it.
  child.unref();
  const kill = () => child.kill();
  process.once('exit', kill);
  const [outcome] = await once(child, 'exit').catch((error: unknown) => [error]);
  process.off('exit', kill);
  if (outcome === 0) return DIRECTORY;
  log.warn({ outcome }, 'the console could not be built; "npm run build:console" says why');
  return existsSync(page) ? DIRECTORY : null;
}

function isInstalled(name: string): boolean {
  try {
    return existsSync(fileURLToPath(import.meta.resolve(name)));
  } catch {
    return false;
  }
}
