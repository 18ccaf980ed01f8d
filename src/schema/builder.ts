/** The schema's plugins, defaults and naming rules; no types of its own. `index.ts` puts the schema together. */

import SchemaBuilder from '@pothos/core';
import DataloaderPlugin from '@pothos/plugin-dataloader';
import ErrorsPlugin from '@pothos/plugin-errors';
import RelayPlugin from '@pothos/plugin-relay';
import { costs } from '../base/price.ts';
import type { GatewayContext } from '../context.ts';
import { MOST_CALLS } from '../services/invites/get-join-request.ts';
import { readGlobalId } from './node-id.ts';

function isOfJoinRequest(globalId: string): boolean {
  return Buffer.from(globalId, 'base64').toString().startsWith('JoinRequest:');
}

export const builder = new SchemaBuilder<{
  Context: GatewayContext;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
  Connection: { totalCount: number };
  Scalars: {
    ID: { Input: string; Output: string | number };
    DateTime: { Input: Date; Output: Date };
    Peer: { Input: string; Output: string };
    InviteLink: { Input: string; Output: string };
    Secret: { Input: string; Output: never };
  };
}>({
  defaultFieldNullability: false,
  plugins: [ErrorsPlugin, RelayPlugin, DataloaderPlugin], // errors first: it has to see what loaders throw
  errors: { directResult: true, defaultTypes: [] },
  relay: {
    decodeGlobalID: readGlobalId,
    pageInfoTypeOptions: { description: 'The place of a page in its list. https://relay.dev/graphql/connections.htm' },
    hasNextPageFieldOptions: { description: 'Whether there are rows after this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether there are rows before this page.' },
    startCursorFieldOptions: { description: 'The cursor of the first row. `null` on an empty page.' },
    endCursorFieldOptions: {
      description:
        'The cursor of the last row, for `after`. `null` on an empty page, unless its connection says otherwise.',
    },
    edgesFieldOptions: { description: 'The rows of this page.', nullable: { list: false, items: false } },
    nodeFieldOptions: { description: 'The object itself.', nullable: false },
    cursorFieldOptions: { description: 'The place of this row, for `after`. Opaque, and valid for this list only.' },
    pageInfoFieldOptions: { description: 'The place of this page in the list.' },
    idFieldOptions: { description: 'A global id: opaque, and the same as long as the object exists.' },
    nodeTypeOptions: { description: 'An object that `Query.node` fetches again by its id alone.' },
    // It takes no `account`: Relay's compiler refuses a `node` with another argument than the id.
    nodeQueryOptions: {
      args: { id: { description: 'A global id, from any `id` field.' } },
      description:
        'Fetches an object again by its id. `null` for a `JoinRequest` of a person who does not wait any more. `null` ' +
        'with an error whose `extensions.code` says why the gateway cannot get the object: a bot account cannot read an ' +
        '`ExportedChatInvite` or a `JoinRequest` again (BOT_METHOD_INVALID). A `JoinRequest` costs one call for each hundred ' +
        `people who wait, up to ${MOST_CALLS}; INVALID_INPUT says that the person is not among the newest of more people.`,
      extensions: costs((argument) => ({ calls: isOfJoinRequest(String(argument('id'))) ? MOST_CALLS : 1 })),
    },
    nodesQueryOptions: false,
  },
});

builder.queryType({ description: 'Reads. Each field answers data, or `null` and an error with `extensions.code`.' });
builder.mutationType({
  description:
    'Changes. Each field has the name of its Telegram method, takes one `input` and answers a union of its success ' +
    'and of every failure that you can expect.',
});

builder.subscriptionType({
  description:
    'Live events, over server-sent events or a WebSocket. A stream begins when the subscription stands and has no ' +
    'earlier events; an error with `extensions.code` is its first answer or its last.',
});

builder.globalConnectionField('totalCount', (t) =>
  t.int({
    description: 'The number of rows in the whole list, as Telegram counts them.',
    resolve: ({ totalCount }) => totalCount,
  }),
);
