import { isLoopback } from '../../base/loopback.ts';
import { CSRF_HEADERS } from '../plugins/use-request-checks.ts';
import { isOwn, type ReadHeader } from '../request/origins.ts';
import type { Refusal } from '../request/refusal.ts';
import type { Session, Sessions } from './sessions.ts';

// `__Host-`: a browser takes it over HTTPS (or from this machine) alone, for this host alone, and from nobody else there. But it
// sends it to every port of the host, and for pages of every port: that is what the checks here are for.
const NAME = '__Host-tgw_session';
const ATTRIBUTES = 'Path=/; HttpOnly; Secure; SameSite=Strict';
const COOKIE = new RegExp(`(?:^|; *)${NAME}=([\\w-]{43})(?:;|$)`);

export const setCookie = (id: string): string => `${NAME}=${id}; ${ATTRIBUTES}`;
export const clearCookie = (): string => `${NAME}=; ${ATTRIBUTES}; Max-Age=0`;

export function idIn(header: ReadHeader): string | null {
  return COOKIE.exec(header('cookie') ?? '')?.[1] ?? null;
}

/**
 * The session by whose cookie a request counts: one that a page of the gateway's very origin has sent on purpose. `null`: its
 * cookie is as if it was not there. Pages that CORS_ORIGINS names send a key, never a cookie.
 */
export function sessionOf(header: ReadHeader, sessions: Sessions, transport: 'http' | 'websocket'): Session | null {
  const id = idIn(header);
  if (id === null) return null;
  const origin = header('origin') ?? null;
  // With a WebSocket a page can send no header, and its browser always names the page.
  if (transport === 'websocket' ? origin === null : !hasCsrfHeader(header)) return null;
  // Browsers name no origin with a GET of a page of the same one.
  if (origin === null && header('sec-fetch-site') !== 'same-origin') return null;
  const session = sessions.find(id);
  if (session === null || !isOwn(session.origin, header('host'))) return null;
  return origin === null || origin === session.origin ? session : null;
}

/**
 * The session of somebody who opens the console's page. Whoever follows a link from another site comes without the cookie; the
 * page asks the API then.
 */
export function sessionOfVisit(header: ReadHeader, sessions: Sessions): Session | null {
  const id = idIn(header);
  const isVisit = header('origin') == null && ['none', 'same-origin'].includes(header('sec-fetch-site') ?? '');
  return id !== null && isVisit ? sessions.find(id) : null;
}

/** Why this page may not sign in or out; `null` when it may. */
export function signInRefusal(header: ReadHeader): Refusal | null {
  const origin = header('origin');
  if (!origin || !isOwn(origin, header('host'))) {
    return {
      status: 403,
      code: 'FORBIDDEN_ORIGIN',
      message: 'Only a page of this gateway signs in and out: its Origin has to be the address of the gateway itself.',
    };
  }
  if (!hasCsrfHeader(header)) {
    const message = `Send the header ${CSRF_HEADERS[0]} with any value.`;
    return { status: 403, code: 'CSRF_PREVENTED', message };
  }
  if (origin.startsWith('https:') || isLoopback(new URL(origin).hostname)) return null;
  return {
    status: 403,
    code: 'HTTPS_NEEDED',
    message: 'A browser keeps a session only over HTTPS: put TLS in front of the gateway, or open it as 127.0.0.1.',
  };
}

function hasCsrfHeader(header: ReadHeader): boolean {
  return CSRF_HEADERS.some((name) => header(name) != null);
}
