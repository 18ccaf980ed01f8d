import { Api } from '../../telegram/tl.ts';
import { aboutField, type TelegramErrorClass } from '../errors/errors.ts';
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

/** A person as somebody has named one, parsed. */
export interface NamedPerson {
  readonly reference: Extract<PeerReference, { kind: 'SELF' | 'USERNAME' | 'USER' }>;
  /** Of the input, for messages. */
  readonly path: readonly string[];
  /** What is thrown where it turns out to be none. */
  readonly noPerson: Error;
}

/** Parses the text that names a person. Throws as `parsePeer` does, but `NoPersonError` for what is no user's id. */
export function parsePerson(text: string, path: readonly string[], NoPersonError: TelegramErrorClass): NamedPerson {
  const noPerson = new NoPersonError({ detail: `"${text}" is no person.`, field: path });
  try {
    const reference = parsePeer(text, path);
    if (reference.kind === 'CHANNEL' || reference.kind === 'BASIC_GROUP') throw noPerson;
    return { reference, path, noPerson };
  } catch (error) {
    throw error instanceof PeerIdInvalidError ? noPerson : error;
  }
}

/**
 * Finds the person that was named. A username costs one call once a day; `me` and ids that the account has seen cost none.
 * Throws `noPerson` for a chat's username, and otherwise as `Peers.resolve` does.
 */
export async function findPerson(
  { reference, path, noPerson }: NamedPerson,
  { peers, self }: { readonly peers: Peers; readonly self: () => Promise<User> },
): Promise<Person> {
  const me = await self();
  if (reference.kind === 'SELF' || (reference.kind === 'USER' && markedId(reference) === me.id)) {
    return { user: me, input: new Api.InputUserSelf() };
  }
  const peer = await peers.resolve(reference).catch((error: unknown) => {
    throw aboutField(error, path);
  });
  if (peer.kind !== 'USER') throw noPerson;
  return { user: peer.user, input: inputUser(peer) };
}
