import { Api, toLong } from '../../telegram/tl.ts';
import { inputPeer } from '../chats/entities.ts';
import { markedId, namedChat } from '../chats/peer.ts';
import type { ChatAddress } from '../chats/peers.ts';
import { parsed, refuse } from '../errors/refuse.ts';
import type { ChatInvitePublicJoinRequests, ExportedChatInvite, StarsSubscriptionPricing } from '../models.ts';
import { type Attempt, askedAt, certainly, givenAway } from '../once/certain.ts';
import type { Span } from '../once/telegram-time.ts';
import { type ChatInvitesDeps, PEER_PATH } from './chat-invites-deps.ts';
import { toExportedChatInvite } from './exported-chat-invite.ts';
import { findMadeInvite, type WantedInvite } from './find-made-invite.ts';
import { brokenRules, cleanTitle, unixSeconds } from './invite-rules.ts';

export interface ExportChatInviteInput extends WantedInvite {
  /** As the frontend wrote it. */
  readonly peer: string;
}

/**
 * messages.exportChatInvite. Rules that are known are checked first and cost no call. When the answer is lost, the link is
 * looked for; a bot account cannot list links, so the outcome stays unknown then.
 */
export async function exportChatInvite(
  deps: ChatInvitesDeps,
  input: ExportChatInviteInput,
  attempt: Attempt,
): Promise<ExportedChatInvite | ChatInvitePublicJoinRequests> {
  const { chats, self, claims, clock } = deps;
  const { claimant } = attempt;
  const settings = { ...input, title: cleanTitle(input.title) };
  const peer = parsed(() => namedChat(input.peer, PEER_PATH));
  refuse([...peer.broken, ...brokenRules(settings, askedAt(attempt, clock)), ...attempt.broken]);
  const chat = await chats.find(peer.value());
  const canLook = !(await self()).isBot;

  return certainly<Api.messages.ExportChatInvite, ExportedChatInvite | ChatInvitePublicJoinRequests>(deps, attempt, {
    request: toRequest(chat, settings),
    async read(answer) {
      const made = toExportedChatInvite(answer, markedId(chat));
      const isLink = canLook && made.kind === 'EXPORTED_CHAT_INVITE';
      if (isLink && !(await claims.receive(made.link, claimant))) throw givenAway(claims.takerHasEnded(made.link));
      return made;
    },
    ...(canLook && {
      look: (sendings: readonly Span[], isOver: boolean) =>
        findMadeInvite(deps, chat, settings, { sendings, isOver, claimant }),
    }),
  });
}

/** A flag is set on the wire for any value but undefined. */
function toRequest(chat: ChatAddress, settings: ExportChatInviteInput): Api.messages.ExportChatInvite {
  return new Api.messages.ExportChatInvite({
    peer: inputPeer(chat),
    ...(settings.legacyRevokePermanent && { legacyRevokePermanent: true }),
    ...(settings.requestNeeded && { requestNeeded: true }),
    ...(settings.expireDate && { expireDate: unixSeconds(settings.expireDate) }),
    ...(settings.usageLimit !== null && { usageLimit: settings.usageLimit }),
    ...(settings.title !== null && { title: settings.title }),
    ...(settings.subscriptionPricing && { subscriptionPricing: toTl(settings.subscriptionPricing) }),
  });
}

function toTl({ period, amount }: StarsSubscriptionPricing): Api.StarsSubscriptionPricing {
  return new Api.StarsSubscriptionPricing({ period, amount: toLong(BigInt(amount)) });
}
