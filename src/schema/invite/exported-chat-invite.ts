import { inviteHash, isCutLink, wholeHash } from '../../services/invite-link.ts';
import type {
  ChatInvitePublicJoinRequests as ChatInvitePublicJoinRequestsModel,
  ExportedChatInvite as ExportedChatInviteModel,
  StarsSubscriptionPricing as StarsSubscriptionPricingModel,
} from '../../services/models.ts';
import { MAIN_METHODS } from '../../services/routing/main-methods.ts';
import { builder } from '../builder.ts';
import { Chat } from '../chat/chat.ts';
import { nodeId } from '../node-id.ts';
import { ask } from '../route.ts';
import { User } from '../user/user.ts';

export const StarsSubscriptionPricing = builder
  .objectRef<StarsSubscriptionPricingModel>('StarsSubscriptionPricing')
  .implement({
    description: 'The price of a paid link. https://core.telegram.org/api/subscriptions',
    fields: (t) => ({
      period: t.exposeInt('period', { description: 'The length of a period in seconds: 2592000, which is 30 days.' }),
      amount: t.exposeInt('amount', { description: 'Telegram Stars for each period.' }),
    }),
  });

/** The text in the global id of a link. */
export const exportedChatInviteId = ({ chatId, link }: Pick<ExportedChatInviteModel, 'chatId' | 'link'>) =>
  `${chatId}:${inviteHash(link) ?? link}`;

export const ExportedChatInvite = builder.objectRef<ExportedChatInviteModel>('ExportedChatInvite');

builder.node(ExportedChatInvite, {
  description: 'An invite link of a chat. https://core.telegram.org/constructor/chatInviteExported',
  id: nodeId(exportedChatInviteId, 'A global id, for `Query.node`. The id holds the link: it is the same secret.'),
  loadOne: (id, context) => {
    const [, chatId = '', hash = ''] = /^(-?\d+):(.*)$/.exec(id) ?? [];
    const link = wholeHash(hash);
    const call = { method: MAIN_METHODS.exportedInvite, account: null, peer: chatId, link };
    return ask(context, call, ({ chatInvites }) => chatInvites.get(chatId, link));
  },
  fields: (t) => ({
    link: t.expose('link', { type: 'InviteLink', description: 'The link itself, as Telegram returned it.' }),
    linkIsPartial: t.boolean({
      description:
        'Whether Telegram has cut the link short, with `...` at its end, as it does with other admins’ links in live ' +
        'events. Such a link leads nowhere, and no operation takes it.',
      resolve: ({ link }) => isCutLink(link),
    }),
    chat: t.field({ type: Chat, description: 'The chat that the link leads to.', resolve: Chat.by('chatId') }),
    admin: t.field({ type: User, description: 'The admin who owns the link.', resolve: User.by('adminId') }),
    date: t.expose('date', { type: 'DateTime', description: 'When the admin made the link.' }),
    startDate: t.expose('startDate', {
      type: 'DateTime',
      nullable: true,
      description: 'When somebody last edited the link. `null`: never.',
    }),
    expireDate: t.expose('expireDate', {
      type: 'DateTime',
      nullable: true,
      description: 'When the link stops working. `null`: never.',
    }),
    usageLimit: t.exposeInt('usageLimit', {
      nullable: true,
      description: 'How many members may be in the chat by the link at the same time, 1 to 99999. `null`: no limit.',
    }),
    usage: t.exposeInt('usage', { description: 'How many members came by the link and are in the chat now.' }),
    requested: t.exposeInt('requested', { description: 'How many requests to join by the link wait for an admin.' }),
    title: t.exposeString('title', {
      nullable: true,
      description: 'A name that only admins see. `null` when the link has none.',
    }),
    permanent: t.exposeBoolean('permanent', {
      description: 'Whether the link is its admin’s primary link. A link that merely has no limits is not.',
    }),
    revoked: t.exposeBoolean('revoked', { description: 'Whether the link is revoked and lets nobody in any more.' }),
    requestNeeded: t.exposeBoolean('requestNeeded', {
      description: 'Whether an admin has to approve everybody who comes by the link.',
    }),
    subscriptionPricing: t.expose('subscriptionPricing', {
      type: StarsSubscriptionPricing,
      nullable: true,
      description: 'The price of joining by the link. `null` when joining is free.',
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
      'Telegram made no link: people ask to join by the chat’s public username. ' +
      'https://core.telegram.org/constructor/chatInvitePublicJoinRequests',
    fields: (t) => ({
      chat: t.field({ type: Chat, description: 'The public chat.', resolve: Chat.by('chatId') }),
    }),
  });
