import * as telegram from '../../services/errors/telegram-errors.ts';
import type { DeletedExportedChatInvite as DeletedExportedChatInviteModel } from '../../services/models.ts';
import { MAIN_METHODS } from '../../services/routing/main-methods.ts';
import { builder } from '../builder.ts';
import { Chat } from '../chat/chat.ts';
import { mutation } from '../mutation.ts';
import { globalId } from '../node-id.ts';
import { ExportedChatInvite, exportedChatInviteId } from './exported-chat-invite.ts';

const DeletedExportedChatInvite = builder
  .objectRef<DeletedExportedChatInviteModel>('DeletedExportedChatInvite')
  .implement({
    description: 'A revoked link that is off the list.',
    fields: (t) => ({
      deletedId: t.id({
        description:
          'The global id that the deleted `ExportedChatInvite` had. It holds the link: it is the same secret.',
        resolve: (deleted) => globalId(ExportedChatInvite.name, exportedChatInviteId(deleted)),
      }),
      link: t.expose('link', { type: 'InviteLink', description: 'The deleted link.' }),
      chat: t.field({ type: Chat, description: 'The chat that the link led to.', resolve: Chat.by('chatId') }),
    }),
  });

mutation('deleteExportedChatInvite', {
  description:
    'Takes a revoked link off the list for good: messages.deleteExportedChatInvite, for user accounts. ' +
    'Revoke a link that still works first.',
  calls: 3,
  input: {
    description: 'The parameters of https://core.telegram.org/method/messages.deleteExportedChatInvite',
    argument: 'The link.',
    fields: (t) => ({
      peer: t.field({ type: 'Peer', required: true, description: 'The group or channel that the link led to.' }),
      link: t.field({
        type: 'InviteLink',
        required: true,
        description: 'A revoked link: this account’s own, or any admin’s for the owner of the chat.',
      }),
    }),
  },
  result: {
    description: 'The deleted link, or why the gateway deleted none.',
    success: DeletedExportedChatInvite,
    errors: [
      telegram.BotMethodInvalidError,
      telegram.ChatAdminRequiredError,
      telegram.InviteHashExpiredError,
      telegram.InviteRevokedMissingError,
    ],
  },
  call: ({ peer, link }) => ({ method: MAIN_METHODS.deleteExportedChatInvite, peer, link }),
  resolve: (input, { chatInvites }) => chatInvites.delete(input),
});
