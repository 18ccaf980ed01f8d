import { currentRecord } from './request-record.ts';

/** An answer that the HTTP side gives on its own, before or instead of GraphQL, in GraphQL's shape so that clients can read it. */
export interface Refusal {
  readonly status: number;
  /** The words of the status line, printable ASCII; the usual ones when absent. */
  readonly statusText?: string;
  /** `extensions.code`. */
  readonly code: string;
  /** A sentence that the caller can act on. */
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Notes the code for the access log and writes the answer: the sentence alone to a preflight, else in the media type that the caller prefers. */
export function refuse(request: Request, refusal: Refusal): Response {
  const { status, statusText, code, message, headers } = refusal;
  currentRecord().errorCodes.push(code);
  const type = request.headers.has('access-control-request-method') ? 'text/plain' : mediaType(request);
  const body = type === 'text/plain' ? message : JSON.stringify({ errors: [{ message, extensions: { code } }] });
  return new Response(body, {
    status,
    ...(statusText !== undefined && { statusText }),
    headers: { 'content-type': `${type}; charset=utf-8`, ...headers },
  });
}

function mediaType(request: Request): string {
  const preferred = 'application/graphql-response+json';
  return request.headers.get('accept')?.includes(preferred) ? preferred : 'application/json';
}
