import { Api } from 'telegram';
import type { Invite } from '../world/invites.ts';
import { toLong } from './long.ts';
import { present } from './present.ts';

/** As Telegram sends it: counters of 0 are left out. */
export function viewInvite(invite: Invite): Api.ChatInviteExported {
  return new Api.ChatInviteExported({
    link: invite.link,
    adminId: toLong(invite.adminId),
    date: invite.date,
    ...present({
      permanent: invite.permanent,
      revoked: invite.revoked,
      requestNeeded: invite.requestNeeded,
      startDate: invite.startDate,
      expireDate: invite.expireDate,
      usageLimit: invite.usageLimit,
      usage: invite.usage || null,
      requested: invite.requested || null,
      subscriptionExpired: invite.subscriptionExpired || null,
      title: invite.title,
      subscriptionPricing: viewPricing(invite),
    }),
  });
}

/** What joining by the link costs; `null`: nothing. */
export function viewPricing({ subscriptionPricing: pricing }: Invite): Api.StarsSubscriptionPricing | null {
  return pricing && new Api.StarsSubscriptionPricing({ period: pricing.period, amount: toLong(pricing.amount) });
}

/** The link in an update: of another administrator's link only the first characters are told, ended by three dots. */
export function viewPartialInvite(viewerId: bigint, invite: Invite): Api.ChatInviteExported {
  const view = viewInvite(invite);
  if (invite.adminId !== viewerId) view.link = `${invite.link.slice(0, -invite.hash.length / 2)}...`;
  return view;
}
