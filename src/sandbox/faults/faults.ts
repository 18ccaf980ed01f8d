import type { CallFault, Fault, FaultRule } from './fault.ts';
import { documentedName } from './method-name.ts';
import { FaultRuleError, readRule } from './read-rule.ts';
import { seededChance } from './seeded-chance.ts';

/** One time that a rule applied. */
interface Applied {
  /** Unix milliseconds. */
  readonly at: number;
  /** The name in the cast, else the user's id; `null`: nobody was signed in. */
  readonly account: string | null;
  /** As core.telegram.org writes it; `null` for an update. */
  readonly method: string | null;
}

/** A rule and what became of it. */
interface FaultReport {
  /** For DELETE /faults/:id; counts from 1. */
  readonly id: number;
  readonly rule: FaultRule;
  /** How often it applied. */
  readonly applied: number;
  /** How often it will still apply: 0 for one that is used up or whose seconds are over, `null` for no limit. */
  readonly remaining: number | null;
  /** The last hundred, oldest first. */
  readonly calls: readonly Applied[];
}

/** A rule in force. */
interface AddedFault {
  readonly id: number;
  /** How often it applied so far. */
  readonly applied: number;
  /** Resolves when it applies no more: used up, removed, or its seconds are over. Never rejects. */
  readonly done: Promise<void>;
  remove(): void;
}

/** Faults on demand: an ordered list of rules, of which the first that matches a call applies. */
export interface Faults {
  /** Puts a rule at the end. Throws FaultRuleError for one that cannot be, as of an account that there is not. */
  add(rule: FaultRule): AddedFault;
  /** False where there is no such rule. */
  remove(id: number): boolean;
  clear(): void;
  /** In the order they were added; rules that are used up stay, the last hundred of them. */
  list(): readonly FaultReport[];
}

/** What the server asks. */
export interface ServerFaults {
  /** The fault that this call meets, counted; `null`: none. */
  forCall(authKeyId: string, method: string): CallFault | null;
  /** Signs the key out. */
  revoke(authKeyId: string): void;
  /** Milliseconds that the server's clock is off. */
  clockSkew(): number;
}

/** A server that nothing happens to. */
export const NO_FAULTS: ServerFaults = { forCall: () => null, revoke: () => undefined, clockSkew: () => 0 };

/** The sandbox's own side of it. */
interface FaultBox extends Faults, ServerFaults {
  /** Whether an update to this key is to be dropped, counted. */
  dropsUpdate(authKeyId: string): boolean;
}

interface FaultBoxOptions {
  /** Unix milliseconds. */
  readonly clock: () => number;
  /** Who is signed in on a key: the user's id, and the name in the cast where there is one. */
  accountOf(authKeyId: string): { readonly id: string; readonly name: string | null } | null;
  /** Names and ids that a rule may give. */
  knowsAccount(account: string): boolean;
  knowsMethod(method: string): boolean;
  revoke(authKeyId: string): void;
  /** The port is to refuse connections, or to take them again. Called when that changes. */
  refuse(refusing: boolean): void;
}

interface Entry {
  readonly id: number;
  readonly rule: FaultRule;
  readonly calls: Applied[];
  readonly chance: () => number;
  readonly end: () => void;
  applied: number;
  remaining: number | null;
  toSkip: number;
}

/** Calls kept of one rule, and rules kept that are used up. */
const KEPT = 100;

