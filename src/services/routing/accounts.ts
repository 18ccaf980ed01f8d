import type { AccountState } from '../account/account-state.ts';
import type { Services } from '../index.ts';
import type { User } from '../models.ts';
import type { Cursors } from '../page/cursor.ts';
import type { PageRequest } from '../page/page.ts';
import { listChatsOfAll } from './chats-of-all.ts';
import type { KeyAccounts } from './key-account.ts';
import { createRouting, type RoutedAccount, type Routing } from './route.ts';

/** One of the gateway's accounts, whether it can act or not. Nothing of this asks Telegram. */
export interface AccountView extends RoutedAccount {
  /** As the account saw itself when it started; `null` while it has not started once. */
  user(): Promise<User> | User | null;
  state(): Promise<AccountState>;
  /** `null` while the account has not started, or is closed. */
  readonly services: Services | null;
}

/** All accounts of the gateway. */
export interface Accounts extends Routing<AccountView> {
  /** In the order of their names. */
  list(): readonly AccountView[];
  /** `null`: no account has the name. Without a name the default one; `null` where there is none. */
  get(name?: string | null): AccountView | null;
  /** A page of the chats of all, as `listChatsOfAll` tells. */
  chats(page: PageRequest, on: Parameters<typeof listChatsOfAll>[3]): ReturnType<typeof listChatsOfAll>;
}

/**
 * The accounts by their names; `defaultName` answers the one that is meant when none is named, `null`: there is none. One that is
 * `leaving` goes on with what is under way there, and is not chosen for anything else.
 */
export function createAccounts(
  byName: ReadonlyMap<string, AccountView>,
  defaultName: () => string | null,
  leaving: ReadonlySet<AccountView>,
  keys: KeyAccounts,
  cursors: Cursors,
): Accounts {
  const get = (name?: string | null) => byName.get(name ?? defaultName() ?? '') ?? null;
  const list = () => [...byName.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  return {
    list,
    get,
    // Who chooses for each call has an order of its own.
    ...createRouting(
      { list: () => [...byName.values()].filter((one) => !leaving.has(one) || one.services), get },
      keys,
    ),
    chats(page, on) {
      const first = get();
      return listChatsOfAll([...(first ? [first] : []), ...list().filter((one) => one !== first)], cursors, page, on);
    },
  };
}
