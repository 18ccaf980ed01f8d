import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { createClientQuota } from '../request/client-quota.ts';
import { currentRecord } from '../request/request-record.ts';

/** Refuses a client's subscription beyond `limit` at a time, before its source is asked; both transports count together. */
export function useSubscriptionLimit(limit: number): Plugin {
  const quota = createClientQuota(limit);
  return {
    onSubscribe({ setResultAndStopExecution }) {
      const record = currentRecord();
      const place = quota.take(record.client);
      if (place !== null) {
        record.held.use(place);
        return;
      }
      const message = `One client may have ${limit} subscriptions at a time, and has them: end one before the next.`;
      const extensions = { code: 'TOO_MANY_SUBSCRIPTIONS', limit, http: { status: 429 } };
      setResultAndStopExecution({ errors: [new GraphQLError(message, { extensions })] });
    },
  };
}
