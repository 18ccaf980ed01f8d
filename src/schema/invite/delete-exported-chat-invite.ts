import { costs } from '../../base/price.ts';
import * as telegram from '../../services/errors/telegram-errors.ts';
import type { DeletedExportedChatInvite as DeletedExportedChatInviteModel } from '../../services/models.ts';
import { builder } from '../builder.ts';
import { Chat } from '../chat/chat.ts';
import { chatErrors } from '../chat/chat-errors.ts';
import { withTypes } from '../error/errors.ts';
import { idempotencyKeyField } from '../idempotency.ts';

const DeletedExportedChatInvite = builder
  .objectRef<DeletedExportedChatInviteModel>('DeletedExportedChatInvite')
  .implement({
    description: 'A revoked link is off the list.',
    fields: (t) => ({
      link: t.expose('link', { type: 'InviteLink', description: 'The link that was deleted.' }),
      chat: t.field({
        type: Chat,
        description: 'The chat it led to.',
        resolve: ({ chatId }, _args, context) => Chat.find(chatId, context),
      }),
    }),
  });

const DeleteExportedChatInviteInput = builder.inputType('DeleteExportedChatInviteInput', {
  description: 'The parameters of https://core.telegram.org/method/messages.deleteExportedChatInvite',
  fields: (t) => ({
    peer: t.field({ type: 'Peer', required: true, description: 'The group or channel that the link led to.' }),
    link: t.field({
      type: 'InviteLink',
      required: true,
      description: 'The link, revoked: this account’s own, or any admin’s for the owner of the chat.',
    }),
    idempotencyKey: idempotencyKeyField(t),
  }),
});

const DeleteExportedChatInviteResult = builder.errorUnion('DeleteExportedChatInviteResult', {
  description: 'The link that is gone, or why it is not.',
  types: [
    DeletedExportedChatInvite,
    ...withTypes([
      telegram.BotMethodInvalidError,
      telegram.ChatAdminRequiredError,
      telegram.InviteHashExpiredError,
      telegram.InviteRevokedMissingError,
    ]),
    ...chatErrors,
  ],
  resolveType: () => DeletedExportedChatInvite,
});

builder.mutationField('deleteExportedChatInvite', (t) =>
  t.field({
    type: DeleteExportedChatInviteResult,
    description:
      'Takes a revoked link off the list for good: messages.deleteExportedChatInvite, for user accounts. ' +
      'A link that still works has to be revoked first.',
    extensions: costs({ calls: 3 }),
    args: { input: t.arg({ type: DeleteExportedChatInviteInput, required: true, description: 'The link.' }) },
    resolve: (_root, { input }, { services }) => services.chatInvites.delete(input),
  }),
);
