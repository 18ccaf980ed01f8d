import { Api } from 'telegram';
import type { Dispatcher } from '../dispatcher.ts';
import { RpcError } from '../rpc-error.ts';
import { fromLong } from '../views/long.ts';
import { viewChatUpdates } from '../views/view-chat-updates.ts';
import { isAdmin, isPresent, standingIn } from '../world/chats.ts';
import { leaveChat, removeMember } from '../world/membership.ts';
import type { World } from '../world.ts';
import { requireAccount } from './caller.ts';
import { channelOf, groupOf, requireAccess, userOfInput } from './input-peer.ts';

/** Going away again, which frees a place on the link one came by. */
export function registerLeaving(dispatcher: Dispatcher, world: World): void {
  dispatcher.register(Api.channels.LeaveChannel, (request, call) => {
    const caller = requireAccount(world, call);
    const chat = requireAccess(caller, channelOf(world, caller, request.channel));
    if (!isPresent(chat, caller.id)) throw new RpcError(400, 'USER_NOT_PARTICIPANT');
    if (standingIn(chat, caller.id) === 'creator') throw new RpcError(400, 'USER_CREATOR');
    leaveChat(world, chat, caller.id);
    return viewChatUpdates(world, caller.id, chat);
  });

  /** Basic groups only: oneself, or another one for administrators. Nobody puts the creator out. */
  dispatcher.register(Api.messages.DeleteChatUser, (request, call) => {
    const caller = requireAccount(world, call);
    const chat = groupOf(world, caller, fromLong(request.chatId));
    const user = userOfInput(world, caller, request.userId);
    if (!user) throw new RpcError(400, 'USER_ID_INVALID');
    if (!isPresent(chat, user.id)) throw new RpcError(400, 'USER_NOT_PARTICIPANT');
    if (user.id === caller.id) {
      leaveChat(world, chat, caller.id);
    } else {
      const allowed = isAdmin(chat, caller.id) && standingIn(chat, user.id) !== 'creator';
      if (!allowed) throw new RpcError(400, 'CHAT_ADMIN_REQUIRED');
      removeMember(world, chat, user.id, caller.id);
    }
    return viewChatUpdates(world, caller.id, chat);
  });
}
