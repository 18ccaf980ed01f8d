import { callScope, pause } from '../../base/call-scope.ts';
import type { TelegramPort } from '../../telegram/port.ts';
import type { Api } from '../../telegram/tl.ts';
import { FloodWaitError, isPassingTrouble } from '../errors/errors.ts';
import { mayWaitOut, waitFor } from '../shared-work.ts';

/** A wait that Telegram asked for, by method. */
interface Wait {
  readonly code: string;
  readonly telegramCode: number;
  /** By `now`. */
  readonly until: number;
  /** The one call that asks whether it is over; the others wait for how it ends. */
  probe: Promise<void> | null;
}

/** Waits that belong to the account and the method. SLOWMODE_WAIT belongs to a chat, SESSION_TOO_FRESH to other methods. */
const REMEMBERED: ReadonlySet<string> = new Set(['FLOOD_WAIT', 'FLOOD_PREMIUM_WAIT']);

/** Two guards that know of the same waits. */
export interface FloodGate {
  /** Answers a call of a method that has to wait without letting it pass, or holds it back. */
  entrance(port: TelegramPort): TelegramPort;
  /** Remembers the waits that come back, and stops a call that was held up on its way from the entrance while a wait began. */
  exit(port: TelegramPort): TelegramPort;
  /** Whether calls of the method have to wait just now. */
  holds(method: string): boolean;
}

/**
 * Remembers each flood wait and answers calls of that method with the time that is left, without sending them: hammering
 * makes the wait longer and gets accounts banned (https://core.telegram.org/api/errors#420-flood). A caller that would
 * rather wait is held back, as long as the wait ends before its deadline. When a wait is over, one call goes ahead and the
 * others follow only if that one was not told to wait again.
 *
 * `now` is a number of milliseconds that only grows: a wait lasts as long as Telegram said, whatever becomes of the clock.
 */
export function createFloodGate(clock: () => Date, now: () => number): FloodGate {
  const waits = new Map<string, Wait>();
  /** In whole milliseconds: sums of a clock's fractions are off by a hair, and a hair is not a wait. */
  const left = ({ until }: Wait) => Math.round(until - now());

  function refuse(wait: Wait): never {
    const { code, telegramCode } = wait;
    throw new FloodWaitError({ code, telegramCode, retryAfterSeconds: Math.ceil(left(wait) / 1000), now: clock() });
  }

  function remember(method: string, { code, telegramCode, retryAfterSeconds }: FloodWaitError): void {
    const until = now() + retryAfterSeconds * 1000;
    const known = waits.get(method);
    if (!known || known.until < until) waits.set(method, { code, telegramCode, until, probe: null });
  }

  /** Waits its turn, and throws while the wait lasts. What comes back is told when the call has ended, if it is the probe. */
  async function admit(method: string): Promise<((isHeard: boolean) => void) | null> {
    for (let wait = waits.get(method); wait; wait = waits.get(method)) {
      if (left(wait) > 0) {
        if (!mayWaitOut(left(wait))) refuse(wait);
        await pause(left(wait));
      } else if (wait.probe) await waitFor(wait.probe);
      else return beginProbe(method, wait);
    }
    return null;
  }

  /** Where Telegram was not heard, the next call is the probe. */
  function beginProbe(method: string, wait: Wait): (isHeard: boolean) => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    wait.probe = promise;
    return (isHeard) => {
      wait.probe = null;
      if (isHeard && waits.get(method) === wait) waits.delete(method);
      resolve();
    };
  }

  async function admitted<R extends Api.AnyRequest>(behind: TelegramPort, request: R): Promise<R['__response']> {
    for (;;) {
      const endProbe = await admit(request.className);
      try {
        const answer = await behind.invoke(request);
        endProbe?.(true);
        return answer;
      } catch (error) {
        endProbe?.(!isPassingTrouble(error));
        const wait = error instanceof FloodWaitError ? waits.get(request.className) : undefined;
        if (!wait || !mayWaitOut(left(wait))) throw error;
      }
    }
  }

  return {
    holds(method) {
      const wait = waits.get(method);
      return wait !== undefined && left(wait) > 0;
    },
    entrance: (port) => ({
      invoke(request) {
        const passes = !waits.has(request.className) && !callScope()?.waitsForFloods;
        return passes ? port.invoke(request) : admitted(port, request);
      },
    }),
    exit: (port) => ({
      async invoke(request) {
        const known = waits.get(request.className);
        if (known && left(known) > 0) refuse(known);
        try {
          return await port.invoke(request);
        } catch (error) {
          if (error instanceof FloodWaitError && REMEMBERED.has(error.code)) remember(request.className, error);
          throw error;
        }
      },
    }),
  };
}
