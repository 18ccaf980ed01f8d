import { type Cache, cacheExchange, type Variables } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { gql } from 'urql';
import type * as Gql from '../gql/graphql.ts';
import schema from '../gql/introspection.ts';
import { forget, holds, INVITES, PENDING, putInto, REQUESTS, takeOut } from './cached-lists.ts';
import { isRefused } from './refusal.ts';

// Parts of something else, without an id of their own.
const NODES = ['Chat', 'ExportedChatInvite', 'JoinRequest', 'ChatInviteImporter'];
const PARTS = [
  ...NODES.flatMap((node) => [`${node}Connection`, `${node}Edge`]),
  ...[
    'AccountState',
    'ChatAdminWithInvites',
    'ChatInviteImporter',
    'StarsSubscriptionPricing',
    'InputIssue',
    'PageInfo',
  ],
  ...['SignInDone', 'SignInEnterCode', 'SignInEnterPassword', 'SignInFailed', 'SignInScanQr', 'RemovedAccount'],
  ...['ChatJoinRequestHidden', 'ChatJoinRequestsHidden', 'DeletedExportedChatInvite', 'ExportedChatInviteReplaced'],
  'ChatInvitePublicJoinRequests',
  ...schema.__schema.types.filter(({ name }) => name.endsWith('Error')).map(({ name }) => name),
];

type Input<Of> = { readonly input: Of };

/** The cache's key of a chat; `null` where nothing of it was read by `chat(peer)`, as the lists are. */
function chatKey(cache: Cache, peer: string): string | null {
  const key = cache.resolve('Query', 'chat', { peer });
  return typeof key === 'string' ? key : null;
}

/** The links of a chat that were read one by one, with who waits by each. */
function singleInvites(cache: Cache, chat: string): string[] {
  const fields = cache.inspectFields(chat).filter(({ fieldName }) => fieldName === 'exportedInvite');
  return fields.map(({ fieldKey }) => cache.resolve(chat, fieldKey)).filter((key) => typeof key === 'string');
}

/** The cache's key of an account; of the default one where there is no name. */
function accountKey(cache: Cache, name: unknown): string | null {
  const [main, all] = [cache.resolve('Query', 'account'), cache.resolve('Query', 'accounts')];
  const found =
    typeof name === 'string' && Array.isArray(all) && all.find((key) => cache.resolve(key, 'name') === name);
  const key = found || main;
  return typeof key === 'string' ? key : null;
}

/** Whether a list of links is of this admin. One that names nobody is of an account's own links: all that it has are of one admin. */
function isOfAdmin(
  cache: Cache,
  admin: string,
  { admin: asked, account: name }: Variables,
  [first]: readonly string[],
) {
  if (typeof asked === 'string' && asked !== 'me') return asked === admin;
  const user = first
    ? cache.resolve(`ExportedChatInvite:${first}`, 'admin')
    : cache.resolve(accountKey(cache, name), 'user');
  return typeof user !== 'string' || cache.resolve(user, 'peer') === admin;
}

function putInvite(cache: Cache, chat: string, { id, admin, revoked }: Gql.LinkRowFragment): void {
  putInto(
    cache,
    chat,
    INVITES,
    id,
    (args, ids) => (args['revoked'] ?? false) === revoked && isOfAdmin(cache, admin.peer, args, ids),
  );
}

function moveInvite(cache: Cache, chat: string, invite: Gql.LinkRowFragment): void {
  takeOut(cache, chat, INVITES, (id) => id === invite.id);
  putInvite(cache, chat, invite);
}

/** The requests that are decided go from every list of them; those who wait are counted anew. */
function takeRequests(cache: Cache, chat: string, isGone: (id: string) => boolean): void {
  takeOut(cache, chat, REQUESTS, isGone);
  for (const invite of singleInvites(cache, chat)) takeOut(cache, invite, PENDING, isGone);
}

const COUNT = gql('fragment requestsPending on Chat { __typename id requestsPending }');

