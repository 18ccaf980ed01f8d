import { costs } from '../../base/price.ts';
import * as telegram from '../../services/errors/telegram-errors.ts';
import { builder } from '../builder.ts';
import { chatErrors } from '../chat/chat-errors.ts';
import { withTypes } from '../error/errors.ts';
import { idempotencyKeyField } from '../idempotency.ts';
import { ExportedChatInvite } from './exported-chat-invite.ts';

const EditExportedChatInviteInput = builder.inputType('EditExportedChatInviteInput', {
  description:
    'What to change of a link: https://core.telegram.org/method/messages.editExportedChatInvite. A field that is absent ' +
    'leaves things as they are; `null` takes away what the link has.',
  fields: (t) => ({
    peer: t.field({ type: 'Peer', required: true, description: 'The group or channel that the link leads to.' }),
    link: t.field({
      type: 'InviteLink',
      required: true,
      description: 'The link: this account’s own, or any admin’s for the owner of the chat.',
    }),
    expireDate: t.field({
      type: 'DateTime',
      description:
        'When it stops working: in the future, before 2038-01-19T03:14:08Z. Absent: as it is. `null`: never.',
    }),
    usageLimit: t.int({
      description:
        'How many members may be in the chat by it at the same time, 1 to 99999. Absent: as it is. `null`: no limit. ' +
        'A link with approval gets a limit by `requestNeeded: false` in the same call.',
    }),
    title: t.string({
      description: 'A name that only admins see, up to 32 characters. Absent: as it is. `null` or empty: none.',
    }),
    requestNeeded: t.boolean({
      description:
        'Whether an admin has to approve everybody who comes by it. Absent or `null`: as it is. A link with a limit gets ' +
        'approval by `requestNeeded: true` and `usageLimit: null` in one call, as it cannot have both.',
    }),
    idempotencyKey: idempotencyKeyField(t),
  }),
});

const EditExportedChatInviteResult = builder.errorUnion('EditExportedChatInviteResult', {
  description: 'The link as it is now, or why it was not changed.',
  types: [
    ExportedChatInvite,
    ...withTypes([
      telegram.ChatAdminRequiredError,
      telegram.ChatInvitePermanentError,
      telegram.EditBotInviteForbiddenError,
      telegram.ExpireDateInvalidError,
      telegram.InviteHashExpiredError,
      telegram.UsageLimitInvalidError,
    ]),
    ...chatErrors,
  ],
  resolveType: () => ExportedChatInvite,
});

builder.mutationField('editExportedChatInvite', (t) =>
  t.field({
    type: EditExportedChatInviteResult,
    description:
      'Changes an invite link: messages.editExportedChatInvite, for user and bot accounts. What is not given stays as it ' +
      'is. A primary link takes no title, expiry or limit, a paid one nothing but a title. May be repeated.',
    extensions: costs({ calls: 2 }),
    args: {
      input: t.arg({
        type: EditExportedChatInviteInput,
        required: true,
        description: 'The link, and what to change of it.',
      }),
    },
    resolve: (_root, { input }, { services }) => services.chatInvites.edit(input),
  }),
);
