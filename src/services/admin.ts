import { Api } from '../telegram/tl.ts';
import { inputUser } from './entities.ts';
import type { User } from './models.ts';
import { markedId, type PeerReference, parsePeer } from './peer.ts';
import type { Peers } from './peers.ts';
import { AdminIdInvalidError, PeerIdInvalidError } from './telegram-errors.ts';

/** An admin of a chat, found. */
export interface Admin {
  readonly id: string;
  /** As a request wants it. */
  readonly input: Api.TypeInputUser;
}

/** Parses the text that names an admin. Throws as `parsePeer` does, but `AdminIdInvalidError` for what is no user's id. */
export function parseAdmin(
  text: string,
  path: readonly string[],
): Extract<PeerReference, { kind: 'SELF' | 'USERNAME' | 'USER' }> {
  const reference = parse(text, path);
  if (reference.kind === 'CHANNEL' || reference.kind === 'BASIC_GROUP') throw noUser(text);
  return reference;
}

/** Finds the admin that a frontend's text names. A username costs one call once a day; `me` and ids cost none. */
export async function resolveAdmin(
  text: string,
  path: readonly string[],
  { peers, self }: { readonly peers: Peers; readonly self: () => Promise<User> },
): Promise<Admin> {
  const reference = parseAdmin(text, path);
  const me = await self();
  if (reference.kind === 'SELF' || (reference.kind === 'USER' && markedId(reference) === me.id)) {
    return { id: me.id, input: new Api.InputUserSelf() };
  }
  const peer = await peers.resolve(reference);
  if (peer.kind !== 'USER') throw noUser(text);
  return {
    id: markedId(peer),
    input: inputUser(peer),
  };
}

function parse(text: string, path: readonly string[]): PeerReference {
  try {
    return parsePeer(text, path);
  } catch (error) {
    throw error instanceof PeerIdInvalidError ? noUser(text) : error;
  }
}

function noUser(text: string): Error {
  return new AdminIdInvalidError({ detail: `"${text}" is no person.` });
}
