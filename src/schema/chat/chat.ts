import { costs } from '../../base/price.ts';
import type { Chat as ChatModel } from '../../services/models.ts';
import { MAIN_METHODS } from '../../services/routing/main-methods.ts';
import { afterChange } from '../after-change.ts';
import { builder } from '../builder.ts';
import { loadedNode } from '../loaded-node.ts';
import { accountArgument, route } from '../route.ts';

const ChatKind = builder.enumType('ChatKind', {
  description: 'The sort of chat.',
  values: {
    BASIC_GROUP: { description: 'A small group of up to 200 members, without a username.' },
    SUPERGROUP: { description: 'A group of any size.' },
    CHANNEL: { description: 'A channel: admins write, subscribers read.' },
  },
});

export const Chat = loadedNode<ChatModel>(
  'Chat',
  (peer) => ({ method: MAIN_METHODS.chat, peer }),
  (ids, { chats }, context) => chats.load(ids, { orKnown: afterChange(context).isSo }),
);

Chat.implement({
  description: 'A group or a channel, as the account that was asked sees it.',
  extensions: costs({ calls: 1 }),
  fields: (t) => ({
    peer: t.field({
      type: 'Peer',
      description: 'The marked id: `-1001234567890` for a channel or supergroup, `-1234` for a basic group.',
      resolve: (chat) => chat.id,
    }),
    kind: t.expose('kind', { type: ChatKind, description: 'The sort of chat.' }),
    title: t.exposeString('title', { description: 'The title that members see.', extensions: costs({ bytes: 400 }) }),
    username: t.exposeString('username', {
      nullable: true,
      description: 'The username without the `@`. `null` when the chat is private.',
    }),
    participantsCount: t.exposeInt('participantsCount', {
      nullable: true,
      description: 'The number of members. `null` when Telegram did not say.',
    }),
  }),
});

builder.queryField('chat', (t) =>
  t.field({
    type: Chat,
    nullable: true,
    description:
      'A group or channel. `null` with an error when the gateway cannot get it: USERNAME_NOT_OCCUPIED, ' +
      'USERNAME_INVALID, PEER_ID_INVALID for a person, PEER_NOT_FOUND for an id that the account has never seen, ' +
      'CHAT_ID_INVALID, CHANNEL_INVALID, CHANNEL_PRIVATE.',
    args: { peer: t.arg({ type: 'Peer', required: true, description: 'The chat.' }), ...accountArgument },
    // Its name, then the chat itself.
    extensions: costs({ calls: 2 }),
    async resolve(_root, { peer, account }, context, info) {
      const call = { method: MAIN_METHODS.chat, account, peer };
      const id = await route(context, info, call, ({ chats }) => chats.idOf(peer, ['peer']));
      return Chat.find(id, context, info);
    },
  }),
);
