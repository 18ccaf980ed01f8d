import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError } from 'graphql';
import { handleProtocols, makeServer } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import type { Logger } from '../../base/log.ts';
import type { HttpConfig } from '../../config/index.ts';
import type { Limits } from '../limits.ts';
import type { Pipeline } from '../pipeline.ts';
import { type KeyCheck, type SessionOf, TWO_CALLERS } from '../plugins/use-api-keys.ts';
import type { LiveStreams } from '../plugins/use-live-streams.ts';
import { readTerms } from '../request/call-terms.ts';
import type { ClientAddress } from '../request/client-address.ts';
import { createClientQuota } from '../request/client-quota.ts';
import type { ErrorMask } from '../request/error-masking.ts';
import type { Origins } from '../request/origins.ts';
import { chooseRequestId, currentRecord } from '../request/request-record.ts';
import type { Turns } from '../request/turns.ts';
import { refuseUpgrade, upgradeRefusal } from './websocket-checks.ts';
import { createOperations, formatErrors, forTheClient } from './websocket-operations.ts';
import { openSession, type Session, type SessionExtra } from './websocket-session.ts';

export interface WebSocketsOptions {
  readonly yoga: Pipeline;
  readonly config: HttpConfig;
  readonly limits: Limits;
  readonly log: Logger;
  readonly streams: LiveStreams;
  readonly maskError: ErrorMask;
  readonly checkKey: KeyCheck;
  readonly sessionOf: SessionOf;
  readonly addressOf: ClientAddress;
  readonly origins: Origins;
  readonly turns: Turns;
  /** True once `close()` was called. */
  readonly isClosing: () => boolean;
}

/** GraphQL over WebSocket, on the same port and path as over HTTP. */
export interface WebSockets {
  /** Listens to the server's `upgrade`. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Lets running operations finish, then closes each socket; resolves when none is left. */
  close(): Promise<void>;
  /** Cuts off those that are still open, and answers how many. */
  terminate(): number;
}

/** Close codes of graphql-ws for what cannot be read and for a key that is none, and one in its manner for too many sockets of a client or wrong keys of an address. */
const BAD_REQUEST = 4400;
const FORBIDDEN = 4403;
const TOO_MANY = 4429;

/**
 * Takes WebSockets by the `graphql-transport-ws` protocol. A browser cannot set headers on one, so that the key and the terms
 * may also stand in the payload of `connection_init`; nothing of that payload is logged.
 */
export function createWebSockets(options: WebSocketsOptions): WebSockets {
  const { config, limits, log, isClosing, checkKey, sessionOf, addressOf, origins } = options;
  const operations = createOperations(options);
  const quota = createClientQuota(limits.socketsPerClient);
  const rules = { isClosing, loopbackOnly: config.apiKeys.length === 0, origins };
  const sessions = new Set<Session>();
  const ids = new WeakMap<IncomingMessage, string>();

  const protocol = makeServer<Record<string, unknown>, SessionExtra>({
    execute: operations.execute,
    subscribe: operations.subscribe,
    connectionInitWaitTimeout: limits.connectionInitMs,
    onConnect({ extra, connectionParams }) {
      if (config.apiKeys.length > 0) {
        const authorization = extra.headers.authorization ?? authorizationIn(connectionParams);
        const session = sessionOf((name) => extra.headers[name]?.toString());
        if (session !== null && authorization !== null) {
          extra.close(BAD_REQUEST, TWO_CALLERS.message);
          return false;
        }
        const caller = session?.caller ?? checkKey(authorization, extra.address);
        if (typeof caller !== 'string') {
          if (caller.status === 429) extra.close(TOO_MANY, caller.message);
          else extra.close(FORBIDDEN, 'Forbidden: connection_init needs "authorization": "Bearer KEY" in its payload.');
          return false;
        }
        extra.client = caller;
        extra.caller = caller;
        if (session !== null) {
          const signOut = () => extra.close(FORBIDDEN, 'Signed out.');
          session.ended.addEventListener('abort', signOut);
          extra.held.defer(() => session.ended.removeEventListener('abort', signOut));
        }
      }
      const terms = readTerms((name) => connectionParams?.[name] ?? extra.headers[name], limits.requestDeadlineMs);
      if (typeof terms === 'string') {
        extra.close(BAD_REQUEST, terms);
        return false;
      }
      extra.terms = terms;
      const place = quota.take(extra.client);
      if (place === null) {
        extra.close(TOO_MANY, `One client may have ${limits.socketsPerClient} sockets at a time.`);
        return false;
      }
      extra.held.use(place);
      return true;
    },
    async onSubscribe({ extra, subscriptions }, id, payload) {
      if (extra.isClosing) return [new GraphQLError('The gateway is shutting down.', { extensions: SHUTTING_DOWN })];
      extra.operations.set(currentRecord(), () => id in subscriptions);
      return operations.prepare(payload);
    },
    onNext: (_context, _id, _payload, _args, result) => forTheClient(result),
    onError: (_context, _id, _payload, errors) => formatErrors(errors),
  });

  const server = new WebSocketServer({ noServer: true, maxPayload: limits.bodyBytes, handleProtocols });
  server.on('headers', (headers, request) => headers.push(`x-request-id: ${ids.get(request)}`));

  return {
    upgrade(request, socket, head) {
      // Nobody else listens to a socket that has left the HTTP server.
      socket.on('error', () => {});
      const requestId = chooseRequestId(request);
      ids.set(request, requestId);
      const refusal = upgradeRefusal(request, rules);
      if (refusal !== null) {
        const address = addressOf(request);
        log.info({ requestId, address, status: refusal.status, errorCodes: [refusal.code] }, 'websocket refused');
        return refuseUpgrade(socket, requestId, refusal);
      }
      server.handleUpgrade(request, socket, head, (webSocket) => {
        const session = openSession(webSocket, {
          protocol,
          limits,
          requestId,
          headers: request.headers,
          address: addressOf(request),
          turns: options.turns,
          log,
        });
        sessions.add(session);
        void session.closed.then(() => sessions.delete(session));
      });
    },
    async close() {
      for (const session of sessions) session.close();
      await Promise.all([...sessions].map(({ closed }) => closed));
    },
    terminate() {
      const { size } = sessions;
      for (const session of sessions) session.terminate();
      return size;
    },
  };
}

const SHUTTING_DOWN = { code: 'SHUTTING_DOWN' };

/** Clients spell it either way. */
function authorizationIn(params: Readonly<Record<string, unknown>> = {}): string | null {
  const given = params['authorization'] ?? params['Authorization'];
  return typeof given === 'string' ? given : null;
}
