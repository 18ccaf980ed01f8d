import { Api } from './tl.ts';

/**
 * Whether it may run twice without harm, so that GramJS may re-send it after a reconnect and the gateway repeat it. Making
 * a link has no random_id: a second run makes another one. Revoking a primary link has made a new one by then, and what a
 * second run does is not documented. Deleting a link is refused the second time, which would be told of a link that was
 * deleted. https://core.telegram.org/api/invites
 */
export function isRepeatable(request: Api.AnyRequest): boolean {
  if (request instanceof Api.messages.EditExportedChatInvite) return !request.revoked;
  return !(
    request instanceof Api.messages.ExportChatInvite || request instanceof Api.messages.DeleteExportedChatInvite
  );
}
