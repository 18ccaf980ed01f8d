import {
  type ApolloCache,
  ApolloClient,
  ApolloLink,
  gql,
  HttpLink,
  InMemoryCache,
  type Reference,
  type StoreObject,
} from '@apollo/client';
import type { ModifierDetails } from '@apollo/client/cache';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { relayStylePagination } from '@apollo/client/utilities';
import { OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws';
import { type ChatLists, LISTS, type ListsPage, peer } from '../../support/list-scenario.ts';
import { possibleTypes } from './cache-client.ts';
import { type Answers, linksIn, MUTATIONS, REQUESTS } from './list-documents.ts';

interface StoredList {
  readonly totalCount: number;
  readonly edges: readonly (StoreObject & { readonly node: Reference })[];
}

interface Listed {
  readonly __typename: string;
  readonly id: string;
  readonly chat: { readonly id: string };
}

/**
 * Puts the object into the lists of the chat to which it belongs, newest first, and takes it out of the others. A list goes by
 * the name of its field and, in JSON, its arguments (`keyArgs`).
 */
function place(
  cache: ApolloCache,
  field: 'exportedInvites' | 'joinRequests',
  { __typename, id, chat }: Listed,
  isIn: (list: string) => boolean,
): void {
  cache.modify<Record<typeof field, StoredList>>({
    id: cache.identify({ __typename: 'Chat', id: chat.id }) ?? '',
    fields: {
      [field](list: StoredList, { readField, storeFieldName, toReference }: ModifierDetails) {
        const others = list.edges.filter(({ node }) => readField('id', node) !== id);
        const node = toReference({ __typename, id });
        const dateOf = (edge: { readonly node: Reference }) => String(readField('date', edge.node));
        const edges =
          node && isIn(storeFieldName)
            ? [{ __typename: `${__typename}Edge`, node }, ...others].sort((one, other) =>
                dateOf(other).localeCompare(dateOf(one)),
              )
            : others;
        return { ...list, edges, totalCount: list.totalCount + edges.length - list.edges.length };
      },
    },
  });
}

/** Takes an object that is gone out of its lists and out of the cache. */
function forget(cache: ApolloCache, field: 'exportedInvites' | 'joinRequests', gone: Listed): void {
  place(cache, field, gone, () => false);
  cache.evict({ id: cache.identify({ __typename: gone.__typename, id: gone.id }) ?? '' });
  cache.gc();
}

const isRevokedList = (list: string) => list.includes('"revoked":true');

/** What a mutation's answer means for the lists: the `update` of its `mutate`. */
function update(cache: ApolloCache, data: Partial<Answers>): void {
  const { hideChatJoinRequest: hidden, deleteExportedChatInvite: deleted, revokeExportedChatInvite: revoked } = data;
  if (hidden?.__typename === 'ChatJoinRequestHidden')
    forget(cache, 'joinRequests', { __typename: 'JoinRequest', id: hidden.joinRequestId, chat: hidden.chat });
  if (deleted?.__typename === 'DeletedExportedChatInvite')
    forget(cache, 'exportedInvites', { __typename: 'ExportedChatInvite', id: deleted.deletedId, chat: deleted.chat });
  const links = revoked && linksIn(revoked);
  if (!links) return;
  // The link itself is revoked in the cache by now, wherever it is shown; it goes from one list to the other.
  place(cache, 'exportedInvites', links.revoked, isRevokedList);
  if (links.fresh)
    place(cache, 'exportedInvites', { ...links.fresh, chat: links.revoked.chat }, (list) => !isRevokedList(list));
}

/** A page with Apollo Client. */
export function apolloPage(url: string, fetch: typeof globalThis.fetch): ListsPage {
  const client = new ApolloClient({
    cache: new InMemoryCache({
      possibleTypes,
      typePolicies: {
        Chat: {
          fields: {
            exportedInvites: relayStylePagination(['revoked', 'admin']),
            joinRequests: relayStylePagination(['q', 'link']),
          },
        },
      },
    }),
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      new GraphQLWsLink(createClient({ url: url.replace(/^http/, 'ws') })),
      new HttpLink({ uri: url, fetch }),
    ),
  });
  return {
    async open() {
      await client.query({ query: gql(LISTS), variables: { peer } });
    },
    async shown() {
      const data = client.readQuery<{ readonly chat: ChatLists }>({ query: gql(LISTS), variables: { peer } });
      if (!data) throw new Error('the cache does not have it');
      return data.chat;
    },
    async send(mutation, input) {
      await client.mutate<Partial<Answers>>({
        mutation: gql(MUTATIONS[mutation]),
        variables: { input },
        update: (cache, { data }) => data && update(cache, data),
      });
    },
    watch(onEvent) {
      const requests = client.subscribe<Answers>({ query: gql(REQUESTS), variables: { peer } });
      const subscription = requests.subscribe(({ data }) => {
        // A list by a name or a link may not be of this person.
        if (data) place(client.cache, 'joinRequests', data.chatJoinRequests, (list) => !/"(q|link)":/.test(list));
        onEvent();
      });
      return () => subscription.unsubscribe();
    },
  };
}
