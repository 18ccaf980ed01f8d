import { currentRecord } from './request-record.ts';

/** An answer that the HTTP side gives on its own, before or instead of GraphQL, in GraphQL's shape so that clients can read it. */
export interface Refusal {
  readonly status: number;
  /** `extensions.code`. */
  readonly code: string;
  /** A sentence that the caller can act on. */
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Notes the code for the access log and writes the answer, in the media type that the caller prefers. */
export function refuse(request: Request, refusal: Refusal): Response {
  currentRecord().errorCodes.push(refusal.code);
  const errors = [{ message: refusal.message, extensions: { code: refusal.code } }];
  return Response.json(
    { errors },
    { status: refusal.status, headers: { 'content-type': `${mediaType(request)}; charset=utf-8`, ...refusal.headers } },
  );
}

function mediaType(request: Request): string {
  const preferred = 'application/graphql-response+json';
  return request.headers.get('accept')?.includes(preferred) ? preferred : 'application/json';
}
