import * as telegram from '../../services/errors/telegram-errors.ts';
import type { ChatJoinRequestHidden as ChatJoinRequestHiddenModel } from '../../services/models.ts';
import { MAIN_METHODS } from '../../services/routing/main-methods.ts';
import { builder } from '../builder.ts';
import { Chat } from '../chat/chat.ts';
import { mutation } from '../mutation.ts';
import { globalId } from '../node-id.ts';
import { User } from '../user/user.ts';
import { JoinRequest, joinRequestId } from './join-request.ts';

const ChatJoinRequestHidden = builder.objectRef<ChatJoinRequestHiddenModel>('ChatJoinRequestHidden').implement({
  description: 'A request to join was decided, and is off the list.',
  fields: (t) => ({
    joinRequestId: t.id({
      description: 'The global id that the `JoinRequest` had in lists and live events.',
      resolve: ({ chatId, user }) => globalId(JoinRequest.name, joinRequestId({ chatId, userId: user.id })),
    }),
    chat: t.field({ type: Chat, description: 'The chat.', resolve: Chat.by('chatId') }),
    user: t.expose('user', { type: User, description: 'The user whose request was decided.' }),
    approved: t.exposeBoolean('approved', { description: 'Whether the user is in now.' }),
  }),
});

mutation('hideChatJoinRequest', {
  description:
    'Decides a request to join: messages.hideChatJoinRequest, for user and bot accounts with the right to invite. ' +
    'HideRequesterMissingError: this user does not wait, perhaps because another admin has decided, either way. ' +
    'After `TelegramUnavailableError` with outcome UNKNOWN the request may be decided: repeating it with its ' +
    '`idempotencyKey` finds out.',
  calls: 3,
  input: {
    description: 'The parameters of https://core.telegram.org/method/messages.hideChatJoinRequest',
    argument: 'The request, and the decision.',
    fields: (t) => ({
      peer: t.field({ type: 'Peer', required: true, description: 'The group or channel.' }),
      user: t.field({
        type: 'Peer',
        required: true,
        description:
          'The user who asks: a username, or an id that this account has seen. A user account finds the people who ' +
          'wait by `chat(peer) { joinRequests }`; a bot account may also name people whom it has met.',
      }),
      approved: t.boolean({ required: true, description: '`true` lets the user in, `false` turns the user away.' }),
    }),
  },
  result: {
    description: 'The user who was let in or turned away, or why nobody was.',
    success: ChatJoinRequestHidden,
    errors: [
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
    ],
  },
  call: ({ peer, user }) => ({ method: MAIN_METHODS.hideChatJoinRequest, peer, user }),
  resolve: (input, { chatInvites }) => chatInvites.hideJoinRequest(input),
});
