import { costs } from '../../base/price.ts';
import { AccountNotFoundError } from '../../services/errors/errors.ts';
import type { AccountView } from '../../services/routing/accounts.ts';
import { builder } from '../builder.ts';
import { nodeId } from '../node-id.ts';
import { User } from '../user/user.ts';
import { AccountState } from './account-state.ts';

const AccountKind = builder.enumType('AccountKind', {
  description: 'What sort of account Telegram has it for.',
  values: {
    USER: {
      description:
        'A person’s account. It lists, reads and counts, and it joins by links. Telegram does not tell it who comes in by ' +
        'which link.',
    },
    BOT: {
      description:
        'A bot’s account. Telegram tells it who comes in by which link. It cannot list, read or delete links, list the people ' +
        'who came or wait, decide all requests at once, look at a link or join by it.',
    },
  },
});

export const Account = builder.objectRef<AccountView>('Account');

builder.node(Account, {
  description:
    'An account that the gateway acts as. Reading it takes no call to Telegram, so it answers even when the account is dead.',
  id: nodeId(({ name }) => name, 'A global id, for `Query.node`: of the name.'),
  loadOne: (name, { accounts }) => accounts.get(name),
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'The name that the operator gave the account: up to 32 small letters, digits and hyphens.',
    }),
    kind: t.expose('kind', {
      type: AccountKind,
      nullable: true,
      description: 'The sort of account. `null` until an account of `TELEGRAM_SESSION` has started for the first time.',
    }),
    user: t.field({
      type: User,
      nullable: true,
      description:
        'The account as Telegram showed it to itself when it started. `null` until it has started for the first time. ' +
        '`node` by its id reads it again.',
      extensions: costs({ calls: 0 }),
      resolve: (account) => account.user(),
    }),
    state: t.field({
      type: AccountState,
      description: 'What the account can do now.',
      resolve: (account) => account.state(),
    }),
  }),
});

/** Rows of the list in a price: nobody knows how many there are before it is answered. */
const USUAL_MOST = 200;

builder.queryField('accounts', (t) =>
  t.field({
    type: [Account],
    description: 'The accounts that the gateway acts as, in the order of their names. It takes no call to Telegram.',
    extensions: costs({ calls: 0, rows: USUAL_MOST }),
    resolve: (_root, _args, { accounts }) => [...accounts.list()],
  }),
);

builder.queryField('account', (t) =>
  t.field({
    type: Account,
    nullable: true,
    description:
      'One account. `null` when the gateway has none so far, and `null` with the error ACCOUNT_NOT_FOUND when none has the ' +
      'name. It takes no call to Telegram.',
    extensions: costs({ calls: 0 }),
    args: {
      name: t.arg.string({
        description:
          'The name. Absent or `null`: the default account, which is that of `DEFAULT_ACCOUNT`, else `default` (of ' +
          '`TELEGRAM_SESSION`), else the sandbox’s `owner`, else the one that is longest in the store.',
      }),
    },
    resolve: (_root, { name }, { accounts }) => {
      const account = accounts.get(name);
      if (account === null && name != null) throw new AccountNotFoundError(name);
      return account;
    },
  }),
);
