import { Api } from 'telegram';
import { accessHash } from '../world/access-hash.ts';
import type { User } from '../world/users.ts';
import type { World } from '../world.ts';
import { toLong } from './long.ts';
import { present } from './present.ts';

/** The user as `viewerId` sees them: with the viewer's access hash, and a phone number only on oneself. */
export function viewUser(world: World, viewerId: bigint, user: User): Api.User {
  const self = user.id === viewerId;
  return new Api.User({
    id: toLong(user.id),
    accessHash: toLong(accessHash(world, viewerId, 'user', user.id)),
    firstName: user.firstName,
    ...present({
      self,
      lastName: user.lastName,
      username: user.username,
      phone: self ? user.phone : null,
      bot: user.isBot,
      botInfoVersion: user.isBot ? 1 : null,
    }),
  });
}
