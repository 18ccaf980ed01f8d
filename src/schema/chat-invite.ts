import { PeerNotFoundError } from '../services/errors.ts';
import { inviteHash } from '../services/invite-link.ts';
import type {
  ChatInvitePublicJoinRequests as ChatInvitePublicJoinRequestsModel,
  ExportedChatInvite as ExportedChatInviteModel,
  StarsSubscriptionPricing as StarsSubscriptionPricingModel,
} from '../services/models.ts';
import * as telegram from '../services/telegram-errors.ts';
import { builder } from './builder.ts';
import { Chat } from './chat.ts';
import { commonErrors, withTypes } from './errors.ts';
import { User } from './user.ts';

const StarsSubscriptionPricing = builder
  .objectRef<StarsSubscriptionPricingModel>('StarsSubscriptionPricing')
  .implement({
    description: 'What a paid link costs. https://core.telegram.org/api/subscriptions',
    fields: (t) => ({
      period: t.exposeInt('period', { description: 'The length of a period in seconds: 2592000, which is 30 days.' }),
      amount: t.exposeInt('amount', { description: 'Telegram Stars for each period.' }),
    }),
  });

const ExportedChatInvite = builder.objectRef<ExportedChatInviteModel>('ExportedChatInvite');

builder.node(ExportedChatInvite, {
  description: 'An invite link of a chat. https://core.telegram.org/constructor/chatInviteExported',
  id: {
    resolve: ({ chatId, link }) => `${chatId}:${inviteHash(link) ?? link}`,
    description: 'A global id, for `Query.node`. It holds the link: treat it as the same secret.',
  },
  loadOne: async (id, { services }) => {
    const [chatId = '', hash = ''] = id.split(':');
    const invite = await services.chatInvites.get(chatId, hash);
    return invite.kind === 'EXPORTED_CHAT_INVITE' ? invite : null;
  },
  fields: (t) => ({
    link: t.expose('link', { type: 'InviteLink', description: 'The link itself, as Telegram returned it.' }),
    chat: t.field({ type: Chat, description: 'The chat it leads to.', resolve: (invite) => invite.chatId }),
    admin: t.field({ type: User, description: 'The admin whose link it is.', resolve: (invite) => invite.adminId }),
    date: t.expose('date', { type: 'DateTime', description: 'When it was made.' }),
    startDate: t.expose('startDate', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last edited. `null` when it never was.',
    }),
    expireDate: t.expose('expireDate', {
      type: 'DateTime',
      nullable: true,
      description: 'When it stops working. `null` when it does not expire.',
    }),
    usageLimit: t.exposeInt('usageLimit', {
      nullable: true,
      description: 'How many members may be in the chat by it at the same time, 1 to 99999. `null` for no limit.',
    }),
    usage: t.exposeInt('usage', { description: 'How many members came by it and are there now.' }),
    requested: t.exposeInt('requested', { description: 'How many requests to join by it wait for an admin.' }),
    title: t.exposeString('title', {
      nullable: true,
      description: 'A name that only admins see. `null` when it has none.',
    }),
    permanent: t.exposeBoolean('permanent', {
      description: 'Whether it is its admin’s primary link. A link that merely has no limits is not.',
    }),
    revoked: t.exposeBoolean('revoked', { description: 'Whether it was revoked, and lets nobody in any more.' }),
    requestNeeded: t.exposeBoolean('requestNeeded', {
      description: 'Whether an admin has to approve everybody who comes by it.',
    }),
    subscriptionPricing: t.expose('subscriptionPricing', {
      type: StarsSubscriptionPricing,
      nullable: true,
      description: 'What joining by it costs. `null` when it is free.',
    }),
    subscriptionExpired: t.exposeInt('subscriptionExpired', {
      description: 'How many members left because their paid subscription ended.',
    }),
  }),
});

