import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { createClientQuota } from '../request/client-quota.ts';
import { currentRecord } from '../request/request-record.ts';

/** An operation of the same client ends about as often. */
const RETRY_AFTER_SECONDS = 1;

/**
 * Refuses a client's query or mutation beyond `limit` at a time, or when the answers of those under way would have more than
 * `bytes`, before it begins; both transports count together. An answer counts until it has left.
 */
export function useOperationLimit(limit: number, bytes: number): Plugin {
  const quota = createClientQuota(limit, bytes);
  return {
    onExecute({ setResultAndStopExecution }) {
      const record = currentRecord();
      const leave = quota.take(record.client, record.bytes);
      if (leave !== null) {
        record.held.defer(leave);
        return;
      }
      const message =
        `One client may have ${limit} operations at a time, and ${bytes} bytes in their answers together: wait for one to end ` +
        'before the next.';
      const headers = { 'retry-after': String(RETRY_AFTER_SECONDS) };
      const extensions = {
        code: 'TOO_MANY_OPERATIONS',
        limit,
        retryAfterSeconds: RETRY_AFTER_SECONDS,
        http: { status: 429, headers },
      };
      setResultAndStopExecution({ errors: [new GraphQLError(message, { extensions })] });
    },
  };
}
