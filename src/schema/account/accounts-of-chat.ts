import { costs } from '../../base/price.ts';
import { mayActIn } from '../../services/routing/chats-of-all.ts';
import { builder } from '../builder.ts';
import { Chat } from '../chat/chat.ts';
import { Account } from './account.ts';

builder.objectField(Chat, 'accounts', (t) =>
  t.field({
    type: [Account],
    description:
      'The accounts that may make links in the chat, in the order of their names, as far as the gateway has seen so far: `Query.chats` ' +
      'shows it what user accounts may do. It takes no call to Telegram.',
    extensions: costs({ calls: 0, rows: 10 }),
    resolve: ({ id }, _args, { accounts }) => accounts.list().filter((account) => mayActIn(account, id)),
  }),
);
