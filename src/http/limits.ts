/** Every number that bounds a request, in one place. What the schema's own examples, introspection and GraphiQL need fits. */
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
  /** 1 for a leaf, 2 for an object, × 1.5 for each level, × `first` or `last` for a list. */
  readonly cost: number;
  /** Milliseconds from a request's first line to its answer; above the 10 s that one Telegram call may take. */
  readonly requestDeadlineMs: number;
  /** Milliseconds that `/readyz` waits for Telegram. */
  readonly readinessDeadlineMs: number;
  /** Milliseconds that `close()` gives to requests in flight; below the 30 s after which orchestrators kill. */
  readonly shutdownDeadlineMs: number;
}

export const DEFAULT_LIMITS: Limits = Object.freeze({
  bodyBytes: 100_000,
  depth: 12,
  aliases: 15,
  tokens: 1_000,
  directives: 20,
  cost: 5_000,
  requestDeadlineMs: 15_000,
  readinessDeadlineMs: 5_000,
  shutdownDeadlineMs: 10_000,
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
