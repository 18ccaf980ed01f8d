import type { Logger } from '../../base/log.ts';
import { TelegramUnavailableError } from '../errors/errors.ts';
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
  /**
   * A request with a key is about to be sent: from then on, in this process or the next, a look may go for what it did. Ends when
   * the store has every claim that the look needs. Rejects when the store cannot be written, and then nothing may be sent.
   */
  opens(claimant: string): Promise<void>;
  /** The end of that request is written down: nobody looks for what it did any more. */
  ended(claimant: string): void;
  /** Writes down what waits. Rejects as `opens` does. */
  flush(): Promise<void>;
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
  /** Claims the links, each for its claimant, but for those that somebody had claimed before. */
  claimMany(claims: ReadonlyMap<string, string | null>): Promise<void>;
  /** Whether somebody has claimed the link. */
  isClaimed(link: string): Promise<boolean>;
  claimedBy(claimant: string): Promise<OwnClaims>;
}

/** A look goes back as far as its own deadline, 15 s and a little; one that goes back farther, for a key, finds the claims in the store. */
const LIFE_MS = 20_000;
/** As long as keys are kept. */
const OPEN_FOR_MS = 24 * 3_600_000;
/** Of links that were given while the store could not be written. */
const MOST_REFUSED = 10_000;
const LEAST_POSTPONED = 1_000;
const NOBODY = '';

interface Claim {
  readonly claimant: string;
  /** A look took it, and the sending of the request that it was taken for had ended. */
  readonly isOver: boolean;
}

export interface InviteClaimsDeps {
  /** Claimants of requests that earlier processes have sent and whose end nobody knows. */
  readonly open: readonly string[];
  readonly monotonic: () => number;
  readonly log: Pick<Logger, 'error'>;
}

/**
 * What is given to requests without a key is written down only while one with a key is open, as nobody else looks in another
 * process for links of this one; otherwise it is postponed until the next opens.
 */
export function createInviteClaims(store: ClaimStore, { open, monotonic, log }: InviteClaimsDeps): InviteClaims {
  /** By link. */
  const taken = createRecent<Claim>(LIFE_MS, monotonic);
  /** When each request with a key was sent, the longest ago first. */
  const openSince = new Map(open.map((claimant) => [claimant, monotonic()]));
  /** Links of requests without a key. Those that are not in `taken` any more are of no interest. */
  const postponed = new Set<string>();
  let roomForPostponed = LEAST_POSTPONED;
  /** Claimants by link, of claims that the store could not take: the next write that it takes brings them along. */
  const refused = new Map<string, string | null>();

  /** Claims that the store could not take are known here until it takes them. */
  function ownerOf(link: string): string | undefined {
    const late = refused.has(link) ? (refused.get(link) ?? NOBODY) : undefined;
    return taken.get(link)?.claimant ?? late;
  }

  let exchanges = 0;

  function isAnyOpen(): boolean {
    for (const [claimant, since] of openSince) {
      if (monotonic() - since < OPEN_FOR_MS) return true;
      openSince.delete(claimant);
    }
    return false;
  }

  function postpone(link: string): void {
    postponed.add(link);
    if (postponed.size < roomForPostponed) return;
    for (const each of postponed) if (!taken.get(each)) postponed.delete(each);
    roomForPostponed = Math.max(LEAST_POSTPONED, 2 * postponed.size);
  }

  /** What is being written stays in its place until it is: of two who flush at once neither passes before it is in the store. */
  async function flush(): Promise<void> {
    const links = [...postponed];
    const claims = new Map([...links.filter(taken.get).map((link) => [link, null] as const), ...refused]);
    if (claims.size > 0) await store.claimMany(claims);
    for (const link of links) postponed.delete(link);
    for (const link of claims.keys()) refused.delete(link);
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
        some: some || [...refused.values()].includes(claimant),
        has: (link) => has(link) || ownerOf(link) === claimant,
      };
    },
    async receive(link, claimant) {
      try {
        const isOurs = await take(link, claimant, false, async () => {
          if (claimant !== null || isAnyOpen()) return store.claim(link, claimant);
          postpone(link);
          return true;
        });
        if (refused.size > 0) await flush().catch(() => {}); // they stay for the next
        return isOurs;
      } catch (error) {
        if (refused.size < MOST_REFUSED) refused.set(link, claimant);
        log.error({ err: error }, 'it was not written down yet that a link was given to its caller');
        return true;
      }
    },
    takerHasEnded: (link) => taken.get(link)?.isOver === true,
    async opens(claimant) {
      openSince.delete(claimant);
      openSince.set(claimant, monotonic());
      await flush();
    },
    ended: (claimant) => void openSince.delete(claimant),
    flush,
  };
}
