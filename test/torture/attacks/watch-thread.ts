import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { Seen, Watched } from './watch.ts';

const { url, pid, mostMb }: Watched = workerData;
const MEMORY_EVERY_MS = 20;
const PROBE_EVERY_MS = 50;
let highest = 0;
let longestMs = 0;
let asked: { readonly at: number; readonly heldUpMs: number } | null = null;

/** 0 when the process has ended. */
function memory(): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const mb = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    if (mb > mostMb) process.kill(pid, 'SIGKILL');
    return mb;
  } catch {
    return 0;
  }
}

const lookAtMemory = () => {
  highest = Math.max(highest, memory());
};
lookAtMemory();
setInterval(lookAtMemory, MEMORY_EVERY_MS);

/** Milliseconds that the process was ready and the machine did something else: those are no fault of its own. */
function heldUpMs(): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}

function sinceAsked(): number {
  return asked === null ? 0 : performance.now() - asked.at - Math.max(0, heldUpMs() - asked.heldUpMs);
}

/** As a probe that has no connection yet. */
async function probe(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  get(new URL('/healthz', url), { agent: false }, (response) => response.resume().once('end', resolve)).once(
    'error',
    () => resolve(), // whether the process lives is looked at elsewhere
  );
  await promise;
}

parentPort?.on('message', () => {
  const seen: Seen = { longestMs: Math.max(longestMs, sinceAsked()), mostMb: highest, nowMb: memory() };
  parentPort?.postMessage(seen);
});

for (;;) {
  asked = { at: performance.now(), heldUpMs: heldUpMs() };
  await probe();
  longestMs = Math.max(longestMs, sinceAsked());
  asked = null;
  await wait(PROBE_EVERY_MS);
}
