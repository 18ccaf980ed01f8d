import type { IncomingMessage } from 'node:http';

/** What a caller gets whose request has no address. */
export const NO_ADDRESS =
  'The Host header and the path do not make up an address: send "Host: HOST" or "Host: HOST:PORT" and a path such as /graphql.';

/** An authority: a name or an address, and perhaps a port. */
const HOST = /^[^\s/\\?#@]+$/;

/**
 * Reads the address that a request is for, and puts this one reading into the request, where Yoga and all others find it. A
 * target in absolute form is the address, whatever `Host` says (RFC 9112, 3.2.2). `null`: the request has none.
 */
export function readUrl(request: IncomingMessage): URL | null {
  const { headers, url: target = '' } = request;
  // Only HTTP/1.0 may leave it out, and no browser does.
  headers.host ??= 'localhost';
  const isAbsolute = /^https?:\/\//i.test(target);
  if (!isAbsolute && !(HOST.test(headers.host) && target.startsWith('/'))) return null;
  const url = URL.parse(isAbsolute ? target : `http://${headers.host}${target}`);
  if (url !== null && isAbsolute) {
    request.url = url.pathname + url.search;
    headers.host = url.host;
  }
  return url;
}

/** Media types and charsets are the same in upper and lower case; Yoga compares them as they are. */
export function lowerCaseTypes({ headers }: IncomingMessage): void {
  if (headers['content-type'] !== undefined) headers['content-type'] = headers['content-type'].toLowerCase();
  if (headers.accept !== undefined) headers.accept = headers.accept.toLowerCase();
}
