import type { Logger } from '../base/log.ts';
import type { SessionLock } from './sqlite/session-lock.ts';
import type { SqliteFile } from './sqlite/sqlite.ts';
import { describeFault } from './store-error.ts';
import type { ObservedTime } from './tables/observed-time.ts';
import { BEAT_EVERY_MS, type SessionOwner } from './tables/session-owner.ts';

const GONE = 'The file of the store was removed or replaced.';

interface Watched {
  readonly file: Pick<SqliteFile, 'isInPlace'>;
  readonly time: ObservedTime;
  /** `null`: in memory. */
  readonly session: { readonly lock: SessionLock; readonly owner: SessionOwner } | null;
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

export function startPulse({ file, time, session, onLost, log }: Watched): Pulse {
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
      const isOurs = session === null || (await session.owner.beat());
      if (!isOurs) return lose('Another gateway has taken the session over.');
      if (session?.lock.isInPlace() === false) return lose('The lock file of the session was removed or replaced.');
      await time.look();
      tell(file.isInPlace() ? null : GONE);
    } catch (error) {
      tell(file.isInPlace() ? describeFault(error) : GONE, error);
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
