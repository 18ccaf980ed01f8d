import type { Plugin } from 'graphql-yoga';
import { isLoopback } from '../../base/loopback.ts';
import { type Refusal, refuse } from '../request/refusal.ts';

export interface RoutesOptions {
  /** True once `close()` was called. */
  readonly isClosing: () => boolean;
  /** Only answer callers who address this machine by a loopback name. */
  readonly loopbackOnly: boolean;
}

/** The one path that GraphQL and GraphiQL are on. */
export const GRAPHQL_PATH = '/graphql';

export function isGraphqlPath(path: string): boolean {
  return path === GRAPHQL_PATH || path === `${GRAPHQL_PATH}/`;
}

/**
 * Why a request is not for GraphQL, or not now; `null` when it is. Turned away are a page elsewhere that had its own name
 * resolved to 127.0.0.1 (DNS rebinding: the browser then still sends that name as `Host`), other paths, and requests that
 * arrive while the gateway closes.
 */
export function routeRefusal(url: URL, { isClosing, loopbackOnly }: RoutesOptions): Refusal | null {
  if (loopbackOnly && !isLoopback(url.hostname)) {
    return {
      status: 403,
      code: 'FORBIDDEN_HOST',
      message:
        'Without GATEWAY_API_KEYS the gateway only answers requests addressed to 127.0.0.1, ::1 or localhost; ' +
        'the Host header names another machine.',
    };
  }
  if (!isGraphqlPath(url.pathname)) {
    return {
      status: 404,
      code: 'NOT_FOUND',
      message: `Nothing is here. GraphQL and GraphiQL are at ${GRAPHQL_PATH}, health at /healthz and /readyz.`,
    };
  }
  if (isClosing()) {
    return {
      status: 503,
      code: 'SHUTTING_DOWN',
      message: 'The gateway is shutting down and takes no new requests. Nothing was executed.',
      headers: { 'retry-after': '5' },
    };
  }
  return null;
}

/** Why no operation can come by this method. CORS has answered its OPTIONS before. */
function methodRefusal(method: string): Refusal | null {
  if (method === 'GET' || method === 'POST') return null;
  const message = 'GraphQL takes POST, and GET for queries.';
  return { status: 405, code: 'METHOD_NOT_ALLOWED', message, headers: { allow: 'GET, POST' } };
}

/** Turns away what is not for GraphQL. */
export function useRoutes(options: RoutesOptions): Plugin {
  return {
    onRequest({ request, url, endResponse }) {
      const refusal = routeRefusal(url, options) ?? methodRefusal(request.method);
      if (refusal !== null) endResponse(refuse(request, refusal));
    },
  };
}
