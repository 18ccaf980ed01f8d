import { Api } from 'telegram';
import type { Dispatcher } from '../dispatcher.ts';
import { RpcError } from '../rpc-error.ts';
import { viewChat } from '../views/view-chat.ts';
import { viewFullChat } from '../views/view-full-chat.ts';
import { viewChannelParticipant } from '../views/view-participant.ts';
import { viewUser } from '../views/view-user.ts';
import { refuseAsTold } from '../world/refusals.ts';
import type { World } from '../world.ts';
import { requireAccount } from './caller.ts';
import { channelOf, requireAccess, userOfPeer } from './input-peer.ts';

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

  dispatcher.register(Api.channels.GetParticipant, (request, call) => {
    const caller = requireAccount(world, call);
    const chat = requireAccess(caller, channelOf(world, caller, request.channel));
    refuseAsTold(world, chat, request.className);
    const user = userOfPeer(world, caller, request.participant);
    if (!user) throw new RpcError(400, 'PARTICIPANT_ID_INVALID');
    const member = chat.members.get(user.id);
    if (!member || member.standing === 'left') throw new RpcError(400, 'USER_NOT_PARTICIPANT');
    const participant = viewChannelParticipant(caller.id, chat, member, caller.id);
    return new Api.channels.ChannelParticipant({ participant, chats: [], users: [viewUser(world, caller.id, user)] });
  });
}
