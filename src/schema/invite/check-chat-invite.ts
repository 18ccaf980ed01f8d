import { costs } from '../../base/price.ts';
import type {
  ChatInviteAlready as ChatInviteAlreadyModel,
  ChatInvitePeek as ChatInvitePeekModel,
  ChatInvitePreview as ChatInvitePreviewModel,
} from '../../services/models.ts';
import { MAIN_METHODS } from '../../services/routing/main-methods.ts';
import { builder } from '../builder.ts';
import { Chat } from '../chat/chat.ts';
import { accountArgument, route } from '../route.ts';
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
    expires: t.expose('expires', {
      type: 'DateTime',
      description: 'When the account can no longer read the chat this way.',
    }),
  }),
});

const ChatInvite = builder.objectRef<ChatInvitePreviewModel>('ChatInvite').implement({
  description:
    'A chat seen from outside. Telegram does not tell its id, so no operation can name the chat before the account ' +
    'has joined. https://core.telegram.org/constructor/chatInvite',
  fields: (t) => ({
    channel: t.exposeBoolean('channel', {
      description: 'Whether the chat is a channel or supergroup, not a basic group.',
    }),
    broadcast: t.exposeBoolean('broadcast', {
      description: 'Whether the chat is a channel, in which only admins write.',
    }),
    public: t.exposeBoolean('public', { description: 'Whether the chat has a username.' }),
    megagroup: t.exposeBoolean('megagroup', { description: 'Whether the chat is a supergroup.' }),
    requestNeeded: t.exposeBoolean('requestNeeded', {
      description: 'Whether an admin has to approve everybody who comes by the link.',
    }),
    verified: t.exposeBoolean('verified', { description: 'Whether Telegram has verified the chat.' }),
    scam: t.exposeBoolean('scam', { description: 'Whether many users have reported the chat as a scam.' }),
    fake: t.exposeBoolean('fake', {
      description: 'Whether many users have reported the chat as pretending to be another.',
    }),
    canRefulfillSubscription: t.exposeBoolean('canRefulfillSubscription', {
      description: 'Whether the account has paid already, and may join again without paying.',
    }),
    title: t.exposeString('title', { description: 'The title of the chat.', extensions: costs({ bytes: 400 }) }),
    about: t.exposeString('about', {
      nullable: true,
      extensions: costs({ bytes: 800 }),
      description: 'The description of the chat. `null` when it has none.',
    }),
    hasPhoto: t.exposeBoolean('hasPhoto', {
      description: 'Whether the chat has a photo, which this API does not serve.',
    }),
    participantsCount: t.exposeInt('participantsCount', { description: 'The number of members.' }),
    participants: t.field({
      type: [User],
      extensions: costs({ rows: 10 }),
      description: 'A few members, as Telegram chose them; empty when it names none.',
      resolve: ({ participants }) => [...participants],
    }),
    color: t.exposeInt('color', {
      description: 'The number of the chat’s accent colour. https://core.telegram.org/api/colors',
    }),
    subscriptionPricing: t.expose('subscriptionPricing', {
      type: StarsSubscriptionPricing,
      nullable: true,
      description: 'The price of joining. `null` when joining is free.',
    }),
    subscriptionFormId: t.exposeString('subscriptionFormId', {
      nullable: true,
      description: 'The form with which a Telegram app pays. `null` when there is nothing to pay.',
    }),
  }),
});

const types = {
  CHAT_INVITE_ALREADY: ChatInviteAlready,
  CHAT_INVITE_PEEK: ChatInvitePeek,
  CHAT_INVITE: ChatInvite,
};

const CheckedChatInvite = builder.unionType('CheckedChatInvite', {
  description:
    'The chat that a link leads to: one that the account is in, may read, or sees from outside. https://core.telegram.org/type/ChatInvite',
  types: Object.values(types),
  resolveType: ({ kind }) => types[kind],
});

builder.queryField('checkChatInvite', (t) =>
  t.field({
    type: CheckedChatInvite,
    nullable: true,
    description:
      'Looks at a link without joining: messages.checkChatInvite, for user accounts. After few calls Telegram asks ' +
      'for a pause (FLOOD_WAIT). `null` with an error when the gateway cannot look: BOT_METHOD_INVALID for a bot ' +
      'account, INVITE_HASH_EXPIRED for a link that does not work for this account, INVITE_HASH_INVALID, ' +
      'INVITE_HASH_EMPTY, CHANNEL_PRIVATE.',
    args: {
      link: t.arg({
        type: 'InviteLink',
        required: true,
        description: 'The link. The gateway sends only its hash to Telegram.',
      }),
      ...accountArgument,
    },
    extensions: costs({ calls: 1 }),
    resolve: (_root, { link, account }, context, info) =>
      route(
        context,
        info,
        { method: MAIN_METHODS.checkChatInvite, account, peer: null, isMine: true },
        ({ chatInvites }) => chatInvites.check(link),
      ),
  }),
);
