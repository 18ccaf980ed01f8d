import { createClient } from 'graphql-ws';
import { Client, type CombinedError, fetchExchange, mapExchange, subscriptionExchange } from 'urql';
import { cache } from './cache.ts';
import { CSRF_HEADERS, noteSessionEnd } from './session.ts';
import { createStore } from './store.ts';

const PATH = '/graphql';
const FORBIDDEN = 4403;
const PING_EVERY_MS = 12_000;
const PONG_WITHIN_MS = 5_000;

/** The connection that brings live events. `idle`: nobody listens to any. */
export type Connection = { state: 'idle' | 'connecting' | 'live' } | { state: 'interrupted'; since: Date };

export const connection = createStore<Connection>({ state: 'idle' });

/** Counts how often the connection came back. Events of the time between are lost, so lists are to be read again. */
export const comebacks = createStore(0);

function interrupt(): void {
  if (connection.get().state !== 'interrupted') connection.set({ state: 'interrupted', since: new Date() });
}

let pong: ReturnType<typeof setTimeout> | undefined;

const socket = createClient({
  url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${PATH}`,
  keepAlive: PING_EVERY_MS,
  retryAttempts: Number.POSITIVE_INFINITY,
  // A gateway that starts again is to be found, and one without its session is to be left alone.
  shouldRetry: (event) => !(event instanceof CloseEvent && event.code === FORBIDDEN),
  retryWait: async (retries) => {
    interrupt();
    await new Promise((resolve) => setTimeout(resolve, Math.min(1000 * 2 ** retries, 15_000)));
  },
  on: {
    connecting: (isRetrying) => isRetrying || connection.set({ state: 'connecting' }),
    connected: (_, __, wasRetry) => {
      connection.set({ state: 'live' });
      if (wasRetry) comebacks.set(comebacks.get() + 1);
    },
    closed: (event) => {
      clearTimeout(pong);
      if (!(event instanceof CloseEvent) || event.code !== 1000) interrupt();
      else connection.set({ state: 'idle' });
      if (event instanceof CloseEvent && event.code === FORBIDDEN) noteSessionEnd();
    },
    // A connection that is dead without being closed shows in nothing but a ping without its answer.
    ping: (received) => {
      if (!received) pong = setTimeout(() => socket.terminate(), PONG_WITHIN_MS);
    },
    pong: (received) => {
      if (received) clearTimeout(pong);
    },
  },
});

/** Why queries could not be read, by their keys. The cache forgets it as soon as something beside what is missing changes. */
const failures = new Map<number, CombinedError>();

/** Of the whole console. Screens use urql's hooks for reads and act.ts for mutations. */
export const client = new Client({
  url: PATH,
  preferGetMethod: false,
  fetchOptions: { headers: CSRF_HEADERS },
  exchanges: [
    mapExchange({
      onError: ({ response }) => {
        if (response?.status === 401) noteSessionEnd();
      },
      onResult: (result) => {
        const { key, kind, context } = result.operation;
        if (kind !== 'query') return result;
        const isCached = ['hit', 'partial'].includes(context.meta?.cacheOutcome ?? '');
        const error = result.error ?? (isCached ? failures.get(key) : undefined);
        if (error) failures.set(key, error);
        else failures.delete(key);
        return { ...result, error };
      },
    }),
    cache,
    fetchExchange,
    subscriptionExchange({
      forwardSubscription: ({ query = '', variables }) => ({
        subscribe: (sink) => ({ unsubscribe: socket.subscribe({ query, variables }, sink) }),
      }),
    }),
  ],
});
