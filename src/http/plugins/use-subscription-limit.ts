import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { createClientQuota } from '../request/client-quota.ts';
import { currentRecord } from '../request/request-record.ts';

/**
 * Refuses a client's subscription beyond `limit` at a time, or when an event of each together would have more than `bytes`,
 * before its source is asked; both transports count together.
 */
export function useSubscriptionLimit(limit: number, bytes: number): Plugin {
  const quota = createClientQuota(limit, bytes);
  return {
    onSubscribe({ setResultAndStopExecution }) {
      const record = currentRecord();
      const leave = quota.take(record.client, record.bytes);
      if (leave !== null) {
        record.held.defer(leave);
        return;
      }
      const message = `One client may have ${limit} subscriptions at a time, and ${bytes} bytes in an event of each together: end one before the next.`;
      const extensions = { code: 'TOO_MANY_SUBSCRIPTIONS', limit, http: { status: 429 } };
      setResultAndStopExecution({ errors: [new GraphQLError(message, { extensions })] });
    },
  };
}
