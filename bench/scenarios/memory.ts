import { setTimeout as sleep } from 'node:timers/promises';
import { startGateway } from '../contenders.ts';
import { drive } from '../load.ts';
import type { Options } from '../options.ts';
import { startSandboxProcess } from '../sandbox-process.ts';
import type { Report } from '../scenario.ts';
import { table } from '../tables.ts';

const CONNECTIONS = 16;
/** What V8 gives back of what it no longer needs, it gives back when nothing happens. Milliseconds. */
const REST_MS = 3_000;

/** What the gateway keeps: resident memory when it has just started, after a tenth of the exports and after all of them. */
export async function memory({ memoryRequests }: Options): Promise<Report> {
  const sandbox = await startSandboxProcess();
  const gateway = await startGateway(sandbox);
  const measured: { readonly requests: number; readonly rssMb: number }[] = [];
  let done = 0;
  for (const requests of [0, memoryRequests / 10, memoryRequests]) {
    const effort = { connections: CONNECTIONS, amount: requests - done };
    if (effort.amount > 0) await drive(gateway, gateway.questions.exports, effort, sandbox);
    done = requests;
    await sleep(REST_MS);
    measured.push({ requests, rssMb: gateway.process.usage().rssMb });
  }
  await Promise.all([gateway.process.stop(), sandbox.process.stop()]);
  return {
    title: 'Memory',
    markdown: table([
      ['after exports', 'RSS MB'],
      ...measured.map(({ requests, rssMb }) => [requests.toLocaleString('en'), rssMb.toFixed(0)]),
    ]),
    data: measured,
  };
}
