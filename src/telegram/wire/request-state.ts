import type { RequestState } from 'telegram/network/RequestState.js';
import type { Api } from '../tl.ts';
import { writeObject } from './write-object.ts';

/** Settles when a call is done that another one must come after; no call of the gateway is sent in such an order. */
const NOBODY_WAITS = Promise.withResolvers<void>();

/** GramJS's `RequestState` of a request, with the bytes of our own writer. Throws for a request that cannot be written. */
export function createRequestState(request: Api.AnyRequest): RequestState {
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
    isReady: () => true,
    resetPromise() {},
  };
}
