import { SubscriberTooSlowError } from '../errors/errors.ts';

/** What one subscriber reads. `next()` rejects once, with the failure that ended the stream. */
export type Live<Event> = AsyncIterableIterator<Event, undefined>;

/** The other end of a subscriber's stream. Nothing happens any more once it has ended. */
export interface EventStream<Event> extends Live<Event> {
  /** Hands an event to whoever waits for it, or keeps it. One too many ends the stream with `SubscriberTooSlowError`. */
  push(event: Event): void;
  /** Ends it with this failure, behind what is kept. */
  fail(error: unknown): void;
  /** Ends it behind what is kept. */
  finish(): void;
  /** Ends it at once, also while somebody waits for the next event. */
  return(): Promise<IteratorReturnResult<undefined>>;
}

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

/**
 * A queue of at most `limit` events between a feed, which never waits, and one subscriber, who may. `onEnd` is called once,
 * when nothing more is wanted. No async generator: one that waits for an event does not hear `return()` before it comes.
 */
export function createEventStream<Event>(limit: number, onEnd: () => void): EventStream<Event> {
  const kept: Event[] = [];
  const waiting: PromiseWithResolvers<IteratorResult<Event, undefined>>[] = [];
  let failure: { readonly error: unknown } | null = null;
  let ended = false;

  function end(): void {
    ended = true;
    for (const reader of waiting.splice(0)) reader.resolve(DONE);
    onEnd();
  }

  function fail(error: unknown): void {
    if (ended) return;
    const reader = waiting.shift();
    if (reader) reader.reject(error);
    else failure = { error };
    end();
  }

  return {
    push(event) {
      if (ended) return;
      const reader = waiting.shift();
      if (reader) reader.resolve({ done: false, value: event });
      else if (kept.length < limit) kept.push(event);
      else fail(new SubscriberTooSlowError(limit));
    },
    fail,
    finish() {
      if (!ended) end();
    },
    async next() {
      const [event] = kept;
      if (event !== undefined) {
        kept.shift();
        return { done: false, value: event };
      }
      if (failure) {
        const { error } = failure;
        failure = null;
        throw error;
      }
      if (ended) return DONE;
      const reader = Promise.withResolvers<IteratorResult<Event, undefined>>();
      waiting.push(reader);
      return reader.promise;
    },
    async return() {
      kept.length = 0;
      failure = null;
      if (!ended) end();
      return DONE;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
