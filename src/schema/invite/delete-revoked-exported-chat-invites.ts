import * as telegram from '../../services/errors/telegram-errors.ts';
import type { DeletedRevokedExportedChatInvites as DeletedRevokedExportedChatInvitesModel } from '../../services/models.ts';
import { MAIN_METHODS } from '../../services/routing/main-methods.ts';
import { builder } from '../builder.ts';
import { Chat } from '../chat/chat.ts';
import { mutation } from '../mutation.ts';
import { User } from '../user/user.ts';

const DeletedRevokedExportedChatInvites = builder
  .objectRef<DeletedRevokedExportedChatInvitesModel>('DeletedRevokedExportedChatInvites')
  .implement({
    description: 'All revoked links of one admin are off the list. Telegram does not say how many there were.',
    fields: (t) => ({
      chat: t.field({ type: Chat, description: 'The chat that the links led to.', resolve: Chat.by('chatId') }),
      admin: t.field({ type: User, description: 'The admin who had made the links.', resolve: User.by('adminId') }),
    }),
  });

mutation('deleteRevokedExportedChatInvites', {
  description:
    'Takes all revoked links of one admin off the list for good: messages.deleteRevokedExportedChatInvites, for user ' +
    'accounts. An admin without revoked links is a success, too.',
  calls: 3,
  input: {
    description: 'The parameters of https://core.telegram.org/method/messages.deleteRevokedExportedChatInvites',
    argument: 'The chat, and the admin whose links to delete.',
    fields: (t) => ({
      peer: t.field({ type: 'Peer', required: true, description: 'The group or channel that the links led to.' }),
      admin: t.field({
        type: 'Peer',
        defaultValue: 'me',
        description: 'The admin. Only the owner of the chat may name another admin. `null`: this account.',
      }),
    }),
  },
  result: {
    description: 'The admin whose links the gateway deleted, or why it deleted none.',
    success: DeletedRevokedExportedChatInvites,
    errors: [telegram.AdminIdInvalidError, telegram.BotMethodInvalidError, telegram.ChatAdminRequiredError],
  },
  call: ({ peer, admin }) => ({
    method: MAIN_METHODS.deleteRevokedExportedChatInvites,
    peer,
    isMine: (admin ?? 'me') === 'me',
  }),
  resolve: (input, { chatInvites }) => chatInvites.deleteRevoked({ ...input, admin: input.admin ?? 'me' }),
});
