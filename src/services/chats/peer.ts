/**
 * Every form in which a frontend may name a chat, parsed here and never by GramJS, which asks the network about links.
 * Marked ids: https://core.telegram.org/api/bots/ids.
 */
import { InvalidInputError, type TelegramError } from '../errors/errors.ts';
import { PeerIdInvalidError, UsernameInvalidError } from '../errors/telegram-errors.ts';
import { inviteHash } from '../invite-link.ts';

/** What a peer's text says, before anybody is asked about it. */
export type PeerReference =
  | { readonly kind: 'SELF' }
  | { readonly kind: 'USERNAME'; readonly username: string }
  | { readonly kind: 'USER'; readonly id: bigint }
  | { readonly kind: 'BASIC_GROUP'; readonly id: bigint }
  | { readonly kind: 'CHANNEL'; readonly id: bigint };

/** A chat as somebody has named it, parsed. */
export interface NamedChat {
  /** As it was written, for messages. */
  readonly text: string;
  readonly reference: Extract<PeerReference, { kind: 'USERNAME' | 'BASIC_GROUP' | 'CHANNEL' }>;
}

const CHANNEL_MARK = 1_000_000_000_000n;
const LAST_USER_ID = (1n << 40n) - 1n;
const LAST_BASIC_GROUP_ID = 999_999_999_999n;
const LAST_CHANNEL_ID = 3_000_000_000_000n;

const USERNAME = /^[a-z][a-z0-9_]{3,31}$/i;
const USERNAME_LINK = /^(?:https?:\/\/)?(?:www\.)?(?:t\.me|telegram\.(?:me|dog))\/([^/?#]*)\/?(?:[?#].*)?$/i;
const FORMS =
  'Give a username ("name", "@name", "https://t.me/name"), a marked id ("-1001234567890" for a channel or supergroup, ' +
  '"-1234" for a basic group) or "me".';

/**
 * Parses a `Peer`. Throws `UsernameInvalidError` for what can only be meant as a username, `PeerIdInvalidError` for a
 * number that is no id, and `InvalidInputError` at `path` for anything else, invite links among them.
 */
export function parsePeer(text: string, path: readonly string[]): PeerReference {
  const written = text.trim();
  if (written.toLowerCase() === 'me') return { kind: 'SELF' };
  if (/^[+-]?\d+$/.test(written)) return parseMarkedId(written, path);
  const linked = USERNAME_LINK.exec(written)?.[1];
  if (linked !== undefined) {
    if (USERNAME.test(linked)) return { kind: 'USERNAME', username: linked };
    throw new InvalidInputError([{ path, message: `${linkProblem(written)} ${FORMS}` }]);
  }
  if (written.includes('/') || written.includes(':')) {
    throw new InvalidInputError([{ path, message: `${linkProblem(written)} ${FORMS}` }]);
  }
  const username = written.replace(/^@/, '');
  if (!USERNAME.test(username))
    throw new UsernameInvalidError({ detail: `"${shortened(written)}" names no chat.`, field: path });
  return { kind: 'USERNAME', username };
}

function parseMarkedId(text: string, path: readonly string[]): PeerReference {
  const peer = peerOfMarkedId(BigInt(text));
  if (peer) return peer;
  throw new PeerIdInvalidError({ detail: `${shortened(text)} is outside the range of Telegram's ids.`, field: path });
}

/** Whose marked id it is; `null`: nobody can have it. */
export function peerOfMarkedId(marked: bigint): Exclude<PeerReference, { kind: 'SELF' | 'USERNAME' }> | null {
  if (marked > 0n && marked <= LAST_USER_ID) return { kind: 'USER', id: marked };
  if (marked < 0n && -marked <= LAST_BASIC_GROUP_ID) return { kind: 'BASIC_GROUP', id: -marked };
  const channel = -marked - CHANNEL_MARK;
  return channel > 0n && channel <= LAST_CHANNEL_ID ? { kind: 'CHANNEL', id: channel } : null;
}

function linkProblem(text: string): string {
  return inviteHash(text) === null
    ? 'This address is not of a Telegram chat.'
    : 'An invite link does not say which chat it leads to, so it cannot stand for the chat.';
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** The same for a chat, keeping the text. Throws as `parsePeer` does, and `PeerIdInvalidError` for a person's id. */
export function namedChat(text: string, path: readonly string[]): NamedChat {
  const reference = parsePeer(text, path);
  if (reference.kind === 'SELF' || reference.kind === 'USER') throw namesPerson(text, path);
  return { text, reference };
}

/** What is told of a person where a chat is wanted. */
export function namesPerson(text: string, path?: readonly string[]): TelegramError {
  return new PeerIdInvalidError({ detail: `"${text}" is a person.`, ...(path && { field: path }) });
}

/** The id by which the rest of the world knows the peer. */
export function markedId(peer: { readonly kind: 'USER' | 'BASIC_GROUP' | 'CHANNEL'; readonly id: bigint }): string {
  if (peer.kind === 'USER') return peer.id.toString();
  return peer.kind === 'BASIC_GROUP' ? `-${peer.id}` : `-${CHANNEL_MARK + peer.id}`;
}
