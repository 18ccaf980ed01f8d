import * as telegram from '../../services/errors/telegram-errors.ts';
import { MAIN_METHODS } from '../../services/routing/main-methods.ts';
import { mutation } from '../mutation.ts';
import { ExportedChatInvite } from './exported-chat-invite.ts';

mutation('editExportedChatInvite', {
  description:
    'Changes an invite link: messages.editExportedChatInvite, for user and bot accounts. Fields that you leave out ' +
    'stay as they are. A primary link takes no title, expiry or limit, a paid link nothing but a title. You may ' +
    'repeat it.',
  calls: 2,
  input: {
    description:
      'The changes of a link: https://core.telegram.org/method/messages.editExportedChatInvite. An absent field ' +
      'keeps its value; `null` removes it.',
    argument: 'The link and its changes.',
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
          'When the link stops working: in the future, before 2038-01-19T03:14:08Z. Absent: no change. `null`: never.',
      }),
      usageLimit: t.int({
        description:
          'How many members may be in the chat by the link at the same time, 1 to 99999. Absent: no change. `null`: ' +
          'no limit. To give a limit to a link with approval, send `requestNeeded: false` in the same call.',
      }),
      title: t.string({
        description: 'A name that only admins see, up to 32 characters. Absent: no change. `null` or empty: no name.',
      }),
      requestNeeded: t.boolean({
        description:
          'Whether an admin has to approve everybody who comes by the link. Absent or `null`: no change. A link ' +
          'cannot have both approval and a limit: to switch, send `requestNeeded: true` and `usageLimit: null` in ' +
          'one call.',
      }),
    }),
  },
  result: {
    description: 'The link as it is now, or why the gateway did not change it.',
    success: ExportedChatInvite,
    errors: [
      telegram.ChatAdminRequiredError,
      telegram.ChatInvitePermanentError,
      telegram.EditBotInviteForbiddenError,
      telegram.ExpireDateInvalidError,
      telegram.InviteHashExpiredError,
      telegram.PricingChatInvalidError,
      telegram.UsageLimitInvalidError,
    ],
  },
  call: ({ peer, link }) => ({ method: MAIN_METHODS.editExportedChatInvite, peer, link }),
  resolve: (input, { chatInvites }) => chatInvites.edit(input),
});
