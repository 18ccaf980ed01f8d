import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type DocumentNode, print } from 'graphql';
import { type App, startApp } from '../../src/app.ts';
import { createLogger } from '../../src/base/log.ts';
import { loadConfig } from '../../src/config/index.ts';
import type { CallRecord } from '../../src/sandbox/dispatcher.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { makeStorePlace } from './store-place.ts';

/** A GraphQL answer as a client sees it. */
export interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface TestGateway extends AsyncDisposable {
  readonly app: App;
  readonly sandbox: Sandbox;
  /** Telegram's names of the calls that reached the sandbox since the gateway had started. */
  readonly calls: string[];
  /** The calls themselves, in the same order. */
  readonly records: CallRecord[];
  /** Everything the gateway logged, one JSON line each. */
  readonly logLines: string[];
  post<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables?: Variables): Promise<Answer<Data>>;
  /** For documents without types of their own. */
  query(
    document: string | DocumentNode,
    variables?: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer<Record<string, never>>>;
}

export interface TestGatewayOptions {
  /** Name in the sandbox's cast. */
  readonly account?: string;
  /** Several of the cast, each under its name, in place of the one that the environment would name. */
  readonly accounts?: readonly string[];
  /** Sessions in the place of the cast's own, by their names. */
  readonly sessions?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly callTimeoutMs?: number;
  readonly clock?: () => Date;
  readonly monotonic?: () => number;
  readonly sandbox?: Sandbox;
  /** Answers the folder with the built console; none when absent. */
  readonly buildConsole?: () => Promise<URL | null>;
}

/**
 * The whole product in this process on a world of its own: HTTP, services, an unmodified GramJS, TCP, the sandbox.
 * It is configured as an operator would do it, by the three TELEGRAM_ variables alone.
 */
export async function startTestGateway(options: TestGatewayOptions = {}): Promise<TestGateway> {
  const faults: unknown[] = [];
  const sandbox = options.sandbox ?? (await startSandbox({ onFault: (error) => faults.push(error) }));
  const castMember = (wanted: string) => {
    const found = sandbox.accounts.find(({ name }) => name === wanted);
    if (!found) throw new Error(`nobody in the cast is called ${wanted}`);
    return found;
  };
  const account = castMember(options.account ?? 'owner');
  const accounts = options.accounts?.map((name) => ({
    name,
    kind: castMember(name).botToken === null ? ('USER' as const) : ('BOT' as const),
    session: options.sessions?.[name] ?? castMember(name).session,
  }));
  const logLines: string[] = [];
  const isPlaced = options.env?.['DATA_DIR'] !== undefined || options.env?.['DATABASE_URL'] !== undefined;
  const place = isPlaced ? null : await makeStorePlace();
  const app = await startApp({
    config: loadConfig({
      PORT: '0',
      TELEGRAM_API_ID: '12345',
      TELEGRAM_API_HASH: '0123456789abcdef0123456789abcdef',
      TELEGRAM_SESSION: account.session,
      ...place?.env,
      ...options.env,
    }),
    log: createLogger({ level: 'debug', destination: { write: (line) => void logLines.push(line) } }),
    ...(accounts && { accounts }),
    ...(options.callTimeoutMs !== undefined && { callTimeoutMs: options.callTimeoutMs }),
    ...(options.clock && { clock: options.clock }),
    ...(options.monotonic && { monotonic: options.monotonic }),
    ...(options.buildConsole && { buildConsole: options.buildConsole }),
  });
  const records: CallRecord[] = [];
  const calls: string[] = [];
  sandbox.watch((record) => {
    records.push(record);
    calls.push(record.method);
  });

  async function send(query: string, variables: unknown, headers: Readonly<Record<string, string>> = {}) {
    const response = await fetch(app.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return response.json();
  }

  return {
    app,
    sandbox,
    calls,
    records,
    logLines,
    post: async (document, variables) => (await send(print(document), variables)) as Answer<never>, // JSON is untyped; the document says what it is
    query: async (document, variables, headers) =>
      (await send(typeof document === 'string' ? document : print(document), variables, headers)) as Answer<never>, // the same
    async [Symbol.asyncDispose]() {
      await app.close();
      await sandbox.close();
      await place?.[Symbol.asyncDispose]();
      if (faults.length > 0) throw new AggregateError(faults, 'the sandbox had faults of its own');
    },
  };
}
