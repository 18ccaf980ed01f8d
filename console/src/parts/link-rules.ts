import type { ChatKind, EditExportedChatInviteInput, ExportChatInviteInput, LinkRowFragment } from '../gql/graphql.ts';

/** What stands in the fields of the form. The names are those of the input, and so those that refusals name. */
export interface LinkValues {
  readonly title: string;
  readonly usageLimit: string;
  /** By the clock of this browser, as `<input type=datetime-local>` writes it: `2026-12-31T18:00`. */
  readonly expireDate: string;
  readonly requestNeeded: boolean;
  /** Telegram Stars for each period. */
  readonly subscriptionPricing: string;
  readonly legacyRevokePermanent: boolean;
}

export type LinkField = keyof LinkValues;

export const NOTHING: LinkValues = {
  title: '',
  usageLimit: '',
  expireDate: '',
  requestNeeded: false,
  subscriptionPricing: '',
  legacyRevokePermanent: false,
};

export const LONGEST_TITLE = 32;
const MOST_USES = 99_999;
/** Telegram counts seconds in 31 bits. */
const LATEST = 2_147_483_647_000;
/** 30 days in seconds, the one period that Telegram takes. */
const PERIOD = 2_592_000;

const WORDS: Record<LinkField, string> = {
  title: 'a title',
  usageLimit: 'a limit',
  expireDate: 'an expiry',
  requestNeeded: 'approval',
  subscriptionPricing: 'a price',
  legacyRevokePermanent: 'a new primary link',
};

const EXCLUDES: Record<LinkField, readonly LinkField[]> = {
  title: ['legacyRevokePermanent'],
  usageLimit: ['legacyRevokePermanent', 'subscriptionPricing', 'requestNeeded'],
  expireDate: ['legacyRevokePermanent', 'subscriptionPricing'],
  requestNeeded: ['legacyRevokePermanent', 'subscriptionPricing', 'usageLimit'],
  subscriptionPricing: ['legacyRevokePermanent', 'usageLimit', 'expireDate', 'requestNeeded'],
  legacyRevokePermanent: ['title', 'usageLimit', 'expireDate', 'requestNeeded', 'subscriptionPricing'],
};

const isSet = (value: string | boolean) => (typeof value === 'string' ? value.trim() !== '' : value);

/** Why a field of a new link cannot be used now; `null`: it can. What is set stays usable, so that it can be taken away. */
export function reasonToMake(field: LinkField, values: LinkValues, kind: ChatKind | null): string | null {
  if (field === 'subscriptionPricing' && kind !== null && kind !== 'CHANNEL') return 'Paid links are for channels.';
  return excludedBy(field, values);
}

/** Why a field of a link that is there cannot be changed now. */
export function reasonToEdit(field: LinkField, values: LinkValues, link: LinkRowFragment): string | null {
  if (link.revoked) return 'A revoked link stays as it is.';
  if (link.permanent) return 'A primary link has no settings.';
  if (link.subscriptionPricing && field !== 'title') return 'Of a paid link only the title can be changed.';
  return excludedBy(field, values);
}

function excludedBy(field: LinkField, values: LinkValues): string | null {
  const other = isSet(values[field]) ? undefined : EXCLUDES[field].find((each) => isSet(values[each]));
  return other ? `Not together with ${WORDS[other]}.` : null;
}

/** What is wrong with each field, as far as that can be known before asking. `now` in milliseconds. */
export function problemsOf(values: LinkValues, now: number): Partial<Record<LinkField, string>> {
  const { title, usageLimit, expireDate, subscriptionPricing } = values;
  const length = [...title.trim()].length;
  const at = Date.parse(expireDate);
  return {
    ...(length > LONGEST_TITLE && { title: `At most ${LONGEST_TITLE} characters; these are ${length}.` }),
    ...(isSet(usageLimit) && !isWithin(usageLimit, MOST_USES) && { usageLimit: 'A whole number from 1 to 99999.' }),
    ...(isSet(expireDate) && !(at > now) && { expireDate: 'A time in the future.' }),
    ...(at > LATEST && { expireDate: 'Telegram takes no time after 18 January 2038.' }),
    ...(isSet(subscriptionPricing) &&
      !isWithin(subscriptionPricing, Number.MAX_SAFE_INTEGER) && { subscriptionPricing: 'A whole number from 1.' }),
  };
}

const isWithin = (text: string, most: number) => /^\s*\d+\s*$/.test(text) && Number(text) >= 1 && Number(text) <= most;

/** What makes the link: the fields that are set. */
export function inputToMake(peer: string, values: LinkValues): ExportChatInviteInput {
  const { title, usageLimit, expireDate, requestNeeded, subscriptionPricing, legacyRevokePermanent } = values;
  return {
    peer,
    ...(isSet(title) && { title: title.trim() }),
    ...(isSet(usageLimit) && { usageLimit: Number(usageLimit) }),
    ...(isSet(expireDate) && { expireDate: asIso(expireDate) }),
    ...(requestNeeded && { requestNeeded }),
    ...(isSet(subscriptionPricing) && { subscriptionPricing: { amount: Number(subscriptionPricing), period: PERIOD } }),
    ...(legacyRevokePermanent && { legacyRevokePermanent }),
  };
}

/** What edits the link: the fields that differ from what it has. */
export function inputToEdit(peer: string, link: LinkRowFragment, values: LinkValues): EditExportedChatInviteInput {
  const had = valuesOf(link);
  const { title, usageLimit, expireDate, requestNeeded } = values;
  return {
    peer,
    link: link.link,
    ...(title.trim() !== had.title && { title: title.trim() || null }),
    ...(usageLimit.trim() !== had.usageLimit && { usageLimit: isSet(usageLimit) ? Number(usageLimit) : null }),
    ...(expireDate !== had.expireDate && { expireDate: isSet(expireDate) ? asIso(expireDate) : null }),
    ...(requestNeeded !== had.requestNeeded && { requestNeeded }),
  };
}

/** What a link has, for the fields. */
export function valuesOf(link: LinkRowFragment): LinkValues {
  return {
    title: link.title ?? '',
    usageLimit: link.usageLimit === null ? '' : `${link.usageLimit}`,
    expireDate: link.expireDate === null ? '' : asLocal(Date.parse(link.expireDate)),
    requestNeeded: link.requestNeeded,
    subscriptionPricing: link.subscriptionPricing ? `${link.subscriptionPricing.amount}` : '',
    legacyRevokePermanent: false,
  };
}

const asIso = (local: string) => new Date(local).toISOString();

/** A moment in milliseconds as the field for it writes it. */
export function asLocal(at: number): string {
  const offset = new Date(at).getTimezoneOffset() * 60_000;
  return new Date(at - offset).toISOString().slice(0, 16);
}
