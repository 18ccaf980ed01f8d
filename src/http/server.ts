import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from '../base/log.ts';
import type { HttpConfig } from '../config/index.ts';
import type { GatewayContext, RequestScope } from '../context.ts';
import { createRoster } from '../machine/roster.ts';
import { sessionOf } from './console/session-cookie.ts';
import { createSessions } from './console/sessions.ts';
import type { Example } from './examples.ts';
import { DEFAULT_LIMITS, type Limits, SERVER_TIMEOUTS } from './limits.ts';
import { listen } from './listen.ts';
import { createServer } from './node-http.ts';
import { createPipeline } from './pipeline.ts';
import { createKeyCheck } from './plugins/use-api-keys.ts';
import type { Readiness } from './plugins/use-health.ts';
import { createLiveStreams } from './plugins/use-live-streams.ts';
import { GRAPHQL_PATH } from './plugins/use-routes.ts';
import { createClientAddress } from './request/client-address.ts';
import { createErrorMask, type PresentError } from './request/error-masking.ts';
import { inTurn } from './request/in-turn.ts';
import { createOrigins } from './request/origins.ts';
import { chooseRequestId, openRecord, type RequestRecord, withRecord } from './request/request-record.ts';
import { lowerCaseTypes, NO_ADDRESS, readUrl } from './request/request-url.ts';
import { createTurns } from './request/turns.ts';
import { createWebSockets } from './websocket/websocket.ts';

// This folder knows HTTP and Yoga. It is handed the schema and the context, and knows nothing of Telegram; TLS and rate
// limits belong to the proxy in front.

export type { Readiness } from './plugins/use-health.ts';

export interface GatewayDeps {
  readonly schema: GraphQLSchema;
  readonly config: HttpConfig;
  readonly log: Logger;
  /** Builds what resolvers may touch, once for each operation. */
  readonly contextFor: (scope: RequestScope) => GatewayContext;
  readonly presentError: PresentError;
  readonly readiness: () => Promise<Readiness>;
  /** Who the gateway acts as, in words. */
  readonly account: string;
  /** Which Telegram it speaks to, in words. */
  readonly telegram: string;
  /** Whether that is the sandbox. */
  readonly sandbox: boolean;
  /**
   * The folder with the built console, once it is built; `null`: it is not built here. Only a request for the console waits for it.
   */
  readonly consoleDir: Promise<URL | null>;
  /** GraphiQL's tabs and the front page's links; see `loadExamples`. */
  readonly examples: readonly Example[];
  /** Differences from the defaults; for tests. */
  readonly limits?: Partial<Limits>;
}

export interface Gateway {
  /** `http://127.0.0.1:4000/graphql`, with the port really taken. */
  readonly url: string;
  /**
   * Takes no new requests, lets those in flight finish within the shutdown deadline, ends streams with `complete`. Resolves
   * when nothing is open any more. Every call answers the same promise.
   */
  close(): Promise<void>;
}

const NO_ADDRESS_BODY = JSON.stringify({ errors: [{ message: NO_ADDRESS, extensions: { code: 'BAD_REQUEST' } }] });

/**
 * Starts the HTTP side.
 * @throws {ListenError} when the address is taken or cannot be used.
 */
