import { costs } from '../../base/price.ts';
import { MOST_KEPT_EVENTS } from '../../services/live/feeds.ts';
import type { ChatJoinRequest as ChatJoinRequestModel } from '../../services/models.ts';
import { builder } from '../builder.ts';
import { Chat } from '../chat/chat.ts';
import { ExportedChatInvite } from '../invite/exported-chat-invite.ts';
import { User } from '../user/user.ts';
import { takeIn } from './take-in.ts';

const ChatJoinRequest = builder.objectRef<ChatJoinRequestModel>('ChatJoinRequest').implement({
  description: 'Somebody asked to be let into a chat. https://core.telegram.org/api/invites#join-requests',
  fields: (t) => ({
    chat: t.field({
      type: Chat,
      description: 'The chat, as the gateway saw it last.',
      resolve: ({ chatId }, _args, context) => Chat.find(chatId, context),
    }),
    user: t.field({
      type: User,
      description: 'Who asks.',
      resolve: ({ userId }, _args, context) => User.find(userId, context),
    }),
    date: t.expose('date', {
      type: 'DateTime',
      description: 'When they asked. Whoever was declined and asks again is told of again, with a new date.',
    }),
    about: t.exposeString('about', {
      nullable: true,
      description: 'Their bio. `null` when they have none.',
      extensions: costs({ bytes: 420 }),
    }),
    invite: t.expose('invite', {
      type: ExportedChatInvite,
      nullable: true,
      description:
        'The link they came by. `null` for a user account, which Telegram does not tell, and for requests through a public ' +
        'chat’s username.',
    }),
  }),
});

builder.subscriptionField('chatJoinRequests', (t) =>
  t.field({
    type: ChatJoinRequest,
    description:
      'Who asks to be let into a chat, from now on: each request once, the earliest first, and none lost when the connection ' +
      'to Telegram drops. For user accounts (from updatePendingJoinRequests and messages.getChatInviteImporters; one that is ' +
      'decided within moments may not show) and for bot accounts (from updateBotChatInviteRequester), with the right to invite. ' +
      'The first answer is an error where the account may not know: CHAT_ADMIN_REQUIRED, CHANNEL_PRIVATE, CHANNEL_INVALID, ' +
      'CHAT_ID_INVALID, CHAT_WRITE_FORBIDDEN, PEER_ID_INVALID, USERNAME_NOT_OCCUPIED and others as for `Query.chat`. ' +
      `SUBSCRIBER_TOO_SLOW ends the stream of a subscriber for whom more than ${MOST_KEPT_EVENTS} requests wait: subscribe ` +
      'again, then list `Chat.joinRequests`. It ends with an error too when the account loses its session or its right.',
    // The chat's name, the right to know, and how things stand at the beginning.
    extensions: costs({ calls: 3 }),
    args: { peer: t.arg({ type: 'Peer', required: true, description: 'Which chat.' }) },
    subscribe: (_root, { peer }, { services, signal }) => services.liveEvents.chatJoinRequests(peer, signal),
    resolve: (live, _args, context) => takeIn(live, context),
  }),
);
