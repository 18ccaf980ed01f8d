import { timingSafeEqual } from 'node:crypto';
import type { Plugin } from 'graphql-yoga';
import { type ApiKey, callerOf, digestOf } from '../../config/api-key.ts';
import type { Session } from '../console/sessions.ts';
import { createGuessLimit } from '../request/guess-limit.ts';
import type { ReadHeader } from '../request/origins.ts';
import { type Refusal, refuse } from '../request/refusal.ts';
import { currentRecord } from '../request/request-record.ts';

/** Whose key a value of the Authorization header holds, as `callerOf` names it, or why it opens nothing. */
export type KeyCheck = (authorization: string | null, address: string) => string | Refusal;

/**
 * One for a gateway, so that an address has its wrong keys counted over all transports together. A right key is never
 * refused: only what was found wrong counts. Digests are compared, all of them and in constant time, so that the time of a
 * refusal tells neither length nor content of a key.
 */
export function createKeyCheck(keys: readonly ApiKey[], countGuess = createGuessLimit()): KeyCheck {
  const known = keys.map((apiKey) => ({ digest: digestOf(apiKey.key), caller: callerOf(apiKey) }));
  return (authorization, address) => {
    const key = authorization?.match(/^Bearer +(\S+) *$/i)?.[1];
    const given = digestOf(key ?? '');
    const matches = known.map(({ digest }) => timingSafeEqual(digest, given));
    const caller = known[matches.indexOf(true)]?.caller;
    if (key !== undefined && caller !== undefined) return caller;
    const seconds = authorization === null ? null : countGuess(address);
    return seconds === null ? noKey(authorization) : tooManyGuesses(seconds);
  };
}

function noKey(authorization: string | null): Refusal {
  return {
    status: 401,
    code: 'UNAUTHENTICATED',
    message:
      authorization === null
        ? 'This gateway needs a key: send the header "Authorization: Bearer KEY".'
        : 'The Authorization header holds no key of this gateway: send "Authorization: Bearer KEY".',
    headers: { 'www-authenticate': 'Bearer realm="telegram-graphql-gateway"' },
  };
}

/** The connection ends as well: the next guess has to make another. The message fits into the reason of a WebSocket's end. */
function tooManyGuesses(seconds: number): Refusal {
  return {
    status: 429,
    code: 'TOO_MANY_WRONG_KEYS',
    message: `This address has sent too many wrong keys. Send the right key, or try again in ${seconds} s.`,
    headers: { 'retry-after': String(seconds), connection: 'close' },
  };
}

/** The session by whose cookie a request counts; `null`: it counts by none. */
export type SessionOf = (header: ReadHeader) => Session | null;

export const TWO_CALLERS: Refusal = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'The request carries a key and the cookie of a session of the console: leave one of them out, or sign out.',
};

/**
 * Lets a request pass that carries `Authorization: Bearer KEY` with one of the keys, or comes from the console of somebody who has
 * signed in with one; no keys, no check.
 */
export function useApiKeys(keys: readonly ApiKey[], checkKey: KeyCheck, sessionOf: SessionOf): Plugin {
  if (keys.length === 0) return {};
  return {
    onRequest({ request, endResponse }) {
      const record = currentRecord();
      const authorization = request.headers.get('authorization');
      const session = sessionOf((name) => request.headers.get(name));
      if (session !== null && authorization !== null) return endResponse(refuse(request, TWO_CALLERS));
      const caller = session?.caller ?? checkKey(authorization, record.address);
      if (typeof caller !== 'string') return endResponse(refuse(request, caller));
      record.client = caller;
      record.call.caller = caller;
      record.signedOut = session?.ended ?? null;
    },
  };
}
