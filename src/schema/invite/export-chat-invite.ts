import * as telegram from '../../services/errors/telegram-errors.ts';
import { MAIN_METHODS } from '../../services/routing/main-methods.ts';
import { builder } from '../builder.ts';
import { mutation } from '../mutation.ts';
import { ChatInvitePublicJoinRequests, ExportedChatInvite } from './exported-chat-invite.ts';

const StarsSubscriptionPricingInput = builder.inputType('StarsSubscriptionPricingInput', {
  description: 'The price of a paid link.',
  fields: (t) => ({
    period: t.int({ required: true, description: 'Seconds. Telegram takes 2592000 (30 days) alone.' }),
    amount: t.int({
      required: true,
      description: 'Telegram Stars for each period: 1 up to 10000, or what Telegram’s configuration says.',
    }),
  }),
});

mutation('exportChatInvite', {
  description:
    'Makes an invite link: messages.exportChatInvite, for user and bot accounts with the right to invite. Every ' +
    'request makes one link; all requests with the same `idempotencyKey` make one together. After ' +
    '`TelegramUnavailableError` with outcome UNKNOWN there may be a link: repeating the request with its key finds ' +
    'out.',
  calls: 2,
  input: {
    description: 'The parameters of https://core.telegram.org/method/messages.exportChatInvite',
    argument: 'The chat, and what the link shall be like.',
    fields: (t) => ({
      peer: t.field({ type: 'Peer', required: true, description: 'The group or channel.' }),
      legacyRevokePermanent: t.boolean({
        defaultValue: false,
        description:
          'Replaces this account’s primary link: the old one stops working at once, on every poster that shows it. ' +
          'Not together with `title`, `usageLimit`, `expireDate`, `requestNeeded` or `subscriptionPricing`: a primary ' +
          'link has none.',
      }),
      requestNeeded: t.boolean({
        defaultValue: false,
        description: 'Whether an admin has to approve everybody who comes by the link. Not together with `usageLimit`.',
      }),
      expireDate: t.field({
        type: 'DateTime',
        description:
          'When the link stops working: in the future, before 2038-01-19T03:14:08Z. Absent or `null`: never.',
      }),
      usageLimit: t.int({
        description:
          'How many members may be in the chat by this link at the same time, 1 to 99999. Absent or `null`: no limit.',
      }),
      title: t.string({
        description: 'A name that only admins see, up to 32 characters. Absent, `null` or empty: no name.',
      }),
      subscriptionPricing: t.field({
        type: StarsSubscriptionPricingInput,
        description:
          'Makes a paid link, for channels. Not together with `expireDate`, `usageLimit` or `requestNeeded`. Absent or `null`: free.',
      }),
    }),
  },
  result: {
    description: 'The new link, or why the gateway made none.',
    success: ExportedChatInvite,
    others: { PUBLIC_JOIN_REQUESTS: ChatInvitePublicJoinRequests },
    errors: [
      telegram.ChannelMonoforumUnsupportedError,
      telegram.ChatAdminRequiredError,
      telegram.ExpireDateInvalidError,
      telegram.InputUserDeactivatedError,
      telegram.MsgIdInvalidError,
      telegram.PricingChatInvalidError,
      telegram.SubscriptionPeriodInvalidError,
      telegram.UsageLimitInvalidError,
    ],
  },
  call: ({ peer, legacyRevokePermanent }) => ({
    method: MAIN_METHODS.exportChatInvite,
    peer,
    isMine: legacyRevokePermanent ?? false,
  }),
  resolve: (input, { chatInvites }) =>
    chatInvites.export({
      peer: input.peer,
      legacyRevokePermanent: input.legacyRevokePermanent ?? false,
      requestNeeded: input.requestNeeded ?? false,
      expireDate: input.expireDate ?? null,
      usageLimit: input.usageLimit ?? null,
      title: input.title ?? null,
      subscriptionPricing: input.subscriptionPricing ?? null,
      account: input.account,
      idempotencyKey: input.idempotencyKey,
    }),
});
