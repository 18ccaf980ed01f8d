/** The one workspace, to which all accounts belong. */
export const MAIN_WORKSPACE = 'main';

/** An account that the store keeps, without what is secret. */
export interface StoredAccount {
  /** Telegram's user id. */
  readonly id: string;
  /** The operator's, unique in the workspace. */
  readonly name: string;
  readonly kind: 'USER' | 'BOT';
  readonly createdAt: Date;
}

/** A name is in use, or a Telegram user is in the store already. Nothing was changed. */
export class AccountConflict extends Error {
  override readonly name = 'AccountConflict';
  readonly reason: 'NAME_IN_USE' | 'USER_IN_STORE';
  /** Whoever has the name, or is the user. */
  readonly account: StoredAccount;

  constructor(reason: AccountConflict['reason'], account: StoredAccount) {
    super(
      reason === 'NAME_IN_USE'
        ? `Another account has the name ${account.name}. Choose another name.`
        : `This Telegram user is in the store as the account ${account.name}. ` +
            'Remove that account first, or sign in under its name.',
    );
    this.reason = reason;
    this.account = account;
  }
}

/** The accounts of a workspace that outlive the process. Sessions are kept sealed. */
export interface StoredAccounts {
  /** Why no session can be sealed; `null`: it can. */
  unable(): string | null;
  /** All, the oldest first. Needs no key. */
  list(): Promise<StoredAccount[]>;
  /** The session; `null`: the account is not in the store. Throws `SealError` where the keys do not open it; nothing changes. */
  session(id: string): Promise<string | null>;
  /** Throws `AccountConflict`, and `SealError` where there is no key. */
  insert(account: Pick<StoredAccount, 'id' | 'name' | 'kind'>, session: string): Promise<StoredAccount>;
  /** Puts the session of a new login in the place of the old one. Whether the account is in the store. Throws `SealError`. */
  renew(id: string, session: string): Promise<boolean>;
  /** Whether the account is in the store. Throws `AccountConflict`. */
  rename(id: string, name: string): Promise<boolean>;
  /**
   * Takes the session, the access hashes and what is known of rights out of the store. Keys, claims and a hold stay as
   * long as they do anyway: a request that is repeated must not be done by another account. Whether the account was in
   * the store.
   */
  remove(id: string): Promise<boolean>;
}
