import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/start.js', import.meta.url));
const started = new Set<ChildProcess>();

/** `npm run sandbox -- …args` as a process of its own, until `killSandboxes`. */
export function runSandbox(...args: string[]) {
  const child = spawn(process.execPath, [main, 'sandbox', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  started.add(child);
  return child;
}

/** For `afterEach`: nothing that a test has run is left. */
export function killSandboxes(): void {
  for (const child of started) child.kill('SIGKILL');
  started.clear();
}
