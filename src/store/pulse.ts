import type { Logger } from '../base/log.ts';
import type { Engine, LockedSession, SessionOptions } from './engine.ts';
import { describeFault } from './store-error.ts';
import type { ObservedTime } from './tables/observed-time.ts';
import { BEAT_EVERY_MS, beat } from './tables/session-owner.ts';

const GONE = 'The file of the store was removed or replaced.';

/** A session that is looked after. `onLost` is called once at the most. */
type Watched = Pick<SessionOptions, 'boot' | 'onLost'> & Pick<LockedSession, 'isOwned' | 'isLockInPlace'>;

/** The store's look at itself and at the sessions of its accounts, every two seconds. */
export interface Pulse {
  /** What the last look has found wrong, for an operator; `null`: nothing. */
  fault(): string | null;
  /** Looks after one more session. The function it answers ends that. */
  watch(session: Watched): () => void;
  /** Ends when the last look has. */
  stop(): Promise<void>;
}

export function startPulse(engine: Engine, time: ObservedTime, log: Logger): Pulse {
  const sessions = new Set<Watched>();
  let fault: string | null = null;
  let looking: Promise<void> | null = null;

  function tell(found: string | null, error?: unknown): void {
    if (found === fault) return;
    fault = found;
    if (found === null) log.info('the store can be written again');
    else log.error({ err: error }, `${found} Requests with an idempotency key are refused.`);
  }

  function lose(session: Watched, reason: string): void {
    if (sessions.delete(session)) session.onLost(reason);
  }

  async function look(): Promise<void> {
    try {
      const owned = [...sessions].filter(({ isOwned }) => isOwned);
      const ours = await beat(
        engine.db,
        owned.map(({ boot }) => boot),
      );
      for (const session of owned) {
        if (!ours.has(session.boot)) lose(session, 'Another gateway has taken the session over.');
        else if (!session.isLockInPlace()) lose(session, 'The lock file of the session was removed or replaced.');
      }
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
    watch(session) {
      sessions.add(session);
      return () => void sessions.delete(session);
    },
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}
