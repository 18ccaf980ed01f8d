import { costs } from '../../base/price.ts';
import * as telegram from '../../services/errors/telegram-errors.ts';
import type { ChatJoinRequestHidden as ChatJoinRequestHiddenModel } from '../../services/models.ts';
import { builder } from '../builder.ts';
import { Chat } from '../chat/chat.ts';
import { chatErrors } from '../chat/chat-errors.ts';
import { withTypes } from '../error/errors.ts';
import { idempotencyKeyField } from '../idempotency.ts';
import { User } from '../user/user.ts';

const ChatJoinRequestHidden = builder.objectRef<ChatJoinRequestHiddenModel>('ChatJoinRequestHidden').implement({
  description: 'A request to join was decided, and is off the list.',
  fields: (t) => ({
    chat: t.field({
      type: Chat,
      description: 'The chat.',
      resolve: ({ chatId }, _args, context) => Chat.find(chatId, context),
    }),
    user: t.expose('user', { type: User, description: 'Who had asked.' }),
    approved: t.exposeBoolean('approved', { description: 'Whether the user is in now.' }),
  }),
});

const HideChatJoinRequestInput = builder.inputType('HideChatJoinRequestInput', {
  description: 'The parameters of https://core.telegram.org/method/messages.hideChatJoinRequest',
  fields: (t) => ({
    peer: t.field({ type: 'Peer', required: true, description: 'The group or channel.' }),
    user: t.field({
      type: 'Peer',
      required: true,
      description:
        'Who has asked: a username, or an id that this account has seen. `chat(peer) { joinRequests }` shows a user ' +
        'account who waits; a bot account may also name people whom it has met.',
    }),
    approved: t.boolean({ required: true, description: '`true` lets the user in, `false` turns them away.' }),
    idempotencyKey: idempotencyKeyField(t),
  }),
});

const HideChatJoinRequestResult = builder.errorUnion('HideChatJoinRequestResult', {
  description: 'Who was let in or turned away, or why nobody was.',
  types: [
    ChatJoinRequestHidden,
    ...withTypes([
      telegram.ChannelsTooMuchError,
      telegram.ChatAdminInviteRequiredError,
      telegram.ChatAdminRequiredError,
      telegram.HideRequesterMissingError,
      telegram.InputUserDeactivatedError,
      telegram.MsgIdInvalidError,
      telegram.UserAlreadyParticipantError,
      telegram.UserChannelsTooMuchError,
      telegram.UserIdInvalidError,
      telegram.UserPrivacyRestrictedError,
      telegram.UserRestrictedError,
    ]),
    ...chatErrors,
  ],
  resolveType: () => ChatJoinRequestHidden,
});

builder.mutationField('hideChatJoinRequest', (t) =>
  t.field({
    type: HideChatJoinRequestResult,
    description:
      'Decides a request to join: messages.hideChatJoinRequest, for user and bot accounts with the right to invite. ' +
      'HideRequesterMissingError: nobody of that name waits, perhaps because another admin has decided, either way. ' +
      'After `TelegramUnavailableError` with outcome UNKNOWN it may be decided: repeating it with its `idempotencyKey` finds out.',
    extensions: costs({ calls: 3 }),
    args: {
      input: t.arg({ type: HideChatJoinRequestInput, required: true, description: 'Whose request, and how.' }),
    },
    resolve: (_root, { input }, { services }) => services.chatInvites.hideJoinRequest(input),
  }),
);
