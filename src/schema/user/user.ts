import { costs } from '../../base/price.ts';
import type { User as UserModel } from '../../services/models.ts';
import { MAIN_METHODS } from '../../services/routing/main-methods.ts';
import { afterChange } from '../after-change.ts';
import { loadedNode } from '../loaded-node.ts';

export const User = loadedNode<UserModel>(
  'User',
  (user) => ({ method: MAIN_METHODS.users, peer: null, user }),
  (ids, { users }, context) => users.load(ids, { orKnown: afterChange(context).isSo }),
);

User.implement({
  description: 'A person or a bot, as the account that was asked sees the user.',
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
