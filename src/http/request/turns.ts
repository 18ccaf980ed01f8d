/** Who works when, on the one thread that serves everybody. */
export interface Turns {
  /** Begins a piece of work of this client, at once or when its turn has come. */
  take(client: string, begin: () => void): void;
  /** A connection was accepted, and there may be more to accept. */
  accepted(): void;
}

/** Turns of the loop in a row that only accept connections: for all that 200 of them take, the rest waits some 20 ms. */
const MOST_PASSED = 100;

/**
 * Begins one piece of work in a turn of the event loop, of each client that has some in rotation. libuv accepts one connection in a turn, so
 * that whoever connects would otherwise wait for all that the connections before have brought along: turns in which one was
 * accepted are passed, within bounds. Nothing waits while there is nothing else to do.
 */
export function createTurns(): Turns {
  const waiting = new Map<string, (() => void)[]>();
  let isTaken = false;
  let hasAccepted = false;
  let passed = 0;

  function next(): void {
    const [first] = waiting;
    if (first === undefined) {
      isTaken = false;
      return;
    }
    setImmediate(next);
    passed = hasAccepted && passed < MOST_PASSED ? passed + 1 : 0;
    hasAccepted = false;
    if (passed > 0) return;
    const [client, works] = first;
    waiting.delete(client);
    const begin = works.shift();
    if (works.length > 0) waiting.set(client, works);
    begin?.();
  }

  return {
    take(client, begin) {
      if (isTaken) {
        const works = waiting.get(client);
        if (works) works.push(begin);
        else waiting.set(client, [begin]);
        return;
      }
      isTaken = true;
      setImmediate(next);
      begin();
    },
    accepted() {
      hasAccepted = true;
    },
  };
}
