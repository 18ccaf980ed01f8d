import type { RequestState } from 'telegram/network/RequestState.js';
import type { Long } from '../tl.ts';
import { type TlObject, writeObject } from './write-object.ts';

/** GramJS's `RequestState`, with what it takes to send a call again as the same message. GramJS's own have none of it. */
export interface CallState extends RequestState {
  /** It must not run twice: after a reconnect it waits until the gateway knows what became of it. */
  readonly runsOnce?: boolean;
  /** Telegram may have it. Written, and not refused since. */
  isSent?: boolean;
  /** Where it was written: its number in that MTProto session, which is known by the object that GramJS keeps its id in. */
  seqNo?: number;
  session?: Long | undefined;
  /** It is sent again under the ids it has, so that Telegram runs nothing twice. */
  keepsNumbers?: boolean;
}

/** Settles when a call is done that another one must come after; no call of the gateway is sent in such an order. */
const NOBODY_WAITS = Promise.withResolvers<void>();

/** The state of a request, with the bytes of our own writer. Throws for a request that cannot be written. */
export function createRequestState(request: TlObject, runsOnce = false): CallState {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  return {
    request,
    data: writeObject(request),
    promise,
    resolve,
    reject,
    after: undefined,
    result: undefined,
    finished: NOBODY_WAITS,
    runsOnce,
    isSent: false,
    seqNo: 0,
    session: undefined,
    keepsNumbers: false,
    isReady: () => true,
    resetPromise() {},
  };
}