const ChatInvitePublicJoinRequests = builder
  .objectRef<ChatInvitePublicJoinRequestsModel>('ChatInvitePublicJoinRequests')
  .implement({
    description:
      'In place of a link: requests to join come through the chat’s public username. ' +
      'https://core.telegram.org/constructor/chatInvitePublicJoinRequests',
    fields: (t) => ({
      chat: t.field({ type: Chat, description: 'The public chat.', resolve: (invite) => invite.chatId }),
    }),
  });

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

const ExportChatInviteInput = builder.inputType('ExportChatInviteInput', {
  description: 'The parameters of https://core.telegram.org/method/messages.exportChatInvite',
  fields: (t) => ({
    peer: t.field({ type: 'Peer', required: true, description: 'The group or channel.' }),
    legacyRevokePermanent: t.boolean({
      defaultValue: false,
      description:
        'Replaces this account’s primary link: the old one stops working at once, on every poster it is printed on. Send it alone.',
    }),
    requestNeeded: t.boolean({
      defaultValue: false,
      description: 'Whether an admin has to approve everybody who comes by the link. Not together with `usageLimit`.',
    }),
    expireDate: t.field({
      type: 'DateTime',
      description: 'When the link stops working: in the future, before 2038-01-19T03:14:08Z. Absent or `null`: never.',
    }),
    usageLimit: t.int({
      description:
        'How many members may be in the chat by this link at the same time, 1 to 99999. Absent or `null`: no limit.',
    }),
    title: t.string({
      description: 'A name that only admins see, up to 32 characters. Absent, `null` or empty: none.',
    }),
    subscriptionPricing: t.field({
      type: StarsSubscriptionPricingInput,
      description:
        'Makes a paid link, for channels. Not together with `expireDate`, `usageLimit` or `requestNeeded`. Absent or `null`: free.',
    }),
  }),
});

const ExportChatInviteResult = builder.errorUnion('ExportChatInviteResult', {
  description: 'The link that was made, or why there is none.',
  types: [
    ExportedChatInvite,
    ChatInvitePublicJoinRequests,
    ...withTypes([
      telegram.BusinessConnectionNotAllowedError,
      telegram.ChannelInvalidError,
      telegram.ChannelMonoforumUnsupportedError,
      telegram.ChannelPrivateError,
      telegram.ChatAdminRequiredError,
      telegram.ChatIdInvalidError,
      telegram.ChatWriteForbiddenError,
      telegram.ExpireDateInvalidError,
      telegram.InputUserDeactivatedError,
      telegram.MsgIdInvalidError,
      telegram.PeerIdInvalidError,
      telegram.PricingChatInvalidError,
      telegram.SubscriptionPeriodInvalidError,
      telegram.UsageLimitInvalidError,
      telegram.UsernameInvalidError,
      telegram.UsernameNotOccupiedError,
    ]),
    PeerNotFoundError,
    ...commonErrors,
  ],
  resolveType: (result) =>
    'kind' in result && result.kind === 'PUBLIC_JOIN_REQUESTS' ? ChatInvitePublicJoinRequests : ExportedChatInvite,
});

builder.mutationField('exportChatInvite', (t) =>
  t.field({
    type: ExportChatInviteResult,
    description:
      'Makes an invite link: messages.exportChatInvite, for user and bot accounts with the right to invite. ' +
      'Every call makes another link. After `TelegramUnavailableError` with outcome UNKNOWN one may have been made.',
    args: {
      input: t.arg({
        type: ExportChatInviteInput,
        required: true,
        description: 'The chat, and what the link shall be like.',
      }),
    },
    resolve: (_root, { input }, { services }) =>
      services.chatInvites.export({
        peer: input.peer,
        legacyRevokePermanent: input.legacyRevokePermanent ?? false,
        requestNeeded: input.requestNeeded ?? false,
        expireDate: input.expireDate ?? null,
        usageLimit: input.usageLimit ?? null,
        title: input.title ?? null,
        subscriptionPricing: input.subscriptionPricing ?? null,
      }),
  }),
);
