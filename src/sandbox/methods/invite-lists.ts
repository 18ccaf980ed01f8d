import { Api } from 'telegram';
import type { Dispatcher } from '../dispatcher.ts';
import { viewInviteAnswer } from '../views/view-invite-answer.ts';
import { requireInvite } from '../world/invite-rights.ts';
import type { World } from '../world.ts';
import { requirePerson } from './caller.ts';
import { chatOfLinks } from './chat-of-links.ts';

/** Reading links, which is for people alone. */
export function registerInviteLists(dispatcher: Dispatcher, world: World): void {
  dispatcher.register(Api.messages.GetExportedChatInvite, (request, call) => {
    const caller = requirePerson(world, call);
    const invite = requireInvite(world, chatOfLinks(world, caller, request), caller.id, request.link);
    return viewInviteAnswer(world, caller.id, invite);
  });
}
