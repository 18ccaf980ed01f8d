import { Api } from '../../telegram/tl.ts';
import type { TelegramErrorClass } from '../errors/errors.ts';
import { PeerIdInvalidError } from '../errors/telegram-errors.ts';
import type { User } from '../models.ts';
import { inputUser } from './entities.ts';
import { markedId, type PeerReference, parsePeer } from './peer.ts';
import type { Peers } from './peers.ts';

/** A person or bot, found. */
export interface Person {
  /** The account's own user is there, too. */
  readonly user: User;
  /** As a request wants it. */
  readonly input: Api.TypeInputUser;
}

/** Parses the text that names a person. Throws as `parsePeer` does, but `NoPersonError` for what is no user's id. */
export function parsePerson(
  text: string,
  path: readonly string[],
  NoPersonError: TelegramErrorClass,
): Extract<PeerReference, { kind: 'SELF' | 'USERNAME' | 'USER' }> {
  const reference = parse(text, path, NoPersonError);
  if (reference.kind === 'CHANNEL' || reference.kind === 'BASIC_GROUP') throw noPerson(text, NoPersonError);
  return reference;
}

/**
 * Finds the person that a frontend's text names. A username costs one call once a day; `me` and ids that the account has
 * seen cost none. Throws `NoPersonError` for a chat's username, and otherwise as `Peers.resolve` does.
 */
export async function resolvePerson(
  text: string,
  path: readonly string[],
  { peers, self }: { readonly peers: Peers; readonly self: () => Promise<User> },
  NoPersonError: TelegramErrorClass,
): Promise<Person> {
  const reference = parsePerson(text, path, NoPersonError);
  const me = await self();
  if (reference.kind === 'SELF' || (reference.kind === 'USER' && markedId(reference) === me.id)) {
    return { user: me, input: new Api.InputUserSelf() };
  }
  const peer = await peers.resolve(reference);
  if (peer.kind !== 'USER') throw noPerson(text, NoPersonError);
  return { user: peer.user, input: inputUser(peer) };
}

function parse(text: string, path: readonly string[], NoPersonError: TelegramErrorClass): PeerReference {
  try {
    return parsePeer(text, path);
  } catch (error) {
    throw error instanceof PeerIdInvalidError ? noPerson(text, NoPersonError) : error;
  }
}

function noPerson(text: string, NoPersonError: TelegramErrorClass): Error {
  return new NoPersonError({ detail: `"${text}" is no person.` });
}
