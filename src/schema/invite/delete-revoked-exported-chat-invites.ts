import { costs } from '../../base/price.ts';
import * as telegram from '../../services/errors/telegram-errors.ts';
import type { DeletedRevokedExportedChatInvites as DeletedRevokedExportedChatInvitesModel } from '../../services/models.ts';
import { builder } from '../builder.ts';
import { Chat } from '../chat/chat.ts';
import { chatErrors } from '../chat/chat-errors.ts';
import { withTypes } from '../error/errors.ts';
import { idempotencyKeyField } from '../idempotency.ts';
import { User } from '../user/user.ts';

const DeletedRevokedExportedChatInvites = builder
  .objectRef<DeletedRevokedExportedChatInvitesModel>('DeletedRevokedExportedChatInvites')
  .implement({
    description: 'An admin’s revoked links are off the list. Telegram does not say how many there were.',
    fields: (t) => ({
      chat: t.field({
        type: Chat,
        description: 'The chat they led to.',
        resolve: ({ chatId }, _args, context) => Chat.find(chatId, context),
      }),
      admin: t.field({
        type: User,
        description: 'The admin whose links they were.',
        resolve: ({ adminId }, _args, context) => User.find(adminId, context),
      }),
    }),
  });

const DeleteRevokedExportedChatInvitesInput = builder.inputType('DeleteRevokedExportedChatInvitesInput', {
  description: 'The parameters of https://core.telegram.org/method/messages.deleteRevokedExportedChatInvites',
  fields: (t) => ({
    peer: t.field({ type: 'Peer', required: true, description: 'The group or channel that the links led to.' }),
    admin: t.field({
      type: 'Peer',
      defaultValue: 'me',
      description: 'Whose links. Another admin’s may be deleted by the owner of the chat. `null`: this account’s own.',
    }),
    idempotencyKey: idempotencyKeyField(t),
  }),
});

const DeleteRevokedExportedChatInvitesResult = builder.errorUnion('DeleteRevokedExportedChatInvitesResult', {
  description: 'Whose links are gone, or why they are not.',
  types: [
    DeletedRevokedExportedChatInvites,
    ...withTypes([telegram.AdminIdInvalidError, telegram.BotMethodInvalidError, telegram.ChatAdminRequiredError]),
    ...chatErrors,
  ],
  resolveType: () => DeletedRevokedExportedChatInvites,
});

builder.mutationField('deleteRevokedExportedChatInvites', (t) =>
  t.field({
    type: DeleteRevokedExportedChatInvitesResult,
    description:
      'Takes all revoked links of one admin off the list for good: messages.deleteRevokedExportedChatInvites, for user ' +
      'accounts. None to delete is a success, too.',
    extensions: costs({ calls: 3 }),
    args: {
      input: t.arg({
        type: DeleteRevokedExportedChatInvitesInput,
        required: true,
        description: 'The chat, and whose links.',
      }),
    },
    resolve: (_root, { input }, { services }) =>
      services.chatInvites.deleteRevoked({ ...input, admin: input.admin ?? 'me' }),
  }),
);
