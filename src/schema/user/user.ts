import { costs } from '../../base/price.ts';
import type { User as UserModel } from '../../services/models.ts';
import { builder } from '../builder.ts';
import { loadedNode } from '../loaded-node.ts';

export const User = loadedNode<UserModel>('User', (ids, { services }) => services.users.load(ids));

User.implement({
  description: 'A person or a bot, as the gateway’s account sees them.',
  extensions: costs({ calls: 1 }),
  fields: (t) => ({
    peer: t.field({
      type: 'Peer',
      description: 'The marked id, which for a user is the user id.',
      resolve: (user) => user.id,
    }),
    firstName: t.exposeString('firstName', { nullable: true, description: '`null` for a deleted account.' }),
    lastName: t.exposeString('lastName', { nullable: true, description: '`null` when the user has given none.' }),
    username: t.exposeString('username', {
      nullable: true,
      description: 'Without the `@`. `null` when the user has none.',
    }),
    isBot: t.exposeBoolean('isBot', { description: 'Whether this is a bot.' }),
  }),
});

builder.queryField('account', (t) =>
  t.field({
    type: User,
    nullable: true,
    description:
      'The account that the gateway acts as. Its `isBot` tells what it may do: a bot cannot list, read or delete links, see ' +
      'who came or who waits, decide all requests at once, look at a link or join by it; and a bot alone is told live who comes in. ' +
      '`null` with an error when the account cannot be asked.',
    extensions: costs({ calls: 0 }),
    resolve: async (_root, _args, context) => User.find((await context.services.users.self()).id, context),
  }),
);
