/**
 * Invite links in every form that people paste (https://core.telegram.org/api/links#chat-invite-links).
 * The hash is case-sensitive base64url and a bearer secret.
 */
import { InvalidInputError } from './errors/errors.ts';

/** What is told of a link that `isCutLink`. */
export const CUT_LINK =
  "Telegram has cut this link short, as it is another admin's. Its admin or the chat's owner has the whole one.";

const HOST = String.raw`(?:https?:\/\/)?(?:www\.)?(?:t\.me|telegram\.(?:me|dog))`;
/** `+HASH`, its decoded form ` HASH`, its encoded form `%2BHASH`, or the older `joinchat/HASH`. */
const WEB_FORM = new RegExp(String.raw`^${HOST}\/(?:(?:\+|%2B| )|joinchat\/)([\w-]+)\/?(?:[?#].*)?$`, 'i');
const DEEP_FORM = /^tg:(?:\/\/)?join\?invite=([\w-]+)(?:[&#].*)?$/i;
const BARE_HASH = /^[\w-]{16,}$/;

/** The hash of an invite link, case kept; `null` when the text is none. */
export function inviteHash(text: string): string | null {
  const written = text.trim();
  if (isPhoneLink(written)) return null;
  const hash = WEB_FORM.exec(written)?.[1] ?? DEEP_FORM.exec(written)?.[1];
  return hash ?? (BARE_HASH.test(written) ? written : null);
}

/** `t.me/+4912345` leads to who has this phone number, and is no invite. */
export function isPhoneLink(text: string): boolean {
  const hash = WEB_FORM.exec(text.trim())?.[1];
  return hash !== undefined && /^\d+$/.test(hash) && !/joinchat\//i.test(text);
}

/** Telegram shows another admin's link cut, with dots at its end, in updates and in the admin log: it leads nowhere. */
export function isCutLink(text: string): boolean {
  return /(?:\.\.\.|…)$/.test(text.trim());
}

/** The hash of a link that Telegram told of, or of a hash itself. Throws `InvalidInputError` for one that `isCutLink`. */
export function wholeHash(link: string): string {
  if (isCutLink(link)) throw new InvalidInputError([{ path: ['link'], message: CUT_LINK }]);
  return inviteHash(link) ?? link;
}

/** The form in which Telegram returns links and wants them back. */
export function inviteUrl(hash: string): string {
  return `https://t.me/+${hash}`;
}
