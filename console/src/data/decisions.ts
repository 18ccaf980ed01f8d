import { useMemo, useSyncExternalStore } from 'react';
import { DecideDocument, type RequestRowFragment } from '../gql/graphql.ts';
import { type Outcome, send } from './act.ts';
import { boot } from './boot.ts';
import { beforeSignOut, session } from './session.ts';
import { storage } from './storage.ts';
import { createUndoQueue, type Decision } from './undo-queue.ts';

const UNDO_MS = 5_000;
// An hour less than the gateway promises.
const KEY_MS = 23 * 3_600_000;

export type Decided = Outcome<object>;

export const inputOf = ({ peer, user, approved, idempotencyKey }: Decision) => ({
  peer,
  user,
  approved,
  idempotencyKey,
});

/** The decisions of this page. They are sent also when another screen is open by then. */
export const decisions = createUndoQueue<Decided>({
  undoMs: UNDO_MS,
  keyMs: KEY_MS,
  send: (decision, outlivesPage) => send(DecideDocument, inputOf(decision), { outlivesPage }),
  judge(result) {
    if ('done' in result) return 'done';
    // Without a session nothing was done: it is sent when the same caller is there again.
    return result.refusal.isUnknown || session.get() === 'ended' ? 'unknown' : 'refused';
  },
  storage,
  storageKey: 'console-unconfirmed-decisions',
  caller: boot.caller,
});

export const useDecisions = () => useSyncExternalStore(decisions.subscribe, decisions.get);

/** Those who still wait, the earliest first: whoever is being decided about is off the list at once. `rows` come newest first. */
export function useUndecided(rows: readonly RequestRowFragment[]): readonly RequestRowFragment[] {
  const entries = useDecisions();
  return useMemo(() => {
    const open = entries.filter(({ state }) => state === 'waiting' || state === 'sending');
    const decided = new Set(open.map(({ decision }) => decision.requestId));
    return rows.filter(({ id }) => !decided.has(id)).toReversed();
  }, [rows, entries]);
}

function leave(): void {
  void decisions.flush({ outlivesPage: true });
}

addEventListener('pagehide', leave);
beforeSignOut.add(() => decisions.flush());
// A phone may say nothing else before it ends the page.
document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave());

void decisions.resume();
