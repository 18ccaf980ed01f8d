import { EventEmitter, on, once } from 'node:events';
import { GraphQLError } from 'graphql';
import { createSchema } from 'graphql-yoga';
import { callScope, timeLeft } from '../../../src/base/call-scope.ts';
import { createLogger, type LogLevel } from '../../../src/base/log.ts';
import { costs } from '../../../src/base/price.ts';
import { readApiKey } from '../../../src/config/api-key.ts';
import type { HttpConfig } from '../../../src/config/index.ts';
import type { GatewayContext } from '../../../src/context.ts';
import { createGateway, type GatewayDeps } from '../../../src/http/server.ts';
import type { AccountManagement } from '../../../src/services/account/account-management.ts';
import type { Accounts } from '../../../src/services/routing/accounts.ts';
import type { SignIns } from '../../../src/services/sign-in/sign-ins.ts';

/** An expected failure of a read, as services throw them. */
export class ToyNotFound extends Error {}

/** A gateway over a schema of a few fields, one for each thing that the HTTP side must cope with. */
export interface ToyGateway extends AsyncDisposable {
  /** Of GraphQL. */
  readonly url: string;
  /** Scheme, host and port. */
  readonly origin: string;
  /** Everything logged so far, parsed. */
  readonly lines: readonly Record<string, unknown>[];
  /** The same as one text. */
  logText(): string;
  /** Names of resolvers that ran, in order. */
  readonly calls: readonly string[];
  /** Emits the resolvers' names when they start; emit `release` to let `slow` answer. */
  readonly events: EventEmitter;
  /** How many events of `flood` the transport has asked for. */
  readonly taken: number;
  close(): Promise<void>;
}

export interface ToyOptions extends Partial<Omit<GatewayDeps, 'config' | 'log' | 'schema' | 'contextFor'>> {
  /** Keys as they stand in GATEWAY_API_KEYS. */
  readonly config?: Partial<Omit<HttpConfig, 'apiKeys'>> & { readonly apiKeys?: readonly string[] };
  readonly logLevel?: LogLevel;
}

const typeDefs = /* GraphQL */ `
  type Query {
    hello: String!
    echo(text: String!): String
    self: Query!
    items(first: Int): [Query!]!
    "What calls to Telegram would keep to, as JSON."
    scope: String!
    "Answers after the event release, or throws when its signal aborts."
    slow: String
    "Throws an Error."
    broken: String
    "Throws a GraphQLError that a library might throw."
    leaky: String
    "Throws a GraphQLError around another error."
    wrapped: String
    "Throws an expected failure."
    missing: String
    "Breaks its own type."
    hole: String!
  }
  type Mutation {
    poke: Int!
  }
  type Subscription {
    "One tick at once, then none for ever."
    ticks: Int!
    "The same as Query.scope, twice: when it is subscribed to, and when its event is resolved."
    scopes: [String!]!
    "A text for each event news, until its reader returns."
    news: String!
    "As many texts of so many characters as the transport takes, counted in taken."
    flood(count: Int!, size: Int!): String!
    "One number, then its source throws: a bug, an expected failure, or a library's GraphQLError."
    failing(how: String!): Int!
    "Its event has fields of its own, which may throw."
    event: Query!
  }
`;

