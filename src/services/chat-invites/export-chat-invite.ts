import { Api, toLong } from '../../telegram/tl.ts';
import { type Attempt, certainly, certainlyUnseen } from '../certain.ts';
import { inputPeer } from '../entities.ts';
import { toExportedChatInvite } from '../exported-chat-invite.ts';
import { brokenBy, brokenRules, cleanTitle, refuse, unixSeconds } from '../invite-rules.ts';
import type { ChatInvitePublicJoinRequests, ExportedChatInvite, StarsSubscriptionPricing } from '../models.ts';
import { markedId, parsePeer } from '../peer.ts';
import type { ChatAddress } from '../peers.ts';
import { type ChatInvitesDeps, PEER_PATH } from './chat-invites-deps.ts';
import { findMadeInvite, type WantedInvite } from './find-made-invite.ts';

export interface ExportChatInviteInput extends WantedInvite {
  /** As the frontend wrote it. */
  readonly peer: string;
}

/**
 * messages.exportChatInvite. Rules that are known are checked first and cost no call. When the answer is lost, the link is
 * looked for before another one is made; a bot account cannot list links, so it is told that the outcome is unknown.
 */
export async function exportChatInvite(
  deps: ChatInvitesDeps,
  input: ExportChatInviteInput,
  attempt: Attempt,
): Promise<ExportedChatInvite | ChatInvitePublicJoinRequests> {
  const { telegram, chats, self, claims, clock } = deps;
  const settings = { ...input, title: cleanTitle(input.title) };
  // What was right when it was first sent may have run out since, and its link is looked for all the same.
  const asOf = attempt.sentAt ?? clock();
  refuse([...brokenBy(() => parsePeer(input.peer, PEER_PATH)), ...brokenRules(settings, asOf)]);
  const chat = await chats.resolve(input.peer, PEER_PATH);

  const send = async () => toExportedChatInvite(await telegram.invoke(toRequest(chat, settings)), markedId(chat));
  if ((await self()).isBot) return certainlyUnseen(attempt, clock, send);
  return certainly(attempt, clock, {
    async send() {
      const made = await send();
      const isOurs = made.kind === 'PUBLIC_JOIN_REQUESTS' || (await claims.receive(made.link, attempt.claimant));
      return isOurs ? made : null;
    },
    look: (since) => findMadeInvite(deps, chat, settings, since, attempt.claimant),
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