function countRequests(cache: Cache, chat: string, to: (count: number) => number): void {
  const [count, id] = [cache.resolve(chat, 'requestsPending'), cache.resolve(chat, 'id')];
  if (typeof count !== 'number' || typeof id !== 'string') return;
  cache.writeFragment(COUNT, { __typename: 'Chat', id, requestsPending: Math.max(0, to(count)) });
}

const isOfUser = (cache: Cache, peer: string) => (id: string) => {
  const user = cache.resolve(`JoinRequest:${id}`, 'user');
  return typeof user === 'string' && cache.resolve(user, 'peer') === peer;
};

export const cache = cacheExchange({
  schema,
  keys: Object.fromEntries(PARTS.map((type) => [type, () => null])),
  resolvers: {
    Query: { chats: relayPagination() },
    Chat: { exportedInvites: relayPagination(), joinRequests: relayPagination() },
    ExportedChatInvite: {
      importers: relayPagination(),
      pendingRequests: relayPagination(),
      expiredSubscribers: relayPagination(),
    },
  },
  updates: {
    Mutation: {
      exportChatInvite({ answer }: Gql.MakeLinkMutation, { input }: Input<Gql.ExportChatInviteInput>, cache) {
        const chat = chatKey(cache, input.peer);
        if (chat === null || !('link' in answer)) return;
        // It has replaced the primary link, which is among the revoked now; the answer does not say which one that was.
        if (answer.permanent) forget(cache, chat, INVITES);
        else putInvite(cache, chat, answer);
      },
      revokeExportedChatInvite(
        { answer }: Gql.RevokeLinkMutation,
        { input }: Input<Gql.RevokeExportedChatInviteInput>,
        cache,
      ) {
        const chat = chatKey(cache, input.peer);
        if (chat === null || isRefused(answer)) return;
        const { invite, newInvite } = 'invite' in answer ? answer : { invite: answer };
        moveInvite(cache, chat, invite);
        if (newInvite) putInvite(cache, chat, newInvite);
      },
      deleteExportedChatInvite(
        { answer }: Gql.DeleteLinkMutation,
        { input }: Input<Gql.DeleteExportedChatInviteInput>,
        cache,
      ) {
        const chat = chatKey(cache, input.peer);
        if (chat !== null && 'deletedId' in answer) takeOut(cache, chat, INVITES, (id) => id === answer.deletedId);
      },
      hideChatJoinRequest({ answer }: Gql.DecideMutation, { input }: Input<Gql.HideChatJoinRequestInput>, cache) {
        const chat = chatKey(cache, input.peer);
        // Whoever does not wait any more is off the list as well.
        if (chat === null || (isRefused(answer) && answer.__typename !== 'HideRequesterMissingError')) return;
        takeRequests(cache, chat, isOfUser(cache, input.user));
        countRequests(cache, chat, (count) => count - 1);
      },
      hideAllChatJoinRequests(
        { answer }: Gql.DecideAllMutation,
        { input }: Input<Gql.HideAllChatJoinRequestsInput>,
        cache,
      ) {
        const chat = chatKey(cache, input.peer);
        if (chat === null || isRefused(answer)) return;
        if (input.link == null) {
          takeRequests(cache, chat, () => true);
          countRequests(cache, chat, () => 0);
          return;
        }
        // Which of the others came by the link only Telegram knows.
        for (const invite of singleInvites(cache, chat)) forget(cache, invite, PENDING);
        forget(cache, chat, REQUESTS);
        cache.invalidate(chat, 'requestsPending');
      },
    },
    Subscription: {
      chatJoinRequests({ chatJoinRequests: { id } }: Gql.LiveRequestsSubscription, { peer }: { peer: string }, cache) {
        const chat = chatKey(cache, peer);
        if (chat === null) return;
        // Who comes live comes without the link, so lists by link or by name do not get the person.
        const isNew = !holds(cache, chat, REQUESTS, id);
        putInto(cache, chat, REQUESTS, id, (args) => args['link'] == null && args['q'] == null);
        if (isNew) countRequests(cache, chat, (count) => count + 1);
      },
    },
  },
});
