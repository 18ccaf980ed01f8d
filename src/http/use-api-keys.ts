import { hash, timingSafeEqual } from 'node:crypto';
import type { Plugin } from 'graphql-yoga';
import { refuse } from './refusal.ts';
import { currentRecord } from './request-record.ts';

/** Of a key's digest; enough to tell callers apart. */
const CALLER_BYTES = 8;

const digest = (key: string): Buffer => hash('sha256', key, 'buffer');

/**
 * Which client a value of the Authorization header belongs to, named so that the key cannot be told from it, or `null`. Digests are compared, all of them and in constant
 * time, so that the time of a refusal tells neither length nor content of a key.
 */
export function createKeyCheck(keys: readonly string[]): (authorization: string | null) => string | null {
  const known = keys.map(digest);
  return (authorization) => {
    const key = authorization?.match(/^Bearer +(\S+) *$/i)?.[1];
    const given = digest(key ?? '');
    const matches = known.map((one) => timingSafeEqual(one, given));
    return key !== undefined && matches.includes(true) ? given.toString('hex', 0, CALLER_BYTES) : null;
  };
}

/** What a caller without a valid key is told. */
function keyRefusal(authorization: string | null): string {
  return authorization === null
    ? 'This gateway needs a key: send the header "Authorization: Bearer KEY".'
    : 'The Authorization header holds no key of this gateway: send "Authorization: Bearer KEY".';
}

/** Lets a request pass that carries `Authorization: Bearer KEY` with one of the keys; no keys, no check. */
export function useApiKeys(keys: readonly string[]): Plugin {
  if (keys.length === 0) return {};
  const clientOf = createKeyCheck(keys);
  return {
    onRequest({ request, endResponse }) {
      const authorization = request.headers.get('authorization');
      const client = clientOf(authorization);
      if (client !== null) {
        const record = currentRecord();
        record.client = client;
        record.call.caller = client;
        return;
      }
      endResponse(
        refuse(request, {
          status: 401,
          code: 'UNAUTHENTICATED',
          message: keyRefusal(authorization),
          headers: { 'www-authenticate': 'Bearer realm="telegram-graphql-gateway"' },
        }),
      );
    },
  };
}
