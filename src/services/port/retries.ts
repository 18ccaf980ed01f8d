import { callerIsGone, pause, timeLeft } from '../../base/call-scope.ts';
import { effectOf } from '../../telegram/methods.ts';
import type { TelegramPort } from '../../telegram/port.ts';
import type { Api } from '../../telegram/tl.ts';
import {
  AccountUnavailableError,
  FloodWaitError,
  GatewayBusyError,
  TelegramUnavailableError,
} from '../errors/errors.ts';

export interface RetryPolicy {
  /** Milliseconds before the first repetition at the most; it doubles with each. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** For calls outside of a request, which have no deadline. */
  readonly attemptsWithoutDeadline: number;
}

const RETRY_POLICY: RetryPolicy = { firstPauseMs: 100, longestPauseMs: 2_000, attemptsWithoutDeadline: 4 };

/**
 * Repeats a call that Telegram could not answer (no connection, no answer, 5xx) for as long as the deadline allows, with
 * pauses that grow and are drawn at random so that callers do not return in step. Only calls that may run twice: what may not is
 * left to who sent it. Where one of the tries may have been done, that is what is thrown in the end, though the last was not sent.
 */
export function withRetries(
  port: TelegramPort,
  policy: RetryPolicy = RETRY_POLICY,
  random = Math.random,
): TelegramPort {
  async function repeated<R extends Api.AnyRequest>(request: R): Promise<R['__response']> {
    let lost: TelegramUnavailableError | null = null;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await port.invoke(request);
      } catch (error) {
        if (error instanceof GatewayBusyError) throw lost ?? error;
        if (!(error instanceof TelegramUnavailableError))
          throw lost && effectOf(request) !== 'read' && wasKeptOut(error) ? lost : error;
        if (error.outcome === 'UNKNOWN') lost = error;
        const thrown = lost ?? error;
        const longest = Math.min(policy.firstPauseMs * 2 ** (attempt - 1), policy.longestPauseMs);
        const wait = longest / 2 + (longest / 2) * random();
        const left = timeLeft();
        if (left === Number.POSITIVE_INFINITY ? attempt >= policy.attemptsWithoutDeadline : left <= wait) throw thrown;
        await pause(wait);
        if (callerIsGone()) throw thrown;
      }
    }
  }

  return { invoke: (request) => (effectOf(request) === 'once' ? port.invoke(request) : repeated(request)) };
}

/** Whether the error says nothing of an earlier try: this one was not let through to where it would have been done. */
function wasKeptOut(error: unknown): boolean {
  return error instanceof AccountUnavailableError || error instanceof FloodWaitError;
}
