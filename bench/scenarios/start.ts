import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { gatewayEnvironment, startGatewayProcess } from '../contenders.ts';
import type { Options } from '../options.ts';
import { startSandboxProcess } from '../sandbox-process.ts';
import type { Report } from '../scenario.ts';
import { median } from '../statistics.ts';
import { table } from '../tables.ts';

const STARTS = 7;
const IMPORTS = "await Promise.all([import('telegram'), import('graphql-yoga')])";

/**
 * From nothing to an address that serves, with the sandbox as a Telegram that is there already; beside a process that
 * imports the two big libraries and ends. In turns, after one of each that is not counted.
 */
export async function start(options: Options): Promise<Report> {
  const sandbox = await startSandboxProcess();
  const environment = await gatewayEnvironment(sandbox);
  const starts = options.rounds > 1 ? STARTS : 3;
  const ready: number[] = [];
  const imports: number[] = [];
  for (let round = 0; round <= starts; round += 1) {
    ready.push(await timeToReady(environment));
    imports.push(await timeToImport());
  }
  await sandbox.process.stop();
  const [readyMs, importsMs] = [median(ready.slice(1)), median(imports.slice(1))];
  return {
    title: 'Start',
    markdown: table([
      ['start to ready, ms', 'importing telegram and graphql-yoga alone, ms', 'ratio'],
      [readyMs.toFixed(0), importsMs.toFixed(0), (readyMs / importsMs).toFixed(2)],
    ]),
    data: { ready, imports },
  };
}

async function timeToReady(environment: Readonly<Record<string, string>>): Promise<number> {
  const gateway = await startGatewayProcess(environment);
  await gateway.stop();
  return gateway.start.ms;
}

async function timeToImport(): Promise<number> {
  const begin = performance.now();
  const child = spawn(process.execPath, ['--input-type=module', '--eval', IMPORTS], {
    cwd: `${import.meta.dirname}/../..`,
    stdio: 'ignore',
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('the libraries could not be imported');
  return performance.now() - begin;
}
