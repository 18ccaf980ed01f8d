import { Api, fromLong } from '../../telegram/tl.ts';
import type { ChatInvitePublicJoinRequests, ExportedChatInvite } from '../models.ts';
import { toDate } from '../to-date.ts';
import { toSubscriptionPricing } from './subscription-pricing.ts';

/**
 * Telegram's ExportedChatInvite as ours. What it leaves out is what it means by that: no count is 0, no date is null.
 * `chatId` is the marked id of the chat that was asked about, which the answer does not name.
 */
export function toExportedChatInvite(
  invite: Api.TypeExportedChatInvite,
  chatId: string,
): ExportedChatInvite | ChatInvitePublicJoinRequests {
  if (invite instanceof Api.ChatInvitePublicJoinRequests) return { kind: 'PUBLIC_JOIN_REQUESTS', chatId };
  return {
    kind: 'EXPORTED_CHAT_INVITE',
    link: invite.link,
    chatId,
    adminId: fromLong(invite.adminId).toString(),
    date: toDate(invite.date),
    startDate: invite.startDate ? toDate(invite.startDate) : null,
    expireDate: invite.expireDate ? toDate(invite.expireDate) : null,
    usageLimit: invite.usageLimit || null,
    usage: invite.usage ?? 0,
    requested: invite.requested ?? 0,
    title: invite.title || null,
    permanent: invite.permanent === true,
    revoked: invite.revoked === true,
    requestNeeded: invite.requestNeeded === true,
    subscriptionPricing: toSubscriptionPricing(invite.subscriptionPricing),
    subscriptionExpired: invite.subscriptionExpired ?? 0,
  };
}

/**
 * The same where the link was named: Telegram answers it with a link, as TDLib takes for granted, and anything else is a
 * bug.
 */
export function toNamedInvite(invite: Api.TypeExportedChatInvite, chatId: string): ExportedChatInvite {
  const named = toExportedChatInvite(invite, chatId);
  if (named.kind === 'PUBLIC_JOIN_REQUESTS') throw new Error(`${invite.className} in answer to a link`);
  return named;
}
