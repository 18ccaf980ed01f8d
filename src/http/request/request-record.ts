import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type CallScope, withCallScope } from '../../base/call-scope.ts';
import type { Logger } from '../../base/log.ts';
import type { RequestScope } from '../../context.ts';
import type { MutationOutcome } from './mutation-outcomes.ts';

/** What the HTTP side notes down while one request, or one operation over a WebSocket, passes through. */
export interface RequestRecord {
  readonly scope: RequestScope;
  /** `performance.now()` at the request's first line. */
  readonly startedAt: number;
  /** Ends the work for this request; `scope.signal` is its signal. */
  readonly abort: (reason: DOMException) => void;
  /** What the calls made for it keep to. Its parts are known by and by; a subscription that stands has no deadline. */
  readonly call: { -readonly [Part in keyof CallScope]: CallScope[Part] };
  /** How long the whole answer may take; Infinity as long as nobody has said. */
  deadlineMs: number;
  /** Where it comes from, as `ClientAddress` tells it. */
  readonly address: string;
  /** Whom the limits for one client count it to: which API key's, or the address where none is needed. */
  client: string;
  /** Aborted when somebody signs out by whose session it came; `null`: it came by none. */
  signedOut: AbortSignal | null;
  /** Of the address asked for, without its query; empty over a WebSocket. */
  path: string;
  /** Known once the document was parsed and one of its operations chosen. */
  operation: { readonly type: string; readonly name: string | null } | null;
  /** In the answer, or in one event, at the most; known once the operation was priced. */
  bytes: number;
  /** The root fields of a mutation that have begun, by the name under which each is answered. */
  readonly mutations: Map<string | number, MutationOutcome>;
  /** `extensions.code` of every error answered. */
  readonly errorCodes: string[];
  /** The operation has one root field, and a replay answers it. */
  isReplay: boolean;
  /** What is given back when the request has ended, however it did. */
  readonly held: DisposableStack;
}

/** Where no key is needed, callers cannot be told apart. */
export const ANONYMOUS = 'anonymous';

const records = new AsyncLocalStorage<RequestRecord>();

/** An id that a proxy chose is kept when it can do no harm in a log or a header. */
const ACCEPTABLE_ID = /^[A-Za-z0-9._-]{1,64}$/;

/** The id that came with the request, or one of its own. */
export function chooseRequestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && ACCEPTABLE_ID.test(given) ? given : randomUUID();
}

/** Whoever opens a record aborts it when the caller goes away, and disposes of `held` at the end. */
export function openRecord(requestId: string, address: string, log: Logger): RequestRecord {
  const controller = new AbortController();
  let child: Logger | undefined;
  return {
    scope: {
      requestId,
      log: () => (child ??= log.child({ requestId })),
      signal: controller.signal,
      replayed: [],
      asked: [],
    },
    startedAt: performance.now(),
    abort: (reason) => controller.abort(reason),
    call: {
      caller: ANONYMOUS,
      deadline: Number.POSITIVE_INFINITY,
      signal: controller.signal,
      waitsForFloods: false,
    },
    deadlineMs: Number.POSITIVE_INFINITY,
    address,
    client: address,
    signedOut: null,
    path: '',
    operation: null,
    bytes: 0,
    mutations: new Map(),
    errorCodes: [],
    isReplay: false,
    held: new DisposableStack(),
  };
}

/**
 * Runs `work` so that `currentRecord()` finds the record from everywhere below, which Yoga's hooks cannot hand on, and calls
 * to Telegram find its terms. Two things beside each other, because the services may not know of HTTP.
 */
export function withRecord<T>(record: RequestRecord, work: () => T): T {
  return records.run(record, withCallScope, record.call, work);
}

/** @throws outside of `withRecord`, which is a mistake in this folder. */
export function currentRecord(): RequestRecord {
  const record = records.getStore();
  if (record === undefined) throw new Error('No request is being answered here.');
  return record;
}

/** Milliseconds since the request's first line, with one digit behind the point. */
export function elapsedMs(record: RequestRecord): number {
  return Math.round((performance.now() - record.startedAt) * 10) / 10;
}
