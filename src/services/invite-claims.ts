import { LRUCache } from 'lru-cache';

/**
 * Which links have been given to a caller. Telegram does not tell for whom it made a link, so a request whose answer was lost
 * may find one that another caller with the same wishes has been answered, or is about to be; whoever takes it first has it.
 */
export interface InviteClaims {
  /** Whether the link was still to be had, and is the caller's now. `durable`: also for who looks after a restart. */
  take(link: string, durable: boolean): Promise<boolean>;
  /** While `work` runs, claims are durable: after a crash it would look for its link among those of everybody else. */
  duringKept<T>(work: () => Promise<T>): Promise<T>;
}

/** Claims that outlive the process. */
export interface ClaimStore {
  /** Whether nobody had claimed the link before. */
  claim(link: string): Promise<boolean>;
}

/** Nobody looks further back for a link than its own deadline. */
const LIFE_MS = 10 * 60_000;
const MOST_CLAIMS = 200_000;

export function createInviteClaims(store: ClaimStore): InviteClaims {
  const taken = new LRUCache<string, true>({ max: MOST_CLAIMS, ttl: LIFE_MS });
  let kept = 0;

  return {
    async take(link, durable) {
      if (taken.has(link)) return false;
      taken.set(link, true);
      return durable || kept > 0 ? store.claim(link) : true;
    },
    async duringKept(work) {
      kept += 1;
      try {
        return await work();
      } finally {
        kept -= 1;
      }
    },
  };
}
