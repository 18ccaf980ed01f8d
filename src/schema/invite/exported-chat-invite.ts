import { inviteHash, isCutLink, wholeHash } from '../../services/invites/invite-link.ts';
import type {
  ChatInvitePublicJoinRequests as ChatInvitePublicJoinRequestsModel,
  ExportedChatInvite as ExportedChatInviteModel,
  StarsSubscriptionPricing as StarsSubscriptionPricingModel,
} from '../../services/models.ts';
import { builder } from '../builder.ts';
import { Chat } from '../chat/chat.ts';
import { nodeId } from '../node-id.ts';
import { User } from '../user/user.ts';

export const StarsSubscriptionPricing = builder
  .objectRef<StarsSubscriptionPricingModel>('StarsSubscriptionPricing')
  .implement({
    description: 'What a paid link costs. https://core.telegram.org/api/subscriptions',
    fields: (t) => ({
      period: t.exposeInt('period', { description: 'The length of a period in seconds: 2592000, which is 30 days.' }),
      amount: t.exposeInt('amount', { description: 'Telegram Stars for each period.' }),
    }),
  });

export const ExportedChatInvite = builder.objectRef<ExportedChatInviteModel>('ExportedChatInvite');

builder.node(ExportedChatInvite, {
  description: 'An invite link of a chat. https://core.telegram.org/constructor/chatInviteExported',
  id: nodeId(
    ({ chatId, link }) => `${chatId}:${inviteHash(link) ?? link}`,
    'A global id, for `Query.node`. It holds the link: treat it as the same secret.',
  ),
  loadOne: (id, { services }) => {
    const [, chatId = '', hash = ''] = /^(-?\d+):(.*)$/.exec(id) ?? [];
    return services.chatInvites.get(chatId, wholeHash(hash));
  },
  fields: (t) => ({
    link: t.expose('link', { type: 'InviteLink', description: 'The link itself, as Telegram returned it.' }),
    linkIsPartial: t.boolean({
      description:
        'Whether Telegram cut the link short, with `...` at its end, as it does with other admins’ links in live events. ' +
        'Such a link leads nowhere, and no operation takes it.',
      resolve: ({ link }) => isCutLink(link),
    }),
    chat: t.field({
      type: Chat,
      description: 'The chat it leads to.',
      resolve: ({ chatId }, _args, context) => Chat.find(chatId, context),
    }),
    admin: t.field({
      type: User,
      description: 'The admin whose link it is.',
      resolve: ({ adminId }, _args, context) => User.find(adminId, context),
    }),
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

export const ChatInvitePublicJoinRequests = builder
  .objectRef<ChatInvitePublicJoinRequestsModel>('ChatInvitePublicJoinRequests')
  .implement({
    description:
      'In place of a link: requests to join come through the chat’s public username. ' +
      'https://core.telegram.org/constructor/chatInvitePublicJoinRequests',
    fields: (t) => ({
      chat: t.field({
        type: Chat,
        description: 'The public chat.',
        resolve: ({ chatId }, _args, context) => Chat.find(chatId, context),
      }),
    }),
  });
