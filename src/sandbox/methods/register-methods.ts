import type { Dispatcher } from '../dispatcher.ts';
import type { World } from '../world.ts';
import { registerAccount } from './account.ts';
import { registerAuth } from './auth.ts';
import { registerChannels } from './channels.ts';
import { registerContacts } from './contacts.ts';
import { registerHelp } from './help.ts';
import { registerImporters } from './importers.ts';
import { registerInviteLists } from './invite-lists.ts';
import { registerInvites } from './invites.ts';
import { registerJoining } from './joining.ts';
import { registerLeaving } from './leaving.ts';
import { registerMessages } from './messages.ts';
import { registerUpdates } from './updates.ts';
import { registerUsers } from './users.ts';

/** Every method this Telegram has. `address` is asked at each call: a server knows its port only once it listens. */
export function registerMethods(
  dispatcher: Dispatcher,
  world: World,
  address: () => { readonly host: string; readonly port: number },
): void {
  registerHelp(dispatcher, world, address);
  registerAuth(dispatcher, world);
  registerAccount(dispatcher, world);
  registerUsers(dispatcher, world);
  registerContacts(dispatcher, world);
  registerChannels(dispatcher, world);
  registerMessages(dispatcher, world);
  registerInvites(dispatcher, world);
  registerInviteLists(dispatcher, world);
  registerImporters(dispatcher, world);
  registerJoining(dispatcher, world);
  registerLeaving(dispatcher, world);
  registerUpdates(dispatcher, world);
}
