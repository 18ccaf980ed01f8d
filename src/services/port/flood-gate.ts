import { callerIsGone, callScope, pause, timeLeft } from '../../call-scope.ts';
import type { TelegramPort } from '../../telegram/port.ts';
import { FloodWaitError } from '../errors.ts';

/** A wait that Telegram asked for, by method. */
interface Wait {
  readonly code: number;
  readonly type: string;
  /** Unix milliseconds. */
  readonly until: number;
  /** The one call that asks whether it is over; the others wait for how it ends. */
  probe: Promise<void> | null;
}

/** Waits that belong to the account and the method. SLOWMODE_WAIT belongs to a chat, SESSION_TOO_FRESH to other methods. */
const REMEMBERED: ReadonlySet<string> = new Set(['FLOOD_WAIT', 'FLOOD_PREMIUM_WAIT']);

/**
 * Remembers each flood wait and answers calls of that method with the time that is left, without sending them: hammering
 * makes the wait longer and gets accounts banned (https://core.telegram.org/api/errors#420-flood). A caller that would
 * rather wait is held back, as long as the wait ends before its deadline. When a wait is over, one call goes ahead and the
 * others follow only if that one was not told to wait again.
 */
export function withFloodGate(port: TelegramPort, clock: () => Date): TelegramPort {
  const waits = new Map<string, Wait>();

  /** Waits its turn. What comes back is called when the call has ended; throws while the wait lasts. */
  async function admit(method: string): Promise<() => void> {
    for (let wait = waits.get(method); wait; wait = waits.get(method)) {
      const left = wait.until - clock().getTime();
      if (left > 0) {
        const mayWait = callScope()?.waitsForFloods && left < timeLeft() && !callerIsGone();
        if (!mayWait) throw stillWaiting(wait, left, clock());
        await pause(left);
      } else if (wait.probe) await wait.probe;
      else return probe(method, wait);
    }
    return () => {};
  }

  function probe(method: string, wait: Wait): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    wait.probe = promise;
    return () => {
      if (waits.get(method) === wait) waits.delete(method);
      resolve();
    };
  }

  return {
    async invoke(request) {
      const method = request.className;
      const release = waits.has(method) ? await admit(method) : null;
      try {
        return await port.invoke(request);
      } catch (error) {
        if (error instanceof FloodWaitError && REMEMBERED.has(error.type)) {
          const { code, type, retryAt } = error;
          waits.set(method, { code, type, until: retryAt.getTime(), probe: null });
        }
        throw error;
      } finally {
        release?.();
      }
    },
  };
}

function stillWaiting({ code, type }: Wait, left: number, now: Date): FloodWaitError {
  return new FloodWaitError({ code, type, retryAfterSeconds: Math.ceil(left / 1000), now });
}
