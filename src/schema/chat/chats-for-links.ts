import { costs } from '../../base/price.ts';
import { MOST_DIALOG_PAGES } from '../../services/chats/dialogs.ts';
import type { ChatPage } from '../../services/chats/list-chats.ts';
import type { Services } from '../../services/index.ts';
import { MAIN_METHODS } from '../../services/routing/main-methods.ts';
import { builder } from '../builder.ts';
import { pageArguments, pageCost, pageInfo, pageRequest } from '../connection.ts';
import { accountArgument, ask, route } from '../route.ts';
import { Chat } from './chat.ts';

const ChatEdge = builder.edgeObject({
  type: Chat,
  name: 'ChatEdge',
  description: 'A chat, and its place in the list.',
});

// Not by `connectionObject`, which adds a `totalCount`: Telegram does not tell how many there are.
const ChatConnection = builder
  .objectRef<{ readonly page: Omit<ChatPage, 'calls'>; readonly after: string | null }>('ChatConnection')
  .implement({
    description:
      'Chats in which the gateway may make links. Telegram does not count them, so there is no `totalCount`. A page may ' +
      'have fewer rows than `first`, or none, and yet `hasNextPage`: `pageInfo.endCursor` leads on.',
    fields: (t) => ({
      edges: t.field({
        type: [ChatEdge],
        description: 'The rows of this page.',
        resolve: ({ page }) => [...page.rows],
      }),
      pageInfo: t.field({
        type: builder.pageInfoRef(),
        description: 'The place of this page in the list.',
        resolve: ({ page, after }) => pageInfo(page, after),
      }),
    }),
  });

builder.queryField('chats', (t) =>
  t.field({
    type: ChatConnection,
    nullable: true,
    description:
      'The chats in which any account may make links, once each: those of messages.getDialogs that the account owns, or where it is ' +
      'an admin with the right to invite; basic groups, supergroups and channels. The chats of the default account come first, newest ' +
      'activity first, then those that the others have beside them. A bot account cannot list its chats: those are told that the gateway has ' +
      'seen so far. An account that cannot act is passed over. With `account`, the chats of that one. One call reads a hundred conversations, people included, and a page takes up to ten calls. A chat ' +
      'that becomes active during a walk moves to the head of the list: begin a new walk to see it. `null` with an ' +
      'error when the gateway cannot get them: BOT_METHOD_INVALID for a bot as `account`, ' +
      'INVALID_INPUT for a cursor of another list or a `first` out of range.',
    args: { ...pageArguments, ...accountArgument },
    extensions: costs((argument) => {
      const price = pageCost(argument);
      return { ...price, calls: Math.min(price.calls, 1) * MOST_DIALOG_PAGES };
    }),
    resolve: async (_root, { account, ...args }, context, info) => {
      const query = pageRequest(args);
      const on = <T>(name: string, run: (services: Services) => Promise<T>) =>
        ask(context, { method: MAIN_METHODS.chats, account: name, peer: null }, run);
      const call = { method: MAIN_METHODS.chats, account, peer: null };
      const page = await (account == null
        ? context.accounts.chats(query, on)
        : route(context, info, call, ({ chats }) => chats.list(query)));
      Chat.remember(
        page.rows.map(({ node }) => node),
        context,
        info,
      );
      return { page, after: query.after };
    },
  }),
);