export async function createGateway(deps: GatewayDeps): Promise<Gateway> {
  const limits = { ...DEFAULT_LIMITS, ...deps.limits };
  const streams = createLiveStreams();
  const inFlight = createRoster<{ readonly response: ServerResponse; readonly record: RequestRecord }>();
  let closed: Promise<void> | null = null;

  const isClosing = () => closed !== null;
  const maskError = createErrorMask(deps.presentError);

  const addressOf = createClientAddress(deps.config.trustedProxies);
  const checkKey = createKeyCheck(deps.config.apiKeys);
  const origins = createOrigins(deps.config, deps.log);
  const turns = createTurns();
  const sessions = createSessions();
  const shared = { ...deps, limits, maskError, checkKey, origins, isClosing };
  const yoga = createPipeline({
    ...shared,
    streams: streams.plugin,
    sessions,
    sessionOf: (header) => sessionOf(header, sessions, 'http'),
  });
  const webSockets = createWebSockets({
    ...shared,
    yoga,
    addressOf,
    turns,
    streams,
    sessionOf: (header) => sessionOf(header, sessions, 'websocket'),
  });
  const serve = (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    const record = openRecord(chooseRequestId(request), addressOf(request), deps.log);
    const leave = inFlight.add({ response, record });
    response.once('close', () => {
      leave();
      if (!response.writableFinished) record.abort(new DOMException('The caller went away.', 'AbortError'));
      record.held.dispose();
    });
    response.once('finish', () => discardRest(request, socket));
    if (closed !== null) response.shouldKeepAlive = false;
    response.setHeader('x-request-id', record.scope.requestId);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'no-referrer');
    // Tells caches that an answer depends on who asked.
    response.setHeader('vary', 'Origin');
    // Links are in there. What may be kept says so itself.
    response.setHeader('cache-control', 'no-store');
    const url = readUrl(request);
    if (url === null) {
      response.writeHead(400, { 'content-type': 'application/json' }).end(NO_ADDRESS_BODY);
      return;
    }
    lowerCaseTypes(request);
    record.path = url.pathname;
    withRecord(record, () => yoga(request, response));
  };
  const server = createServer(
    { ...SERVER_TIMEOUTS, shouldUpgradeCallback },
    inTurn(limits.pipelined, turns, addressOf, serve),
  );
  server.maxConnections = limits.connections;
  // Destroys a socket over which nothing has gone for so long. Yoga takes this timer off before it writes a stream.
  server.timeout = limits.stallMs;
  const watch = setInterval(() => {
    for (const { response } of inFlight) if (response.socket?.timeout === 0) response.socket.setTimeout(limits.stallMs);
  }, limits.stallMs / 2);
  server.on('upgrade', webSockets.upgrade);
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    turns.accepted();
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const { port } = await listen(server, deps.config.host, deps.config.port);

  const close = async (): Promise<void> => {
    const { promise: nothingOpen, resolve } = Promise.withResolvers<void>();
    server.close(() => resolve());
    for (const { response } of inFlight) response.shouldKeepAlive = false;
    streams.end();
    const webSocketsClosed = webSockets.close();
    // Browsers connect ahead of need; Node does not count a connection as idle before its first request.
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    // Connections that become idle from now on would be kept alive.
    const sweep = setInterval(() => server.closeIdleConnections(), 20);
    const deadline = setTimeout(() => {
      const webSocketsLeft = webSockets.terminate();
      deps.log.warn({ requests: inFlight.size, webSockets: webSocketsLeft }, 'cut off by the shutdown deadline');
      for (const { record } of inFlight) record.abort(new DOMException('The gateway stopped.', 'AbortError'));
      server.closeAllConnections();
    }, limits.shutdownDeadlineMs);
    await Promise.all([nothingOpen, webSocketsClosed]);
    clearInterval(sweep);
    clearInterval(watch);
    sessions.close();
    clearTimeout(deadline);
    await yoga.dispose();
  };
  return {
    url: `http://${urlHost(deps.config.host)}:${port}${GRAPHQL_PATH}`,
    close: () => (closed ??= close()),
  };
}

/** Other protocols that a caller proposes beside its request (Java's client: h2c) are left aside, and the request is answered. */
function shouldUpgradeCallback({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket';
}

/**
 * Reads away what is still to come of a request that was refused before its end: a caller that is still sending would not
 * see the answer if the connection closed under it. Whoever goes on for longer than a second is cut off.
 */
function discardRest(request: IncomingMessage, socket: Socket): void {
  if (request.complete) return;
  const timer = setTimeout(() => socket.destroy(), 1_000);
  request.once('end', () => clearTimeout(timer));
  request.once('close', () => clearTimeout(timer));
  request.removeAllListeners('data').resume();
  socket.resume();
}

/** A host that a browser on this machine can open. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
