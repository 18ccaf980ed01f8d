import { type Plugin, shouldRenderGraphiQL } from 'graphql-yoga';
import { isLoopback } from '../../base/loopback.ts';
import { type Refusal, refuse } from '../request/refusal.ts';

export interface RoutesOptions {
  /** True once `close()` was called. */
  readonly isClosing: () => boolean;
  /** Only answer callers who address this machine by a loopback name. */
  readonly loopbackOnly: boolean;
}

/** Whether a browser opens the gateway's door. Programs get the answer that any other path gives. */
export function isForDoor(request: Request, url: URL): boolean {
  return url.pathname === '/' && shouldRenderGraphiQL(request);
}

/** Where the page of examples is. */
export const EXAMPLES_PATH = '/examples';

/** Where the console is; everything below it is the console's. */
export const CONSOLE_PATH = '/console';

export function isForConsole(url: URL): boolean {
  return url.pathname === CONSOLE_PATH || url.pathname.startsWith(`${CONSOLE_PATH}/`);
}

/** Whether somebody signs in to the console, or out of it. */
export function isForSession(url: URL): boolean {
  return url.pathname === `${CONSOLE_PATH}/session`;
}

/** Whether somebody asks for the schema as text. */
export function isForSchemaDocument(url: URL): boolean {
  return url.pathname === '/schema.graphql';
}

/** The one path that GraphQL and GraphiQL are on. */
export const GRAPHQL_PATH = '/graphql';

export function isGraphqlPath(path: string): boolean {
  return path === GRAPHQL_PATH || path === `${GRAPHQL_PATH}/`;
}

/**
 * Why a request to this address is answered with nothing; `null` when it is answered. Turned away is a page elsewhere that had
 * its own name resolved to 127.0.0.1 (DNS rebinding: the browser then still sends that name as `Host`).
 */
function hostRefusal(url: URL, { loopbackOnly }: RoutesOptions): Refusal | null {
  if (!loopbackOnly || isLoopback(url.hostname)) return null;
  return {
    status: 403,
    code: 'FORBIDDEN_HOST',
    message:
      'Without GATEWAY_API_KEYS the gateway only answers requests addressed to 127.0.0.1, ::1 or localhost; ' +
      'the Host header names another machine.',
  };
}

/** Why a request is not for GraphQL, or not now: its host, its path, or the gateway closes. `null` when it is for GraphQL. */
export function routeRefusal(url: URL, options: RoutesOptions): Refusal | null {
  const refusal = hostRefusal(url, options);
  if (refusal !== null) return refusal;
  if (!isGraphqlPath(url.pathname)) {
    return {
      status: 404,
      code: 'NOT_FOUND',
      message:
        `Nothing is here. The console is at ${CONSOLE_PATH}, GraphQL and GraphiQL at ${GRAPHQL_PATH}, the schema at ` +
        '/schema.graphql, health at /healthz and /readyz.',
    };
  }
  if (options.isClosing()) {
    return {
      status: 503,
      code: 'SHUTTING_DOWN',
      message: 'The gateway is shutting down and takes no new requests. Nothing was executed.',
      headers: { 'retry-after': '5' },
    };
  }
  return null;
}

/** Why nothing can come by this method. `useOrigins` has answered preflights before. */
function methodRefusal(method: string, allowed: readonly string[], message: string): Refusal | null {
  if (allowed.includes(method)) return null;
  return { status: 405, code: 'METHOD_NOT_ALLOWED', message, headers: { allow: allowed.join(', ') } };
}

function refusalOf(request: Request, url: URL, options: RoutesOptions): Refusal | null {
  const { method } = request;
  if (isForDoor(request, url)) return hostRefusal(url, options);
  if (isForSession(url)) {
    const words = 'A session of the console takes POST to sign in, and DELETE to sign out.';
    return hostRefusal(url, options) ?? methodRefusal(method, ['POST', 'DELETE'], words);
  }
  if (isForSchemaDocument(url) || isForConsole(url) || url.pathname === EXAMPLES_PATH) {
    return hostRefusal(url, options) ?? methodRefusal(method, ['GET', 'HEAD'], 'This address takes GET.');
  }
  const words = 'GraphQL takes POST, and GET for queries.';
  return routeRefusal(url, options) ?? methodRefusal(method, ['GET', 'POST'], words);
}

/** Turns away what is for nothing that is here. */
export function useRoutes(options: RoutesOptions): Plugin {
  return {
    onRequest({ request, url, endResponse }) {
      const refusal = refusalOf(request, url, options);
      if (refusal !== null) endResponse(refuse(request, refusal));
    },
  };
}
