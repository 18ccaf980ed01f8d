import { RpcError } from '../rpc-error.ts';
import type { World } from '../world.ts';
import { type Chat, canInvite } from './chats.ts';
import { checkLimits, cutTitle } from './invite-limits.ts';
import { addInvite, type ExportParameters, type Invite, replacePrimaryInvite } from './invites.ts';

/** The one period that production accepts, 30 days in seconds; the test servers' 60 and 300 are not accepted here. */
const SUBSCRIPTION_PERIOD = 2_592_000;
/** Default of the client config's stars_subscription_amount_max. */
const MAX_STARS = 10_000n;

/**
 * What exportChatInvite answers to an account that reached the chat: its new link, or RpcError as Telegram names it.
 * Where no source tells what Telegram answers, the choice made here says "assumed".
 */
export function exportInvite(world: World, chat: Chat, adminId: bigint, asked: ExportParameters): Invite {
  if (!canInvite(chat, adminId)) throw new RpcError(400, 'CHAT_ADMIN_REQUIRED');
  checkLimits(world, asked);
  if (asked.subscriptionPricing) checkPricing(chat, asked);
  // A primary link has neither title nor limits. Assumed: sent together with them, the flag wins and they are ignored.
  if (asked.legacyRevokePermanent) return replacePrimaryInvite(world, chat, adminId);
  return addInvite(world, chat, adminId, {
    expireDate: asked.expireDate,
    usageLimit: asked.usageLimit,
    title: cutTitle(asked.title),
    requestNeeded: asked.requestNeeded,
    subscriptionPricing: asked.subscriptionPricing,
  });
}

/** Telegram's texts speak of private channels; the sandbox takes public ones as well so that a username finds one. */
function checkPricing(chat: Chat, asked: ExportParameters): void {
  const { period, amount } = asked.subscriptionPricing ?? { period: 0, amount: 0n };
  if (chat.kind !== 'channel') throw new RpcError(400, 'PRICING_CHAT_INVALID');
  if (period !== SUBSCRIPTION_PERIOD) throw new RpcError(400, 'SUBSCRIPTION_PERIOD_INVALID');
  if (amount < 1n || amount > MAX_STARS) throw new RpcError(400, 'PRICING_CHAT_INVALID');
  // A paid link takes no limits (TDLib never sends them together). Assumed: the server names the field too many.
  if (asked.expireDate !== null) throw new RpcError(400, 'EXPIRE_DATE_INVALID');
  if (asked.usageLimit !== null) throw new RpcError(400, 'USAGE_LIMIT_INVALID');
  if (asked.requestNeeded || asked.legacyRevokePermanent) throw new RpcError(400, 'PRICING_CHAT_INVALID');
}
