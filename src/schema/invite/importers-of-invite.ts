import { costs } from '../../base/price.ts';
import { wholeHash } from '../../services/invite-link.ts';
import type { ImporterList } from '../../services/invites/list-chat-invite-importers.ts';
import { MAIN_METHODS } from '../../services/routing/main-methods.ts';
import { builder } from '../builder.ts';
import { pageArguments, pageCost, pageRequest, toConnection } from '../connection.ts';
import { route } from '../route.ts';
import { ChatInviteImporter } from './chat-invite-importer.ts';
import { ExportedChatInvite } from './exported-chat-invite.ts';
import { JoinRequestConnection } from './join-request.ts';

const ChatInviteImporterConnection = builder.connectionObject(
  {
    type: ChatInviteImporter,
    name: 'ChatInviteImporterConnection',
    description: 'People who came by a link, newest first.',
  },
  { name: 'ChatInviteImporterEdge', description: 'A person, and the place in the list.' },
);

const LISTS: Readonly<Record<string, { readonly list: ImporterList; readonly description: string }>> = {
  importers: { list: 'JOINED', description: 'People who came by the link and are in the chat now' },
  expiredSubscribers: {
    list: 'SUBSCRIPTION_EXPIRED',
    description: 'People who came by the link and left because their paid subscription ended',
  },
};

const WHENCE =
  ', newest first: messages.getChatInviteImporters, for user accounts. One call for each hundred. `null` with an error when ' +
  'the gateway cannot get them: BOT_METHOD_INVALID for a bot account, INVALID_INPUT for a cursor of another list, a ' +
  '`first` out of range or a link that `linkIsPartial`, INVITE_HASH_EXPIRED, CHAT_ADMIN_REQUIRED, CHANNEL_PRIVATE, ' +
  'CHANNEL_INVALID, CHAT_WRITE_FORBIDDEN, PEER_ID_INVALID.';

for (const [name, { list, description }] of Object.entries(LISTS)) {
  builder.objectField(ExportedChatInvite, name, (t) =>
    t.field({
      type: ChatInviteImporterConnection,
      nullable: true,
      description: `${description}${WHENCE}`,
      extensions: costs(pageCost),
      args: pageArguments,
      resolve: async ({ chatId, link: given }, args, context, info) => {
        const link = wholeHash(given);
        const query = { chatId, ...pageRequest(args), list, link };
        const call = { method: MAIN_METHODS.importers, peer: chatId, link };
        const page = await route(context, info, call, ({ chatInvites }) => chatInvites.listImporters(query));
        return toConnection(page, query.after, context, info);
      },
    }),
  );
}

builder.objectField(ExportedChatInvite, 'pendingRequests', (t) =>
  t.field({
    type: JoinRequestConnection,
    nullable: true,
    description: `People who came by the link and wait for an admin${WHENCE}`,
    extensions: costs(pageCost),
    args: pageArguments,
    resolve: async (invite, args, context, info) => {
      const { chatId } = invite;
      const link = wholeHash(invite.link);
      const query = { chatId, ...pageRequest(args), link, q: null, invite };
      const call = { method: MAIN_METHODS.importers, peer: chatId, link };
      const page = await route(context, info, call, ({ chatInvites }) => chatInvites.listJoinRequests(query));
      return toConnection(page, query.after, context, info);
    },
  }),
);
