import { setTimeout as wait } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import { KINDS, type Target } from './kinds.ts';

export interface Storm extends Target {
  readonly kind: keyof typeof KINDS;
  readonly connections: number;
}

const { kind, connections, ...target }: Storm = workerData;
/** Between two of one connection's passes, so that one that is refused does not spin. */
const PAUSE_MS = 10;

async function connection(nth: number): Promise<never> {
  for (;;) {
    // Whatever became of it: the gateway may cut it off.
    await KINDS[kind](target, nth).catch(() => {});
    await wait(PAUSE_MS);
  }
}

await Promise.all(Array.from({ length: connections }, (_, nth) => connection(nth)));
