import { boot } from './boot.ts';
import { createStore } from './store.ts';

/** The header without which the gateway takes no request of a page that has a session. */
export const CSRF_HEADERS = { 'x-graphql-yoga-csrf': '1' };

/** `ended`: there was a session, and the gateway does not know it any more. */
export const session = createStore<'none' | 'needed' | 'done' | 'ended'>(boot.signIn);

/** The gateway has refused a request for want of a key. */
export function noteSessionEnd(): void {
  if (session.get() === 'done') session.set('ended');
}

const SESSION_PATH = '/console/session';

/** Exchanges a key for a session. Answers why there is none, in words; then loads the page anew. */
export async function signIn(key: string): Promise<string | null> {
  const headers = { ...CSRF_HEADERS, 'content-type': 'application/json' };
  try {
    const response = await fetch(SESSION_PATH, { method: 'POST', headers, body: JSON.stringify({ key }) });
    if (!response.ok) return await reasonIn(response);
  } catch {
    return 'The gateway does not answer. See whether it runs, then try again.';
  }
  if (!(await findSession()))
    return 'The key is right, but this browser keeps no session. Safari keeps none over plain HTTP: use HTTPS or another browser. Else see whether cookies are blocked.';
  // What an earlier session has read goes with the page.
  location.reload();
  return null;
}

/** What is to be done while there is a session still. */
export const beforeSignOut = new Set<() => Promise<unknown>>();

const GOODBYE_MS = 5_000;

/** Ends the session and its live streams. Whatever comes of it, the page that is loaded anew shows how things stand. */
export async function signOut(): Promise<void> {
  const all = Promise.allSettled([...beforeSignOut].map((each) => each()));
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, GOODBYE_MS))]);
  await fetch(SESSION_PATH, { method: 'DELETE', headers: CSRF_HEADERS }).catch(() => {});
  location.reload();
}

/**
 * Asks the gateway whether there is a session after all: a browser does not send the cookie when it follows a link from
 * another site to this page, and so the page was opened as if there was none.
 */
export async function findSession(): Promise<boolean> {
  const headers = { ...CSRF_HEADERS, 'content-type': 'application/json' };
  const body = JSON.stringify({ query: '{ __typename }' });
  return fetch('/graphql', { method: 'POST', headers, body }).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function reasonIn(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => null);
  const errors = typeof body === 'object' && body && 'errors' in body && Array.isArray(body.errors) ? body.errors : [];
  const message: unknown = errors[0]?.message;
  return typeof message === 'string' ? message : `The gateway refuses to sign in (${response.status}).`;
}
