import { Api } from 'telegram';
import type { Invite } from '../world/invites.ts';
import { userOf } from '../world/users.ts';
import type { World } from '../world.ts';
import { viewInvite } from './view-invite.ts';
import { viewUser } from './view-user.ts';

/** One link with its administrator; with `replacement`, the primary that was revoked and the one made in its place. */
export function viewInviteAnswer(
  world: World,
  viewerId: bigint,
  invite: Invite,
  replacement: Invite | null = null,
): Api.messages.TypeExportedChatInvite {
  const users = [viewUser(world, viewerId, userOf(world, invite.adminId))];
  if (!replacement) return new Api.messages.ExportedChatInvite({ invite: viewInvite(invite), users });
  const newInvite = viewInvite(replacement);
  return new Api.messages.ExportedChatInviteReplaced({ invite: viewInvite(invite), newInvite, users });
}
