import { encodeGlobalID } from '@pothos/plugin-relay';
import { type GraphQLSchema, isInterfaceType } from 'graphql';
import { ACCOUNT_NAME } from '../base/account-name.ts';
import { peerOfMarkedId } from '../services/chats/peer.ts';
import { InvalidInputError } from '../services/errors/errors.ts';
import { isCutLink } from '../services/invite-link.ts';

/** The `id` of a node: its type and this text, sealed up as one. */
export function nodeId<Model>(resolve: (model: Model) => string, description: string) {
  return { resolve, description, extensions: { idOf: resolve } };
}

/** The `id` that the node of this type and text has, also where it is gone. */
export { encodeGlobalID as globalId };

/** The text of each type's ids, exactly as they are written: an object has one id, and a client's cache one entry for it. */
const TEXTS: ReadonlyMap<string, (text: string) => boolean> = new Map([
  ['Account', (name) => ACCOUNT_NAME.test(name)],
  ['Chat', isChat],
  ['User', isUser],
  ['JoinRequest', (text) => isPair(text, isUser)],
  // An id of a link that Telegram has cut is written as well; the loader says what is with it.
  ['ExportedChatInvite', (text) => isPair(text, (hash) => /^[\w-]+$/.test(hash) || isCutLink(hash))],
]);
const MARKED_ID = /^-?[1-9]\d{0,15}$/;

const kindOf = (text: string) => (MARKED_ID.test(text) ? peerOfMarkedId(BigInt(text))?.kind : undefined);

function isUser(text: string): boolean {
  return kindOf(text) === 'USER';
}

function isChat(text: string): boolean {
  return kindOf(text) !== undefined && !isUser(text);
}

function isPair(text: string, isSecond: (text: string) => boolean): boolean {
  const [first, second] = halves(text);
  return isChat(first) && isSecond(second);
}

function halves(text: string): [before: string, after: string] {
  const colon = text.indexOf(':');
  return [text.slice(0, Math.max(colon, 0)), text.slice(colon + 1)];
}

/** The type and the text of an id. Throws `InvalidInputError` for one that no `id` field ever gave. */
export function readGlobalId(globalId: string): { readonly typename: string; readonly id: string } {
  const [typename, id] = halves(Buffer.from(globalId, 'base64').toString());
  if (TEXTS.get(typename)?.(id) && encodeGlobalID(typename, id) === globalId) return { typename, id };
  const message = 'This is no global id. Give one that an `id` field of this API answered.';
  throw new InvalidInputError([{ path: ['id'], message }]);
}

/** Relay's plugin answers each id as a promise, and so makes one of every object above it. Here they are values. */
export function withIdsAsValues(schema: GraphQLSchema): GraphQLSchema {
  const node = schema.getType('Node');
  for (const type of isInterfaceType(node) ? schema.getPossibleTypes(node) : []) {
    const { id } = type.getFields();
    const idOf = id?.extensions['idOf'];
    if (id && typeof idOf === 'function') id.resolve = (model) => encodeGlobalID(type.name, idOf(model));
  }
  return schema;
}
