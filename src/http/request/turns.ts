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

/**
 * Milliseconds in which work is begun before the event loop has its turn: an immediate for each would cost an export 3 %, and what is
 * begun together calls Telegram in one packet.
 */
const WORKING_MS = 5;
/** Milliseconds thereafter in which turns that accept a connection do nothing else. */
const ACCEPTING_MS = 5;
/** Pieces of work that waited and are begun in one turn: each by an immediate of its own, so that the one before has done what it can. */
const MOST_IN_A_TURN = 50;

/**
 * Begins as much work in a turn of the event loop as fits, of each client that has some in rotation. libuv accepts one connection in a
 * turn, so that whoever connects would wait for all that the connections before have brought along: for a while they are accepted
 * without. Where there is little to do, nothing waits for longer than a turn.
 */
export function createTurns(): Turns {
  const waiting = new Map<string, (() => boolean)[]>();
  let isBusy = false;
  let hasAccepted = false;
  let hasBegun = false;
  let worksUntil = 0;
  let acceptsUntil = 0;

  function nextTurn(): void {
    const now = performance.now();
    if (hasBegun) acceptsUntil = now + ACCEPTING_MS;
    worksUntil = hasAccepted && now < acceptsUntil ? now : now + WORKING_MS;
    hasBegun = false;
    hasAccepted = false;
    beginOne();
    isBusy = waiting.size > 0;
    if (!isBusy) return;
    setImmediate(nextTurn);
    for (let n = 0; n < MOST_IN_A_TURN; n += 1) setImmediate(beginOne);
  }

  function beginOne(): void {
    if (waiting.size === 0 || performance.now() >= worksUntil) return;
    hasBegun = true;
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
      beginOne();
      if (isBusy || waiting.size === 0) return;
      isBusy = true;
      setImmediate(nextTurn);
    },
    accepted() {
      hasAccepted = true;
    },
  };
}
