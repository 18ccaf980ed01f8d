import { costs } from '../../base/price.ts';
import { MOST_KEPT_EVENTS } from '../../services/live/feeds.ts';
import type { ChatInviteUse as ChatInviteUseModel } from '../../services/models.ts';
import { builder } from '../builder.ts';
import { Chat } from '../chat/chat.ts';
import { ExportedChatInvite } from '../invite/exported-chat-invite.ts';
import { User } from '../user/user.ts';
import { takeIn } from './take-in.ts';

const ChatInviteUse = builder.objectRef<ChatInviteUseModel>('ChatInviteUse').implement({
  description: 'Somebody came into a chat by a link. https://core.telegram.org/constructor/updateChannelParticipant',
  fields: (t) => ({
    chat: t.field({
      type: Chat,
      description: 'The chat, as the gateway saw it last.',
      resolve: ({ chatId }, _args, context) => Chat.find(chatId, context),
    }),
    user: t.field({
      type: User,
      description: 'Who came in.',
      resolve: ({ userId }, _args, context) => User.find(userId, context),
    }),
    date: t.expose('date', { type: 'DateTime', description: 'When they came in.' }),
    invite: t.expose('invite', {
      type: ExportedChatInvite,
      nullable: true,
      description:
        'The link they came by. `null` when Telegram names none: a request through a public chat’s username was approved, or ' +
        'they came by a shared folder.',
    }),
    approvedBy: t.field({
      type: User,
      nullable: true,
      description: 'The admin who let them in. `null` when nobody had to.',
      resolve: ({ approvedBy }, _args, context) => User.find(approvedBy, context),
    }),
    viaChatlist: t.exposeBoolean('viaChatlist', { description: 'Whether they came by a shared folder.' }),
  }),
});

builder.subscriptionField('chatInviteUses', (t) =>
  t.field({
    type: ChatInviteUse,
    description:
      'Who comes into a chat by which link, from now on: each once, in order, and none lost when the connection to Telegram ' +
      'drops. For bot accounts with the right to invite, from updateChannelParticipant and updateChatParticipant. A user ' +
      'account is answered BOT_METHOD_INVALID and can list `ExportedChatInvite.importers` instead. The first answer is an ' +
      'error as well where the bot may not know: CHAT_ADMIN_REQUIRED, CHANNEL_PRIVATE, CHANNEL_INVALID, CHAT_ID_INVALID, ' +
      'PEER_ID_INVALID, USERNAME_NOT_OCCUPIED and others as for `Query.chat`. SUBSCRIBER_TOO_SLOW ends the stream of a ' +
      `subscriber for whom more than ${MOST_KEPT_EVENTS} events wait, EVENTS_LOST one whose gateway was away for longer than ` +
      'Telegram keeps them.',
    // The chat's name, the right to know, and how things stand at the beginning.
    extensions: costs({ calls: 3 }),
    args: { peer: t.arg({ type: 'Peer', required: true, description: 'Which chat.' }) },
    subscribe: (_root, { peer }, { services, signal }) => services.liveEvents.chatInviteUses(peer, signal),
    resolve: (live, _args, context) => takeIn(live, context),
  }),
);
