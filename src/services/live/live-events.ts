import type { Api } from '../../telegram/tl.ts';
import { requireBotAccount } from '../account/require-account.ts';
import type { Chats } from '../chats/chats.ts';
import { markedId, namedChat } from '../chats/peer.ts';
import type { Peers } from '../chats/peers.ts';
import { isPassingTrouble } from '../errors/errors.ts';
import type { ChatInviteUse, JoinRequest, User } from '../models.ts';
import { botInviteUse, isMembershipOf } from './bot-invite-use.ts';
import { botJoinRequest } from './bot-join-request.ts';
import { createBotUpdates } from './bot-updates.ts';
import type { Live } from './event-stream.ts';
import { createFeeds, type StartFeed } from './feeds.ts';
import type { LiveDeps } from './live-deps.ts';
import type { LiveEvent } from './live-event.ts';
import { requireAdmin } from './require-admin.ts';
import { watchPendingRequests } from './watch-pending-requests.ts';

/**
 * What happens at a chat's door, from the moment at which the promise resolves: each event once, in order, and none lost
 * with a dropped connection to Telegram. `signal` ends the subscription. Both reject as `Chats.resolve` does and when the
 * account may not know. Subscribers of one chat share its feed.
 */
export interface LiveEvents {
  /** Who asks to be let in. A user account needs the right to invite, and so does a bot. */
  chatJoinRequests(peer: string, signal: AbortSignal): Promise<Live<LiveEvent<JoinRequest>>>;
  /** Who came in by which link, for bot accounts alone: a user account is refused before any call. */
  chatInviteUses(peer: string, signal: AbortSignal): Promise<Live<LiveEvent<ChatInviteUse>>>;
}

export interface LiveEventsDeps extends LiveDeps {
  readonly chats: Chats;
  readonly self: () => Promise<User>;
  /** Aborted when the account is closed under its subscribers. */
  readonly over: AbortSignal;
}

const PEER_PATH = ['peer'];

export function createLiveEvents(deps: LiveEventsDeps): LiveEvents {
  const { telegram, chats, peers, self, over } = deps;
  const botUpdates = createBotUpdates(deps);

  /** A feed of those updates of a bot account that `toEvent` makes an event of. */
  function fromBotUpdates<Event>(
    toEvent: (update: Api.TypeUpdate, chatId: string, peers: Peers) => Event | null,
  ): StartFeed<Event> {
    return async (chat, { emit, fail }) => {
      const chatId = markedId(chat);
      const me = await self();
      await requireAdmin(telegram, chat);
      /** Telegram falls silent towards a bot that is no admin any more. */
      const lookAgain = () =>
        requireAdmin(telegram, chat).catch((error: unknown) => {
          if (!isPassingTrouble(error)) fail(error);
        });
      return botUpdates.listen({
        onUpdate(update) {
          if (isMembershipOf(update, me.id, chatId)) void lookAgain();
          const event = toEvent(update, chatId, peers);
          if (event) emit(event);
        },
        onFailure: fail,
      });
    };
  }

  const requestsToBot = fromBotUpdates(botJoinRequest);
  const joinRequests = createFeeds<LiveEvent<JoinRequest>>(
    async (chat, output) =>
      (await self()).isBot ? requestsToBot(chat, output) : watchPendingRequests(deps, chat, output),
    over,
  );
  const inviteUses = createFeeds(fromBotUpdates(botInviteUse), over);

  return {
    async chatJoinRequests(peer, signal) {
      return joinRequests(await chats.find(namedChat(peer, PEER_PATH)), signal);
    },
    async chatInviteUses(peer, signal) {
      await requireBotAccount(
        self,
        'Only a bot account is told of joins as they happen. A user account can list them: ExportedChatInvite.importers.',
      );
      return inviteUses(await chats.find(namedChat(peer, PEER_PATH)), signal);
    },
  };
}
