import { Api } from 'telegram';
import type { Dispatcher } from '../dispatcher.ts';
import { RpcError } from '../rpc-error.ts';
import { fromLong } from '../views/long.ts';
import { viewInvite } from '../views/view-invite.ts';
import { viewUser } from '../views/view-user.ts';
import { type Chat, canInvite, markedIdOf, standingIn } from '../world/chats.ts';
import { exportInvite } from '../world/export-invite.ts';
import { type ExportParameters, findInvite } from '../world/invites.ts';
import { type User, userOf } from '../world/users.ts';
import type { World } from '../world.ts';
import { requireAccount, requirePerson } from './caller.ts';
import { chatOfPeer } from './input-peer.ts';

export function registerInvites(dispatcher: Dispatcher, world: World): void {
  dispatcher.register(Api.messages.ExportChatInvite, (request, call) => {
    const caller = requireAccount(world, call);
    const parameters = parametersOf(request);
    const record = { ...parameters, userId: caller.id, chatId: null, invite: null };
    const index = world.exportRequests.push(record) - 1;
    const chat = chatOfPeer(world, caller, request.peer);
    world.exportRequests[index] = { ...record, chatId: markedIdOf(chat) };
    refuse(world, chat);
    const invite = exportInvite(world, chat, caller.id, parameters);
    world.exportRequests[index] = { ...record, chatId: markedIdOf(chat), invite };
    return viewInvite(invite);
  });

  /** A link of another chat, or none at all, is INVITE_HASH_EXPIRED; another admin's is for the creator alone. */
  dispatcher.register(Api.messages.GetExportedChatInvite, (request, call) => {
    const caller = requirePerson(world, call);
    const chat = chatOfPeer(world, caller, request.peer);
    if (!canInvite(chat, caller.id)) throw new RpcError(400, 'CHAT_ADMIN_REQUIRED');
    const invite = findInvite(world, chat, request.link);
    if (!invite) throw new RpcError(400, 'INVITE_HASH_EXPIRED');
    if (!mayRead(chat, caller, invite.adminId)) throw new RpcError(400, 'CHAT_ADMIN_REQUIRED');
    const users = [viewUser(world, caller.id, userOf(world, invite.adminId))];
    return new Api.messages.ExportedChatInvite({ invite: viewInvite(invite), users });
  });
}

/** Absent fields are undefined where a test made the request and null where GramJS read it from the wire. */
function parametersOf(request: Api.messages.ExportChatInvite): ExportParameters {
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

function refuse(world: World, chat: Chat): void {
  const refusal = world.refusals.get(markedIdOf(chat));
  if (refusal) throw new RpcError(refusal.code, refusal.type);
}

function mayRead(chat: Chat, caller: User, adminId: bigint): boolean {
  return adminId === caller.id || standingIn(chat, caller.id) === 'creator';
}
