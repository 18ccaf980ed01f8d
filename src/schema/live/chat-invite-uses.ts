import { costs } from '../../base/price.ts';
import { MOST_KEPT_EVENTS } from '../../services/live/feeds.ts';
import type { ChatInviteUse as ChatInviteUseModel } from '../../services/models.ts';
import { MAIN_METHODS } from '../../services/routing/main-methods.ts';
import { builder } from '../builder.ts';
import { Chat } from '../chat/chat.ts';
import { ExportedChatInvite } from '../invite/exported-chat-invite.ts';
import { accountArgument, route } from '../route.ts';
import { User } from '../user/user.ts';
import { takeIn } from './take-in.ts';

const ChatInviteUse = builder.objectRef<ChatInviteUseModel>('ChatInviteUse').implement({
  description: 'A person came into a chat by a link. https://core.telegram.org/constructor/updateChannelParticipant',
  fields: (t) => ({
    chat: t.field({ type: Chat, description: 'The chat, as the gateway last saw it.', resolve: Chat.by('chatId') }),
    user: t.field({ type: User, description: 'The person who came in.', resolve: User.by('userId') }),
    date: t.expose('date', { type: 'DateTime', description: 'When the person came in.' }),
    invite: t.expose('invite', {
      type: ExportedChatInvite,
      nullable: true,
      description:
        'The link by which the person came. `null` when Telegram names none: an admin approved a request through a ' +
        'public chat’s username, or the person came by a shared folder.',
    }),
    approvedBy: t.field({
      type: User,
      nullable: true,
      description: 'The admin who let the person in. `null` when no admin had to.',
      resolve: User.by('approvedBy'),
    }),
    viaChatlist: t.exposeBoolean('viaChatlist', { description: 'Whether the person came by a shared folder.' }),
  }),
});

builder.subscriptionField('chatInviteUses', (t) =>
  t.field({
    type: ChatInviteUse,
    description:
      'People who come into a chat, and by which link, from now on: every event once and in order, also when the connection ' +
      'to Telegram drops meanwhile. For bot accounts with the right to invite, from updateChannelParticipant and ' +
      'updateChatParticipant. A user account gets BOT_METHOD_INVALID and can list `ExportedChatInvite.importers` instead. The ' +
      'first answer is also an error when the bot may not know: CHAT_ADMIN_REQUIRED, CHANNEL_PRIVATE, CHANNEL_INVALID, CHAT_ID_INVALID, ' +
      'PEER_ID_INVALID, USERNAME_NOT_OCCUPIED and others as for `Query.chat`. SUBSCRIBER_TOO_SLOW ends the stream when more ' +
      `than ${MOST_KEPT_EVENTS} events wait for the subscriber, EVENTS_LOST when the gateway was away for longer than ` +
      'Telegram keeps events.',
    // The chat's name, the right to know, and how things stand at the beginning.
    extensions: costs({ calls: 3 }),
    args: { peer: t.arg({ type: 'Peer', required: true, description: 'The chat.' }), ...accountArgument },
    subscribe: (_root, { peer, account }, context, info) =>
      route(context, info, { method: MAIN_METHODS.chatInviteUses, kind: 'BOT', account, peer }, ({ liveEvents }) =>
        liveEvents.chatInviteUses(peer, context.signal),
      ),
    resolve: (live, { account }, context, info) => takeIn(live, account, context, info),
  }),
);
