import { costs } from '../../base/price.ts';
import { MOST_KEPT_EVENTS } from '../../services/live/feeds.ts';
import type { ChatJoinRequest as ChatJoinRequestModel } from '../../services/models.ts';
import { builder } from '../builder.ts';
import { Chat } from '../chat/chat.ts';
import { ExportedChatInvite } from '../invite/exported-chat-invite.ts';
import { User } from '../user/user.ts';
import { takeIn } from './take-in.ts';

const ChatJoinRequest = builder.objectRef<ChatJoinRequestModel>('ChatJoinRequest').implement({
  description: 'A person asked to join a chat. https://core.telegram.org/api/invites#join-requests',
  fields: (t) => ({
    chat: t.field({ type: Chat, description: 'The chat, as the gateway last saw it.', resolve: Chat.by('chatId') }),
    user: t.field({ type: User, description: 'The person who asks.', resolve: User.by('userId') }),
    date: t.expose('date', {
      type: 'DateTime',
      description: 'When the person asked. A person who was declined and asks again is a new event, with a new date.',
    }),
    about: t.exposeString('about', {
      nullable: true,
      description: 'The bio of the person. `null` when there is none.',
      extensions: costs({ bytes: 420 }),
    }),
    invite: t.expose('invite', {
      type: ExportedChatInvite,
      nullable: true,
      description:
        'The link by which the person came. `null` for a user account, as Telegram does not tell it, and for ' +
        'requests through a public chat’s username.',
    }),
  }),
});

builder.subscriptionField('chatJoinRequests', (t) =>
  t.field({
    type: ChatJoinRequest,
    description:
      'People who ask to join a chat, from now on: every request once, the earliest first, also when the connection to ' +
      'Telegram drops meanwhile. For user accounts (from updatePendingJoinRequests and messages.getChatInviteImporters; a request that ' +
      'an admin decides within moments may be missing) and for bot accounts (from updateBotChatInviteRequester), with the right to invite. ' +
      'The first answer is an error when the account may not know: CHAT_ADMIN_REQUIRED, CHANNEL_PRIVATE, CHANNEL_INVALID, ' +
      'CHAT_ID_INVALID, CHAT_WRITE_FORBIDDEN, PEER_ID_INVALID, USERNAME_NOT_OCCUPIED and others as for `Query.chat`. ' +
      `SUBSCRIBER_TOO_SLOW ends the stream when more than ${MOST_KEPT_EVENTS} requests wait for the subscriber: subscribe ` +
      'again, then list `Chat.joinRequests`. An error also ends the stream when the account loses its session or its right.',
    // The chat's name, the right to know, and how things stand at the beginning.
    extensions: costs({ calls: 3 }),
    args: { peer: t.arg({ type: 'Peer', required: true, description: 'The chat.' }) },
    subscribe: (_root, { peer }, { services, signal }) => services.liveEvents.chatJoinRequests(peer, signal),
    resolve: (live, _args, context) => takeIn(live, context),
  }),
);
