import { callScope, hasTimeFor, whenOver } from '../../base/call-scope.ts';
import type { TelegramPort } from '../../telegram/port.ts';
import { GatewayBusyError, TelegramUnavailableError } from '../errors/errors.ts';

export interface PressureLimits {
  /** Calls with Telegram at a time. */
  readonly inFlight: number;
  /** Calls that wait for their turn, those of all callers together. */
  readonly queued: number;
}

/** One session's requests share a connection and Telegram's patience; more at once than this gains nothing. */
export const PRESSURE_LIMITS: PressureLimits = { inFlight: 64, queued: 512 };

/** What a call takes, before any has been measured. */
const FIRST_GUESS_MS = 100;

/** Of calls that no request made: what the gateway does of its own accord. */
const GATEWAY = 'the gateway itself';

/** A call that waits for its turn. */
interface Waiting {
  readonly go: () => void;
  readonly refuse: (error: Error) => void;
}

/** A port that is full while no more calls may wait: `isFull`. */
export type PressedPort = TelegramPort & { readonly isFull: () => boolean };

/**
 * Bounds the calls in flight and those that wait. Each caller waits in a queue of its own, and the queues take turns, so that
 * who asks for much waits longer and nobody else does. One caller may fill all places; when they are full, whoever has more
 * waiting than another loses its newest to the other's. Whom that leaves without a place gets `GatewayBusyError` at once, with the
 * time after which it should have one. A caller that goes away, or whose deadline comes, leaves its queue.
 */
export function withPressure(port: TelegramPort, limits: PressureLimits = PRESSURE_LIMITS): PressedPort {
  /** By caller, the next to have its turn first. None is empty. */
  const queues = new Map<string, Waiting[]>();
  let waiting = 0;
  let running = 0;
  let averageMs = FIRST_GUESS_MS;

  /** For a caller with so many waiting: until all of them have left, and as many of each other caller's. */
  function busy(mine: number): GatewayBusyError {
    const ahead = [...queues.values()].reduce((sum, { length }) => sum + Math.min(length, mine), 0);
    return new GatewayBusyError(Math.max(1, Math.ceil((averageMs * ahead) / limits.inFlight / 1000)));
  }

  /** Takes it out of its queue: whether it was in there. */
  function leave(caller: string, call: Waiting): boolean {
    const queue = queues.get(caller) ?? [];
    const place = queue.indexOf(call);
    if (place === -1) return false;
    queue.splice(place, 1);
    if (queue.length === 0) queues.delete(caller);
    waiting -= 1;
    return true;
  }

  /** A place for this caller, taken from the one with the most where that leaves both with no less than the other. */
  function makeRoom(caller: string): void {
    const mine = queues.get(caller)?.length ?? 0;
    const [most, longest] = [...queues].reduce(
      (one, other) => (other[1].length > one[1].length ? other : one),
      [caller, []],
    );
    const newest = longest.at(-1);
    if (longest.length <= mine + 1 || !newest) throw busy(mine);
    leave(most, newest);
    newest.refuse(busy(longest.length));
  }

  async function turn(): Promise<void> {
    const caller = callScope()?.caller ?? GATEWAY;
    if (waiting >= limits.queued) makeRoom(caller);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const call = { go: resolve, refuse: reject };
    const queue = queues.get(caller);
    if (queue) queue.push(call);
    else queues.set(caller, [call]);
    waiting += 1;
    const stay = whenOver(() => {
      if (leave(caller, call)) reject(ranOut());
    });
    try {
      await promise;
    } finally {
      stay();
    }
  }

  /** Hands the place on, so that nobody who comes now overtakes who waits. */
  function next(): void {
    const [first] = queues;
    if (!first) {
      running -= 1;
      return;
    }
    const [caller, queue] = first;
    const call = queue.shift();
    queues.delete(caller);
    if (queue.length > 0) queues.set(caller, queue);
    waiting -= 1;
    call?.go();
  }

  return {
    isFull: () => waiting >= limits.queued,
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
