import { initContextCache } from '@pothos/core';
import { resolveNodes } from '@pothos/plugin-relay';
import { costs } from '../base/price.ts';
import { MOST_CALLS } from '../services/invites/get-join-request.ts';
import { builder } from './builder.ts';
import { accountArgument, pin } from './route.ts';

function isOfJoinRequest(globalId: string): boolean {
  return Buffer.from(globalId, 'base64').toString().startsWith('JoinRequest:');
}

// Not Relay's own, which takes no argument but the id.
builder.queryField('node', (t) =>
  t.field({
    type: builder.nodeInterfaceRef(),
    nullable: true,
    description:
      'Fetches an object again by its id. `null` for a `JoinRequest` of a person who does not wait any more. `null` ' +
      'with an error whose `extensions.code` says why the gateway cannot get the object: a bot account cannot read an ' +
      '`ExportedChatInvite` or a `JoinRequest` again (BOT_METHOD_INVALID). A `JoinRequest` costs one call for each hundred ' +
      `people who wait, up to ${MOST_CALLS}; INVALID_INPUT says that the person is not among the newest of more people.`,
    extensions: costs((argument) => ({ calls: isOfJoinRequest(String(argument('id'))) ? MOST_CALLS : 1 })),
    args: {
      id: t.arg.globalID({
        required: true,
        description: 'A global id, from any `id` field.',
        extensions: { relayGlobalIDAlwaysParse: true },
      }),
      ...accountArgument,
    },
    async resolve(_root, { id, account }, context, info) {
      if (account == null) return (await resolveNodes(builder, context, info, [id]))[0];
      pin(context, info, account);
      // Loaders and what they hold are of one account.
      const pinned = { ...context, ...initContextCache(), pinned: account };
      return (await resolveNodes(builder, pinned, info, [id]))[0];
    },
  }),
);
