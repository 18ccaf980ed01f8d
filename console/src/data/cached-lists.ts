import type { Cache, Variables } from '@urql/exchange-graphcache';
import type { DocumentNode } from 'graphql';
import { gql } from 'urql';

/** A list that mutations and events change: a field with a connection, and the document by which it is written. */
interface List {
  readonly parent: string;
  readonly field: string;
  readonly node: string;
  readonly document: DocumentNode;
}

function list(parent: string, field: string, args: readonly string[], node: string): List {
  const rows = '{ __typename totalCount edges { __typename node { __typename id } } }';
  const listed = `${field}(${args.map((arg) => `${arg}: $${arg}`)}) ${rows}`;
  return { parent, field, node, document: gql(`fragment ${field} on ${parent} { __typename id ${listed} }`) };
}

/** Links of a chat. */
export const INVITES = list(
  'Chat',
  'exportedInvites',
  ['account', 'admin', 'after', 'first', 'revoked'],
  'ExportedChatInvite',
);
/** Who waits to get into a chat. */
export const REQUESTS = list('Chat', 'joinRequests', ['after', 'first', 'link', 'q'], 'JoinRequest');
/** Who came by one link and waits. */
export const PENDING = list('ExportedChatInvite', 'pendingRequests', ['after', 'first'], 'JoinRequest');

type Ids = readonly string[];

/** One page of a list, as it was asked for. */
interface Page {
  readonly args: Variables;
  readonly totalCount: number;
  readonly ids: Ids;
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** The pages of a list that are loaded. `owner` is the cache's key of the list's parent. */
function pagesOf(cache: Cache, owner: string, { field }: List): Page[] {
  return cache.inspectFields(owner).flatMap(({ fieldName, fieldKey, arguments: args }) => {
    const key = fieldName === field ? cache.resolve(owner, fieldKey) : null;
    if (typeof key !== 'string') return [];
    const edges = cache.resolve(key, 'edges');
    const nodes = Array.isArray(edges) ? edges.map((edge) => cache.resolve(text(edge), 'node')) : [];
    const ids = nodes.map((node) => text(cache.resolve(text(node), 'id')));
    return [{ args: args ?? {}, totalCount: Number(cache.resolve(key, 'totalCount') ?? 0), ids }];
  });
}

/** Pages with the same filter are of one list, and each of them says how long the whole list is. */
const filterOf = ({ args: { first, after, ...filter } }: Page) => JSON.stringify(filter);

/**
 * Changes a list where it is loaded, page by page, and its count. Nothing is fetched again: that would be a call to Telegram.
 * Where nothing changes nothing is written: the cache would forget the error of a list that could not be read.
 */
function changeList(cache: Cache, owner: string, list: List, to: (ids: Ids, args: Variables) => Ids): void {
  const changes = pagesOf(cache, owner, list).map((page) => ({
    page,
    filter: filterOf(page),
    ids: to(page.ids, page.args),
  }));
  const id = text(cache.resolve(owner, 'id'));
  for (const { page, filter, ids } of changes) {
    const longer = changes
      .filter((other) => other.filter === filter)
      .reduce((sum, other) => sum + other.ids.length - other.page.ids.length, 0);
    if (longer === 0 && ids.every((each, index) => each === page.ids[index])) continue;
    const edges = ids.map((each) => ({
      __typename: `${list.node}Edge`,
      node: { __typename: list.node, id: each },
    }));
    const connection = { __typename: `${list.node}Connection`, totalCount: page.totalCount + longer, edges };
    cache.writeFragment(list.document, { __typename: list.parent, id, [list.field]: connection }, page.args);
  }
}

/** Puts a row at its place by date, newest first, into the first page of each list that `isOf` names. Or moves it there. */
export function putInto(
  cache: Cache,
  owner: string,
  list: List,
  id: string,
  isOf: (args: Variables, ids: Ids) => boolean,
): void {
  const dateOf = (each: string) => text(cache.resolve(`${list.node}:${each}`, 'date'));
  changeList(cache, owner, list, (ids, args) => {
    if (!isOf(args, ids)) return ids;
    const others = ids.filter((each) => each !== id);
    if (typeof args['after'] === 'string') return others;
    const older = others.findIndex((each) => dateOf(each) <= dateOf(id));
    return others.toSpliced(older < 0 ? others.length : older, 0, id);
  });
}

export function takeOut(cache: Cache, owner: string, list: List, isGone: (id: string) => boolean): void {
  changeList(cache, owner, list, (ids) => (ids.some(isGone) ? ids.filter((id) => !isGone(id)) : ids));
}

/** Whether any loaded page of a list has the row. */
export function holds(cache: Cache, owner: string, list: List, id: string): boolean {
  return pagesOf(cache, owner, list).some(({ ids }) => ids.includes(id));
}

/** Forgets a list with whatever filter, so that it is read again where it is shown. */
export function forget(cache: Cache, owner: string, { field }: List): void {
  for (const { fieldName, arguments: args } of cache.inspectFields(owner)) {
    if (fieldName === field) cache.invalidate(owner, field, args ?? undefined);
  }
}
