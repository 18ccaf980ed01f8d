import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestScope } from '../context.ts';
import type { Logger } from '../log.ts';

/** What the HTTP side notes down while one request passes through; the access log is written from it. */
export interface RequestRecord {
  readonly scope: RequestScope;
  /** `performance.now()` at the request's first line. */
  readonly startedAt: number;
  /** Ends the work for this request; `scope.signal` is its signal. */
  readonly abort: (reason: DOMException) => void;
  /** Known once the document was parsed and one of its operations chosen. */
  operation: { readonly type: string; readonly name: string | null } | null;
  /** `extensions.code` of every error answered. */
  readonly errorCodes: string[];
}

const records = new AsyncLocalStorage<RequestRecord>();

/** An id that a proxy chose is kept when it can do no harm in a log or a header. */
const ACCEPTABLE_ID = /^[A-Za-z0-9._-]{1,64}$/;

/** Opens the record of a request. Its signal aborts when the caller goes away before the answer is complete. */
export function openRecord(request: IncomingMessage, response: ServerResponse, log: Logger): RequestRecord {
  const given = request.headers['x-request-id'];
  const requestId = typeof given === 'string' && ACCEPTABLE_ID.test(given) ? given : randomUUID();
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort(new DOMException('The caller went away.', 'AbortError'));
  });
  return {
    scope: { requestId, log: log.child({ requestId }), signal: controller.signal },
    startedAt: performance.now(),
    abort: (reason) => controller.abort(reason),
    operation: null,
    errorCodes: [],
  };
}

/** Runs `work` so that `currentRecord()` finds the record from everywhere below, which Yoga's hooks cannot hand on. */
export function withRecord<T>(record: RequestRecord, work: () => T): T {
  return records.run(record, work);
}

/** @throws outside of `withRecord`, which is a mistake in this folder. */
export function currentRecord(): RequestRecord {
  const record = records.getStore();
  if (record === undefined) throw new Error('No request is being answered here.');
  return record;
}
