import type { CallScope } from '../../src/base/call-scope.ts';

/** A request of somebody who stays, with 15 seconds left unless told. */
export function callScopeOf(options: Partial<CallScope> & { readonly left?: number } = {}): CallScope {
  const { left = 15_000, ...given } = options;
  return {
    caller: 'somebody',
    deadline: performance.now() + left,
    signal: new AbortController().signal,
    waitsForFloods: false,
    ...given,
  };
}
