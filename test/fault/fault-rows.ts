import type { Fault } from '../../src/sandbox/faults/fault.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';

/** How callers and faults meet. */
export interface Pattern {
  readonly name: string;
  readonly callers: number;
  /** `once`: the first call. `always`: every call. `some`: three in ten, drawn from the seed, eight at the most. */
  readonly strikes: 'once' | 'always' | 'some';
  /** Another administrator and a bot may do the same in the chat, so that three accounts are able. One unless set. */
  readonly isAmongAble?: boolean;
}

export const ONE_CALL: Pattern = { name: '1 caller, the fault strikes once', callers: 1, strikes: 'once' };
export const ONE_CALL_ALWAYS: Pattern = {
  name: '1 caller, the fault strikes every time',
  callers: 1,
  strikes: 'always',
};
export const MANY_CALLERS: Pattern = {
  name: '32 callers at once, the fault strikes three calls in ten',
  callers: 32,
  strikes: 'some',
};

/** The same where other accounts might do what one has not told the end of. */
export const AMONG_ABLE: Pattern = {
  ...ONE_CALL,
  name: `${ONE_CALL.name}, three accounts are able`,
  isAmongAble: true,
};
export const MANY_AMONG_ABLE: Pattern = {
  ...MANY_CALLERS,
  name: `${MANY_CALLERS.name}, three accounts are able`,
  isAmongAble: true,
};

/** A row of the table. */
export interface FaultRow {
  readonly name: string;
  /** `null`: nothing goes wrong. */
  readonly fault: Fault | null;
}

const BOTH = ['before', 'after'] as const;

/** Every kind of docs/sandbox.md. What strikes after execution is the hard half: the world has changed by then. */
export const FAULT_ROWS: readonly FaultRow[] = [
  { name: 'none', fault: null },
  ...BOTH.map((when) => ({ name: `cut ${when}`, fault: { kind: 'cut', when } as const })),
  { name: 'delay 300 ms', fault: { kind: 'delay', ms: 300 } },
  ...BOTH.map((when) => ({
    name: `delay beyond the deadline, ${when}`,
    fault: { kind: 'delay', ms: 5_000, when } as const,
  })),
  { name: 'cut while Telegram is at it', fault: { kind: 'delay', ms: 3_000, cutAfterMs: 500 } },
  ...BOTH.map((when) => ({ name: `silence ${when}`, fault: { kind: 'silence', when } as const })),
  ...BOTH.map((when) => ({
    name: `RPC_CALL_FAIL ${when}`,
    fault: { kind: 'rpcError', code: 500, type: 'RPC_CALL_FAIL', when } as const,
  })),
  { name: 'FLOOD_WAIT_5', fault: { kind: 'rpcError', code: 420, type: 'FLOOD_WAIT_5' } },
  ...BOTH.map((when) => ({ name: `garbage ${when}`, fault: { kind: 'garbage', when } as const })),
  { name: 'badSalt', fault: { kind: 'badSalt' } },
  ...BOTH.map((when) => ({
    name: `transport error −429 ${when}`,
    fault: { kind: 'transportError', code: -429, when } as const,
  })),
  { name: 'transport error −404', fault: { kind: 'transportError' } },
  ...BOTH.map((when) => ({ name: `halfOpen ${when}`, fault: { kind: 'halfOpen', when } as const })),
  { name: 'revokeSession', fault: { kind: 'revokeSession', type: 'SESSION_REVOKED' } },
  { name: 'dropUpdates', fault: { kind: 'dropUpdates' } },
  { name: 'refuse', fault: { kind: 'refuse' } },
  { name: 'clockSkew 1000 s', fault: { kind: 'clockSkew', seconds: 1_000 } },
];

/** How long a port that refuses does so where the fault is to pass. */
const REFUSING_SECONDS = 0.4;

/** Lets the fault wait for the calls of this method, or begin where it needs no call. */
export function addFault(sandbox: Sandbox, fault: Fault | null, method: string, pattern: Pattern, seed: number): void {
  if (fault === null) return;
  if (fault.kind === 'clockSkew' || (fault.kind === 'refuse' && pattern.strikes === 'always')) {
    sandbox.faults.add({ fault });
  } else if (fault.kind === 'refuse') {
    sandbox.faults.add({ fault, seconds: REFUSING_SECONDS });
  } else if (fault.kind === 'dropUpdates') {
    sandbox.faults.add({ fault, times: null });
  } else if (pattern.strikes === 'some') {
    sandbox.faults.add({ fault, method, times: 8, chance: 0.3, seed });
  } else {
    sandbox.faults.add({ fault, method, times: pattern.strikes === 'once' ? 1 : null });
  }
}
