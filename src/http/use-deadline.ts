import type { Plugin } from 'graphql-yoga';
import { refuse } from './refusal.ts';
import { currentRecord } from './request-record.ts';

/** What a caller is told whose request took too long. */
export function deadlineExceeded(deadlineMs: number): { readonly code: string; readonly message: string } {
  return {
    code: 'DEADLINE_EXCEEDED',
    message:
      `The request was not answered within ${deadlineMs / 1000} s and was given up. ` +
      'A mutation may have been carried out: look before you send it again.',
  };
}

/** The answer of `work`, or, with the request's signal aborted, that of `tooLate`. */
export async function withinDeadline<T>(
  deadlineMs: number,
  work: () => T | PromiseLike<T>,
  tooLate: () => T,
): Promise<T> {
  const record = currentRecord();
  const { promise: late, resolve } = Promise.withResolvers<T>();
  const timer = setTimeout(() => {
    record.abort(new DOMException(`No answer within ${deadlineMs} ms.`, 'TimeoutError'));
    resolve(tooLate());
  }, deadlineMs);
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Answers 504 when a request is not answered in time, and aborts its signal. Streams are only bound until their first byte.
 * Execution stops between fields: a mutation further down the document is not started any more.
 */
export function useDeadline(deadlineMs: number): Plugin {
  return {
    onRequest({ requestHandler, setRequestHandler }) {
      setRequestHandler((request, context) =>
        withinDeadline(
          deadlineMs,
          () => requestHandler(request, context),
          () => refuse(request, { status: 504, ...deadlineExceeded(deadlineMs) }),
        ),
      );
    },
    onExecute({ args }) {
      Object.assign(args, { signal: currentRecord().scope.signal });
    },
    onSubscribe({ args }) {
      Object.assign(args, { signal: currentRecord().scope.signal });
    },
  };
}