export function createFaultBox(options: FaultBoxOptions): FaultBox {
  const { clock, accountOf } = options;
  let entries: Entry[] = [];
  let lastId = 0;
  let refusing = false;

  const standing = (kind: Fault['kind']) =>
    entries.find((entry) => entry.remaining !== 0 && entry.rule.fault.kind === kind)?.rule.fault;

  /** Tells the port where rules came or went. */
  function settle(): void {
    const wanted = standing('refuse') !== undefined;
    if (wanted === refusing) return;
    refusing = wanted;
    options.refuse(wanted);
  }

  function drop(dropped: readonly Entry[]): void {
    entries = entries.filter((entry) => !dropped.includes(entry));
    for (const entry of dropped) entry.end();
    settle();
  }

  /** The first rule of this sort that takes the call. One that lets it pass, by `skip` or by chance, leaves it to the next. */
  function take(authKeyId: string, method: string | null, sort: (fault: Fault) => boolean): Fault | null {
    if (entries.length === 0) return null;
    const account = accountOf(authKeyId);
    for (const entry of entries) {
      const { rule } = entry;
      if (entry.remaining === 0 || !sort(rule.fault)) continue;
      if (rule.account !== undefined && rule.account !== account?.name && rule.account !== account?.id) continue;
      if (rule.method !== undefined && rule.method.toLowerCase() !== method?.toLowerCase()) continue;
      if (rule.chance !== undefined && entry.chance() >= rule.chance) continue;
      if (entry.toSkip > 0) {
        entry.toSkip -= 1;
        continue;
      }
      entry.applied += 1;
      entry.calls.push({ at: clock(), account: account && (account.name ?? account.id), method });
      if (entry.calls.length > KEPT) entry.calls.shift();
      if (entry.remaining !== null) entry.remaining -= 1;
      if (entry.remaining === 0) entry.end();
      return rule.fault;
    }
    return null;
  }

  function add(wanted: FaultRule): AddedFault {
    const rule = readRule(wanted);
    if (rule.account !== undefined && !options.knowsAccount(rule.account)) {
      throw new FaultRuleError(`account: nobody here is called ${rule.account}`);
    }
    if (rule.method !== undefined && !options.knowsMethod(rule.method)) {
      throw new FaultRuleError(`method: the sandbox has no ${rule.method}`);
    }
    const { promise: done, resolve } = Promise.withResolvers<void>();
    let timer: NodeJS.Timeout | undefined;
    const isStanding = rule.fault.kind === 'refuse' || rule.fault.kind === 'clockSkew';
    const entry: Entry = {
      id: ++lastId,
      rule,
      calls: [],
      chance: seededChance(rule.seed ?? 1),
      end() {
        clearTimeout(timer);
        resolve();
      },
      applied: isStanding ? 1 : 0,
      remaining: isStanding || rule.times === null ? null : (rule.times ?? 1),
      toSkip: rule.skip ?? 0,
    };
    const spent = entries.filter(({ remaining }) => remaining === 0);
    entries = [...entries.filter((old) => !spent.slice(0, -KEPT).includes(old)), entry];
    if (rule.seconds !== undefined) timer = setTimeout(lapse, rule.seconds * 1000).unref();
    settle();
    return {
      id: entry.id,
      get applied() {
        return entry.applied;
      },
      done,
      remove: () => drop([entry]),
    };

    function lapse(): void {
      entry.remaining = 0;
      entry.end();
      settle();
    }
  }

  return {
    add,
    remove(id) {
      const found = entries.find((entry) => entry.id === id);
      if (found) drop([found]);
      return found !== undefined;
    },
    clear: () => drop(entries),
    list: () =>
      entries.map(({ id, rule, applied, remaining, calls }) => ({ id, rule, applied, remaining, calls: [...calls] })),
    forCall(authKeyId, method) {
      const fault = take(authKeyId, documentedName(method), isCallFault);
      return fault !== null && isCallFault(fault) ? fault : null;
    },
    revoke: options.revoke,
    dropsUpdate: (authKeyId) => take(authKeyId, null, ({ kind }) => kind === 'dropUpdates') !== null,
    clockSkew() {
      const fault = standing('clockSkew');
      return fault?.kind === 'clockSkew' ? fault.seconds * 1000 : 0;
    },
  };
}

function isCallFault(fault: Fault): fault is CallFault {
  return fault.kind !== 'dropUpdates' && fault.kind !== 'refuse' && fault.kind !== 'clockSkew';
}
