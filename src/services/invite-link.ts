/**
 * Invite links in every form that people paste (https://core.telegram.org/api/links#chat-invite-links).
 * The hash is case-sensitive base64url and a bearer secret.
 */

const HOST = String.raw`(?:https?:\/\/)?(?:www\.)?(?:t\.me|telegram\.(?:me|dog))`;
/** `+HASH`, its decoded form ` HASH`, its encoded form `%2BHASH`, or the older `joinchat/HASH`. */
const WEB_FORM = new RegExp(String.raw`^${HOST}\/(?:(?:\+|%2B| )|joinchat\/)([\w-]+)\/?(?:[?#].*)?$`, 'i');
const DEEP_FORM = /^tg:(?:\/\/)?join\?invite=([\w-]+)(?:[&#].*)?$/i;
const BARE_HASH = /^[\w-]{16,}$/;

/** The hash of an invite link, case kept; `null` when the text is none. `t.me/+4912345` is a phone number, not an invite. */
export function inviteHash(text: string): string | null {
  const written = text.trim();
  const hash = WEB_FORM.exec(written)?.[1] ?? DEEP_FORM.exec(written)?.[1];
  if (hash !== undefined) return /joinchat\//i.test(written) || !/^\d+$/.test(hash) ? hash : null;
  return BARE_HASH.test(written) ? written : null;
}

/** Telegram shows another admin's link cut, with dots at its end, in updates and in the admin log: it leads nowhere. */
export function isCutLink(text: string): boolean {
  return /(?:\.\.\.|…)$/.test(text.trim());
}

/** The form in which Telegram returns links and wants them back. */
export function inviteUrl(hash: string): string {
  return `https://t.me/+${hash}`;
}
