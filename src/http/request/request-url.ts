import type { IncomingMessage } from 'node:http';

/** What a caller gets whose request has no address. */
export const NO_ADDRESS =
  'The Host header and the path do not make up an address: send "Host: HOST" or "Host: HOST:PORT" and a path such as /graphql.';

/** An authority: a name or an address, and perhaps a port. */
const HOST = /^[^\s/\\?#@]+$/;

/**
 * Reads the address that a request is for, and puts this one reading into the request, where Yoga and all others find it. A
 * target in absolute form is the address, whatever `Host` says (RFC 9112, 3.2.2). `null`: the request has none. Remembers the
 * last address, as nearly all requests are for the same.
 */
export function createUrlReader(): (request: IncomingMessage) => URL | null {
  let last: { readonly host: string; readonly target: string; readonly url: URL } | null = null;
  return (request) => {
    const { headers, url: target = '' } = request;
    // Only HTTP/1.0 may leave it out, and no browser does.
    headers.host ??= 'localhost';
    const { host } = headers;
    if (last?.host === host && last.target === target) return last.url;
    const isAbsolute = /^https?:\/\//i.test(target);
    if (!isAbsolute && !(HOST.test(host) && target.startsWith('/'))) return null;
    const url = URL.parse(isAbsolute ? target : `http://${host}${target}`);
    if (url === null) return null;
    if (isAbsolute) {
      request.url = url.pathname + url.search;
      headers.host = url.host;
    } else last = { host, target, url };
    return url;
  };
}

/** Media types and charsets are the same in upper and lower case; Yoga compares them as they are. */
export function lowerCaseTypes({ headers }: IncomingMessage): void {
  if (headers['content-type'] !== undefined) headers['content-type'] = headers['content-type'].toLowerCase();
  if (headers.accept !== undefined) headers.accept = headers.accept.toLowerCase();
}
