import { callerIsGone, pause, timeLeft } from '../../base/call-scope.ts';
import { effectOf } from '../../telegram/methods.ts';
import type { TelegramPort } from '../../telegram/port.ts';
import type { Api } from '../../telegram/tl.ts';
import { TelegramUnavailableError } from '../errors/errors.ts';

export interface RetryPolicy {
  /** Milliseconds before the first repetition at the most; it doubles with each. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** For calls outside of a request, which have no deadline. */
  readonly attemptsWithoutDeadline: number;
}

const RETRY_POLICY: RetryPolicy = { firstPauseMs: 100, longestPauseMs: 2_000, attemptsWithoutDeadline: 4 };

/**
 * Repeats a read that Telegram could not answer (no connection, no answer, 5xx) for as long as the deadline allows, with
 * pauses that grow and are drawn at random so that callers do not return in step. A change is left to the verb that sent it.
 */
export function withRetries(
  port: TelegramPort,
  policy: RetryPolicy = RETRY_POLICY,
  random = Math.random,
): TelegramPort {
  async function repeated<R extends Api.AnyRequest>(request: R): Promise<R['__response']> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await port.invoke(request);
      } catch (error) {
        if (!(error instanceof TelegramUnavailableError)) throw error;
        const longest = Math.min(policy.firstPauseMs * 2 ** (attempt - 1), policy.longestPauseMs);
        const wait = longest / 2 + (longest / 2) * random();
        const left = timeLeft();
        if (left === Number.POSITIVE_INFINITY ? attempt >= policy.attemptsWithoutDeadline : left <= wait) throw error;
        await pause(wait);
        if (callerIsGone()) throw error;
      }
    }
  }

  return { invoke: (request) => (effectOf(request) === 'once' ? port.invoke(request) : repeated(request)) };
}
