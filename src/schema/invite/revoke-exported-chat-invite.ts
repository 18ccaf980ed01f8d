import { costs } from '../../base/price.ts';
import * as telegram from '../../services/errors/telegram-errors.ts';
import type { ExportedChatInviteReplaced as ExportedChatInviteReplacedModel } from '../../services/models.ts';
import { builder } from '../builder.ts';
import { chatErrors } from '../chat/chat-errors.ts';
import { withTypes } from '../error/errors.ts';
import { idempotencyKeyField } from '../idempotency.ts';
import { ExportedChatInvite } from './exported-chat-invite.ts';

const ExportedChatInviteReplaced = builder
  .objectRef<ExportedChatInviteReplacedModel>('ExportedChatInviteReplaced')
  .implement({
    description:
      'A primary link was revoked, and another one is in its place: every admin has one at any time. ' +
      'https://core.telegram.org/constructor/messages.exportedChatInviteReplaced',
    fields: (t) => ({
      invite: t.expose('invite', { type: ExportedChatInvite, description: 'The old primary link, revoked.' }),
      newInvite: t.expose('newInvite', { type: ExportedChatInvite, description: 'The new primary link.' }),
    }),
  });

const RevokeExportedChatInviteInput = builder.inputType('RevokeExportedChatInviteInput', {
  description: 'Which link to revoke.',
  fields: (t) => ({
    peer: t.field({ type: 'Peer', required: true, description: 'The group or channel that the link leads to.' }),
    link: t.field({
      type: 'InviteLink',
      required: true,
      description: 'The link: this account’s own, or any admin’s for the owner of the chat.',
    }),
    idempotencyKey: idempotencyKeyField(t),
  }),
});

const RevokeExportedChatInviteResult = builder.errorUnion('RevokeExportedChatInviteResult', {
  description: 'The revoked link, with the new one where it was a primary link; or why it was not revoked.',
  types: [
    ExportedChatInvite,
    ExportedChatInviteReplaced,
    // The method's errors but for those about an expiry and a limit, which are not sent.
    ...withTypes([
      telegram.ChatAdminRequiredError,
      telegram.ChatInvitePermanentError,
      telegram.EditBotInviteForbiddenError,
      telegram.InviteHashExpiredError,
    ]),
    ...chatErrors,
  ],
  resolveType: (result) =>
    'kind' in result && result.kind === 'EXPORTED_CHAT_INVITE_REPLACED'
      ? ExportedChatInviteReplaced
      : ExportedChatInvite,
});

builder.mutationField('revokeExportedChatInvite', (t) =>
  t.field({
    type: RevokeExportedChatInviteResult,
    description:
      'Revokes an invite link: messages.editExportedChatInvite with `revoked`, for user and bot accounts. It lets nobody in ' +
      'any more, on whatever poster it is printed, and there is no way back; who came by it stays. ' +
      'After `TelegramUnavailableError` with outcome UNKNOWN it may be revoked: repeating it with its `idempotencyKey` finds out, and so does reading it.',
    extensions: costs({ calls: 3 }),
    args: { input: t.arg({ type: RevokeExportedChatInviteInput, required: true, description: 'The link.' }) },
    resolve: (_root, { input }, { services }) => services.chatInvites.revoke(input),
  }),
);
