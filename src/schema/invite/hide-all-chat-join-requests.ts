import { costs } from '../../base/price.ts';
import * as telegram from '../../services/errors/telegram-errors.ts';
import type { ChatJoinRequestsHidden as ChatJoinRequestsHiddenModel } from '../../services/models.ts';
import { builder } from '../builder.ts';
import { Chat } from '../chat/chat.ts';
import { chatErrors } from '../chat/chat-errors.ts';
import { withTypes } from '../error/errors.ts';
import { idempotencyKeyField } from '../idempotency.ts';

const ChatJoinRequestsHidden = builder.objectRef<ChatJoinRequestsHiddenModel>('ChatJoinRequestsHidden').implement({
  description:
    'All requests to join were decided, and are off the list. Telegram does not say how many there were, or whose: list ' +
    'them first where that matters.',
  fields: (t) => ({
    chat: t.field({
      type: Chat,
      description: 'The chat.',
      resolve: ({ chatId }, _args, context) => Chat.find(chatId, context),
    }),
    approved: t.exposeBoolean('approved', { description: 'Whether they are in now.' }),
    link: t.expose('link', {
      type: 'InviteLink',
      nullable: true,
      description: 'Those who came by this link. `null`: everybody who waited.',
    }),
  }),
});

const HideAllChatJoinRequestsInput = builder.inputType('HideAllChatJoinRequestsInput', {
  description: 'The parameters of https://core.telegram.org/method/messages.hideAllChatJoinRequests',
  fields: (t) => ({
    peer: t.field({ type: 'Peer', required: true, description: 'The group or channel.' }),
    approved: t.boolean({ required: true, description: '`true` lets everybody in, `false` turns them away.' }),
    link: t.field({
      type: 'InviteLink',
      description: 'Only those who came by this link. Absent or `null`: everybody who waits.',
    }),
    idempotencyKey: idempotencyKeyField(t),
  }),
});

const HideAllChatJoinRequestsResult = builder.errorUnion('HideAllChatJoinRequestsResult', {
  description: 'What was decided, or why nothing was.',
  types: [
    ChatJoinRequestsHidden,
    ...withTypes([
      telegram.BotMethodInvalidError,
      telegram.ChannelsTooMuchError,
      telegram.ChatAdminInviteRequiredError,
      telegram.ChatAdminRequiredError,
      telegram.HideRequesterMissingError,
      telegram.InviteHashExpiredError,
      telegram.UserChannelsTooMuchError,
    ]),
    ...chatErrors,
  ],
  resolveType: () => ChatJoinRequestsHidden,
});

builder.mutationField('hideAllChatJoinRequests', (t) =>
  t.field({
    type: HideAllChatJoinRequestsResult,
    description:
      'Decides all requests to join at once: messages.hideAllChatJoinRequests, for user accounts with the right to invite. ' +
      'Requests that came in after you looked are decided, too; so it is never repeated by itself. ' +
      'After `TelegramUnavailableError` with outcome UNKNOWN they may be decided: repeating it with its `idempotencyKey` finds out. With NOT_EXECUTED they wait still.',
    extensions: costs({ calls: 3 }),
    args: {
      input: t.arg({ type: HideAllChatJoinRequestsInput, required: true, description: 'Whose requests, and how.' }),
    },
    resolve: (_root, { input }, { services }) =>
      services.chatInvites.hideAllJoinRequests({ ...input, link: input.link ?? null }),
  }),
);
