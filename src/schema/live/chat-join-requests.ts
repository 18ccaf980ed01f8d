import { costs } from '../../base/price.ts';
import { MOST_KEPT_EVENTS } from '../../services/live/feeds.ts';
import { MAIN_METHODS } from '../../services/routing/main-methods.ts';
import { builder } from '../builder.ts';
import { JoinRequest } from '../invite/join-request.ts';
import { accountArgument, route } from '../route.ts';
import { takeIn } from './take-in.ts';

builder.subscriptionField('chatJoinRequests', (t) =>
  t.field({
    type: JoinRequest,
    description:
      'People who ask to join a chat, from now on: every request once, the earliest first, also when the connection to ' +
      'Telegram drops meanwhile. For user accounts (from updatePendingJoinRequests and messages.getChatInviteImporters; a request that ' +
      'an admin decides within moments may be missing) and for bot accounts (from updateBotChatInviteRequester), with the right to invite. ' +
      'The first answer is an error when the account may not know: CHAT_ADMIN_REQUIRED, CHANNEL_PRIVATE, CHANNEL_INVALID, ' +
      'CHAT_ID_INVALID, CHAT_WRITE_FORBIDDEN, PEER_ID_INVALID, USERNAME_NOT_OCCUPIED and others as for `Query.chat`. ' +
      `SUBSCRIBER_TOO_SLOW ends the stream when more than ${MOST_KEPT_EVENTS} requests wait for the subscriber: subscribe ` +
      'again, then list `Chat.joinRequests`. An error also ends the stream when the account loses its session or its right.',
    // The chat's name, the right to know, and how things stand at the beginning.
    extensions: costs({ calls: 3 }),
    args: { peer: t.arg({ type: 'Peer', required: true, description: 'The chat.' }), ...accountArgument },
    subscribe: (_root, { peer, account }, context, info) =>
      route(context, info, { method: MAIN_METHODS.chatJoinRequests, account, peer }, ({ liveEvents }) =>
        liveEvents.chatJoinRequests(peer, context.signal),
      ),
    resolve: (live, { account }, context, info) => takeIn(live, account, context, info),
  }),
);
