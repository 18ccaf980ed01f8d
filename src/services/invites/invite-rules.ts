/**
 * What Telegram would refuse, or what TDLib and the Bot API refuse for it, told before a call is spent.
 * https://core.telegram.org/method/messages.exportChatInvite and https://core.telegram.org/bots/api#createchatinvitelink.
 */
import { type GatewayError, type InputIssue, InvalidInputError } from '../errors/errors.ts';
import {
  ExpireDateInvalidError,
  SubscriptionPeriodInvalidError,
  UsageLimitInvalidError,
} from '../errors/telegram-errors.ts';
import type { StarsSubscriptionPricing } from '../models.ts';

const MOST_USES = 99_999;
/** Code points, as TDLib counts them. */
const LONGEST_TITLE = 32;
/** 30 days in seconds: the one period that Telegram's production servers take. */
export const SUBSCRIPTION_PERIOD = 2_592_000;
const INT32_MAX = 2_147_483_647;

/** The parts of an input that rules speak of. An edit gives the values that it sets, and `null` for the others. */
export interface InviteSettings {
  readonly legacyRevokePermanent: boolean;
  readonly requestNeeded: boolean;
  readonly expireDate: Date | null;
  readonly usageLimit: number | null;
  readonly title: string | null;
  readonly subscriptionPricing: StarsSubscriptionPricing | null;
}

/**
 * Every broken rule as an error, in the order: the ones without a Telegram name (all in one `InvalidInputError`), usage
 * limit, expiry, subscription period. An empty list means that nothing known is wrong.
 */
export function brokenRules(settings: InviteSettings, now: Date): GatewayError[] {
  const broken: GatewayError[] = [];
  const issues = unnamedRules(settings);
  if (issues.length > 0) broken.push(new InvalidInputError(issues));
  const { usageLimit, expireDate, subscriptionPricing } = settings;
  if (usageLimit !== null && (usageLimit < 1 || usageLimit > MOST_USES)) {
    broken.push(new UsageLimitInvalidError({ detail: `usageLimit is ${usageLimit}.` }));
  }
  if (expireDate !== null && (expireDate.getTime() <= now.getTime() || unixSeconds(expireDate) > INT32_MAX)) {
    broken.push(new ExpireDateInvalidError({ detail: `expireDate is ${expireDate.toISOString()}.` }));
  }
  if (subscriptionPricing !== null && subscriptionPricing.period !== SUBSCRIPTION_PERIOD) {
    broken.push(
      new SubscriptionPeriodInvalidError({ detail: `subscriptionPricing.period is ${subscriptionPricing.period}.` }),
    );
  }
  return broken;
}

function unnamedRules(settings: InviteSettings): Pick<InputIssue, 'path' | 'message'>[] {
  const { legacyRevokePermanent, title, requestNeeded, usageLimit, expireDate, subscriptionPricing } = settings;
  const issues: Pick<InputIssue, 'path' | 'message'>[] = [];
  const add = (field: string, message: string) => issues.push({ path: ['input', ...field.split('.')], message });

  const length = title === null ? 0 : [...title].length;
  if (length > LONGEST_TITLE) add('title', `A title has at most ${LONGEST_TITLE} characters; this one has ${length}.`);

  if (requestNeeded && usageLimit !== null) {
    const message = 'A link with approval (requestNeeded) cannot have a usageLimit; choose one.';
    add('requestNeeded', message);
    add('usageLimit', message);
  }

  const excluded = [
    ...(expireDate === null ? [] : ['expireDate']),
    ...(usageLimit === null ? [] : ['usageLimit']),
    ...(requestNeeded ? ['requestNeeded'] : []),
  ];
  if (subscriptionPricing !== null && excluded.length > 0) {
    const message = `A paid link (subscriptionPricing) cannot have ${excluded.join(' or ')}.`;
    for (const field of ['subscriptionPricing', ...excluded]) add(field, message);
  }

  if (subscriptionPricing !== null && subscriptionPricing.amount < 1) {
    add(
      'subscriptionPricing.amount',
      `A price is at least 1 Telegram Star; this one is ${subscriptionPricing.amount}.`,
    );
  }

  const wishes = [
    ...(title === null ? [] : ['title']),
    ...excluded,
    ...(subscriptionPricing === null ? [] : ['subscriptionPricing']),
  ];
  if (legacyRevokePermanent && wishes.length > 0) {
    const message = `A new primary link (legacyRevokePermanent) cannot have ${wishes.join(' or ')}; make two requests.`;
    for (const field of ['legacyRevokePermanent', ...wishes]) add(field, message);
  }
  return issues;
}

/**
 * A title as Telegram keeps it: control characters are spaces, none at the ends; an empty one is none. A lone surrogate is
 * U+FFFD, as on the wire, because titles are compared with what Telegram answers.
 */
export function cleanTitle(title: string | null): string | null {
  return (
    title
      ?.toWellFormed()
      .replace(/\p{Cc}+/gu, ' ')
      .trim() || null
  );
}

/** Telegram's dates: whole seconds since 1970. */
export function unixSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

/** `null` stays `null`: no date. */
export function unixSecondsOrNull(date: Date | null): number | null {
  return date && unixSeconds(date);
}
