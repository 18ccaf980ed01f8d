import { startChild } from '../child.ts';
import type { Options } from '../options.ts';
import { OWNER, startSandboxProcess } from '../sandbox-process.ts';
import type { Report } from '../scenario.ts';
import { table } from '../tables.ts';

const DONE = /(\d+) calls/;

/**
 * How much the sandbox itself can do: two bare mtcute clients with 64 calls each under way. Nobody who calls it can be
 * faster than that on this machine.
 */
export async function ceiling({ seconds }: Options): Promise<Report> {
  const sandbox = await startSandboxProcess();
  const environment = {
    ...sandbox.environment,
    OWNER_PHONE: OWNER.phone,
    OWNER_CODE: OWNER.code,
    SECONDS: String(seconds),
  };
  const before = sandbox.process.usage();
  const clients = await Promise.all([1, 2].map(() => startChild(['bench/peers/bare-mtcute.ts'], environment, DONE)));
  const { cpuMs, rssMb } = sandbox.process.usage();
  const calls = clients.reduce((sum, { announced }) => sum + Number(DONE.exec(announced)?.[1]), 0);
  await Promise.all([...clients.map((client) => client.stop()), sandbox.process.stop()]);
  const cpuPerCall = (cpuMs - before.cpuMs) / calls;
  const data = { callsPerSecond: calls / seconds, cpuPerCall, rssMb };
  const row = [data.callsPerSecond.toFixed(0), cpuPerCall.toFixed(3), (1000 / cpuPerCall).toFixed(0), rssMb.toFixed(0)];
  return {
    title: 'The sandbox alone',
    markdown: table([
      ['exports/s, two bare clients', 'its CPU ms/call', 'so at most calls/s on a core', 'its RSS MB'],
      row,
    ]),
    data,
  };
}
