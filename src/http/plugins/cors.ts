import type { Plugin, YogaServerOptions } from 'graphql-yoga';
import { TERMS_HEADERS } from '../request/call-terms.ts';
import { REPLAYED_HEADER } from './use-replays.ts';

/** Headers that a page may send: the body's type, the key, an id of its own, and the terms of its request. */
const ALLOWED_HEADERS = [
  'content-type',
  'authorization',
  'x-request-id',
  'x-graphql-yoga-csrf',
  'graphql-require-preflight',
  ...TERMS_HEADERS,
];

/**
 * The listed origins, never credentials (a key travels in a header that the page sets, not in a cookie); `false` when none is
 * listed. A function, because Yoga would answer strangers with `null`, which sandboxed frames of any page call themselves.
 */
export function corsOptions(origins: readonly string[]): NonNullable<YogaServerOptions<object, object>['cors']> {
  if (origins.length === 0) return false;
  return (request) => {
    const origin = request.headers.get('origin');
    if (origin === null || !origins.includes(origin)) return false;
    return {
      origin,
      credentials: false,
      methods: ['GET', 'POST'],
      allowedHeaders: ALLOWED_HEADERS,
      exposedHeaders: ['x-request-id', 'retry-after', REPLAYED_HEADER],
      maxAge: 600,
    };
  };
}

/** Tells caches that an answer depends on who asked. */
export function useVaryOrigin(origins: readonly string[]): Plugin {
  if (origins.length === 0) return {};
  return {
    onResponse({ response }) {
      response.headers.append('vary', 'Origin');
    },
  };
}
