/** What a WebSocket needs once it may be one: `ws`, graphql-ws and the operations over them. Loaded with the first one. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError } from 'graphql';
import { handleProtocols, makeServer } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { TWO_CALLERS } from '../plugins/use-api-keys.ts';
import { readTerms } from '../request/call-terms.ts';
import { createClientQuota } from '../request/client-quota.ts';
import { currentRecord } from '../request/request-record.ts';
import type { WebSocketsOptions } from './websocket.ts';
import { createOperations, formatErrors, forTheClient } from './websocket-operations.ts';
import { openSession, type Session, type SessionExtra } from './websocket-session.ts';

export interface SocketServer {
  /** Shakes hands with a client that no rule is against. `requestId` goes into the answer. */
  take(request: IncomingMessage, socket: Duplex, head: Buffer, requestId: string): void;
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
 * The `graphql-transport-ws` protocol. A browser cannot set headers on a WebSocket, so that the key and the terms may also stand in
 * the payload of `connection_init`; nothing of that payload is logged.
 */
export function createSocketServer(options: WebSocketsOptions): SocketServer {
  const { config, limits, log, checkKey, sessionOf, addressOf, turns } = options;
  const operations = createOperations(options);
  const quota = createClientQuota(limits.socketsPerClient);
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
      const leave = quota.take(extra.client);
      if (leave === null) {
        extra.close(TOO_MANY, `One client may have ${limits.socketsPerClient} sockets at a time.`);
        return false;
      }
      extra.held.defer(leave);
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
    take(request, socket, head, requestId) {
      ids.set(request, requestId);
      server.handleUpgrade(request, socket, head, (webSocket) => {
        const { headers } = request;
        const session = openSession(webSocket, {
          protocol,
          limits,
          requestId,
          headers,
          address: addressOf(request),
          turns,
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
