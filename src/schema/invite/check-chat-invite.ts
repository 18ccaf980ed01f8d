import { costs } from '../../base/price.ts';
import type {
  ChatInviteAlready as ChatInviteAlreadyModel,
  ChatInvitePeek as ChatInvitePeekModel,
  ChatInvitePreview as ChatInvitePreviewModel,
} from '../../services/models.ts';
import { builder } from '../builder.ts';
import { Chat } from '../chat/chat.ts';
import { User } from '../user/user.ts';
import { StarsSubscriptionPricing } from './exported-chat-invite.ts';

const ChatInviteAlready = builder.objectRef<ChatInviteAlreadyModel>('ChatInviteAlready').implement({
  description: 'The account is a member of the chat. https://core.telegram.org/constructor/chatInviteAlready',
  fields: (t) => ({
    chat: t.expose('chat', { type: Chat, description: 'The chat that the link leads to.' }),
  }),
});

const ChatInvitePeek = builder.objectRef<ChatInvitePeekModel>('ChatInvitePeek').implement({
  description:
    'The account may read the chat for a while without joining. https://core.telegram.org/constructor/chatInvitePeek',
  fields: (t) => ({
    chat: t.expose('chat', { type: Chat, description: 'The chat that the link leads to.' }),
    expires: t.expose('expires', { type: 'DateTime', description: 'Until when it may be read so.' }),
  }),
});

const ChatInvite = builder.objectRef<ChatInvitePreviewModel>('ChatInvite').implement({
  description:
    'A chat seen from outside. Telegram gives no id of it: it cannot be addressed before the account has joined. ' +
    'https://core.telegram.org/constructor/chatInvite',
  fields: (t) => ({
    channel: t.exposeBoolean('channel', { description: 'Whether it is a channel or supergroup, not a basic group.' }),
    broadcast: t.exposeBoolean('broadcast', { description: 'Whether it is a channel, in which only admins write.' }),
    public: t.exposeBoolean('public', { description: 'Whether it has a username.' }),
    megagroup: t.exposeBoolean('megagroup', { description: 'Whether it is a supergroup.' }),
    requestNeeded: t.exposeBoolean('requestNeeded', {
      description: 'Whether an admin has to approve everybody who comes by the link.',
    }),
    verified: t.exposeBoolean('verified', { description: 'Whether Telegram has verified it.' }),
    scam: t.exposeBoolean('scam', { description: 'Whether many users have reported it as a scam.' }),
    fake: t.exposeBoolean('fake', { description: 'Whether many users have reported it as pretending to be another.' }),
    canRefulfillSubscription: t.exposeBoolean('canRefulfillSubscription', {
      description: 'Whether the account has paid already, and may join again without paying.',
    }),
    title: t.exposeString('title', { description: 'The title of the chat.', extensions: costs({ bytes: 400 }) }),
    about: t.exposeString('about', {
      nullable: true,
      extensions: costs({ bytes: 800 }),
      description: 'What the chat says of itself. `null` when it says nothing.',
    }),
    hasPhoto: t.exposeBoolean('hasPhoto', { description: 'Whether it has a photo, which this API does not serve.' }),
    participantsCount: t.exposeInt('participantsCount', { description: 'Members.' }),
    participants: t.field({
      type: [User],
      extensions: costs({ rows: 10 }),
      description: 'A few members, as Telegram chose them; empty where it tells none.',
      resolve: ({ participants }) => [...participants],
    }),
    color: t.exposeInt('color', {
      description: 'The number of its accent colour. https://core.telegram.org/api/colors',
    }),
    subscriptionPricing: t.expose('subscriptionPricing', {
      type: StarsSubscriptionPricing,
      nullable: true,
      description: 'What joining costs. `null` when it is free.',
    }),
    subscriptionFormId: t.exposeString('subscriptionFormId', {
      nullable: true,
      description: 'The form that a Telegram app pays by. `null` when there is nothing to pay.',
    }),
  }),
});

const types = {
  CHAT_INVITE_ALREADY: ChatInviteAlready,
  CHAT_INVITE_PEEK: ChatInvitePeek,
  CHAT_INVITE: ChatInvite,
};

const CheckedChatInvite = builder.unionType('CheckedChatInvite', {
  description: 'What a link leads to, by how the account stands to it. https://core.telegram.org/type/ChatInvite',
  types: Object.values(types),
  resolveType: ({ kind }) => types[kind],
});

builder.queryField('checkChatInvite', (t) =>
  t.field({
    type: CheckedChatInvite,
    nullable: true,
    description:
      'Looks at a link without joining: messages.checkChatInvite, for user accounts. Telegram soon asks who calls it often ' +
      'to wait (FLOOD_WAIT). `null` with an error when it cannot be looked at: BOT_METHOD_INVALID for a bot account, ' +
      'INVITE_HASH_EXPIRED for a link that does not work for this account, INVITE_HASH_INVALID, INVITE_HASH_EMPTY, CHANNEL_PRIVATE.',
    args: {
      link: t.arg({ type: 'InviteLink', required: true, description: 'The link. Its hash alone is sent to Telegram.' }),
    },
    extensions: costs({ calls: 1 }),
    resolve: (_root, { link }, { services }) => services.chatInvites.check(link),
  }),
);
