import { Api } from 'telegram';
import type { Dispatcher } from '../dispatcher.ts';
import { viewUser } from '../views/view-user.ts';
import type { World } from '../world.ts';
import { requireAccount } from './caller.ts';
import { userOfInput } from './input-peer.ts';

export function registerUsers(dispatcher: Dispatcher, world: World): void {
  dispatcher.register(Api.users.GetUsers, (request, call) => {
    const caller = requireAccount(world, call);
    return request.id.flatMap((input) => {
      const user = userOfInput(world, caller, input);
      return user ? [viewUser(world, caller.id, user)] : [];
    });
  });
}
