import { Api } from 'telegram';
import type { Dispatcher } from '../dispatcher.ts';
import { RpcError } from '../rpc-error.ts';
import { fromLong } from '../views/long.ts';
import { viewChat } from '../views/view-chat.ts';
import { viewFullChat } from '../views/view-full-chat.ts';
import { findGroup, standingIn } from '../world/chats.ts';
import { refuseAsTold } from '../world/refusals.ts';
import type { World } from '../world.ts';
import { requireAccount, requirePerson } from './caller.ts';
import { dialogsPage } from './dialogs.ts';
import { groupOf } from './input-peer.ts';

/** Chats as such; invite links are messages.* too and stand in invites.ts and invite-lists.ts. */
export function registerMessages(dispatcher: Dispatcher, world: World): void {
  dispatcher.register(Api.messages.GetDialogs, (request, call) =>
    dialogsPage(world, requirePerson(world, call), request),
  );

  /** Basic groups only; those that removed the caller are shown as forbidden. */
  dispatcher.register(Api.messages.GetChats, (request, call) => {
    const caller = requireAccount(world, call);
    const chats = request.id.map((id) => {
      const chat = findGroup(world, fromLong(id));
      if (!chat || standingIn(chat, caller.id) === null) throw new RpcError(400, 'CHAT_ID_INVALID');
      return viewChat(world, caller.id, chat);
    });
    return new Api.messages.Chats({ chats });
  });

  dispatcher.register(Api.messages.GetFullChat, (request, call) => {
    const caller = requireAccount(world, call);
    const chat = groupOf(world, caller, fromLong(request.chatId));
    refuseAsTold(world, chat, request.className);
    return viewFullChat(world, caller.id, chat);
  });
}
