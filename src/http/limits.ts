import type { OperationPrice } from './price/operation-price.ts';

/** Every number that bounds a request or a subscription, in one place. What the schema's own examples, introspection and GraphiQL need fits. */
export interface Limits {
  /** Bytes of a request's body. The longest sensible document with its variables is a tenth of it. */
  readonly bodyBytes: number;
  /** Nested selections; introspection is exempt here and has graphql-js's own limit. The deepest useful path is about 7. */
  readonly depth: number;
  /** Aliases in one operation. Each may be one more Telegram call, and Telegram answers a few a minute. */
  readonly aliases: number;
  /** Lexer tokens of the whole document; introspection as GraphiQL sends it has about 350. */
  readonly tokens: number;
  /** Directives in one operation. */
  readonly directives: number;
  /**
   * What one operation may cost, reckoned before it runs with its variables and defaults. Rows: ten of the longest pages. Drawing:
   * on the one thread that serves everybody, in turns of 15 ms at most. Bytes: a thousand links with all that there is to tell
   * are 3 MB as reckoned, a quarter of that in the answer. Telegram calls are the operator's to say (`OPERATION_CALLS`): many
   * in a row are what Telegram answers with a wait, which then holds for everybody.
   */
  readonly price: Omit<OperationPrice, 'calls'>;
  /** Milliseconds from a request's first line to its answer; above the 10 s that one Telegram call may take. Callers may lower it. */
  readonly requestDeadlineMs: number;
  /** Milliseconds that `/readyz` waits for Telegram. */
  readonly readinessDeadlineMs: number;
  /** Milliseconds that `close()` gives to requests in flight; below the 30 s after which orchestrators kill. */
  readonly shutdownDeadlineMs: number;
  /** Subscriptions that one client (an API key's caller, else an address) may have at a time, over both transports together. */
  readonly subscriptionsPerClient: number;
  /** Queries and mutations that one client may have under way, over both transports together. */
  readonly operationsPerClient: number;
  /**
   * Bytes that the answers of one client's queries and mutations under way may have as reckoned, and likewise one event of each of
   * its subscriptions. An answer is made in one go: more of them at once would hold up everybody, and wait for slow readers.
   */
  readonly bytesPerClient: number;
  /** WebSockets that one client may have open. */
  readonly socketsPerClient: number;
  /** Messages of one WebSocket that may be worked on at a time; each running operation is one. */
  readonly messagesPerSocket: number;
  /** Bytes that may wait for the reader of one WebSocket; each subscription adds one event at most. */
  readonly socketBufferBytes: number;
  /** Milliseconds that a WebSocket may take for `connection_init`. */
  readonly connectionInitMs: number;
  /** Milliseconds between two pings of a WebSocket, and within which the answer must come. Proxies drop what is silent for 60 s. */
  readonly keepAliveMs: number;
  /**
   * Milliseconds without a byte either way, after which a connection is cut off that waits for a request or its answer. Above
   * `requestDeadlineMs`; Yoga writes a comment into event streams every 12 s.
   */
  readonly stallMs: number;
  /** Connections at a time, WebSockets among them. Those beyond are closed at once. */
  readonly connections: number;
  /** Requests that may wait on one connection for the answer to the one before. */
  readonly pipelined: number;
}

export const DEFAULT_LIMITS: Limits = Object.freeze({
  bodyBytes: 100_000,
  depth: 12,
  aliases: 15,
  tokens: 1_000,
  directives: 20,
  price: { rows: 10_000, drawingMs: 500, bytes: 5_000_000 },
  requestDeadlineMs: 15_000,
  readinessDeadlineMs: 5_000,
  shutdownDeadlineMs: 10_000,
  subscriptionsPerClient: 100,
  operationsPerClient: 100,
  bytesPerClient: 10_000_000,
  socketsPerClient: 100,
  messagesPerSocket: 250,
  socketBufferBytes: 4_000_000,
  connectionInitMs: 5_000,
  keepAliveMs: 12_000,
  stallMs: 30_000,
  connections: 2_000,
  pipelined: 8,
});

/**
 * Node's own limits on a connection, in milliseconds: a caller must have sent its headers, then its whole request, and an
 * idle connection outlives the 60 s after which load balancers drop theirs, so that they never write into a closed one.
 */
export const SERVER_TIMEOUTS = Object.freeze({
  headersTimeout: 15_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
});
