import { GraphQLError } from 'graphql';
import { CUT_LINK, inviteHash, isCutLink, isPhoneLink } from '../services/invite-link.ts';
import { builder } from './builder.ts';

/** Seconds beyond this are in the year 5138, milliseconds below it in 1973: a larger number can only be milliseconds. */
const FIRST_MILLISECONDS = 100_000_000_000;

/** Characters. */
const MOST_SHOWN = 60;

const RFC_3339 = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:[Zz]|[+-]\d{2}:\d{2})$/;

function refuse(message: string): never {
  throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** What was given, for a message: as much as somebody needs to recognise it. A list or an object may be nested without end. */
function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  const text = JSON.stringify(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

function parseDateTime(value: unknown): Date {
  if (typeof value === 'number') return parseUnixSeconds(value);
  if (typeof value === 'string' && RFC_3339.test(value)) {
    const date = new Date(value);
    if (!Number.isNaN(date.getTime())) return existing(date, value);
  }
  return refuse(
    `DateTime: ${shown(value)} is no date. Write RFC 3339 with a time zone ("2030-01-31T12:00:00Z") or an integer of Unix seconds.`,
  );
}

/** A Date takes 30 February for 2 March, and 24:00 for the next day. */
function existing(date: Date, text: string): Date {
  const day = text.slice(0, 10);
  if (new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day) {
    return refuse(`DateTime: there is no day ${day} in the calendar.`);
  }
  if (text.slice(11, 13) === '24') return refuse(`DateTime: ${shown(text)} has no such hour: hours are 00 to 23.`);
  return date;
}

function parseUnixSeconds(value: number): Date {
  if (!Number.isInteger(value)) return refuse(`DateTime: ${value} is not a whole number of Unix seconds.`);
  if (Math.abs(value) >= FIRST_MILLISECONDS) {
    return refuse(
      `DateTime: ${value} can only be milliseconds. Telegram counts seconds: divide by 1000 (${Math.floor(value / 1000)}).`,
    );
  }
  return new Date(value * 1000);
}

builder.scalarType('DateTime', {
  description:
    'A moment. Input: RFC 3339 with a time zone, or an integer of Unix seconds as Telegram writes it (not of ' +
    'milliseconds). Output: RFC 3339 in UTC. Telegram keeps whole seconds.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (date) => date.toISOString(),
  parseValue: parseDateTime,
});

builder.scalarType('Peer', {
  description:
    'A chat or a person. Input: `username`, `@username`, `t.me/username`, `https://t.me/username`, a marked id ' +
    '(`-1001234567890` a channel or supergroup, `-1234` a basic group, `1234` a user) or `me`. Output: the marked ' +
    'id. An invite link is no peer: it does not say which chat it leads to.',
  serialize: (id) => id,
  parseValue(value) {
    if (typeof value === 'string') return value;
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value.toString();
    return refuse(`Peer: ${shown(value)} is no peer. Give a string: "username", "@username" or a marked id.`);
  },
});

builder.scalarType('InviteLink', {
  description:
    'An invite link: a bearer secret, as everybody who has it may join or ask to join. Input: `https://t.me/+HASH`, ' +
    '`t.me/joinchat/HASH`, `tg://join?invite=HASH` or the bare hash; its letters are case-sensitive. The gateway ' +
    'refuses a link that Telegram has cut (`...` at its end). Output: `https://t.me/+HASH` as Telegram returned it.',
  specifiedByURL: 'https://core.telegram.org/api/links#chat-invite-links',
  serialize: (link) => link,
  parseValue(value) {
    const hash = typeof value === 'string' ? inviteHash(value) : null;
    if (hash !== null) return hash;
    if (typeof value === 'string' && isCutLink(value)) return refuse(`InviteLink: ${CUT_LINK}`);
    if (typeof value === 'string' && isPhoneLink(value)) {
      return refuse(
        'InviteLink: this is the link of a phone number, not of an invite: an invite has letters behind the +.',
      );
    }
    return refuse('InviteLink: this is no invite link. Give "https://t.me/+HASH" or the bare hash.');
  },
});

builder.scalarType('Secret', {
  description:
    'A code, a password or a token. Input: a string in a variable, and not in the document, because the gateway keeps ' +
    'documents. The gateway never logs, stores or answers one.',
  serialize: () => refuse('Secret: nothing answers a secret.'),
  // graphql-js shows a value that is refused here, so one of another type is an empty text, which every field refuses.
  parseValue: (value) => (typeof value === 'string' ? value : ''),
  parseLiteral: () => refuse('Secret: send it in a variable, because documents are kept.'),
});
