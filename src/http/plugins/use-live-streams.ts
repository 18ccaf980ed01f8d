import type { ExecutionResult } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { noteErrors } from '../request/note-operation.ts';
import { currentRecord, elapsedMs, withRecord } from '../request/request-record.ts';

/** The subscriptions that run right now, whatever carries them. */
export interface LiveStreams {
  /** Tracks those over HTTP. */
  readonly plugin: Plugin;
  /** The same stream as part of the current request: it ends with the request's signal, and aborts it when it ends. */
  track<T extends ExecutionResult>(stream: AsyncIterable<T>): AsyncIterableIterator<T, undefined>;
  /** Ends all of them; each client is told `complete`. */
  end(): void;
}

/** Keeps the streams at hand, because nothing in Yoga or Node ends them when the server closes. */
export function createLiveStreams(): LiveStreams {
  const running = new Set<() => void>();
  return {
    plugin: {
      onExecutionResult({ result, setResult }) {
        if (isAsyncIterable(result)) setResult(endable(result, running));
      },
    },
    track: (stream) => endable(stream, running),
    end: () => {
      for (const end of running) end();
    },
  };
}

/**
 * Puts `end` into `running` while the stream lasts. Not simply `return()`: an async generator that waits for its next event
 * does not hear that before the event comes. Events are only taken from the source when the transport asks for one.
 */
function endable<T extends ExecutionResult>(
  stream: AsyncIterable<T>,
  running: Set<() => void>,
): AsyncIterableIterator<T, undefined> {
  const source = stream[Symbol.asyncIterator]();
  const record = currentRecord();
  const { signal, log } = record.scope;
  const endings = [signal, ...(record.signedOut === null ? [] : [record.signedOut])];
  record.call.deadline = Number.POSITIVE_INFINITY;
  const done = { done: true, value: undefined } as const;
  let ended = false;
  let events = 0;
  let wake = () => {};
  const finish = () => {
    if (ended) return;
    ended = true;
    running.delete(end);
    for (const each of endings) each.removeEventListener('abort', end);
    const codes = [...new Set(record.errorCodes)];
    const line = { operation: record.operation?.name ?? null, events, ms: elapsedMs(record) };
    log().info({ ...line, ...(codes.length > 0 && { errorCodes: codes }) }, 'subscription ended');
    record.abort(new DOMException('The subscription ended.', 'AbortError'));
  };
  const end = () => {
    if (ended) return;
    finish();
    wake();
    // It may be gone already or stop much later; neither is the client's business.
    Promise.resolve(source.return?.()).catch(() => {});
  };
  running.add(end);
  for (const each of endings) each.addEventListener('abort', end);
  if (endings.some(({ aborted }) => aborted)) end();
  return {
    next() {
      if (ended) return Promise.resolve(done);
      const { promise, resolve, reject } = Promise.withResolvers<IteratorResult<T, undefined>>();
      wake = () => resolve(done);
      // A transport asks from wherever its socket has drained; the error mask must still find the request.
      withRecord(record, () => source.next()).then(
        (item) => {
          if (ended) return;
          if (item.done) finish();
          else {
            events += 1;
            noteErrors(record, item.value);
          }
          resolve(item.done ? done : item);
        },
        (error) => {
          finish();
          reject(error);
        },
      );
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
