import { costs } from '../../base/price.ts';
import { MAIN_METHODS } from '../../services/routing/main-methods.ts';
import { builder } from '../builder.ts';
import { Chat } from '../chat/chat.ts';
import { accountArgument, route } from '../route.ts';
import { ExportedChatInvite } from './exported-chat-invite.ts';

builder.objectField(Chat, 'exportedInvite', (t) =>
  t.field({
    type: ExportedChatInvite,
    nullable: true,
    description:
      'One link of the chat: messages.getExportedChatInvite, for user accounts. This account’s own, or any admin’s ' +
      'for the owner of the chat. `null` with an error when the gateway cannot get it: BOT_METHOD_INVALID for a bot ' +
      'account, INVITE_HASH_EXPIRED for a link that is not of this chat, CHAT_ADMIN_REQUIRED, CHANNEL_PRIVATE, ' +
      'CHANNEL_INVALID, CHAT_WRITE_FORBIDDEN, PEER_ID_INVALID.',
    extensions: costs({ calls: 1 }),
    args: { link: t.arg({ type: 'InviteLink', required: true, description: 'The link; it may be revoked.' }) },
    resolve: ({ id }, { link }, context, info) =>
      route(context, info, { method: MAIN_METHODS.exportedInvite, peer: id, link }, ({ chatInvites }) =>
        chatInvites.get(id, link),
      ),
  }),
);

builder.objectField(Chat, 'permanentInvite', (t) =>
  t.field({
    type: ExportedChatInvite,
    nullable: true,
    description:
      'This account’s primary link, from messages.getFullChat or channels.getFullChannel. `null` when the account ' +
      'may not invite, or is a bot that has made none. `null` with an error when the gateway cannot read the chat: ' +
      'CHANNEL_PRIVATE, CHANNEL_INVALID, CHANNEL_PUBLIC_GROUP_NA, CHAT_ID_INVALID, CHAT_NOT_MODIFIED, ' +
      'MSG_ID_INVALID, PEER_ID_INVALID.',
    extensions: costs({ calls: 1 }),
    args: accountArgument,
    async resolve({ id }, { account }, context, info) {
      const call = { method: MAIN_METHODS.fullChat, account, peer: id, isMine: true };
      return (await route(context, info, call, ({ chatInvites }) => chatInvites.fullChat(id))).permanentInvite;
    },
  }),
);

builder.objectField(Chat, 'requestsPending', (t) =>
  t.int({
    nullable: true,
    description:
      'How many people wait for an admin, from messages.getFullChat or channels.getFullChannel; one call together ' +
      'with `permanentInvite`. 0 when nobody waits. `null` when the account may not invite, or Telegram did not say. ' +
      '`null` with an error when the gateway cannot read the chat: CHANNEL_PRIVATE, CHANNEL_INVALID, ' +
      'CHANNEL_PUBLIC_GROUP_NA, CHAT_ID_INVALID, CHAT_NOT_MODIFIED, MSG_ID_INVALID, PEER_ID_INVALID.',
    extensions: costs({ calls: 1 }),
    async resolve({ id }, _args, context, info) {
      const call = { method: MAIN_METHODS.fullChat, peer: id };
      return (await route(context, info, call, ({ chatInvites }) => chatInvites.fullChat(id))).requestsPending;
    },
  }),
);
