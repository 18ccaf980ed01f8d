import { Api } from 'telegram';
import type { Dispatcher } from '../dispatcher.ts';
import { RpcError } from '../rpc-error.ts';
import { viewImporter } from '../views/view-importer.ts';
import { viewUser } from '../views/view-user.ts';
import { type ImportersParameters, listImporters } from '../world/list-importers.ts';
import { type User, userOf } from '../world/users.ts';
import type { World } from '../world.ts';
import { requirePerson } from './caller.ts';
import { chatOfLinks } from './chat-of-links.ts';
import { userOfInput } from './input-peer.ts';

/** Who came by a link and who waits, which is for people alone. */
export function registerImporters(dispatcher: Dispatcher, world: World): void {
  dispatcher.register(Api.messages.GetChatInviteImporters, (request, call) => {
    const caller = requirePerson(world, call);
    const chat = chatOfLinks(world, caller, request);
    const { count, page } = listImporters(world, chat, caller.id, parametersOf(world, caller, request));
    const named = new Set(page.flatMap(({ userId, approvedBy }) => (approvedBy ? [userId, approvedBy] : [userId])));
    return new Api.messages.ChatInviteImporters({
      count,
      importers: page.map(viewImporter),
      users: [...named].map((id) => viewUser(world, caller.id, userOf(world, id))),
    });
  });
}

function parametersOf(world: World, caller: User, request: Api.messages.GetChatInviteImporters): ImportersParameters {
  const userId = offsetUser(world, caller, request.offsetUser);
  return {
    requested: Boolean(request.requested),
    subscriptionExpired: Boolean(request.subscriptionExpired),
    link: request.link ?? null,
    q: request.q ?? null,
    after: request.offsetDate > 0 ? { date: request.offsetDate, userId } : null,
    limit: request.limit,
  };
}

/** Nobody on the first page. Assumed: a user whose hash is not the caller's is PEER_ID_INVALID. */
function offsetUser(
  world: World,
  caller: User,
  input: Api.messages.GetChatInviteImporters['offsetUser'],
): bigint | null {
  if (input instanceof Api.InputUserEmpty) return null;
  const user = userOfInput(world, caller, input);
  if (!user) throw new RpcError(400, 'PEER_ID_INVALID');
  return user.id;
}
