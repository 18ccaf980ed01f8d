import type { Logger } from '../base/log.ts';
import type { Engine } from './engine.ts';
import { describeFault } from './store-error.ts';
import type { ObservedTime } from './tables/observed-time.ts';
import { BEAT_EVERY_MS } from './tables/session-owner.ts';

const GONE = 'The file of the store was removed or replaced.';

interface Watched {
  readonly engine: Engine;
  readonly time: ObservedTime;
  /** The session may be another process's from now on. Called once. */
  readonly onLost: (reason: string) => void;
  readonly log: Logger;
}

/** The store's look at itself, every two seconds. */
export interface Pulse {
  /** What the last look has found wrong, for an operator; `null`: nothing. */
  fault(): string | null;
  /** Ends when the last look has. */
  stop(): Promise<void>;
}

export function startPulse({ engine, time, onLost, log }: Watched): Pulse {
  let fault: string | null = null;
  let looking: Promise<void> | null = null;

  function tell(found: string | null, error?: unknown): void {
    if (found === fault) return;
    fault = found;
    if (found === null) log.info('the store can be written again');
    else log.error({ err: error }, `${found} Requests with an idempotency key are refused.`);
  }

  function lose(reason: string): void {
    clearInterval(timer);
    onLost(reason);
  }

  async function look(): Promise<void> {
    try {
      const isOurs = engine.owner === null || (await engine.owner.beat());
      if (!isOurs) return lose('Another gateway has taken the session over.');
      if (!engine.isLockInPlace()) return lose('The lock file of the session was removed or replaced.');
      await time.look();
      tell(engine.isInPlace() ? null : GONE);
    } catch (error) {
      tell(engine.isInPlace() ? describeFault(error) : GONE, error);
    }
  }

  const timer = setInterval(() => {
    looking ??= look().finally(() => {
      looking = null;
    });
  }, BEAT_EVERY_MS).unref();

  return {
    fault: () => fault,
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}
