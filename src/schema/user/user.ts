import { costs } from '../../base/price.ts';
import type { User as UserModel } from '../../services/models.ts';
import { afterChange } from '../after-change.ts';
import { builder } from '../builder.ts';
import { loadedNode } from '../loaded-node.ts';

export const User = loadedNode<UserModel>('User', (ids, context) =>
  context.services.users.load(ids, { orKnown: afterChange(context).isSo }),
);

User.implement({
  description: 'A person or a bot, as the gateway’s account sees the user.',
  extensions: costs({ calls: 1 }),
  fields: (t) => ({
    peer: t.field({
      type: 'Peer',
      description: 'The marked id, which for a user is the user id.',
      resolve: (user) => user.id,
    }),
    firstName: t.exposeString('firstName', {
      nullable: true,
      description: 'The first name. `null` for a deleted account.',
    }),
    lastName: t.exposeString('lastName', {
      nullable: true,
      description: 'The last name. `null` when the user has none.',
    }),
    username: t.exposeString('username', {
      nullable: true,
      description: 'The username without the `@`. `null` when the user has none.',
    }),
    isBot: t.exposeBoolean('isBot', { description: 'Whether the user is a bot.' }),
  }),
});

builder.queryField('account', (t) =>
  t.field({
    type: User,
    nullable: true,
    description:
      'The account that the gateway acts as. Its `isBot` says what the account can do: a bot cannot list, read or ' +
      'delete links, list the people who came or wait, decide all requests at once, look at a link or join by it; ' +
      'and only a bot gets live events of people who come in. `null` with an error when the gateway cannot ask the ' +
      'account.',
    extensions: costs({ calls: 0 }),
    resolve: async (_root, _args, context) => User.find((await context.services.users.self()).id, context),
  }),
);
