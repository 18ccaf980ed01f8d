import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const THIS_TREE = fileURLToPath(new URL('../..', import.meta.url));

export interface Exit {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface GatewayProcess extends AsyncDisposable {
  readonly process: ChildProcess;
  /** Where it serves, read off its first screen; rejects when it ends before that. */
  readonly url: Promise<string>;
  /** How it ended. */
  readonly exit: Promise<Exit>;
}

/**
 * `npm start` without npm: the real program in a process of its own, with this environment and no other. Where that names no
 * DATA_DIR, one that is new; where it does not ask for the console, none, as it would be built first. Standard error is read, or goes
 * to `stderrTo`, a descriptor. `tree` is the checkout whose program it is.
 */
export function spawnGateway(
  env: Readonly<Record<string, string>>,
  stderrTo: number | 'pipe' = 'pipe',
  tree: string = THIS_TREE,
): GatewayProcess {
  const dataDir = mkdtempSync(join(tmpdir(), 'gateway-data-'));
  const child = spawn(process.execPath, [join(tree, 'src/start.js')], {
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir, CONSOLE: 'off', ...env },
    stdio: ['ignore', 'pipe', stderrTo],
  });
  let stdout = '';
  let stderr = '';
  const served = Promise.withResolvers<string>();
  served.promise.catch(() => {});
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
    const url = /http:\/\/\S+\/graphql/.exec(stdout)?.[0];
    if (url && stdout.endsWith('\n\n')) served.resolve(url);
  });
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const exit = once(child, 'close').then(([code]: (number | null)[]) => {
    served.reject(new Error(`the gateway ended before it served: ${stderr}`));
    return { code: code ?? null, stdout, stderr };
  });
  return {
    process: child,
    url: served.promise,
    exit,
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null) child.kill('SIGKILL');
      await exit;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
