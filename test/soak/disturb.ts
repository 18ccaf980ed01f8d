import { setTimeout as wait } from 'node:timers/promises';
import type { Fault, FaultRule } from '../../src/sandbox/faults/fault.ts';
import { seededChance } from '../../src/sandbox/faults/seeded-chance.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';

/** Everything that a session survives. What ends one (a revoked session, −404) is in the fault suite. */
const FAULTS: readonly Fault[] = [
  { kind: 'cut', when: 'before' },
  { kind: 'cut', when: 'after' },
  { kind: 'delay', ms: 400, when: 'before' },
  { kind: 'delay', ms: 400, when: 'after' },
  { kind: 'silence', when: 'before' },
  { kind: 'silence', when: 'after' },
  { kind: 'rpcError', code: 500, type: 'RPC_CALL_FAIL', when: 'before' },
  { kind: 'rpcError', code: 500, type: 'RPC_CALL_FAIL', when: 'after' },
  { kind: 'rpcError', code: 420, type: 'FLOOD_WAIT_1', when: 'before' },
  { kind: 'garbage', when: 'before' },
  { kind: 'garbage', when: 'after' },
  { kind: 'badSalt' },
  { kind: 'transportError', code: -429, when: 'before' },
  { kind: 'transportError', code: -429, when: 'after' },
  { kind: 'halfOpen', when: 'after' },
  { kind: 'dropUpdates' },
  { kind: 'refuse' },
];

const METHODS = ['messages.exportChatInvite', 'messages.exportChatInvite', 'messages.editExportedChatInvite', null];
const SHORTEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 5_000;

/** Adds one fault after the other until the signal aborts, then takes all away. Answers how often each kind struck. */
export async function disturb(sandbox: Sandbox, seed: number, signal: AbortSignal): Promise<Map<string, number>> {
  const chance = seededChance(seed);
  const struck = new Map<string, number>();
  const pick = <T>(of: readonly T[]): T => of[Math.floor(chance() * of.length)] as T; // the index is below the length
  for (;;) {
    const pause = SHORTEST_PAUSE_MS + chance() * (LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS);
    await wait(pause, undefined, { signal }).catch(() => {});
    if (signal.aborted) {
      sandbox.faults.clear();
      return struck;
    }
    const fault = pick(FAULTS);
    const added = sandbox.faults.add(ruleFor(fault, pick(METHODS), 1 + Math.floor(chance() * 4)));
    void added.done.then(() => struck.set(fault.kind, (struck.get(fault.kind) ?? 0) + added.applied));
  }
}

function ruleFor(fault: Fault, method: string | null, times: number): FaultRule {
  if (fault.kind === 'refuse') return { fault, seconds: times / 2 };
  const rule = { fault, account: 'owner', times, seconds: 10 };
  return method === null || fault.kind === 'dropUpdates' ? rule : { ...rule, method };
}
