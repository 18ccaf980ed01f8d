import { costs } from '../../base/price.ts';
import type { ChatAdminWithInvites as ChatAdminWithInvitesModel } from '../../services/models.ts';
import { MAIN_METHODS } from '../../services/routing/main-methods.ts';
import { builder } from '../builder.ts';
import { Chat } from '../chat/chat.ts';
import { pageArguments, pageCost, pageRequest, toConnection } from '../connection.ts';
import { accountArgument, route } from '../route.ts';
import { User } from '../user/user.ts';
import { ExportedChatInvite } from './exported-chat-invite.ts';
import { JoinRequestConnection } from './join-request.ts';

const ExportedChatInviteConnection = builder.connectionObject(
  {
    type: ExportedChatInvite,
    name: 'ExportedChatInviteConnection',
    description: 'Links of one admin of a chat, newest first.',
  },
  { name: 'ExportedChatInviteEdge', description: 'A link, and its place in the list.' },
);

builder.objectField(Chat, 'exportedInvites', (t) =>
  t.field({
    type: ExportedChatInviteConnection,
    nullable: true,
    description:
      'Links of one admin, newest first, with the primary one among them: messages.getExportedChatInvites, for user ' +
      'accounts. One call for each hundred. `null` with an error when the gateway cannot get them: ' +
      'BOT_METHOD_INVALID for a bot account, INVALID_INPUT for a cursor of another list or a `first` out of range, ' +
      'ADMIN_ID_INVALID, CHAT_ADMIN_REQUIRED for another admin’s when the account does not own the chat, ' +
      'CHANNEL_PRIVATE, CHANNEL_INVALID, CHAT_ID_INVALID, CHAT_WRITE_FORBIDDEN, PEER_ID_INVALID.',
    // Another admin may have to be found first.
    extensions: costs((argument) => {
      const price = pageCost(argument);
      return (argument('admin') ?? 'me') === 'me' ? price : { ...price, calls: price.calls + 1 };
    }),
    args: {
      ...pageArguments,
      revoked: t.arg.boolean({
        defaultValue: false,
        description: '`true`: revoked links. `false`: links that work or have run out. Telegram has no list of both.',
      }),
      admin: t.arg({
        type: 'Peer',
        defaultValue: 'me',
        description: 'The admin. Only the owner of the chat may name another admin. Absent or `null`: this account.',
      }),
      ...accountArgument,
    },
    resolve: async ({ id }, { revoked, admin: given, account, ...args }, context, info) => {
      const admin = given ?? 'me';
      const query = { chatId: id, ...pageRequest(args), revoked: revoked ?? false, admin };
      const call = { method: MAIN_METHODS.exportedInvites, account, peer: id, isMine: admin === 'me', user: admin };
      const page = await route(context, info, call, ({ chatInvites }) => chatInvites.list(query));
      return toConnection(page, query.after, context, info);
    },
  }),
);

builder.objectField(Chat, 'joinRequests', (t) =>
  t.field({
    type: JoinRequestConnection,
    nullable: true,
    description:
      'People who wait for an admin to let them in, newest first: messages.getChatInviteImporters with `requested`, ' +
      'for user accounts with the right to invite. One call for each hundred. `null` with an error when the gateway ' +
      'cannot get them: BOT_METHOD_INVALID for a bot account, INVALID_INPUT for a cursor of another list or a ' +
      '`first` out of range, SEARCH_WITH_LINK_NOT_SUPPORTED, INVITE_HASH_EXPIRED for a link that is not of this ' +
      'chat, CHAT_ADMIN_REQUIRED, CHANNEL_PRIVATE, CHANNEL_INVALID, CHAT_WRITE_FORBIDDEN, PEER_ID_INVALID.',
    // The link that is named may have to be read, for `JoinRequest.invite`.
    extensions: costs((argument) => {
      const price = pageCost(argument);
      return argument('link') && price.calls > 0 ? { ...price, calls: price.calls + 1 } : price;
    }),
    args: {
      ...pageArguments,
      q: t.arg.string({
        description: 'A part of a name. Absent, `null` or empty: everybody. Not together with `link`.',
      }),
      link: t.arg({
        type: 'InviteLink',
        description: 'Only people who came by this link. Absent or `null`: by any link. Not together with `q`.',
      }),
    },
    resolve: async ({ id }, { q, link = null, ...args }, context, info) => {
      const query = { chatId: id, ...pageRequest(args), link, q: q || null };
      const call = { method: MAIN_METHODS.importers, peer: id, link };
      const page = await route(context, info, call, ({ chatInvites }) => chatInvites.listJoinRequests(query));
      return toConnection(page, query.after, context, info);
    },
  }),
);

const ChatAdminWithInvites = builder.objectRef<ChatAdminWithInvitesModel>('ChatAdminWithInvites').implement({
  description:
    'An admin of a chat, and how many links the admin has. https://core.telegram.org/constructor/chatAdminWithInvites',
  fields: (t) => ({
    admin: t.field({ type: User, description: 'The admin.', resolve: User.by('adminId') }),
    invitesCount: t.exposeInt('invitesCount', { description: 'The number of links that work or have run out.' }),
    revokedInvitesCount: t.exposeInt('revokedInvitesCount', {
      description: 'The number of links that are revoked and not deleted.',
    }),
  }),
});

builder.objectField(Chat, 'adminsWithInvites', (t) =>
  t.field({
    type: [ChatAdminWithInvites],
    nullable: true,
    description:
      'Every admin who has links: messages.getAdminsWithInvites, for the owner of the chat. `null` with an error ' +
      'when the gateway cannot get them: BOT_METHOD_INVALID for a bot account, CHAT_ADMIN_REQUIRED, PEER_ID_INVALID, ' +
      'CHAT_WRITE_FORBIDDEN.',
    // Telegram lets a chat have fifty.
    extensions: costs({ calls: 1, rows: 50 }),
    resolve: async ({ id }, _args, context, info) => {
      const call = { method: MAIN_METHODS.adminsWithInvites, peer: id };
      const { admins, users } = await route(context, info, call, ({ chatInvites }) =>
        chatInvites.adminsWithInvites(id),
      );
      User.remember(users, context, info);
      return [...admins];
    },
  }),
);
