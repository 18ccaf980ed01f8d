import { Api } from './tl.ts';

/**
 * Calls that must not run twice. Making a link has no random_id: a second run makes another one. Deciding all join requests
 * a second time may sweep in newer ones. The others are refused the second time (a link that is deleted already, a request
 * that is decided, somebody who is a member by now), which would be told of something that was done.
 */
const RUN_ONCE = [
  Api.messages.ExportChatInvite,
  Api.messages.DeleteExportedChatInvite,
  Api.messages.HideChatJoinRequest,
  Api.messages.HideAllChatJoinRequests,
  Api.messages.ImportChatInvite,
];

/**
 * Whether it may run twice without harm, so that GramJS may re-send it after a reconnect and the gateway repeat it. Revoking
 * a primary link has made a new one by then, and what a second run does is not documented.
 * https://core.telegram.org/api/invites
 */
export function isRepeatable(request: Api.AnyRequest): boolean {
  if (request instanceof Api.messages.EditExportedChatInvite) return !request.revoked;
  return !RUN_ONCE.some((method) => request instanceof method);
}

/** All that change something. The last two set what they set: a second run leaves things as the first did. */
const CHANGES = [...RUN_ONCE, Api.messages.EditExportedChatInvite, Api.messages.DeleteRevokedExportedChatInvites];

/** Whether it changes something: when its answer is lost, that may have been done, whether or not it may run twice. */
export function isChange(request: Api.AnyRequest): boolean {
  return CHANGES.some((method) => request instanceof method);
}
