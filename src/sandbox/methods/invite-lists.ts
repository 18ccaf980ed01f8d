import { Api } from 'telegram';
import type { Dispatcher } from '../dispatcher.ts';
import { toLong } from '../views/long.ts';
import { viewInvite } from '../views/view-invite.ts';
import { viewInviteAnswer } from '../views/view-invite-answer.ts';
import { viewUser } from '../views/view-user.ts';
import { requireInvite } from '../world/invite-rights.ts';
import { countInvites, type ListParameters, listInvites } from '../world/list-invites.ts';
import { userOf } from '../world/users.ts';
import type { World } from '../world.ts';
import { requirePerson } from './caller.ts';
import { chatOfLinks } from './chat-of-links.ts';
import { userOfInput } from './input-peer.ts';

/** Reading links, which is for people alone. */
export function registerInviteLists(dispatcher: Dispatcher, world: World): void {
  dispatcher.register(Api.messages.GetExportedChatInvite, (request, call) => {
    const caller = requirePerson(world, call);
    const invite = requireInvite(world, chatOfLinks(world, caller, request), caller.id, request.link);
    return viewInviteAnswer(world, caller.id, invite);
  });

  dispatcher.register(Api.messages.GetExportedChatInvites, (request, call) => {
    const caller = requirePerson(world, call);
    const chat = chatOfLinks(world, caller, request);
    const named = userOfInput(world, caller, request.adminId);
    const { admin, count, page } = listInvites(world, chat, caller.id, named, listParameters(request));
    const users = page.length > 0 ? [viewUser(world, caller.id, admin)] : [];
    return new Api.messages.ExportedChatInvites({ count, invites: page.map(viewInvite), users });
  });

  dispatcher.register(Api.messages.GetAdminsWithInvites, (request, call) => {
    const caller = requirePerson(world, call);
    const counts = countInvites(world, chatOfLinks(world, caller, request), caller.id);
    return new Api.messages.ChatAdminsWithInvites({
      admins: counts.map(
        ({ adminId, live, revoked }) =>
          new Api.ChatAdminWithInvites({
            adminId: toLong(adminId),
            invitesCount: live,
            revokedInvitesCount: revoked,
          }),
      ),
      users: counts.map(({ adminId }) => viewUser(world, caller.id, userOf(world, adminId))),
    });
  });
}

/** Both offsets hang on one flag; some clients send them empty for the first page. */
function listParameters(request: Api.messages.GetExportedChatInvites): ListParameters {
  const { offsetDate: date, offsetLink: link, limit } = request;
  return { revoked: Boolean(request.revoked), after: date && link ? { date, link } : null, limit };
}
