import type { Logger } from '../log.ts';
import { TelegramUnavailableError } from './errors.ts';
import { createRecent } from './recent.ts';

/**
 * Which links have been given to a caller. Telegram does not tell for whom it made a link, so a request whose answer was lost
 * may find one that another caller with the same wishes has been answered, or is about to be; whoever takes it first has it.
 * `claimant` names a request with an idempotency key: what it had taken before a crash is its own afterwards. Whoever looks while
 * the store cannot tell gets `TelegramUnavailableError` with outcome UNKNOWN.
 */
export interface InviteClaims {
  /**
   * Takes a link that a look has found: whether it is the caller's now. `isOver`: the caller's own sending has ended.
   */
  take(link: string, claimant: string | null, isOver: boolean): Promise<boolean>;
  /** Number of claims made by `take`. If it is the same before and after reading a list, no other caller claimed a link in between. */
  exchanges(): number;
  /** Whether nobody has been given the link. */
  isFree(link: string): Promise<boolean>;
  /** What this claimant has claimed, in this process or before. */
  claimedBy(claimant: string): Promise<OwnClaims>;
  /** `take` for a link that Telegram has just answered; memory alone decides when the store cannot be written. */
  receive(link: string, claimant: string | null): Promise<boolean>;
  /** Whether a look has taken the link for a request whose own sending had ended (`isOver`). */
  takerHasEnded(link: string): boolean;
}

export interface OwnClaims {
  /** Whether something was claimed: then the request has been carried out. */
  readonly some: boolean;
  has(link: string): boolean;
}

/** Claims that outlive the process. Links are given as they are and kept as hashes. */
export interface ClaimStore {
  /** Whether nobody had claimed the link before, or this very claimant had. */
  claim(link: string, claimant: string | null): Promise<boolean>;
  /** Whether somebody has claimed the link. */
  isClaimed(link: string): Promise<boolean>;
  claimedBy(claimant: string): Promise<OwnClaims>;
  /**
   * The same for a link that Telegram has just answered to a request without a key. It outlives the process only where
   * somebody may look for that link in another one: a request with a key that has no end yet.
   */
  note(link: string): Promise<boolean>;
}

/** Where nothing outlives the process. */
export const NO_CLAIM_STORE: ClaimStore = {
  claim: async () => true,
  isClaimed: async () => false,
  claimedBy: async () => ({ some: false, has: () => false }),
  note: async () => true,
};

/** A look goes back as far as its own deadline, 15 s and a little; one that goes back farther, for a key, finds the claims in the store. */
const LIFE_MS = 20_000;
/** Of links that were given while the store could not be written. */
const MOST_UNWRITTEN = 10_000;
const NOBODY = '';

interface Claim {
  readonly claimant: string;
  /** A look took it, and the sending of the request that it was taken for had ended. */
  readonly isOver: boolean;
}

export function createInviteClaims(
  store: ClaimStore,
  { monotonic, log }: { readonly monotonic: () => number; readonly log: Pick<Logger, 'error'> },
): InviteClaims {
  /** By link. */
  const taken = createRecent<Claim>(LIFE_MS, monotonic);

  /** Claimants by link, of claims that the store could not take. They are known here until a write that it takes brings them along. */
  const unwritten = new Map<string, string | null>();

  function ownerOf(link: string): string | undefined {
    const late = unwritten.has(link) ? (unwritten.get(link) ?? NOBODY) : undefined;
    return taken.get(link)?.claimant ?? late;
  }

  let exchanges = 0;

  async function writeLate(): Promise<void> {
    for (const [link, claimant] of unwritten) {
      await store.claim(link, claimant);
      unwritten.delete(link);
    }
  }

  /** Synchronous up to the store's answer, so that of two who want a link at once only one asks the store. */
  async function take(link: string, claimant: string | null, isOver: boolean, write: () => Promise<boolean>) {
    const owner = ownerOf(link);
    if (owner !== undefined) return claimant !== null && owner === claimant;
    taken.set(link, { claimant: claimant ?? NOBODY, isOver });
    const isOurs = await write();
    if (!isOurs) taken.set(link, { claimant: NOBODY, isOver: false });
    return isOurs;
  }

  async function told<T>(asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      log.error(
        { err: error },
        'the store cannot tell to whom a link was given; a request whose answer was lost is unknown',
      );
      throw new TelegramUnavailableError('The gateway cannot tell just now to whom a link was given.', 'UNKNOWN');
    }
  }

  return {
    async take(link, claimant, isOver) {
      try {
        if (ownerOf(link) === undefined) exchanges += 1;
        return await told(take(link, claimant, isOver, () => store.claim(link, claimant)));
      } catch (error) {
        taken.delete(link);
        throw error;
      }
    },
    exchanges: () => exchanges,
    isFree: async (link) => ownerOf(link) === undefined && !(await told(store.isClaimed(link))),
    async claimedBy(claimant) {
      const { some, has } = await told(store.claimedBy(claimant));
      return {
        some: some || [...unwritten.values()].includes(claimant),
        has: (link) => has(link) || ownerOf(link) === claimant,
      };
    },
    async receive(link, claimant) {
      try {
        const isOurs = await take(link, claimant, false, () =>
          claimant === null ? store.note(link) : store.claim(link, claimant),
        );
        await writeLate().catch(() => {}); // they stay for the next
        return isOurs;
      } catch (error) {
        if (unwritten.size < MOST_UNWRITTEN) unwritten.set(link, claimant);
        log.error({ err: error }, 'it was not written down yet that a link was given to its caller');
        return true;
      }
    },
    takerHasEnded: (link) => taken.get(link)?.isOver === true,
  };
}
