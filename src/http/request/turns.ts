/** Who works when, on the one thread that serves everybody. */
export interface Turns {
  /**
   * Begins a piece of work of this client, at once or when its turn has come. `begin` answers whether there still was something to
   * do: if not, it was nobody's turn.
   */
  take(client: string, begin: () => boolean): void;
  /** A connection was accepted, and there may be more to accept. */
  accepted(): void;
}

/** Milliseconds after a piece of work for which turns of the loop that accept a connection do nothing else. */
const ACCEPTING_MS = 5;

/**
 * Begins one piece of work in a turn of the event loop, of each client that has some in rotation. libuv accepts one connection in a
 * turn, so that whoever connects would wait for all that the connections before have brought along: for a while they are accepted
 * without. Nothing waits while there is nothing else to do.
 */
export function createTurns(): Turns {
  const waiting = new Map<string, (() => boolean)[]>();
  let isTaken = false;
  let hasAccepted = false;
  let endedAt: number | null = null;

  function next(): void {
    if (waiting.size === 0) {
      isTaken = false;
      return;
    }
    setImmediate(next);
    const now = performance.now();
    endedAt ??= now;
    const accepts = hasAccepted && now - endedAt < ACCEPTING_MS;
    hasAccepted = false;
    if (!accepts) beginOne();
  }

  function beginOne(): void {
    endedAt = null;
    // A client that is put back behind the others is met again.
    for (const [client, works] of waiting) {
      waiting.delete(client);
      const begin = works.shift();
      if (works.length > 0) waiting.set(client, works);
      if (begin?.()) return;
    }
  }

  return {
    take(client, begin) {
      const works = waiting.get(client);
      if (works) works.push(begin);
      else waiting.set(client, [begin]);
      if (isTaken) return;
      isTaken = true;
      setImmediate(next);
      beginOne();
    },
    accepted() {
      hasAccepted = true;
    },
  };
}
