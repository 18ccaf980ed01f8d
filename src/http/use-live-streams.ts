import { isAsyncIterable, type Plugin } from 'graphql-yoga';

/** The subscriptions that run right now. */
export interface LiveStreams {
  readonly plugin: Plugin;
  /** Ends all of them; each client is told `complete`. */
  end(): void;
}

/** Keeps the streams at hand, because nothing in Yoga or Node ends them when the server closes. */
export function createLiveStreams(): LiveStreams {
  const running = new Set<() => void>();
  return {
    plugin: {
      onSubscribe: () => ({
        onSubscribeResult({ result, setResult }) {
          if (isAsyncIterable(result)) setResult(endable(result, running));
        },
      }),
    },
    end: () => {
      for (const end of running) end();
    },
  };
}

/**
 * The same stream, with its `end` put into `running` while it lasts. Not simply `return()`: an async generator that waits for
 * its next event does not hear that before the event comes.
 */
function endable<T>(stream: AsyncIterable<T>, running: Set<() => void>): AsyncIterableIterator<T, undefined> {
  const source = stream[Symbol.asyncIterator]();
  const done = { done: true, value: undefined } as const;
  let ended = false;
  let wake = () => {};
  const end = () => {
    if (ended) return;
    ended = true;
    running.delete(end);
    wake();
    // It may be gone already or stop much later; neither is the client's business.
    Promise.resolve(source.return?.()).catch(() => {});
  };
  running.add(end);
  return {
    next() {
      if (ended) return Promise.resolve(done);
      const { promise, resolve, reject } = Promise.withResolvers<IteratorResult<T, undefined>>();
      wake = () => resolve(done);
      source.next().then((item) => {
        if (item.done) running.delete(end);
        resolve(item.done ? done : item);
      }, reject);
      return promise;
    },
    return() {
      end();
      return Promise.resolve(done);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
