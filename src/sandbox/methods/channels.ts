import { Api } from 'telegram';
import type { Dispatcher } from '../dispatcher.ts';
import { viewChat } from '../views/view-chat.ts';
import { viewFullChat } from '../views/view-full-chat.ts';
import { refuseAsTold } from '../world/refusals.ts';
import type { World } from '../world.ts';
import { requireAccount } from './caller.ts';
import { channelOf, requireAccess } from './input-peer.ts';

export function registerChannels(dispatcher: Dispatcher, world: World): void {
  /** One wrong hash refuses the whole list; a channel that shut the caller out is shown as forbidden. */
  dispatcher.register(Api.channels.GetChannels, (request, call) => {
    const caller = requireAccount(world, call);
    const chats = request.id.map((input) => viewChat(world, caller.id, channelOf(world, caller, input)));
    return new Api.messages.Chats({ chats });
  });

  dispatcher.register(Api.channels.GetFullChannel, (request, call) => {
    const caller = requireAccount(world, call);
    const chat = requireAccess(caller, channelOf(world, caller, request.channel));
    refuseAsTold(world, chat, request.className);
    return viewFullChat(world, caller.id, chat);
  });
}
