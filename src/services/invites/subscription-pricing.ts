import { type Api, fromLong } from '../../telegram/tl.ts';
import type { StarsSubscriptionPricing } from '../models.ts';

/** Telegram's price of a paid link as ours; `null` for a free one. */
export function toSubscriptionPricing(
  pricing: Api.TypeStarsSubscriptionPricing | undefined,
): StarsSubscriptionPricing | null {
  return pricing ? { period: pricing.period, amount: Number(fromLong(pricing.amount)) } : null;
}
