import type { AccountView } from '../routing/accounts.ts';

/** An account that the gateway does not have any more. */
export interface RemovedAccount {
  readonly name: string;
  /** Whether Telegram has ended its session. */
  readonly loggedOut: boolean;
}

/** What an operator does with the accounts. All reject with `AccountNotFoundError` and `StoreUnavailableError`. */
export interface AccountManagement {
  /**
   * Rejects with `AccountNameTakenError`, with `AccountInUseError` where another process acts as the account, and with
   * `InvalidInputError` for an account of the environment.
   */
  rename(name: string, newName: string): Promise<AccountView>;
  /** Lets the account write again that Telegram has limited or frozen, and starts it at once where it does not run. */
  resume(name: string): Promise<AccountView>;
  /**
   * Ends its streams, lets the requests under way be answered, ends its session at Telegram (`logOut`) and takes it out of the store.
   * Rejects with `InvalidInputError` for an account of the environment, `AccountInUseError` as `rename` does, and with a
   * `GatewayError` when Telegram may not have ended the session: then the account is still there.
   */
  remove(name: string, logOut: boolean): Promise<RemovedAccount>;
}
