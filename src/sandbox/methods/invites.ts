import { Api } from 'telegram';
import type { Dispatcher } from '../dispatcher.ts';
import { fromLong } from '../views/long.ts';
import { viewInvite } from '../views/view-invite.ts';
import { viewInviteAnswer } from '../views/view-invite-answer.ts';
import { markedIdOf } from '../world/chats.ts';
import { deleteInvite, deleteRevokedInvites } from '../world/delete-invites.ts';
import { editInvite } from '../world/edit-invite.ts';
import { exportInvite } from '../world/export-invite.ts';
import type { EditParameters, ExportParameters } from '../world/invites.ts';
import { refuseAsTold } from '../world/refusals.ts';
import type { World } from '../world.ts';
import { requireAccount, requirePerson } from './caller.ts';
import { chatOfLinks } from './chat-of-links.ts';
import { chatOfPeer, userOfInput } from './input-peer.ts';

/** Making links and changing them; what is read of them stands in invite-lists.ts. */
export function registerInvites(dispatcher: Dispatcher, world: World): void {
  dispatcher.register(Api.messages.ExportChatInvite, (request, call) => {
    const caller = requireAccount(world, call);
    const parameters = exportParameters(request);
    const record = { ...parameters, userId: caller.id, chatId: null, invite: null };
    const index = world.exportRequests.push(record) - 1;
    const chat = chatOfPeer(world, caller, request.peer);
    world.exportRequests[index] = { ...record, chatId: markedIdOf(chat) };
    refuseAsTold(world, chat, request.className);
    const invite = exportInvite(world, chat, caller.id, parameters);
    world.exportRequests[index] = { ...record, chatId: markedIdOf(chat), invite };
    return viewInvite(invite);
  });

  dispatcher.register(Api.messages.EditExportedChatInvite, (request, call) => {
    const caller = requireAccount(world, call);
    const { link } = request;
    const parameters = editParameters(request);
    const record = { ...parameters, userId: caller.id, chatId: null, link, invite: null };
    const index = world.editRequests.push(record) - 1;
    const chat = chatOfPeer(world, caller, request.peer);
    world.editRequests[index] = { ...record, chatId: markedIdOf(chat) };
    refuseAsTold(world, chat, request.className);
    const { invite, replacement } = editInvite(world, chat, caller, link, parameters);
    world.editRequests[index] = { ...record, chatId: markedIdOf(chat), invite };
    return viewInviteAnswer(world, caller.id, invite, replacement);
  });

  dispatcher.register(Api.messages.DeleteExportedChatInvite, (request, call) => {
    const caller = requirePerson(world, call);
    deleteInvite(world, chatOfLinks(world, caller, request), caller.id, request.link);
    return true;
  });

  dispatcher.register(Api.messages.DeleteRevokedExportedChatInvites, (request, call) => {
    const caller = requirePerson(world, call);
    const chat = chatOfLinks(world, caller, request);
    deleteRevokedInvites(world, chat, caller.id, userOfInput(world, caller, request.adminId));
    return true;
  });
}

/** GramJS types absent fields as undefined, from the wire they come as null. */
function exportParameters(request: Api.messages.ExportChatInvite): ExportParameters {
  const pricing = request.subscriptionPricing;
  return {
    legacyRevokePermanent: Boolean(request.legacyRevokePermanent),
    requestNeeded: Boolean(request.requestNeeded),
    expireDate: request.expireDate ?? null,
    usageLimit: request.usageLimit ?? null,
    title: request.title ?? null,
    subscriptionPricing: pricing ? { period: pricing.period, amount: fromLong(pricing.amount) } : null,
  };
}

/** Unlike when a link is made, `request_needed` is a Bool of three states here. */
function editParameters(request: Api.messages.EditExportedChatInvite): EditParameters {
  return {
    revoked: Boolean(request.revoked),
    expireDate: request.expireDate ?? null,
    usageLimit: request.usageLimit ?? null,
    requestNeeded: request.requestNeeded ?? null,
    title: request.title ?? null,
  };
}
