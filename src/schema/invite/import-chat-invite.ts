import { costs } from '../../base/price.ts';
import * as telegram from '../../services/errors/telegram-errors.ts';
import type { ChatJoined as ChatJoinedModel, JoinRequestSent as JoinRequestSentModel } from '../../services/models.ts';
import { builder } from '../builder.ts';
import { Chat } from '../chat/chat.ts';
import { commonErrors, withTypes } from '../error/errors.ts';
import { idempotencyKeyField } from '../idempotency.ts';

const ChatJoined = builder.objectRef<ChatJoinedModel>('ChatJoined').implement({
  description: 'The account is in.',
  fields: (t) => ({
    chat: t.expose('chat', { type: Chat, description: 'The chat that it has joined.' }),
  }),
});

const JoinRequestSent = builder.objectRef<JoinRequestSentModel>('JoinRequestSent').implement({
  description:
    'The account has asked to be let in, now or before, and an admin or a guard bot of the chat decides: Telegram’s ' +
    'INVITE_REQUEST_SENT and JOIN_GUARD_TIMEOUT. Telegram does not say which chat it is.',
  fields: (t) => ({
    link: t.expose('link', { type: 'InviteLink', description: 'The link by which it asked.' }),
  }),
});

const ImportChatInviteInput = builder.inputType('ImportChatInviteInput', {
  description: 'The parameters of https://core.telegram.org/method/messages.importChatInvite',
  fields: (t) => ({
    link: t.field({
      type: 'InviteLink',
      required: true,
      description: 'The link. Its hash alone is sent to Telegram.',
    }),
    idempotencyKey: idempotencyKeyField(t),
  }),
});

const ImportChatInviteResult = builder.errorUnion('ImportChatInviteResult', {
  description: 'The chat that was joined, the request that was sent, or why there is neither.',
  types: [
    ChatJoined,
    JoinRequestSent,
    ...withTypes([
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
    ]),
    ...commonErrors,
  ],
  resolveType: (result) => ('kind' in result && result.kind === 'JOIN_REQUEST_SENT' ? JoinRequestSent : ChatJoined),
});

builder.mutationField('importChatInvite', (t) =>
  t.field({
    type: ImportChatInviteResult,
    description:
      'Joins by a link, or asks to: messages.importChatInvite, for user accounts. A paid link is StarsPaymentRequiredError: ' +
      'it is paid in a Telegram app. After `TelegramUnavailableError` with outcome UNKNOWN the account may be in: ' +
      'repeating it with its `idempotencyKey` finds out, and `checkChatInvite` tells.',
    extensions: costs({ calls: 1 }),
    args: { input: t.arg({ type: ImportChatInviteInput, required: true, description: 'The link.' }) },
    resolve: (_root, { input }, { services }) => services.chatInvites.import(input),
  }),
);
