import type { Plugin } from 'graphql-yoga';
import { refuse } from './refusal.ts';
import { currentRecord } from './request-record.ts';

/**
 * Answers 504 when a request is not answered in time, and aborts its signal. Streams are only bound until their first byte.
 * Execution stops between fields: a mutation further down the document is not started any more.
 */
export function useDeadline(deadlineMs: number): Plugin {
  return {
    onRequest({ requestHandler, setRequestHandler }) {
      setRequestHandler(async (request, context) => {
        const record = currentRecord();
        const { promise: tooLate, resolve } = Promise.withResolvers<Response>();
        const timer = setTimeout(() => {
          record.abort(new DOMException(`No answer within ${deadlineMs} ms.`, 'TimeoutError'));
          resolve(
            refuse(request, {
              status: 504,
              code: 'DEADLINE_EXCEEDED',
              message:
                `The request was not answered within ${deadlineMs / 1000} s and was given up. ` +
                'A mutation may have been carried out: look before you send it again.',
            }),
          );
        }, deadlineMs);
        try {
          return await Promise.race([requestHandler(request, context), tooLate]);
        } finally {
          clearTimeout(timer);
        }
      });
    },
    onExecute({ args }) {
      Object.assign(args, { signal: currentRecord().scope.signal });
    },
    onSubscribe({ args }) {
      Object.assign(args, { signal: currentRecord().scope.signal });
    },
  };
}
