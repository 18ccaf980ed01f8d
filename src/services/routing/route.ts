import { callScope } from '../../base/call-scope.ts';
import type { MethodOf } from '../../telegram/methods.ts';
import type { Api } from '../../telegram/tl.ts';
import { AccountNotFoundError, type GatewayError } from '../errors/errors.ts';
import type { Services } from '../index.ts';
import { isIdempotencyKey } from '../once/idempotency.ts';
import type { AccountKind } from './candidates.ts';
import type { KeyAccounts } from './key-account.ts';
import { moveOn, OPEN_PASSAGE } from './move-on.ts';
import { wayOf } from './way.ts';

/** An account of the gateway, whether it runs or not. */
export interface RoutedAccount {
  readonly name: string;
  /** `null`: Telegram has not told so far. */
  readonly kind: AccountKind | null;
  /** Telegram's id; `null`: Telegram has not told so far. */
  readonly userId: string | null;
  /** `null` while it does not run. */
  readonly services: Pick<Services, 'facts' | 'chats' | 'chatInvites'> | null;
  /** What a call gets while it does not run. */
  failure(): GatewayError;
  /** Notes that a call is under way there; answers what notes its end. */
  enter(): () => void;
}

/** What is known of a call before an account is chosen for it. */
export interface RoutedCall {
  /** Telegram's main method. */
  readonly method: MethodOf<Api.AnyRequest>;
  /** The only kind of account that can do it, where the method does not say so: chatInviteUses is for bots. */
  readonly kind?: AccountKind | null;
  /** The one that was asked for, by its name or itself, which is never replaced; `null`: none was. */
  readonly account: string | RoutedAccount | null;
  /** The chat, as written; `null`: the call names none. */
  readonly peer: string | null;
  /** A person that the call names, as written: who wants to join, or the admin whose links are meant. */
  readonly user?: string | null;
  /** The hash of a link of the chat. Of a link that is to be joined or looked at by it alone: absent. */
  readonly link?: string | null;
  /** It means what is "this account's own", so that another account would do something else. */
  readonly isMine?: boolean;
  /** Of a change. */
  readonly idempotencyKey?: string | null;
}

export interface AllAccounts<A> {
  list(): readonly A[];
  /** Without a name the default one. `null`: there is none. */
  get(name?: string | null): A | null;
}

/** Which of the accounts answers. */
export interface Routing<A extends RoutedAccount> {
  /**
   * Runs a call on the account that can do it, and on the next one where the first refuses as an account. Rejects as `run` does, with
   * `AccountNotFoundError` for a name that no account has, `InvalidInputError` on `account` where the call means an account's own and it is
   * open whose, and as `KeyAccounts.passage` says for a call with a key.
   */
  on<T>(call: RoutedCall, run: (services: NonNullable<A['services']>, account: A) => Promise<T>): Promise<T>;
  /** The account that `on` would begin with, for whoever has many calls to share out: a loader's ids. The key plays no part. */
  pick(call: RoutedCall): Promise<A>;
}

export function createRouting<A extends RoutedAccount>(accounts: AllAccounts<A>, keys: KeyAccounts): Routing<A> {
  /** `null`: there is a choice. Throws where nobody has the name. */
  function onlyOne({ account }: RoutedCall): A | null {
    const all = accounts.list();
    if (account === null) return (all.length === 1 && all[0]) || null;
    const pinned = typeof account === 'string' ? accounts.get(account) : all.find((one) => one === account);
    if (pinned) return pinned;
    throw typeof account === 'string' ? new AccountNotFoundError(account) : account.failure();
  }

  return {
    pick: async (call) => wayOf(call, accounts, onlyOne(call)).first(),
    // Where there is nothing to choose, a call does not wait a turn for it.
    on(call, run) {
      const runOn = (account: A) => {
        const { services } = account;
        return services ? run(services, account).finally(account.enter()) : Promise.reject(account.failure());
      };
      try {
        const only = onlyOne(call);
        const key = call.idempotencyKey ?? null;
        const isKeyed = key !== null && isIdempotencyKey(key);
        if (only && !isKeyed) return runOn(only);
        const way = wayOf(call, accounts, only);
        const walk = {
          ...way,
          run(account: A) {
            way.tell(account);
            return runOn(account);
          },
        };
        if (!isKeyed) return moveOn(walk, OPEN_PASSAGE);
        const place = { caller: callScope()?.caller ?? '', key };
        return moveOn(
          walk,
          keys.passage(place, () => accounts.list(), call.account === null ? null : only),
        );
      } catch (error) {
        return Promise.reject(error);
      }
    },
  };
}
