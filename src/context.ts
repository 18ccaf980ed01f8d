import type { Logger } from './base/log.ts';
import type { Services } from './services/index.ts';
import type { SignIns } from './services/sign-in/sign-ins.ts';

/** What the HTTP side knows of a request before any resolver runs. */
export interface RequestScope {
  /** Stands in every log line and in the `x-request-id` header of the answer. */
  readonly requestId: string;
  /** Carries the request id. Made when first asked for: few requests have anything to say, and it takes as long as a line. */
  readonly log: () => Logger;
  /** Aborts when the client goes away or the request's deadline passes. */
  readonly signal: AbortSignal;
  /** Paths of the root fields that were answered as an earlier request was; resolvers note them. */
  readonly replayed: (string | number)[][];
}

/** What a resolver may touch. */
export interface GatewayContext extends Pick<RequestScope, 'signal' | 'replayed'> {
  readonly services: Services;
  readonly signIns: SignIns;
}
