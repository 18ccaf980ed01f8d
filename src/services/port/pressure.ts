import { hasTimeFor, whenOver } from '../../call-scope.ts';
import type { TelegramPort } from '../../telegram/port.ts';
import { GatewayBusyError, TelegramUnavailableError } from '../errors.ts';

export interface PressureLimits {
  /** Calls with Telegram at a time. */
  readonly inFlight: number;
  /** Calls that wait for their turn; one more is refused at once. */
  readonly queued: number;
}

/** One session's requests share a connection and Telegram's patience; more at once than this gains nothing. */
export const PRESSURE_LIMITS: PressureLimits = { inFlight: 64, queued: 512 };

/** What a call takes, before any has been measured. */
const FIRST_GUESS_MS = 100;

/**
 * Bounds the calls in flight and those that wait, first come first served. Beyond both a caller gets `GatewayBusyError` at
 * once, with the time after which there should be room. A caller that goes away, or whose deadline comes, leaves the queue.
 */
export function withPressure(port: TelegramPort, limits: PressureLimits = PRESSURE_LIMITS): TelegramPort {
  const waiting = new Set<() => void>();
  let running = 0;
  let averageMs = FIRST_GUESS_MS;

  /** Seconds until a place in the queue should be free. */
  function retryAfterSeconds(): number {
    return Math.max(1, Math.ceil((averageMs * waiting.size) / limits.inFlight / 1000));
  }

  async function turn(): Promise<void> {
    if (waiting.size >= limits.queued) throw new GatewayBusyError(retryAfterSeconds());
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    waiting.add(resolve);
    const stay = whenOver(() => {
      if (waiting.delete(resolve)) reject(ranOut());
    });
    try {
      await promise;
    } finally {
      stay();
    }
  }

  /** Hands the place on, so that nobody who comes now overtakes who waits. */
  function next(): void {
    const [first] = waiting;
    if (!first) {
      running -= 1;
      return;
    }
    waiting.delete(first);
    first();
  }

  return {
    async invoke(request) {
      if (!hasTimeFor(0)) throw ranOut();
      if (running < limits.inFlight) running += 1;
      else await turn();
      const startedAt = performance.now();
      try {
        return await port.invoke(request);
      } finally {
        averageMs += (performance.now() - startedAt - averageMs) / 16;
        next();
      }
    },
  };
}

function ranOut(): TelegramUnavailableError {
  return new TelegramUnavailableError('The gateway had no time left to ask.', 'NOT_EXECUTED');
}
