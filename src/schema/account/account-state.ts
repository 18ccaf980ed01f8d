import { costs } from '../../base/price.ts';
import type { AccountState as AccountStateModel } from '../../services/account/account-state.ts';
import { builder } from '../builder.ts';

const AccountStatus = builder.enumType('AccountStatus', {
  description: "What the gateway's account can do just now.",
  values: {
    READY: { description: 'It acts.' },
    CONNECTING: { description: 'The connection to Telegram is lost and dialled again. It comes back by itself.' },
    NEEDS_LOGIN: { description: 'Telegram has ended the session: the operator has to sign in again.' },
    BANNED: { description: 'Telegram has banned the account.' },
    DEACTIVATED: { description: 'The account was deleted.' },
    FROZEN: { description: 'Telegram has frozen the account: it reads, and every write is refused without a call.' },
    LIMITED: {
      description: 'Telegram limits the account (PEER_FLOOD): it reads, and every write is refused without a call.',
    },
  },
});

const AccountState = builder.objectRef<AccountStateModel>('AccountState').implement({
  description: "How the gateway's account stands.",
  fields: (t) => ({
    status: t.expose('status', { type: AccountStatus, description: 'What it can do.' }),
    since: t.expose('since', { type: 'DateTime', description: 'Since when it stands so, by the gateway’s clock.' }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Telegram’s name for why: `SESSION_REVOKED`. `null` when Telegram has said nothing.',
    }),
    message: t.exposeString('message', {
      nullable: true,
      description: 'What happened and who does what, for people. `null` when all is well.',
      extensions: costs({ bytes: 1_000 }),
    }),
  }),
});

builder.queryField('accountState', (t) =>
  t.field({
    type: AccountState,
    description:
      'How the gateway’s account stands. Asks nothing of Telegram, so it answers also when the account is dead.',
    extensions: costs({ calls: 0 }),
    resolve: (_root, _args, { services }) => services.accountState(),
  }),
);
