import { Api } from 'telegram';
import type { Dispatcher } from '../dispatcher.ts';
import { RpcError } from '../rpc-error.ts';
import { toLong } from '../views/long.ts';
import { viewChat, viewPeer } from '../views/view-chat.ts';
import { viewUser } from '../views/view-user.ts';
import { findChatByUsername } from '../world/chats.ts';
import { findUserByUsername } from '../world/users.ts';
import type { World } from '../world.ts';
import { requireAccount } from './caller.ts';

/** 4 to 32 letters, digits and underscores, a letter first, none of them doubled or last (core.telegram.org/api/username). */
const USERNAME = /^(?!.*__)[a-z][a-z0-9_]{2,30}[a-z0-9]$/i;

export function registerContacts(dispatcher: Dispatcher, world: World): void {
  dispatcher.register(Api.contacts.ResolveUsername, (request, call) => {
    const caller = requireAccount(world, call);
    const username = request.username.replace(/^@/, '');
    if (!USERNAME.test(username)) throw new RpcError(400, 'USERNAME_INVALID');
    const chat = findChatByUsername(world, username);
    if (chat) {
      const chats = [viewChat(world, caller.id, chat)];
      return new Api.contacts.ResolvedPeer({ peer: viewPeer(chat), chats, users: [] });
    }
    const user = findUserByUsername(world, username);
    if (!user) throw new RpcError(400, 'USERNAME_NOT_OCCUPIED');
    const peer = new Api.PeerUser({ userId: toLong(user.id) });
    return new Api.contacts.ResolvedPeer({ peer, chats: [], users: [viewUser(world, caller.id, user)] });
  });
}
