import { hash } from 'node:crypto';

/** One request of one caller, by the key that the caller chose. */
export interface LedgerKey {
  /** Who asks; callers do not see each other's keys. */
  readonly caller: string;
  /** The caller's idempotency key. */
  readonly key: string;
}

/** What the links of a request are claimed as. */
export function claimantOf({ caller, key }: LedgerKey): string {
  return hash('sha256', JSON.stringify([caller, key]), 'hex');
}

/** A request that is to be noted before anything is done for it. */
export interface LedgerEntry extends LedgerKey {
  /** Telegram's method, or whatever else names the operation. */
  readonly method: string;
  /** A hash of the input: the same key with another one is a mistake of the caller. */
  readonly fingerprint: string;
  readonly now: Date;
}

/** What is known of a request whose key came again. */
export interface LedgerRecord {
  readonly method: string;
  readonly fingerprint: string;
  /** `begun`: nothing was sent; `sending`: Telegram may have done it; `done`: `answer` holds the end. */
  readonly state: 'begun' | 'sending' | 'done';
  /** What `sending` was told, JSON; `null` before that. */
  readonly hint: unknown;
  /** What `finish` was told, JSON; `null` before that. */
  readonly answer: unknown;
  readonly startedAt: Date;
  /** `null` until it is done. */
  readonly finishedAt: Date | null;
  /**
   * `this`: claimed in this run of the process, so in flight unless it is done. `earlier`: its run has ended without
   * finishing it, and this caller has just taken the claim over; whoever asks next is told `this`.
   */
  readonly ownerBoot: 'this' | 'earlier';
}

/**
 * The requests of one account that carried an idempotency key. What a promise here has fulfilled survives the process,
 * `kill -9` included. Each key is claimed by exactly one request, however many come at once.
 */
export interface Ledger {
  /**
   * Claims a key. `new`: it is this request's, either because nobody had it or because a run that has ended had claimed
   * it without sending anything. A claim with another method or fingerprint is told and left alone.
   */
  begin(
    entry: LedgerEntry,
  ): Promise<{ readonly kind: 'new' } | { readonly kind: 'known'; readonly record: LedgerRecord }>;
  /** The request is about to leave for Telegram; `hint` is what its effect can be recognised by later. Owner only. */
  sending(key: LedgerKey, hint: unknown): Promise<void>;
  /** It has ended, well or not, and this is its answer from now on. Owner only. */
  finish(key: LedgerKey, answer: unknown, now: Date): Promise<void>;
  /** Nothing was done: the claim is forgotten, and the key is free again. A finished one stays. */
  release(key: LedgerKey): Promise<void>;
}
