import type { Logger } from '../log.ts';
import { createRecent } from './recent.ts';

/**
 * Which links have been given to a caller. Telegram does not tell for whom it made a link, so a request whose answer was lost
 * may find one that another caller with the same wishes has been answered, or is about to be; whoever takes it first has it.
 * `claimant` names a request with an idempotency key: what it had taken before a crash is its own afterwards.
 */
export interface InviteClaims {
  /** Takes a link that a look has found: whether it is the caller's now. Throws when the store cannot tell. */
  take(link: string, claimant: string | null): Promise<boolean>;
  /** How many links were taken by a look so far. Unchanged: nobody has exchanged links with anybody meanwhile. */
  exchanges(): number;
  /** `take` for a link that Telegram has just answered; memory alone decides when the store cannot be written. */
  receive(link: string, claimant: string | null): Promise<boolean>;
}

/** Claims that outlive the process. */
export interface ClaimStore {
  /** Whether nobody had claimed the link before, or this very claimant had. */
  claim(link: string, claimant: string | null): Promise<boolean>;
  /**
   * The same for a link that Telegram has just answered to a request without a key. It outlives the process only where
   * somebody may look for that link in another one: a request with a key that has no end yet.
   */
  note(link: string): Promise<boolean>;
}

/** Where nothing outlives the process. */
export const NO_CLAIM_STORE: ClaimStore = { claim: async () => true, note: async () => true };

/** A look goes back as far as its own deadline, 15 s and a little; one that goes back farther, for a key, finds the claims in the store. */
const LIFE_MS = 20_000;
const NOBODY = '';

export function createInviteClaims(
  store: ClaimStore,
  { clock, log }: { readonly clock: () => Date; readonly log: Pick<Logger, 'error'> },
): InviteClaims {
  /** Claimants by link. */
  const taken = createRecent<string>(LIFE_MS, clock);

  let exchanges = 0;

  /** Synchronous up to the store's answer, so that of two who want a link at once only one asks the store. */
  async function take(link: string, claimant: string | null, write: () => Promise<boolean>): Promise<boolean> {
    const owner = taken.get(link);
    if (owner !== undefined) return claimant !== null && owner === claimant;
    taken.set(link, claimant ?? NOBODY);
    const isOurs = await write();
    if (!isOurs) taken.set(link, NOBODY);
    return isOurs;
  }

  return {
    async take(link, claimant) {
      try {
        if (taken.get(link) === undefined) exchanges += 1;
        return await take(link, claimant, () => store.claim(link, claimant));
      } catch (error) {
        taken.delete(link);
        throw error;
      }
    },
    exchanges: () => exchanges,
    async receive(link, claimant) {
      try {
        return await take(link, claimant, () => (claimant === null ? store.note(link) : store.claim(link, claimant)));
      } catch (error) {
        log.error({ err: error }, 'it was not written down that a link was given to its caller');
        return true;
      }
    },
  };
}
