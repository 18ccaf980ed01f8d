import type { Plugin } from 'graphql-yoga';
import type { KeyCheck } from '../plugins/use-api-keys.ts';
import { isForSession } from '../plugins/use-routes.ts';
import { type Refusal, refuse } from '../request/refusal.ts';
import { currentRecord } from '../request/request-record.ts';
import { clearCookie, idIn, sessionOf, setCookie, signInRefusal } from './session-cookie.ts';
import type { Sessions } from './sessions.ts';

export interface SignInOptions {
  /** `CONSOLE`: whether there is a console to sign in to. */
  readonly isOn: boolean;
  readonly needsKey: boolean;
  readonly checkKey: KeyCheck;
  readonly sessions: Sessions;
}

/** Bytes of a body that holds a key. */
const BODY_BYTES = 10_000;

const NOTHING_TO_SIGN_IN_TO: Refusal = {
  status: 404,
  code: 'NOT_FOUND',
  message: 'There is nothing to sign in to: the console is off, or needs no key.',
};
const NOT_A_KEY: Refusal = { status: 401, code: 'UNAUTHENTICATED', message: 'This is no key of this gateway.' };
const NO_LENGTH: Refusal = {
  status: 413,
  code: 'REQUEST_ENTITY_TOO_LARGE',
  message: `Send the body with a Content-Length of at most ${BODY_BYTES} bytes.`,
};
const NOT_JSON: Refusal = {
  status: 415,
  code: 'UNSUPPORTED_MEDIA_TYPE',
  message: 'Send {"key": "KEY"} as "Content-Type: application/json".',
};
const NO_KEY_INSIDE: Refusal = { status: 400, code: 'BAD_REQUEST', message: 'The body has to be {"key": "KEY"}.' };

/** `POST /console/session` exchanges a key for a session in a cookie, `DELETE` ends the session and its live streams. */
export function useSignIn({ isOn, needsKey, checkKey, sessions }: SignInOptions): Plugin {
  async function signIn(request: Request): Promise<Response> {
    const { address, scope } = currentRecord();
    const key = await readKey(request);
    if (typeof key !== 'string') return refuse(request, key);
    const caller = checkKey(`Bearer ${key}`, address);
    if (typeof caller !== 'string') {
      scope.log().info({ address, status: caller.status }, 'sign-in to the console refused');
      return refuse(request, caller.status === 401 ? NOT_A_KEY : caller);
    }
    // Whoever signs in anew leaves nothing behind.
    const before = idIn((name) => request.headers.get(name));
    if (before !== null) sessions.end(before);
    const id = sessions.open(caller, request.headers.get('origin') ?? '');
    scope.log().info({ caller, address }, 'signed in to the console');
    return new Response(null, { status: 204, headers: { 'set-cookie': setCookie(id) } });
  }

  function signOut(request: Request): Response {
    const header = (name: string) => request.headers.get(name);
    const session = sessionOf(header, sessions, 'http');
    const id = idIn(header);
    if (session !== null && id !== null) {
      sessions.end(id);
      const { address, scope } = currentRecord();
      scope.log().info({ caller: session.caller, address }, 'signed out of the console');
    }
    return new Response(null, { status: 204, headers: { 'set-cookie': clearCookie() } });
  }

  return {
    onRequest({ request, url, endResponse }) {
      if (!isForSession(url)) return undefined;
      const refusal = isOn && needsKey ? signInRefusal((name) => request.headers.get(name)) : NOTHING_TO_SIGN_IN_TO;
      if (refusal !== null) return endResponse(refuse(request, refusal));
      if (request.method === 'DELETE') return endResponse(signOut(request));
      return signIn(request).then(endResponse);
    },
  };
}

async function readKey(request: Request): Promise<string | Refusal> {
  const length = request.headers.get('content-length');
  // Node reads no more than was told.
  if (length === null || Number(length) > BODY_BYTES) return NO_LENGTH;
  if (request.headers.get('content-type')?.split(';')[0]?.trim() !== 'application/json') return NOT_JSON;
  try {
    const body: unknown = JSON.parse(await request.text());
    const key = typeof body === 'object' && body !== null && 'key' in body ? body.key : null;
    return typeof key === 'string' ? key : NO_KEY_INSIDE;
  } catch {
    return NO_KEY_INSIDE;
  }
}
