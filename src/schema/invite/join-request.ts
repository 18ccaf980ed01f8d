import { costs } from '../../base/price.ts';
import type { JoinRequest as JoinRequestModel } from '../../services/models.ts';
import { MAIN_METHODS } from '../../services/routing/main-methods.ts';
import { builder } from '../builder.ts';
import { Chat } from '../chat/chat.ts';
import { nodeId } from '../node-id.ts';
import { ask } from '../route.ts';
import { User } from '../user/user.ts';
import { ExportedChatInvite } from './exported-chat-invite.ts';

/** The text in the global id of a request: the same in a list, in a live event and in a decision. */
export const joinRequestId = ({ chatId, userId }: Pick<JoinRequestModel, 'chatId' | 'userId'>) => `${chatId}:${userId}`;

export const JoinRequest = builder.objectRef<JoinRequestModel>('JoinRequest');

builder.node(JoinRequest, {
  description:
    'A person who waits for an admin to let the person into a chat. https://core.telegram.org/api/invites#join-requests',
  id: nodeId(
    joinRequestId,
    'A global id, for `Query.node`: of the chat and the person, so that who asks again is the same object with a new ' +
      '`date`. Equal in lists, in live events and in `ChatJoinRequestHidden.joinRequestId`.',
  ),
  async loadOne(id, context) {
    const [chatId = '', userId = ''] = id.split(':');
    const call = { method: MAIN_METHODS.importers, account: null, peer: chatId, user: userId };
    const found = await ask(context, call, ({ chatInvites }) => chatInvites.getJoinRequest(chatId, userId));
    User.remember(found?.users ?? [], context);
    return found?.request ?? null;
  },
  fields: (t) => ({
    user: t.field({ type: User, description: 'The person who asks.', resolve: User.by('userId') }),
    chat: t.field({ type: Chat, description: 'The chat.', resolve: Chat.by('chatId') }),
    date: t.expose('date', {
      type: 'DateTime',
      description: 'When the person asked. A person who was declined and asks again has a new date.',
    }),
    about: t.exposeString('about', {
      nullable: true,
      description: 'The bio of the person. `null` when there is none.',
      extensions: costs({ bytes: 420 }),
    }),
    invite: t.field({
      type: ExportedChatInvite,
      nullable: true,
      description:
        'The link by which the person came. Telegram tells it to user accounts only where a list was asked for by a link, and to a ' +
        'bot account that is an admin of the chat when the person asks: the gateway remembers that for its other accounts. `null` where ' +
        'nobody was told, for requests through a public chat’s username, and with an error when the gateway cannot read the link.',
      // The call is counted with the list.
      extensions: costs({ calls: 0 }),
      resolve: ({ invite }) => (typeof invite === 'function' ? invite() : invite),
    }),
  }),
});

export const JoinRequestConnection = builder.connectionObject(
  { type: JoinRequest, name: 'JoinRequestConnection', description: 'People who ask to join, newest first.' },
  { name: 'JoinRequestEdge', description: 'A request to join, and its place in the list.' },
);
