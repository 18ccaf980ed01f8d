import { useSyncExternalStore } from 'react';
import { type Outcome, send } from '../data/act.ts';
import { DecideDocument } from '../gql/graphql.ts';
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
    return result.refusal.isUnknown ? 'unknown' : 'refused';
  },
  storage: localStorage,
  storageKey: 'console-unconfirmed-decisions',
});

export const useDecisions = () => useSyncExternalStore(decisions.subscribe, decisions.get);

function leave(): void {
  void decisions.flush({ outlivesPage: true });
}

addEventListener('pagehide', leave);
// A phone may say nothing else before it ends the page.
document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave());

void decisions.resume();
