import type { MethodOf } from '../../telegram/methods.ts';
import type { Api } from '../../telegram/tl.ts';
import type { AccountState } from '../account/account-state.ts';
import { AccountNotFoundError, type GatewayError, TelegramUnavailableError } from '../errors/errors.ts';
import type { Services } from '../index.ts';
import type { User } from '../models.ts';

/** What Telegram lets sign in: a person, or a bot. */
export type AccountKind = 'USER' | 'BOT';

/** One of the gateway's accounts, whether it can act or not. Nothing of this asks Telegram. */
export interface AccountView {
  /** The operator's, unique: `[a-z0-9-]{1,32}`. */
  readonly name: string;
  /** `null`: Telegram has not told so far. */
  readonly kind: AccountKind | null;
  /** Telegram's id; `null`: Telegram has not told so far. */
  readonly userId: string | null;
  /** As the account saw itself when it started; `null` while it has not started once. */
  user(): Promise<User> | User | null;
  state(): Promise<AccountState>;
  /** `null` while the account has not started, or is closed. */
  readonly services: Services | null;
  /** What a call gets while there are no services. */
  failure(): GatewayError;
}

/** What is known of a call before an account is chosen for it. */
export interface RoutedCall {
  /** Telegram's main method: which kind of account may. */
  readonly method: MethodOf<Api.AnyRequest>;
  /** As the frontend wrote it; `null`: no account was asked for. One that is given is never replaced. */
  readonly account: string | null;
  /** The chat, as written; `null`: the call names none. */
  readonly peer: string | null;
  /** A person that the call names, as written. */
  readonly user?: string | null;
  /** The hash of a link that the call names. */
  readonly link?: string | null;
  /** It means what is "this account's own", so that another account would do something else. */
  readonly isMine?: boolean;
  /** Of a change. */
  readonly idempotencyKey?: string | null;
}

/** All accounts of the gateway. */
export interface Accounts {
  /** In the order of their names. */
  list(): readonly AccountView[];
  /** `null`: no account has the name. Without a name the default one; `null` where there is none. */
  get(name?: string | null): AccountView | null;
  /**
   * Runs a read or a change on an account that may do it. Rejects with `AccountNotFoundError`, with the failure of an account that
   * cannot act, and as `run` does.
   */
  on<T>(call: RoutedCall, run: (services: Services, account: AccountView) => Promise<T>): Promise<T>;
}

/** The accounts that may do a call for which none was asked, the best first. */
export type Choose = (call: RoutedCall, accounts: Pick<Accounts, 'list' | 'get'>) => readonly AccountView[];

/** The default account does everything. */
const chooseDefault: Choose = (_call, accounts) => {
  const account = accounts.get();
  return account ? [account] : [];
};

/** The accounts by their names; `defaultName` answers the one that is meant when none is named, `null`: there is none. */
export function createAccounts(
  byName: ReadonlyMap<string, AccountView>,
  defaultName: () => string | null,
  choose: Choose = chooseDefault,
): Accounts {
  const accounts: Accounts = {
    list: () => [...byName.values()].sort((one, other) => (one.name < other.name ? -1 : 1)),
    get: (name) => byName.get(name ?? defaultName() ?? '') ?? null,
    // No async function: an export would wait a turn for each.
    on(call, run) {
      const { account: name } = call;
      const account = name === null ? choose(call, accounts)[0] : byName.get(name);
      if (!account) return Promise.reject(name === null ? noAccount() : new AccountNotFoundError(name));
      const { services } = account;
      return services ? run(services, account) : Promise.reject(account.failure());
    },
  };
  return accounts;
}

function noAccount(): GatewayError {
  return new TelegramUnavailableError(
    'The gateway has no account so far: its operator has to sign in.',
    'NOT_EXECUTED',
  );
}
