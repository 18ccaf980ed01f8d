import * as telegram from '../../services/errors/telegram-errors.ts';
import type { ChatJoined as ChatJoinedModel, JoinRequestSent as JoinRequestSentModel } from '../../services/models.ts';
import { MAIN_METHODS } from '../../services/routing/main-methods.ts';
import { builder } from '../builder.ts';
import { Chat } from '../chat/chat.ts';
import { commonErrors } from '../error/errors.ts';
import { mutation } from '../mutation.ts';

const ChatJoined = builder.objectRef<ChatJoinedModel>('ChatJoined').implement({
  description: 'The account has joined.',
  fields: (t) => ({
    chat: t.expose('chat', { type: Chat, description: 'The chat that the account has joined.' }),
  }),
});

const JoinRequestSent = builder.objectRef<JoinRequestSentModel>('JoinRequestSent').implement({
  description:
    'The account has asked to join, now or before, and an admin or a guard bot of the chat decides: Telegram’s ' +
    'INVITE_REQUEST_SENT and JOIN_GUARD_TIMEOUT. Telegram does not say which chat it is.',
  fields: (t) => ({
    link: t.expose('link', { type: 'InviteLink', description: 'The link by which the account asked.' }),
  }),
});

mutation('importChatInvite', {
  description:
    'Joins by a link, or asks to join: messages.importChatInvite, for user accounts. A paid link is ' +
    'StarsPaymentRequiredError: pay in a Telegram app. After `TelegramUnavailableError` with outcome UNKNOWN the ' +
    'account may be in: repeating it with its `idempotencyKey` finds out, and so does `checkChatInvite`.',
  calls: 1,
  input: {
    description: 'The parameters of https://core.telegram.org/method/messages.importChatInvite',
    argument: 'The link.',
    fields: (t) => ({
      link: t.field({
        type: 'InviteLink',
        required: true,
        description: 'The link. The gateway sends only its hash to Telegram.',
      }),
    }),
  },
  result: {
    description: 'The chat that the account has joined, the request that it has sent, or why there is neither.',
    success: ChatJoined,
    others: { JOIN_REQUEST_SENT: JoinRequestSent },
    errors: [
      telegram.BotMethodInvalidError,
      telegram.BusinessConnectionNotAllowedError,
      telegram.ChannelInvalidError,
      telegram.ChannelPrivateError,
      telegram.ChannelsTooMuchError,
      telegram.ChatInvalidError,
      telegram.InviteHashEmptyError,
      telegram.InviteHashExpiredError,
      telegram.InviteHashInvalidError,
      telegram.InviteRequestDeclinedError,
      telegram.MsgIdInvalidError,
      telegram.PeerIdInvalidError,
      telegram.StarsPaymentRequiredError,
      telegram.UserAlreadyParticipantError,
      telegram.UserBannedInChannelError,
      telegram.UserChannelsTooMuchError,
      telegram.UserRestrictedError,
      telegram.UsersTooMuchError,
    ],
    commonErrors,
  },
  call: () => ({ method: MAIN_METHODS.importChatInvite, isMine: true }),
  resolve: (input, { chatInvites }) => chatInvites.import(input),
});
