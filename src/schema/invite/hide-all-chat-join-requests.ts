import * as telegram from '../../services/errors/telegram-errors.ts';
import type { ChatJoinRequestsHidden as ChatJoinRequestsHiddenModel } from '../../services/models.ts';
import { MAIN_METHODS } from '../../services/routing/main-methods.ts';
import { builder } from '../builder.ts';
import { Chat } from '../chat/chat.ts';
import { mutation } from '../mutation.ts';

const ChatJoinRequestsHidden = builder.objectRef<ChatJoinRequestsHiddenModel>('ChatJoinRequestsHidden').implement({
  description:
    'All requests to join were decided, and are off the list. Telegram does not say how many there were, or whose: ' +
    'list the requests first where that matters.',
  fields: (t) => ({
    chat: t.field({ type: Chat, description: 'The chat.', resolve: Chat.by('chatId') }),
    approved: t.exposeBoolean('approved', { description: 'Whether the people are in now.' }),
    link: t.expose('link', {
      type: 'InviteLink',
      nullable: true,
      description: 'The link by which the people came. `null`: the decision was about everybody who waited.',
    }),
  }),
});

mutation('hideAllChatJoinRequests', {
  description:
    'Decides all requests to join at once: messages.hideAllChatJoinRequests, for user accounts with the right to ' +
    'invite. It also decides requests that arrived after you looked, so the gateway never repeats it by itself. ' +
    'After `TelegramUnavailableError` with outcome UNKNOWN the requests may be decided: repeating it with its ' +
    '`idempotencyKey` finds out. With NOT_EXECUTED the requests still wait.',
  calls: 3,
  input: {
    description: 'The parameters of https://core.telegram.org/method/messages.hideAllChatJoinRequests',
    argument: 'The requests, and the decision.',
    fields: (t) => ({
      peer: t.field({ type: 'Peer', required: true, description: 'The group or channel.' }),
      approved: t.boolean({ required: true, description: '`true` lets everybody in, `false` turns everybody away.' }),
      link: t.field({
        type: 'InviteLink',
        description: 'Decides only about people who came by this link. Absent or `null`: about everybody who waits.',
      }),
    }),
  },
  result: {
    description: 'The decision, or why there is none.',
    success: ChatJoinRequestsHidden,
    errors: [
      telegram.BotMethodInvalidError,
      telegram.ChannelsTooMuchError,
      telegram.ChatAdminInviteRequiredError,
      telegram.ChatAdminRequiredError,
      telegram.HideRequesterMissingError,
      telegram.InviteHashExpiredError,
      telegram.UserChannelsTooMuchError,
    ],
  },
  call: ({ peer, link = null }) => ({ method: MAIN_METHODS.hideAllChatJoinRequests, peer, link }),
  resolve: (input, { chatInvites }) => chatInvites.hideAllJoinRequests({ ...input, link: input.link ?? null }),
});
