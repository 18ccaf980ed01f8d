import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface Watched {
  readonly url: string;
  readonly pid: number;
  /** Beyond so much the process is killed, as by a system that has no more. */
  readonly mostMb: number;
}

/** What somebody else has seen of the process. */
export interface Seen {
  /** The longest that `/healthz` took, one that is still asked among them, without what other programs took of the machine. */
  readonly longestMs: number;
  /** Its memory at the most, and now: VmRSS. */
  readonly mostMb: number;
  readonly nowMb: number;
}

export interface Watch extends AsyncDisposable {
  look(): Promise<Seen>;
}

/** Watches from a thread of its own, so that it is not this one that is late. */
export function watchProcess(watched: Watched): Watch {
  const thread = new Worker(new URL('./watch-thread.ts', import.meta.url), { workerData: watched });
  return {
    async look() {
      thread.postMessage('look');
      const [seen]: Seen[] = await once(thread, 'message');
      if (!seen) throw new Error('the watch has seen nothing');
      return seen;
    },
    async [Symbol.asyncDispose]() {
      await thread.terminate();
    },
  };
}
