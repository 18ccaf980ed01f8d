/** A decision about somebody who waits. `idempotencyKey` is of this decision alone: however often it is sent, it is done once. */
export interface Decision {
  readonly idempotencyKey: string;
  readonly peer: string;
  readonly user: string;
  readonly approved: boolean;
  /** The id of the request in lists. */
  readonly requestId: string;
}

/** A decision with what has become of it. */
export type Entry<Result> = {
  readonly decision: Decision;
  readonly isResumed?: boolean;
} /** Until then it can be undone, by the clock that nobody sets (`performance.now`). */ & (
  | { readonly state: 'waiting'; readonly until: number; readonly click: number }
  | { readonly state: 'sending'; readonly at: number }
  | { readonly state: 'settled'; readonly at: number; readonly result: Result }
  /** Sent so long ago that the gateway does not know the key any more. */
  | { readonly state: 'forgotten' }
);

interface Options<Result> {
  /** How long each decision can be undone, in milliseconds. */
  readonly undoMs: number;
  /** For how long the gateway knows a key, in milliseconds. */
  readonly keyMs: number;
  /** Never rejects. `outlivesPage`: the page is being left. */
  send(decision: Decision, outlivesPage: boolean): Promise<Result>;
  /** `done`: nothing more to say. `refused`: it was not done. `unknown`: nobody knows. */
  judge(result: Result): 'done' | 'refused' | 'unknown';
  /** Where decisions are kept from the moment they are sent until it is known what became of them. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly storageKey: string;
  /** Whose decisions these are: those of others stay where they are kept. `null`: nobody has to say who they are. */
  readonly caller: string | null;
}

/** Decisions that can be undone for a while, then are sent one after the other. */
export function createUndoQueue<Result>(options: Options<Result>) {
  const { undoMs, keyMs, send, judge, storage, storageKey, caller } = options;
  let entries: readonly Entry<Result>[] = [];
  let clicks = 0;
  const listeners = new Set<() => void>();

  function change(next: readonly Entry<Result>[]): void {
    entries = next;
    keep();
    for (const listener of listeners) listener();
  }

  const put = (changed: Entry<Result>) =>
    change(entries.map((each) => (keyOf(each) === keyOf(changed) ? changed : each)));

  const isUnconfirmed = (entry: Entry<Result>): entry is Extract<Entry<Result>, { at: number }> =>
    entry.state === 'sending' || (entry.state === 'settled' && judge(entry.result) === 'unknown');

  /** Ids and keys, nothing else. Those of another tab stay as they are. */
  function keep(): void {
    const own = new Set([...seen, ...entries.map(keyOf)]);
    for (const key of own) seen.add(key);
    const others = readKept(storage.getItem(storageKey)).filter(({ decision }) => !own.has(decision.idempotencyKey));
    const kept = [...others, ...entries.filter(isUnconfirmed).map(({ decision, at }) => ({ decision, at, caller }))];
    // Where that is not possible the decisions are sent all the same, and the next page does not hear of them.
    if (kept.length > 0) storage.setItem(storageKey, JSON.stringify(kept));
    else storage.removeItem(storageKey);
  }
  const seen = new Set<string>();

  async function sendNow(entry: Entry<Result>, outlivesPage = false): Promise<void> {
    // The first time counts: the gateway remembers the key from then on.
    const at = 'at' in entry ? entry.at : Date.now();
    const { decision, isResumed = false } = entry;
    put({ decision, isResumed, state: 'sending', at });
    const result = await send(decision, outlivesPage);
    if (judge(result) === 'done' && !isResumed) dismiss(decision.idempotencyKey);
    else put({ decision, isResumed, state: 'settled', at, result });
    sendDue();
  }

  /** One at a time, as Telegram slows down whoever hurries. */
  function sendDue(): void {
    if (entries.some(({ state }) => state === 'sending')) return;
    const next = entries.find((each) => each.state === 'waiting');
    if (next?.state !== 'waiting') return;
    const left = next.until - performance.now();
    // A timer may come a little early.
    if (left <= 0) void sendNow(next);
    else setTimeout(sendDue, left);
  }

  function dismiss(key: string): void {
    change(entries.filter((each) => keyOf(each) !== key));
  }

  return {
    get: () => entries,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Decisions of one click or key: they are undone together. */
    add(decisions: readonly Decision[]): void {
      const until = performance.now() + undoMs;
      clicks += 1;
      const click = clicks;
      const open = new Set(
        entries.filter(({ state }) => state !== 'settled').map(({ decision }) => decision.requestId),
      );
      const added = decisions.filter(({ requestId }) => !open.has(requestId));
      const isAgain = (entry: Entry<Result>) => added.some(({ requestId }) => requestId === entry.decision.requestId);
      const rest = entries.filter((entry) => entry.state !== 'settled' || isUnconfirmed(entry) || !isAgain(entry));
      change([...rest, ...added.map((decision) => ({ decision, state: 'waiting' as const, until, click }))]);
      setTimeout(sendDue, undoMs);
    },
    /** Takes back the last click of which something was not sent yet. Answers the decisions taken back. */
    undo(): readonly Decision[] {
      const last = entries.findLast((each) => each.state === 'waiting');
      if (last?.state !== 'waiting') return [];
      const isOfIt = (each: Entry<Result>) => each.state === 'waiting' && each.click === last.click;
      const undone = entries.filter(isOfIt).map(({ decision }) => decision);
      change(entries.filter((each) => !isOfIt(each)));
      return undone;
    },
    /** Sends at once what waits. */
    flush({ outlivesPage = false } = {}): Promise<unknown> {
      return Promise.all(entries.filter(({ state }) => state === 'waiting').map((each) => sendNow(each, outlivesPage)));
    },
    /** Sends a settled decision once more, with the same key. */
    again(key: string): void {
      const entry = entries.find((each) => keyOf(each) === key);
      if (entry?.state === 'settled') void sendNow(entry);
    },
    dismiss,
    /** Finds out, with the same keys, what became of decisions that an earlier page has sent and of which it has heard nothing. */
    async resume(): Promise<void> {
      const known = new Set(entries.map(keyOf));
      const kept = readKept(storage.getItem(storageKey)).filter(
        (each) => each.caller === caller && !known.has(each.decision.idempotencyKey),
      );
      const isFresh = ({ at }: Kept) => Date.now() - at < keyMs;
      const resumed = kept.map((each): Entry<Result> => {
        const rest = { decision: each.decision, isResumed: true };
        return isFresh(each) ? { ...rest, state: 'sending', at: each.at } : { ...rest, state: 'forgotten' };
      });
      change([...entries, ...resumed]);
      for (const entry of resumed) if (entry.state === 'sending') await sendNow(entry);
    },
  };
}

const keyOf = ({ decision }: { decision: Decision }) => decision.idempotencyKey;

interface Kept {
  readonly decision: Decision;
  /** When it was first sent, in milliseconds. */
  readonly at: number;
  readonly caller: string | null;
}

function readKept(text: string | null): readonly Kept[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept) ? kept.filter(isKept) : [];
  } catch {
    return [];
  }
}

function isKept(value: unknown): value is Kept {
  if (!hasFields(value) || !hasFields(value['decision']) || typeof value['at'] !== 'number') return false;
  const { idempotencyKey, peer, user, requestId, approved } = value['decision'];
  const caller = value['caller'];
  return (
    (caller === null || typeof caller === 'string') &&
    [idempotencyKey, peer, user, requestId].every((each) => typeof each === 'string') &&
    typeof approved === 'boolean'
  );
}

const hasFields = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
