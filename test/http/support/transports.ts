import { type SubscriptionClient, type SubscriptionResult, subscribeSse } from '../../support/subscribe-sse.ts';
import { subscribeWs } from '../../support/subscribe-ws.ts';

/** Both ways to subscribe, for tests of what must hold over either. */
export const TRANSPORTS: readonly [
  name: string,
  subscribe: (url: string, query: string, variables?: Record<string, unknown>) => Promise<SubscriptionClient>,
][] = [
  ['server-sent events', subscribeSse],
  ['a WebSocket', subscribeWs],
];

/** All results up to `complete`. */
export async function collect(client: SubscriptionClient): Promise<SubscriptionResult[]> {
  const results: SubscriptionResult[] = [];
  for await (const result of client) results.push(result);
  return results;
}
