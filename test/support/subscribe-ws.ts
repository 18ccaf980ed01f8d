import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { SubscriptionClient, SubscriptionResult } from './subscribe-sse.ts';

export interface WsClientOptions {
  /** Of the upgrade request. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly connectionParams?: Record<string, unknown>;
  readonly operationName?: string;
}

/**
 * Subscribes over a WebSocket of its own, by graphql-ws's own client. An `error` message is answered as the last result;
 * when the socket closes early, `next()` rejects with the CloseEvent (`code`, `reason`).
 * Resolves when the server has acknowledged the connection and the operation is on its way.
 */
export async function subscribeWs(
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
  options: WsClientOptions = {},
): Promise<SubscriptionClient> {
  const { headers = {}, connectionParams, operationName } = options;
  const acknowledged = Promise.withResolvers<void>();
  const client = createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: class extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols, { headers });
      }
    },
    ...(connectionParams && { connectionParams }),
    retryAttempts: 0,
    on: { connected: () => acknowledged.resolve(), closed: () => acknowledged.resolve() },
  });
  const results = new ReadableStream<SubscriptionResult>({
    start(controller) {
      client.subscribe(
        { query, variables, ...(operationName !== undefined && { operationName }) },
        {
          next: ({ data = null, errors, extensions }) =>
            controller.enqueue({ data, ...(errors && { errors }), ...(extensions !== undefined && { extensions }) }),
          complete: () => controller.close(),
          error(error) {
            if (!Array.isArray(error)) return controller.error(error);
            controller.enqueue({ data: null, errors: error });
            controller.close();
          },
        },
      );
    },
  });
  await acknowledged.promise;
  const close = async () => client.dispose();
  return Object.assign(drain(results), { close, [Symbol.asyncDispose]: close });
}

async function* drain(results: ReadableStream<SubscriptionResult>): AsyncGenerator<SubscriptionResult, undefined> {
  yield* results;
}
