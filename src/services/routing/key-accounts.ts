import type { LedgerKey } from '../once/ledger.ts';

/**
 * Which account each idempotency key went to, by Telegram's user id. What a promise here has fulfilled survives the
 * process. A row goes with age alone, never because nothing was sent: whoever has read the row might still be on the way
 * to its account.
 */
export interface KeyAccounts {
  /** Asked before a call goes to an account. The account that the key belongs to: this one, unless a request was first. */
  claim(key: LedgerKey, account: string): Promise<string>;
  /** Asked before a call moves on to the next account. False: the key is not `from`'s any more; nothing was changed. */
  move(key: LedgerKey, from: string, to: string): Promise<boolean>;
}
