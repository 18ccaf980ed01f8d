import { readdirSync, readFileSync } from 'node:fs';
import { get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { Seen, Watched } from './watch.ts';

const { url, pid, mostMb }: Watched = workerData;
const MEMORY_EVERY_MS = 20;
const PROBE_EVERY_MS = 50;
let highest = 0;
let longestMs = 0;
let asked: { readonly at: number; readonly before: ReturnType<typeof threads>; readonly waited: number } | null = null;

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

/** Milliseconds of each thread, the main one's first: how long it has run, and was ready while the machine did something else. */
function threads(): readonly { readonly ran: number; readonly heldUp: number }[] {
  try {
    const ids = readdirSync(`/proc/${pid}/task`).sort((one, other) => Number(one) - Number(other));
    return ids.map((id) => {
      const [ran = 0, heldUp = 0] = readFileSync(`/proc/${pid}/task/${id}/schedstat`, 'utf8').split(' ').map(Number);
      return { ran: ran / 1e6, heldUp: heldUp / 1e6 };
    });
  } catch {
    return [];
  }
}

/** Milliseconds for which this thread was ready while the machine did something else. */
function waited(): number {
  const [, heldUp = 0] = readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ').map(Number);
  return heldUp / 1e6;
}

/** What the process has taken for the probe, without what other programs took of the machine from it, from V8's helpers or from this thread. */
function sinceAsked(): number {
  if (asked === null) return 0;
  const { at, before } = asked;
  const lateHere = waited() - asked.waited;
  const [main, ...helpers] = threads().map(({ ran, heldUp }, n) => ({
    ran: ran - (before[n]?.ran ?? 0),
    heldUp: heldUp - (before[n]?.heldUp ?? 0),
  }));
  const heldUp = (main?.heldUp ?? 0) + Math.max(0, ...helpers.map((helper) => helper.heldUp));
  return Math.max(main?.ran ?? 0, performance.now() - at - heldUp - lateHere);
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
  asked = { at: performance.now(), before: threads(), waited: waited() };
  await probe();
  longestMs = Math.max(longestMs, sinceAsked());
  asked = null;
  await wait(PROBE_EVERY_MS);
}
