/**
 * Every method that this gateway calls, and what may be done with a call of it. Repeating, sharing, holding and routing all
 * read this one table.
 */
import { Api } from './tl.ts';

/**
 * What a call leaves behind. `read`: nothing, so that it may run again. `once`: a change, which may have been made when the answer
 * is lost. A second run does more than the first (another link), is refused although the first was carried out, or undoes what
 * somebody else has changed meanwhile.
 */
export type Effect = 'read' | 'once';

/** Which accounts Telegram lets call the method. */
export type Audience = 'users' | 'both';

/** The class of a request. */
export type MethodOf<R extends Api.AnyRequest> = (abstract new (
  ...args: never[]
) => R) & {
  /** As a request's: `messages.ExportChatInvite`. */
  readonly className: string;
};

interface Method {
  readonly method: MethodOf<Api.AnyRequest>;
  readonly for: Audience;
  /** Callers ask in the same words, so that those who ask at once can share one call. */
  readonly shared: boolean;
  readonly effect: Effect;
}

function method(
  method: MethodOf<Api.AnyRequest>,
  effect: Effect,
  audience: Audience,
  { shared } = { shared: false },
): Method {
  return { method, effect, for: audience, shared };
}

const SHARED = { shared: true };

export const METHODS: readonly Method[] = [
  method(Api.Ping, 'read', 'both'),
  method(Api.PingDelayDisconnect, 'read', 'both'),
  method(Api.channels.GetChannels, 'read', 'both', SHARED),
  method(Api.channels.GetFullChannel, 'read', 'both', SHARED),
  method(Api.channels.GetParticipant, 'read', 'both'),
  method(Api.contacts.ResolveUsername, 'read', 'both'),
  method(Api.messages.CheckChatInvite, 'read', 'users', SHARED),
  method(Api.messages.DeleteExportedChatInvite, 'once', 'users'),
  method(Api.messages.DeleteRevokedExportedChatInvites, 'once', 'users'),
  method(Api.messages.EditExportedChatInvite, 'once', 'both'),
  // It has no random_id: a second run makes another link.
  method(Api.messages.ExportChatInvite, 'once', 'both'),
  method(Api.messages.GetAdminsWithInvites, 'read', 'users', SHARED),
  method(Api.messages.GetChatInviteImporters, 'read', 'users', SHARED),
  method(Api.messages.GetChats, 'read', 'both', SHARED),
  method(Api.messages.GetDialogs, 'read', 'users', SHARED),
  method(Api.messages.GetExportedChatInvite, 'read', 'users', SHARED),
  method(Api.messages.GetExportedChatInvites, 'read', 'users', SHARED),
  method(Api.messages.GetFullChat, 'read', 'both', SHARED),
  // A second run may sweep in newer requests.
  method(Api.messages.HideAllChatJoinRequests, 'once', 'users'),
  method(Api.messages.HideChatJoinRequest, 'once', 'both'),
  method(Api.messages.ImportChatInvite, 'once', 'users'),
  method(Api.updates.GetDifference, 'read', 'both'),
  method(Api.updates.GetState, 'read', 'both'),
  method(Api.users.GetUsers, 'read', 'both', SHARED),
];

const BY_CLASS: ReadonlyMap<unknown, Method> = new Map(METHODS.map((row) => [row.method, row]));

/** `once` for a method that is not in the table: nothing is known that would allow more. */
export function effectOf(request: Api.AnyRequest): Effect {
  return BY_CLASS.get(request.constructor)?.effect ?? 'once';
}

/** Whether a call of the method changes something: `effectOf` says `once`. */
export function isChange(method: MethodOf<Api.AnyRequest>): boolean {
  return BY_CLASS.get(method)?.effect !== 'read';
}

/** Whether equal calls under way may share one. */
export function isShared(request: Api.AnyRequest): boolean {
  return BY_CLASS.get(request.constructor)?.shared ?? false;
}

/** Which accounts may call it; `both` for a method that is not in the table: Telegram tells. */
export function audienceOf(method: MethodOf<Api.AnyRequest>): Audience {
  return BY_CLASS.get(method)?.for ?? 'both';
}
