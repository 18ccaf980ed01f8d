import { test } from 'vitest';
import type { CallFault } from '../../src/sandbox/faults/fault.ts';
import { exportUnderFaults } from '../support/export-storm.ts';
import { killAndRepeat } from '../support/kill-and-repeat.ts';

/**
 * Each cut takes the calls of all callers with it, and all of them come back at once over the next connection. With one call in 50
 * every other new connection is cut before it has brought an answer, the pauses between dials grow, and for a few calls the
 * deadline comes before they can look: those are told UNKNOWN, which is the truth.
 */
const FAULTS: [string, CallFault, number][] = [
  ['connections cut after execution', { kind: 'cut', when: 'after' }, 0.01],
  ['RPC_CALL_FAIL after execution', { kind: 'rpcError', code: 500, type: 'RPC_CALL_FAIL', when: 'after' }, 0.2],
];

for (const [name, fault, chance] of FAULTS) {
  test.each([1, 2, 3])(`${name}: one live link for each of 1,000 calls by 32 callers, seed %i`, (seed) =>
    exportUnderFaults({ fault, chance, seed, calls: 1_000, callers: 32 }),
  );
}

test('killed between execution and answer, started again, 100 times: the same key is answered the same link', () =>
  killAndRepeat(100));
