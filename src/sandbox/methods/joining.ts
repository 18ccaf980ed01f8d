import { Api } from 'telegram';
import type { Dispatcher } from '../dispatcher.ts';
import { viewChatInvite } from '../views/view-chat-invite.ts';
import { viewChatUpdates } from '../views/view-chat-updates.ts';
import { answerAllRequests, answerRequest } from '../world/answer-requests.ts';
import { importInvite, openInvite } from '../world/import-invite.ts';
import type { World } from '../world.ts';
import { requireAccount, requirePerson } from './caller.ts';
import { chatOfLinks } from './chat-of-links.ts';
import { userOfInput } from './input-peer.ts';

/** Coming in by a link, and letting in who waits. */
export function registerJoining(dispatcher: Dispatcher, world: World): void {
  dispatcher.register(Api.messages.CheckChatInvite, (request, call) => {
    const caller = requirePerson(world, call);
    return viewChatInvite(world, caller.id, openInvite(world, caller.id, request.hash, request.className));
  });

  /** Layers from 227 on expect another type than Updates. */
  dispatcher.register(Api.messages.ImportChatInvite, (request, call) => {
    const caller = requirePerson(world, call);
    const open = openInvite(world, caller.id, request.hash, request.className);
    importInvite(world, caller, open);
    return viewChatUpdates(world, caller.id, open.chat);
  });

  dispatcher.register(Api.messages.HideChatJoinRequest, (request, call) => {
    const caller = requireAccount(world, call);
    const chat = chatOfLinks(world, caller, request);
    const named = userOfInput(world, caller, request.userId);
    answerRequest(world, chat, caller.id, named, Boolean(request.approved));
    return viewChatUpdates(world, caller.id, chat);
  });

  dispatcher.register(Api.messages.HideAllChatJoinRequests, (request, call) => {
    const caller = requirePerson(world, call);
    const chat = chatOfLinks(world, caller, request);
    answerAllRequests(world, chat, caller.id, request.link ?? null, Boolean(request.approved));
    return viewChatUpdates(world, caller.id, chat);
  });
}
