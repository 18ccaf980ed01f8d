import type { Plugin } from 'graphql-yoga';
import { beginTerms, readTerms } from '../request/call-terms.ts';
import { refuse } from '../request/refusal.ts';
import { currentRecord } from '../request/request-record.ts';

/** What a caller is told whose request took too long. */
export function deadlineExceeded(deadlineMs: number): { readonly code: string; readonly message: string } {
  return {
    code: 'DEADLINE_EXCEEDED',
    message:
      `The request was not answered within ${deadlineMs / 1000} s and was given up. ` +
      'A mutation may have been carried out: look before you send it again.',
  };
}

/** The answer of `work`, or, when the request's time is over, that of `tooLate`, with the request's signal aborted. */
export function withinDeadline<T>(work: () => T | PromiseLike<T>, tooLate: (ms: number) => T): Promise<T> {
  const record = currentRecord();
  const { deadlineMs } = record;
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const timer = setTimeout(() => {
    record.abort(new DOMException(`No answer within ${deadlineMs} ms.`, 'TimeoutError'));
    resolve(tooLate(deadlineMs));
  }, deadlineMs);
  new Promise<T>((begin) => begin(work())).then(
    (answer) => {
      clearTimeout(timer);
      resolve(answer);
    },
    (error: unknown) => {
      clearTimeout(timer);
      reject(error);
    },
  );
  return promise;
}

/**
 * Answers 504 when a request is not answered in time, and aborts its signal. The time is the caller's `x-deadline-ms`, where
 * it gives one: calls to Telegram end a little earlier, so that this is for what hangs elsewhere. Streams are only bound until their first byte.
 * A mutation further down the document sends nothing to Telegram any more: the services see the signal too.
 */
export function useDeadline(longestMs: number): Plugin {
  return {
    onRequest({ request: asked, endResponse, requestHandler, setRequestHandler }) {
      const terms = readTerms((name) => asked.headers.get(name), longestMs);
      if (typeof terms === 'string') {
        endResponse(refuse(asked, { status: 400, code: 'BAD_REQUEST', message: terms }));
        return;
      }
      beginTerms(currentRecord(), terms);
      setRequestHandler((request, context) =>
        withinDeadline(
          () => requestHandler(request, context),
          (ms) => refuse(request, { status: 504, ...deadlineExceeded(ms) }),
        ),
      );
    },
  };
}
