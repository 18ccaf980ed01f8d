import { Api, toLong } from '../../telegram/tl.ts';
import { inputPeer } from '../entities.ts';
import { toExportedChatInvite } from '../exported-chat-invite.ts';
import { brokenBy, brokenRules, cleanTitle, refuse, unixSeconds } from '../invite-rules.ts';
import type { ChatInvitePublicJoinRequests, ExportedChatInvite, StarsSubscriptionPricing } from '../models.ts';
import { markedId, parsePeer } from '../peer.ts';
import { type ChatInvitesDeps, PEER_PATH } from './chat-invites-deps.ts';

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

/** messages.exportChatInvite. Rules that are known are checked first and cost no call. */
export async function exportChatInvite(
  { telegram, chats, clock }: ChatInvitesDeps,
  input: ExportChatInviteInput,
): Promise<ExportedChatInvite | ChatInvitePublicJoinRequests> {
  const settings = { ...input, title: cleanTitle(input.title) };
  refuse([...brokenBy(() => parsePeer(input.peer, PEER_PATH)), ...brokenRules(settings, clock())]);
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
}

function toTl({ period, amount }: StarsSubscriptionPricing): Api.StarsSubscriptionPricing {
  return new Api.StarsSubscriptionPricing({ period, amount: toLong(BigInt(amount)) });
}