export async function startToyGateway(options: ToyOptions = {}): Promise<ToyGateway> {
  const { config, logLevel, ...deps } = options;
  const text: string[] = [];
  const calls: string[] = [];
  let taken = 0;
  const events = new EventEmitter();
  events.setMaxListeners(0);
  const called = (name: string) => {
    calls.push(name);
    events.emit(name);
  };
  const slow = async (_: unknown, __: unknown, context: GatewayContext) => {
    const released = once(events, 'release', { signal: context.signal });
    context.signal.addEventListener('abort', () => events.emit('aborted', context.signal.reason));
    called('slow');
    await released;
    return 'done';
  };

  const schema = createSchema<GatewayContext>({
    typeDefs,
    resolvers: {
      Query: {
        hello: () => {
          called('hello');
          return 'world';
        },
        echo: (_: unknown, { text: given }: { text: string }) => given,
        self: () => ({}),
        items: { extensions: costs((argument) => ({ rows: Number(argument('first')) })), resolve: () => [{}] },
        scope: () => scopeAsJson(),
        slow,
        broken: () => {
          throw new Error('the secret is 42');
        },
        leaky: () => {
          throw new GraphQLError('the database is at 10.0.0.7', { extensions: { code: 'DB_DOWN' } });
        },
        wrapped: () => {
          throw new GraphQLError('outer', { originalError: new Error('inner secret') });
        },
        missing: () => {
          throw new ToyNotFound('no such thing');
        },
        hole: () => null,
      },
      Mutation: {
        poke: () => {
          called('poke');
          return calls.filter((name) => name === 'poke').length;
        },
      },
      Subscription: {
        ticks: {
          subscribe: async function* () {
            yield { ticks: 1 };
            called('ticks waits');
            await once(events, 'never');
          },
        },
        scopes: {
          subscribe: () => {
            const begun = scopeAsJson();
            return (async function* () {
              yield begun;
            })();
          },
          resolve: (begun: string) => [begun, scopeAsJson()],
        },
        news: { subscribe: () => readNews(events) },
        flood: {
          subscribe: async function* (_: unknown, { count, size }: { count: number; size: number }) {
            try {
              for (let n = 1; n <= count; n += 1) {
                taken += 1;
                yield { flood: String(n).padEnd(size, '.') };
              }
            } finally {
              events.emit('flood ended');
            }
          },
        },
        failing: {
          subscribe: async function* (_: unknown, { how }: { how: string }) {
            yield { failing: 1 };
            if (how === 'expected') throw new ToyNotFound('no such thing');
            if (how === 'library') throw new GraphQLError('the database is at 10.0.0.7');
            throw new Error('the secret is 42');
          },
        },
        event: {
          subscribe: async function* () {
            yield { event: {} };
          },
        },
      },
    },
  });

  const gateway = await createGateway({
    schema,
    config: {
      host: '127.0.0.1',
      port: 0,
      corsOrigins: [],
      localOrigins: false,
      trustedProxies: [],
      operationCalls: 50,
      graphiql: true,
      console: true,
      ...config,
      apiKeys: (config?.apiKeys ?? []).map(readApiKey),
    },
    log: createLogger({ level: logLevel ?? 'info', destination: { write: (line) => text.push(line) } }),
    // No toy resolver touches them.
    contextFor: (scope) => ({
      ...scope,
      accounts: {} as Accounts,
      signIns: {} as SignIns,
      management: {} as AccountManagement,
      pins: null,
    }),
    presentError: (error) =>
      error instanceof ToyNotFound
        ? new GraphQLError(error.message, { extensions: { code: 'NOT_THERE', telegramCode: 400 } })
        : null,
    readiness: async () => ({ ready: true }),
    account: 'Toy <Owner>, a user',
    telegram: 'a toy',
    sandbox: false,
    consoleDir: Promise.resolve(null),
    examples: [],
    ...deps,
  });
  return {
    url: gateway.url,
    origin: new URL(gateway.url).origin,
    get lines() {
      return text.map((line): Record<string, unknown> => JSON.parse(line));
    },
    logText: () => text.join(''),
    calls,
    events,
    get taken() {
      return taken;
    },
    close: () => gateway.close(),
    [Symbol.asyncDispose]: () => gateway.close(),
  };
}

function scopeAsJson(): string {
  return JSON.stringify({ ...callScope(), left: timeLeft() });
}

/** Emits `news subscribed` and `news returned`, as a feed does that hears `return()` while it waits. */
function readNews(events: EventEmitter): AsyncIterableIterator<{ news: string }> {
  const source = on(events, 'news');
  events.emit('news subscribed');
  let returned = false;
  return {
    async next() {
      const { done, value } = await source.next();
      return done ? { done, value } : { done: false, value: { news: value[0] } };
    },
    async return() {
      if (!returned) events.emit('news returned');
      returned = true;
      await source.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
