import { type Cache, cacheExchange } from '@urql/exchange-graphcache';
import { LISTS } from './documents.ts';
import type * as Gql from './gql/graphql.ts';
import schema from './gql/introspection.ts';

type Chat = NonNullable<Gql.ListsQuery['chat']>;
type Row = { __typename: string; id: string; date: string };
export type List<Node> = { totalCount: number; edges: { node: Node }[] } | null;

function without<Node extends Row>(list: List<Node>, id: string): List<Node> {
  const edges = list?.edges.filter(({ node }) => node.id !== id) ?? [];
  return list && { ...list, edges, totalCount: list.totalCount - (list.edges.length - edges.length) };
}

/** Newest first, as the gateway lists them. Who asks again is the same row with a new date. */
function withNew<Node extends Row>(list: List<Node>, node: Node): List<Node> {
  const others = without(list, node.id);
  const edge = { __typename: `${node.__typename}Edge`, node };
  const edges = [edge, ...(others?.edges ?? [])].sort((one, other) => other.node.date.localeCompare(one.node.date));
  return others && { ...others, edges, totalCount: others.totalCount + 1 };
}

/**
 * Changes the lists of a chat where they are loaded. Nothing is fetched again: that would be a call to Telegram.
 * Where nothing changes nothing is written: the cache would forget the error of a list that could not be read.
 */
function change(cache: Cache, { peer }: { peer: string }, to: (chat: Chat) => Partial<Chat> | false) {
  cache.updateQuery({ query: LISTS, variables: { peer } }, (data) => {
    const chat = data?.chat;
    const changes = chat && to(chat);
    return changes ? { ...data, chat: { ...chat, ...changes } } : null;
  });
}

type Input = { input: { peer: string } };
// Parts of something else, without an id of their own.
const lists = ['ExportedChatInvite', 'JoinRequest', 'Chat'].flatMap((row) => [`${row}Connection`, `${row}Edge`]);
const parts = ['ChatJoinRequestHidden', 'DeletedExportedChatInvite', 'ExportedChatInviteReplaced'];

export const cache = cacheExchange({
  schema,
  keys: Object.fromEntries([...lists, ...parts].map((type) => [type, () => null])),
  updates: {
    Mutation: {
      exportChatInvite: ({ answer }: Gql.MakeMutation, { input }: Input, cache) =>
        change(cache, input, ({ live }) => 'link' in answer && !answer.revoked && { live: withNew(live, answer) }),
      revokeExportedChatInvite: ({ answer }: Gql.RevokeMutation, { input }: Input, cache) =>
        change(cache, input, ({ live, revoked }) => {
          if ('code' in answer) return false;
          // Another primary link takes the place of one that is revoked.
          const { invite, newInvite } = 'invite' in answer ? answer : { invite: answer };
          const left = without(live, invite.id);
          return { live: newInvite ? withNew(left, newInvite) : left, revoked: withNew(revoked, invite) };
        }),
      deleteExportedChatInvite: ({ answer }: Gql.DeleteMutation, { input }: Input, cache) =>
        change(cache, input, ({ revoked }) => 'gone' in answer && { revoked: without(revoked, answer.gone) }),
      hideChatJoinRequest: ({ answer }: Gql.DecideMutation, { input }: Input, cache) =>
        change(cache, input, ({ waiting }) => 'gone' in answer && { waiting: without(waiting, answer.gone) }),
    },
    Subscription: {
      chatJoinRequests: ({ chatJoinRequests }: Gql.LiveSubscription, args: { peer: string }, cache) =>
        change(cache, args, ({ waiting }) => ({ waiting: withNew(waiting, chatJoinRequests) })),
    },
  },
});
