import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * What every call made for one request has to keep to, wherever it is made. It travels beside the arguments, as it would
 * otherwise be a parameter of every function between HTTP and the wire.
 */
export interface CallScope {
  /** Who asks, as one that cannot be traced back to an API key; idempotency keys are theirs. */
  readonly caller: string;
  /** `performance.now()` by which the caller wants an answer, whatever it says. */
  readonly deadline: number;
  /** Aborts when the caller goes away: what has not been sent by then is not sent any more. */
  readonly signal: AbortSignal;
  /** The caller would rather wait than hear of a flood wait that ends before the deadline. */
  readonly waitsForFloods: boolean;
}

const scopes = new AsyncLocalStorage<CallScope>();

/** Runs `work` so that the calls it makes keep to this scope. */
export function withCallScope<T>(scope: CallScope, work: () => T): T {
  return scopes.run(scope, work);
}

/** Runs `work` in no scope: what others share or what stays must not end with the request that happened to begin it. */
export function detached<T>(work: () => T): T {
  return scopes.exit(work);
}

/**
 * Runs `work` with no more time than this, nor than half of what is left, and without waiting for floods: for what is only
 * better to know.
 */
export function inPassing<T>(milliseconds: number, work: () => T): T {
  const scope = scopes.getStore();
  if (!scope) return work();
  const deadline = performance.now() + Math.min(milliseconds, timeLeft() / 2);
  return scopes.run({ ...scope, deadline, waitsForFloods: false }, work);
}

/** The same, but the calls that it makes count as those of the caller who happened to begin it. */
export function detachedFor<T>(work: () => T): T {
  const scope = scopes.getStore();
  if (!scope) return work();
  const { signal } = new AbortController();
  const { caller } = scope;
  return scopes.run({ caller, deadline: Number.POSITIVE_INFINITY, signal, waitsForFloods: false }, work);
}

/** The scope of the request that is being answered; `undefined` outside of one, as at start-up. */
export function callScope(): CallScope | undefined {
  return scopes.getStore();
}

/** Milliseconds left until the deadline, 0 when it has passed; Infinity outside of a request. */
export function timeLeft(): number {
  const scope = scopes.getStore();
  return scope ? Math.max(0, scope.deadline - performance.now()) : Number.POSITIVE_INFINITY;
}

/** Calls `giveUp` when the deadline comes or the caller goes away. The function returned takes that back. */
export function whenOver(giveUp: () => void): () => void {
  const scope = scopes.getStore();
  if (!scope) return () => {};
  const { signal, deadline } = scope;
  const timer = Number.isFinite(deadline) ? setTimeout(giveUp, timeLeft()) : undefined;
  if (signal.aborted) giveUp();
  signal.addEventListener('abort', giveUp, { once: true });
  return () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
  };
}

/** Waits; ends early when the caller goes away, or at the deadline. */
export async function pause(milliseconds: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  const stay = whenOver(resolve);
  await promise;
  clearTimeout(timer);
  stay();
}

/** Whether the caller of this request has gone away. */
export function callerIsGone(): boolean {
  return scopes.getStore()?.signal.aborted ?? false;
}

/** Whether somebody still waits for the answer and there is more time left than this. */
export function hasTimeFor(milliseconds: number): boolean {
  return !callerIsGone() && timeLeft() > milliseconds;
}
