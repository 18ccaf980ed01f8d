import type { Plugin } from 'graphql-yoga';
import { TERMS_HEADERS } from '../request/call-terms.ts';
import type { Origins } from '../request/origins.ts';
import { refuse } from '../request/refusal.ts';
import { REPLAYED_HEADER } from './use-replays.ts';

/** Headers that a page may send: the body's type, the key, an id of its own, and the terms of its request. */
const ALLOWED_HEADERS = [
  'content-type',
  'authorization',
  'x-request-id',
  'x-graphql-yoga-csrf',
  'graphql-require-preflight',
  ...TERMS_HEADERS,
].join(', ');
/** Headers of an answer that a page may read. */
const EXPOSED_HEADERS = ['x-request-id', 'retry-after', REPLAYED_HEADER].join(', ');
/** Seconds for which a browser keeps the answer to a preflight. */
const PREFLIGHT_SECONDS = '600';

/**
 * CORS, and the refusal of pages that may not call. Never with credentials: a key travels in a header that the page sets, not
 * in a cookie. Yoga's own CORS would answer the preflights of strangers as if all was well.
 */
export function useOrigins(origins: Origins): Plugin {
  return {
    onRequest({ request, endResponse }) {
      const { headers, method } = request;
      const refusal = origins.refusal((name) => headers.get(name));
      if (refusal !== null) endResponse(refuse(request, refusal));
      else if (method === 'OPTIONS' && headers.has('origin')) {
        endResponse(
          new Response(null, {
            status: 204,
            headers: {
              'access-control-allow-methods': 'GET, POST',
              'access-control-allow-headers': ALLOWED_HEADERS,
              'access-control-max-age': PREFLIGHT_SECONDS,
            },
          }),
        );
      }
    },
    onResponse({ request, response: { headers } }) {
      // The server says so of every answer, and an answer's own `vary` takes the place of that.
      if (headers.has('vary')) headers.append('vary', 'Origin');
      const origin = request.headers.get('origin');
      if (origin === null || !origins.allows(origin)) return;
      headers.set('access-control-allow-origin', origin);
      headers.set('access-control-expose-headers', EXPOSED_HEADERS);
    },
  };
}
