import type { TelegramPort } from '../telegram/port.ts';
import { Api, toLong } from '../telegram/tl.ts';
import type { Chats } from './chats.ts';
import { inputPeer } from './entities.ts';
import { GatewayError } from './errors.ts';
import { toExportedChatInvite } from './exported-chat-invite.ts';
import { inviteUrl } from './invite-link.ts';
import { brokenRules, cleanTitle, refuse, unixSeconds } from './invite-rules.ts';
import type { ChatInvitePublicJoinRequests, ExportedChatInvite, StarsSubscriptionPricing, User } from './models.ts';
import { markedId, parsePeer } from './peer.ts';
import type { Peers } from './peers.ts';
import { BotMethodInvalidError } from './telegram-errors.ts';

export interface ExportChatInviteInput {
  /** As the frontend wrote it. */
  readonly peer: string;
  readonly legacyRevokePermanent: boolean;
  readonly requestNeeded: boolean;
  readonly expireDate: Date | null;
  readonly usageLimit: number | null;
  readonly title: string | null;
  readonly subscriptionPricing: StarsSubscriptionPricing | null;
}

export interface ChatInvites {
  /**
   * Makes a link: messages.exportChatInvite. Rules that are known are checked first and cost no call. Telegram has no
   * idempotency here: on a `TelegramUnavailableError` with outcome UNKNOWN a link may exist.
   */
  export(input: ExportChatInviteInput): Promise<ExportedChatInvite | ChatInvitePublicJoinRequests>;
  /** Reads one link of a chat by its hash: messages.getExportedChatInvite. `BotMethodInvalidError` for a bot account, before any call. */
  get(chatId: string, hash: string): Promise<ExportedChatInvite | ChatInvitePublicJoinRequests>;
}

const PEER_PATH = ['input', 'peer'];

export interface ChatInvitesDeps {
  readonly telegram: TelegramPort;
  readonly chats: Chats;
  readonly peers: Peers;
  readonly self: () => Promise<User>;
  readonly clock: () => Date;
}

export function createChatInvites({ telegram, chats, peers, self, clock }: ChatInvitesDeps): ChatInvites {
  return {
    async export(input) {
      const settings = { ...input, title: cleanTitle(input.title) };
      refuse([...brokenPeer(input.peer), ...brokenRules(settings, clock())]);
      const chat = await chats.resolve(input.peer, PEER_PATH);
      const invite = await telegram.invoke(
        new Api.messages.ExportChatInvite({
          peer: inputPeer(chat),
          // A flag is set on the wire for any value but undefined.
          ...(input.legacyRevokePermanent && { legacyRevokePermanent: true }),
          ...(input.requestNeeded && { requestNeeded: true }),
          ...(settings.expireDate && { expireDate: unixSeconds(settings.expireDate) }),
          ...(settings.usageLimit !== null && { usageLimit: settings.usageLimit }),
          ...(settings.title !== null && { title: settings.title }),
          ...(settings.subscriptionPricing && { subscriptionPricing: toTl(settings.subscriptionPricing) }),
        }),
      );
      return toExportedChatInvite(invite, markedId(chat));
    },

    async get(chatId, hash) {
      if ((await self()).isBot) {
        throw new BotMethodInvalidError({ detail: 'A bot account cannot read a link again.' });
      }
      const chat = await chats.resolve(chatId, ['id']);
      const answer = await telegram.invoke(
        new Api.messages.GetExportedChatInvite({ peer: inputPeer(chat), link: inviteUrl(hash) }),
      );
      peers.remember(answer);
      return toExportedChatInvite(answer.invite, markedId(chat));
    },
  };
}

/** What the peer's text alone tells, told together with the other broken rules. */
function brokenPeer(peer: string): GatewayError[] {
  try {
    parsePeer(peer, PEER_PATH);
    return [];
  } catch (error) {
    if (error instanceof GatewayError) return [error];
    throw error;
  }
}

function toTl({ period, amount }: StarsSubscriptionPricing): Api.StarsSubscriptionPricing {
  return new Api.StarsSubscriptionPricing({ period, amount: toLong(BigInt(amount)) });
}
