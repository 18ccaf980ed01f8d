import { costs } from '../../base/price.ts';
import type { AccountState as AccountStateModel } from '../../services/account/account-state.ts';
import { builder } from '../builder.ts';

const AccountStatus = builder.enumType('AccountStatus', {
  description: 'What an account can do now.',
  values: {
    READY: { description: 'The account can read and write.' },
    CONNECTING: { description: 'There is no connection to Telegram. The gateway tries again by itself.' },
    NEEDS_LOGIN: { description: 'Telegram has ended the session. The operator has to sign in again.' },
    MISCONFIGURED: {
      description:
        'The gateway cannot use the account as it is set up: its session does not open, or another account is the same Telegram ' +
        'user. `message` says what the operator has to change.',
    },
    BANNED: { description: 'Telegram has banned the account.' },
    DEACTIVATED: { description: 'The account is deleted.' },
    FROZEN: {
      description: 'Telegram has frozen the account. It can read; the gateway refuses every write without a call.',
    },
    LIMITED: {
      description:
        'Telegram limits the account (PEER_FLOOD). It can read; the gateway refuses every write without a call.',
    },
  },
});

export const AccountState = builder.objectRef<AccountStateModel>('AccountState').implement({
  description: 'The state of an account.',
  fields: (t) => ({
    status: t.expose('status', { type: AccountStatus, description: 'What the account can do.' }),
    since: t.expose('since', {
      type: 'DateTime',
      description: 'When the account entered this status, by the gateway’s clock.',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Telegram’s name of the reason: `SESSION_REVOKED`. `null` when Telegram gave none.',
    }),
    message: t.exposeString('message', {
      nullable: true,
      description: 'A sentence for people: what happened, and who has to do what. `null` when all is well.',
      extensions: costs({ bytes: 1_000 }),
    }),
  }),
});
