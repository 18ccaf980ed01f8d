import * as telegram from '../../services/errors/telegram-errors.ts';
import type { ExportedChatInviteReplaced as ExportedChatInviteReplacedModel } from '../../services/models.ts';
import { MAIN_METHODS } from '../../services/routing/main-methods.ts';
import { builder } from '../builder.ts';
import { mutation } from '../mutation.ts';
import { ExportedChatInvite } from './exported-chat-invite.ts';

const ExportedChatInviteReplaced = builder
  .objectRef<ExportedChatInviteReplacedModel>('ExportedChatInviteReplaced')
  .implement({
    description:
      'A primary link was revoked, and another one replaces it: every admin has a primary link at any time. ' +
      'https://core.telegram.org/constructor/messages.exportedChatInviteReplaced',
    fields: (t) => ({
      invite: t.expose('invite', { type: ExportedChatInvite, description: 'The old primary link, revoked.' }),
      newInvite: t.expose('newInvite', { type: ExportedChatInvite, description: 'The new primary link.' }),
    }),
  });

mutation('revokeExportedChatInvite', {
  description:
    'Revokes an invite link: messages.editExportedChatInvite with `revoked`, for user and bot accounts. The link ' +
    'lets nobody in any more, on whatever poster it stands, and there is no way back; members who came by it stay. ' +
    'After `TelegramUnavailableError` with outcome UNKNOWN the link may be revoked: repeating it with its ' +
    '`idempotencyKey` finds out, and so does reading the link.',
  calls: 3,
  input: {
    description: 'The link to revoke.',
    argument: 'The link.',
    fields: (t) => ({
      peer: t.field({ type: 'Peer', required: true, description: 'The group or channel that the link leads to.' }),
      link: t.field({
        type: 'InviteLink',
        required: true,
        description: 'The link: this account’s own, or any admin’s for the owner of the chat.',
      }),
    }),
  },
  result: {
    description: 'The revoked link, together with the new one if it was a primary link; or why it was not revoked.',
    success: ExportedChatInvite,
    others: { EXPORTED_CHAT_INVITE_REPLACED: ExportedChatInviteReplaced },
    // The method's errors but for those about an expiry and a limit, which are not sent.
    errors: [
      telegram.ChatAdminRequiredError,
      telegram.ChatInvitePermanentError,
      telegram.EditBotInviteForbiddenError,
      telegram.InviteHashExpiredError,
    ],
  },
  call: ({ peer, link }) => ({ method: MAIN_METHODS.editExportedChatInvite, peer, link }),
  resolve: (input, { chatInvites }) => chatInvites.revoke(input),
});
