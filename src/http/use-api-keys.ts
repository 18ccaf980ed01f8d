import { hash, timingSafeEqual } from 'node:crypto';
import type { Plugin } from 'graphql-yoga';
import { refuse } from './refusal.ts';

const digest = (key: string): Buffer => hash('sha256', key, 'buffer');

/**
 * Lets a request pass that carries `Authorization: Bearer KEY` with one of the keys; no keys, no check. Digests are compared,
 * all of them and in constant time, so that the time of a refusal tells neither length nor content of a key.
 */
export function useApiKeys(keys: readonly string[]): Plugin {
  const known = keys.map(digest);
  if (known.length === 0) return {};
  return {
    onRequest({ request, endResponse }) {
      const authorization = request.headers.get('authorization');
      const key = authorization?.match(/^Bearer +(\S+) *$/i)?.[1];
      const given = digest(key ?? '');
      const matches = known.filter((one) => timingSafeEqual(one, given)).length;
      if (key !== undefined && matches > 0) return;
      endResponse(
        refuse(request, {
          status: 401,
          code: 'UNAUTHENTICATED',
          message:
            authorization === null
              ? 'This gateway needs a key: send the header "Authorization: Bearer KEY".'
              : 'The Authorization header holds no key of this gateway: send "Authorization: Bearer KEY".',
          headers: { 'www-authenticate': 'Bearer realm="telegram-graphql-gateway"' },
        }),
      );
    },
  };
}
