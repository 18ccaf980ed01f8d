import type { GatewayContext } from '../../context.ts';
import type { ChatAdminWithInvites as ChatAdminWithInvitesModel, User as UserModel } from '../../services/models.ts';
import { MOST_ROWS, ROWS_UNASKED } from '../../services/page.ts';
import { builder } from '../builder.ts';
import { Chat } from '../chat.ts';
import { User } from '../user.ts';
import { ExportedChatInvite } from './exported-chat-invite.ts';

const ExportedChatInviteConnection = builder.connectionObject(
  {
    type: ExportedChatInvite,
    name: 'ExportedChatInviteConnection',
    description: 'Links of one admin of a chat, newest first.',
  },
  { name: 'ExportedChatInviteEdge', description: 'A link and its place in the list.' },
);

builder.objectField(Chat, 'exportedInvites', (t) =>
  t.field({
    type: ExportedChatInviteConnection,
    nullable: true,
    description:
      'Links of one admin, newest first, the primary one among them: messages.getExportedChatInvites, for user accounts. ' +
      'A call for each hundred. `null` with an error when they cannot be had: BOT_METHOD_INVALID for a bot account, ' +
      'INVALID_INPUT for a cursor of another list, ADMIN_ID_INVALID, CHAT_ADMIN_REQUIRED for another admin’s when the ' +
      'account does not own the chat, CHANNEL_PRIVATE, CHANNEL_INVALID, CHAT_ID_INVALID, CHAT_WRITE_FORBIDDEN, PEER_ID_INVALID.',
    args: {
      first: t.arg.int({
        defaultValue: ROWS_UNASKED,
        description: `How many, 1 to ${MOST_ROWS}. \`null\`: ${ROWS_UNASKED}.`,
      }),
      after: t.arg.string({ description: 'The cursor of the last one seen. Absent or `null`: from the newest.' }),
      revoked: t.arg.boolean({
        defaultValue: false,
        description: 'Revoked links instead of those that work or have run out; Telegram has no list of both.',
      }),
      admin: t.arg({
        type: 'Peer',
        defaultValue: 'me',
        description: 'Whose links; another admin’s are for the owner of the chat. Absent or `null`: the account’s own.',
      }),
    },
    resolve: async (chat, { first, after, revoked, admin }, context) => {
      const page = await context.services.chatInvites.list({
        chatId: chat.id,
        first: first ?? ROWS_UNASKED,
        after: after ?? null,
        revoked: revoked ?? false,
        admin: admin ?? 'me',
      });
      prime(page.users, context);
      return {
        totalCount: page.totalCount,
        edges: page.rows.map(({ row, cursor }) => ({ node: row, cursor })),
        pageInfo: {
          hasNextPage: page.hasNextPage,
          hasPreviousPage: (after ?? null) !== null,
          startCursor: page.rows[0]?.cursor ?? null,
          endCursor: page.rows.at(-1)?.cursor ?? null,
        },
      };
    },
  }),
);

const ChatAdminWithInvites = builder.objectRef<ChatAdminWithInvitesModel>('ChatAdminWithInvites').implement({
  description:
    'An admin of a chat and how many links they have. https://core.telegram.org/constructor/chatAdminWithInvites',
  fields: (t) => ({
    admin: t.field({ type: User, description: 'The admin.', resolve: ({ adminId }) => adminId }),
    invitesCount: t.exposeInt('invitesCount', { description: 'Links that work or have run out.' }),
    revokedInvitesCount: t.exposeInt('revokedInvitesCount', {
      description: 'Links that were revoked and not deleted.',
    }),
  }),
});

builder.objectField(Chat, 'adminsWithInvites', (t) =>
  t.field({
    type: [ChatAdminWithInvites],
    nullable: true,
    description:
      'Every admin who has links: messages.getAdminsWithInvites, for the owner of the chat. `null` with an error when they ' +
      'cannot be had: BOT_METHOD_INVALID for a bot account, CHAT_ADMIN_REQUIRED, PEER_ID_INVALID, CHAT_WRITE_FORBIDDEN.',
    resolve: async (chat, _args, context) => {
      const { admins, users } = await context.services.chatInvites.adminsWithInvites(chat.id);
      prime(users, context);
      return [...admins];
    },
  }),
);

/** What came along with an answer is not asked for again in the same operation. */
function prime(users: readonly UserModel[], context: GatewayContext): void {
  const loader = User.getDataloader(context);
  for (const user of users) loader.prime(user.id, user);
}
