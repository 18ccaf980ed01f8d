import {
  type ConcreteRequest,
  ConnectionHandler,
  commitMutation,
  createOperationDescriptor,
  Environment,
  fetchQuery,
  Network,
  Observable,
  type RecordProxy,
  RecordSource,
  type RecordSourceSelectorProxy,
  requestSubscription,
  Store,
} from 'relay-runtime';
import { type ChatLists, type Connection, type ListsPage, type Mutation, peer } from '../../support/list-scenario.ts';
import { subscribeSse } from '../../support/subscribe-sse.ts';

type List = 'live' | 'revoked' | 'waiting';

/** How many rows each list has more, by the type of an answer. Relay's directives leave `totalCount` to the app. */
const MORE: Readonly<Record<string, Partial<Record<List, number>>>> = {
  JoinRequest: { waiting: 1 },
  ChatJoinRequestHidden: { waiting: -1 },
  DeletedExportedChatInvite: { revoked: -1 },
  ExportedChatInvite: { live: -1, revoked: 1 },
  ExportedChatInviteReplaced: { revoked: 1 },
};
const LISTS: readonly List[] = ['live', 'revoked', 'waiting'];

const ARTIFACTS: Readonly<Record<Mutation, string>> = {
  hideChatJoinRequest: 'InboxHideMutation',
  editExportedChatInvite: 'InboxEditMutation',
  revokeExportedChatInvite: 'InboxRevokeMutation',
  deleteExportedChatInvite: 'InboxDeleteMutation',
};

interface ListsQuery {
  readonly variables: { readonly peer: string };
  readonly response: { readonly chat: ChatLists | null };
}

/** What the compiler has written for a document of `Inbox.js`. */
async function artifact(name: string): Promise<ConcreteRequest> {
  const written: { readonly default: ConcreteRequest } = await import(`./__generated__/${name}.graphql.js`);
  return written.default;
}

/** A page with Relay. Its directives take rows out and put them in; the rest of what a list shows is in `update`. */
export function relayPage(url: string, fetch: typeof globalThis.fetch): ListsPage {
  const environment = new Environment({
    store: new Store(new RecordSource()),
    network: Network.create(
      async ({ text }, variables) => {
        const headers = { 'content-type': 'application/json' };
        return (await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query: text, variables }) })).json();
      },
      ({ text }, variables) =>
        Observable.create((sink) => {
          const events = subscribeSse(url, text ?? '', variables);
          void events.then(async (results) => {
            for await (const { data } of results) sink.next({ data: data ?? {} });
          }, sink.error);
          return () => void events.then((results) => results.close());
        }),
    ),
  });
  let connections: Readonly<Record<List, string>> = { live: '', revoked: '', waiting: '' };

  /** What no directive does, behind those of the document. */
  function update(store: RecordSourceSelectorProxy, field: string): void {
    const answer = store.getRootField(field);
    const type = answer?.getType() ?? '';
    for (const list of LISTS) {
      const connection = store.get(connections[list]);
      connection?.setValue(Number(connection.getValue('totalCount')) + (MORE[type]?.[list] ?? 0), 'totalCount');
    }
    // The link itself is revoked in the store by now, wherever it is shown.
    const link = type === 'ExportedChatInviteReplaced' ? answer?.getLinkedRecord('invite') : answer;
    const revoked = store.get(connections.revoked);
    if (!link?.getValue('revoked') || !revoked) return;
    const edge = ConnectionHandler.createEdge(store, revoked, link, 'ExportedChatInviteEdge');
    const edges = [edge, ...(revoked.getLinkedRecords('edges') ?? [])];
    revoked.setLinkedRecords(edges.toSorted(newestFirst), 'edges');
  }

  /** Out of the store; it asks the gateway for what the store does not have. */
  async function load(): Promise<ChatLists> {
    const query = await artifact('InboxListsQuery');
    const fetchPolicy = 'store-or-network';
    const data = await fetchQuery<ListsQuery>(environment, query, { peer }, { fetchPolicy }).toPromise();
    if (!data?.chat) throw new Error('no such chat');
    return data.chat;
  }

  return {
    async open() {
      const chat = await load();
      environment.retain(createOperationDescriptor(await artifact('InboxListsQuery'), { peer }));
      const idOf = (list: List) => ConnectionHandler.getConnectionID(chat.id, `Inbox_${list}`);
      connections = { live: idOf('live'), revoked: idOf('revoked'), waiting: idOf('waiting') };
    },
    async shown() {
      const { live, revoked, waiting, ...chat } = await load();
      return { ...chat, live: present(live), revoked: present(revoked), waiting: present(waiting) };
    },
    async send(mutation, input) {
      const document = await artifact(ARTIFACTS[mutation]);
      const variables = { input, live: [connections.live], waiting: [connections.waiting] };
      await new Promise<unknown>((onCompleted, onError) =>
        commitMutation(environment, {
          mutation: document,
          variables,
          onCompleted,
          onError,
          updater: (store) => mutation !== 'editExportedChatInvite' && update(store, mutation),
        }),
      );
    },
    watch(onEvent) {
      const subscribed = artifact('InboxRequestsSubscription').then((subscription) =>
        requestSubscription(environment, {
          subscription,
          variables: { peer, waiting: [connections.waiting] },
          updater: (store) => update(store, 'chatJoinRequests'),
          onNext: onEvent,
        }),
      );
      return () => void subscribed.then(({ dispose }) => dispose());
    },
  };
}

/** The edge of a deleted record has no node. */
function present<Node>(list: Connection<Node>): Connection<Node> {
  return { ...list, edges: list.edges.filter(({ node }) => node) };
}

function newestFirst(one: RecordProxy, other: RecordProxy): number {
  const dateOf = (edge: RecordProxy) => String(edge.getLinkedRecord('node')?.getValue('date'));
  return dateOf(other).localeCompare(dateOf(one));
}
