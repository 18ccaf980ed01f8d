import type { TelegramPort } from '../../telegram/port.ts';
import { Api } from '../../telegram/tl.ts';
import { inviteHash } from '../invite-link.ts';
import type { CheckedInvites } from '../invites/checked-invites.ts';

/**
 * Forgets what `checked` knows of a link when a call may have changed what the link leads to or how the account stands to it,
 * whatever became of the call. A new primary link takes the place of one that the request does not name.
 */
export function withForgottenInvites(port: TelegramPort, checked: CheckedInvites): TelegramPort {
  return {
    invoke(request) {
      const forget = whatToForget(request, checked);
      return forget ? port.invoke(request).finally(forget) : port.invoke(request);
    },
  };
}

function whatToForget(request: Api.AnyRequest, checked: CheckedInvites): (() => void) | null {
  if (request instanceof Api.messages.ImportChatInvite) return () => checked.forget(request.hash);
  if (request instanceof Api.messages.EditExportedChatInvite) {
    return () => checked.forget(inviteHash(request.link) ?? request.link);
  }
  const replacesPrimary = request instanceof Api.messages.ExportChatInvite && request.legacyRevokePermanent;
  return replacesPrimary || request instanceof Api.channels.LeaveChannel ? checked.forgetAll : null;
}
