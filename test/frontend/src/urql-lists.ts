import { Client, fetchExchange } from '@urql/core';
import { type Cache, cacheExchange } from '@urql/exchange-graphcache';
import { type ChatLists, type Connection, LISTS, type ListsPage, peer } from '../../support/list-scenario.ts';
import { introspection } from './cache-client.ts';
import { type Answers, linksIn, MUTATIONS, REQUESTS } from './list-documents.ts';

interface ListsData {
  readonly chat: ChatLists | null;
}

type ForChat = { readonly peer: string };
type Input = { readonly input: ForChat };

interface Node {
  readonly __typename: string;
  readonly id: string;
  readonly date: string;
}

/** The list without this object. */
function without<Row extends { readonly id: string }>(list: Connection<Row>, id: string): Connection<Row> {
  const edges = list.edges.filter(({ node }) => node.id !== id);
  return { ...list, edges, totalCount: list.totalCount - (list.edges.length - edges.length) };
}

/** The list with this object, newest first. */
function withNew<Row extends Node, Shown extends Omit<Row, '__typename'>>(
  list: Connection<Shown>,
  node: Row & Shown,
): Connection<Shown> {
  const { edges, totalCount } = without(list, node.id);
  const edge = { __typename: `${node.__typename}Edge`, node };
  const sorted = [edge, ...edges].sort((one, other) => other.node.date.localeCompare(one.node.date));
  return { ...list, edges: sorted, totalCount: totalCount + 1 };
}

/** Changes the lists of the page of this chat, where they are loaded. */
function update(cache: Cache, { peer }: ForChat, change: (chat: ChatLists) => Partial<ChatLists>): void {
  cache.updateQuery<ListsData>({ query: LISTS, variables: { peer } }, (data) =>
    data?.chat ? { ...data, chat: { ...data.chat, ...change(data.chat) } } : data,
  );
}

const isUnkeyed = () => null;

/** A page with urql and Graphcache. What a change means for the lists stands in `updates`, once for the whole app. */
export function urqlPage(url: string, fetch: typeof globalThis.fetch): ListsPage {
  const client = new Client({
    url,
    fetch,
    preferGetMethod: false,
    fetchSubscriptions: true,
    exchanges: [
      cacheExchange({
        schema: introspection,
        // Parts of something else, without an id of their own.
        keys: {
          ExportedChatInviteConnection: isUnkeyed,
          ExportedChatInviteEdge: isUnkeyed,
          JoinRequestConnection: isUnkeyed,
          JoinRequestEdge: isUnkeyed,
          ChatJoinRequestHidden: isUnkeyed,
          DeletedExportedChatInvite: isUnkeyed,
          ExportedChatInviteReplaced: isUnkeyed,
        },
        updates: {
          Mutation: {
            hideChatJoinRequest({ hideChatJoinRequest: answer }: Answers, { input }: Input, cache) {
              if (answer.__typename !== 'ChatJoinRequestHidden') return;
              update(cache, input, ({ waiting }) => ({ waiting: without(waiting, answer.joinRequestId) }));
            },
            deleteExportedChatInvite({ deleteExportedChatInvite: answer }: Answers, { input }: Input, cache) {
              if (answer.__typename !== 'DeletedExportedChatInvite') return;
              update(cache, input, ({ revoked }) => ({ revoked: without(revoked, answer.deletedId) }));
            },
            // The link itself is revoked in the cache by now, wherever it is shown; it goes from one list to the other.
            revokeExportedChatInvite({ revokeExportedChatInvite: answer }: Answers, { input }: Input, cache) {
              const links = linksIn(answer);
              if (!links) return;
              update(cache, input, ({ live, revoked }) => {
                const left = without(live, links.revoked.id);
                return {
                  live: links.fresh ? withNew(left, links.fresh) : left,
                  revoked: withNew(revoked, links.revoked),
                };
              });
            },
          },
          Subscription: {
            chatJoinRequests({ chatJoinRequests: request }: Answers, args: ForChat, cache) {
              update(cache, args, ({ waiting }) => ({ waiting: withNew(waiting, request) }));
            },
          },
        },
      }),
      fetchExchange,
    ],
  });
  return {
    async open() {
      const { error } = await client.query(LISTS, { peer }).toPromise();
      if (error) throw error;
    },
    async shown() {
      const only = { requestPolicy: 'cache-only' } as const;
      const { data } = await client.query<ListsData>(LISTS, { peer }, only).toPromise();
      if (!data?.chat) throw new Error('the cache does not have it');
      return data.chat;
    },
    async send(mutation, input) {
      const { error } = await client.mutation(MUTATIONS[mutation], { input }).toPromise();
      if (error) throw error;
    },
    watch: (onEvent) => client.subscription(REQUESTS, { peer }).subscribe(onEvent).unsubscribe,
  };
}
