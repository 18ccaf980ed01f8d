import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { currentRecord } from '../request/request-record.ts';

export const REPLAYED_HEADER = 'idempotency-replayed';

/**
 * Tells which root fields a replay answers, beside the data: an entity that came twice is the same in a client's cache. A
 * header says it too where there is one root field.
 */
export function useReplays(): Plugin {
  return {
    onExecute: () => ({
      onExecuteDone({ result, setResult }) {
        const record = currentRecord();
        const { replayed } = record.scope;
        if (replayed.length === 0 || isAsyncIterable(result)) return;
        record.isReplay = Object.keys(result.data ?? {}).length === 1;
        setResult({ ...result, extensions: { ...result.extensions, replayed } });
      },
    }),
    onResponse({ response }) {
      if (currentRecord().isReplay) response.headers.set(REPLAYED_HEADER, 'true');
    },
  };
}
