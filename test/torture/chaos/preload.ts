/**
 * Loaded into the gateway's process before anything of it: the clocks and the store's statements do as chaos says, in worker
 * threads too. The gateway itself knows nothing of it.
 */
import { StatementSync } from 'node:sqlite';
import { BroadcastChannel, isMainThread } from 'node:worker_threads';
import type { StoreFailure } from './history.ts';

export interface Orders {
  /** Milliseconds that the wall clock is ahead of the true time. */
  readonly wallMs: number;
  /** Milliseconds that the monotonic clock is ahead. */
  readonly monotonicMs: number;
  readonly store: StoreFailure | null;
}

const { CHAOS_WALL_MS, CHAOS_MONOTONIC_MS } = process.env;
let orders: Orders = { wallMs: Number(CHAOS_WALL_MS), monotonicMs: Number(CHAOS_MONOTONIC_MS), store: null };

const others = new BroadcastChannel('chaos');
others.onmessage = (event: { data: unknown }) => follow(event.data as Orders); // the main thread sends nothing else
others.unref();
if (isMainThread && process.send) {
  process.on('message', (told: Orders) => {
    follow(told);
    others.postMessage(told);
    process.send?.('done');
  });
  process.on('disconnect', () => process.exit(1));
  process.channel?.unref();
}

function follow(told: Orders): void {
  orders = told;
  isClaimed = false;
}

const RealDate = Date;
const now = () => RealDate.now() + orders.wallMs;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) => Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
RealDate.prototype.constructor = Date;

const since = performance.now.bind(performance);
performance.now = () => since() + orders.monotonicMs;
const { hrtime } = process;
const nanoseconds = () => hrtime.bigint() + BigInt(Math.round(orders.monotonicMs * 1e6));
process.hrtime = Object.assign(
  ([seconds, rest]: [number, number] = [0, 0]): [number, number] => {
    const passed = nanoseconds() - BigInt(seconds) * 1_000_000_000n - BigInt(rest);
    return [Number(passed / 1_000_000_000n), Number(passed % 1_000_000_000n)];
  },
  { bigint: nanoseconds },
);

/** The statement behind this is the one that fails: a claim on a link has just been written. */
let isClaimed = false;
const WRITES = /^\s*(insert|update|delete|replace)/i;

for (const method of ['run', 'all', 'get'] as const) {
  const original = StatementSync.prototype[method];
  Object.defineProperty(StatementSync.prototype, method, {
    value(this: StatementSync, ...given: never[]) {
      const sql = this.sourceSQL;
      if (fails(sql))
        throw Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });
      const result: unknown = Reflect.apply(original, this, given);
      if (WRITES.test(sql) && sql.includes('claimed_link')) isClaimed = true;
      return result;
    },
  });
}

function fails(sql: string): boolean {
  const { store } = orders;
  if (store === null || !WRITES.test(sql)) return false;
  if (store === 'writes') return true;
  return store === 'after claim' ? isClaimed : sql.includes(store);
}
