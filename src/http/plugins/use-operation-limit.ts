import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { createClientQuota } from '../request/client-quota.ts';
import { currentRecord } from '../request/request-record.ts';

/** An operation of the same client ends about as often. */
const RETRY_AFTER_SECONDS = 1;

/** Refuses a client's query or mutation beyond `limit` at a time, before it begins; both transports count together. */
export function useOperationLimit(limit: number): Plugin {
  const quota = createClientQuota(limit);
  return {
    onExecute({ setResultAndStopExecution }) {
      const record = currentRecord();
      const place = quota.take(record.client);
      if (place !== null) {
        record.held.use(place);
        return;
      }
      const message = `One client may have ${limit} operations at a time, and has them: wait for one to end before the next.`;
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
