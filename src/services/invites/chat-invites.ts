import { namedChat } from '../chats/peer.ts';
import type {
  ChatInviteAlready,
  ChatInviteImporter,
  ChatInvitePeek,
  ChatInvitePreview,
  ChatInvitePublicJoinRequests,
  ChatJoined,
  ChatJoinRequestHidden,
  ChatJoinRequestsHidden,
  DeletedExportedChatInvite,
  DeletedRevokedExportedChatInvites,
  ExportedChatInvite,
  ExportedChatInviteReplaced,
  FullChat,
  JoinRequest,
  JoinRequestSent,
} from '../models.ts';
import type { Attempt } from '../once/certain.ts';
import type { Keyed } from '../once/idempotency.ts';
import type { Page } from '../page/page.ts';
import type { ChatInvitesDeps } from './chat-invites-deps.ts';
import { checkChatInvite } from './check-chat-invite.ts';
import { deleteExportedChatInvite } from './delete-exported-chat-invite.ts';
import {
  type DeleteRevokedExportedChatInvitesInput,
  deleteRevokedExportedChatInvites,
} from './delete-revoked-exported-chat-invites.ts';
import { type EditExportedChatInviteInput, editExportedChatInvite } from './edit-exported-chat-invite.ts';
import { type ExportChatInviteInput, exportChatInvite } from './export-chat-invite.ts';
import { type AdminsWithInvites, getAdminsWithInvites } from './get-admins-with-invites.ts';
import { getExportedChatInvite } from './get-exported-chat-invite.ts';
import { getFullChat } from './get-full-chat.ts';
import { type FoundJoinRequest, getJoinRequest } from './get-join-request.ts';
import { type HideAllChatJoinRequestsInput, hideAllChatJoinRequests } from './hide-all-chat-join-requests.ts';
import { type HideChatJoinRequestInput, hideChatJoinRequest } from './hide-chat-join-request.ts';
import { type ImportChatInviteInput, importChatInvite } from './import-chat-invite.ts';
import {
  type ListChatInviteImportersQuery,
  type ListJoinRequestsQuery,
  listChatInviteImporters,
  listJoinRequests,
} from './list-chat-invite-importers.ts';
import { type ListExportedChatInvitesQuery, listExportedChatInvites } from './list-exported-chat-invites.ts';
import { createPresentAnswers, type Notable } from './present-answer.ts';
import { type NamedLink, revokeExportedChatInvite } from './revoke-exported-chat-invite.ts';

/**
 * The verbs of a link, each in its own file. Chats and people go in as texts, which are parsed here and nowhere below, and come
 * out as marked ids; links go in as hashes. Every verb that changes something
 * does so once, whatever becomes of an answer, and takes an idempotency key (`Idempotency.once`).
 */
export interface ChatInvites {
  /** Makes a link. On a `TelegramUnavailableError` with outcome UNKNOWN one may exist. */
  export(input: ExportChatInviteInput & Keyed): Promise<ExportedChatInvite | ChatInvitePublicJoinRequests>;
  /** Reads one link of a chat. `BotMethodInvalidError` for a bot account, before any call. */
  get(chatId: string, hash: string): Promise<ExportedChatInvite>;
  /** A page of one admin's links, newest first. `BotMethodInvalidError` for a bot account, before any call. */
  list(query: ListExportedChatInvitesQuery): Promise<Page<ExportedChatInvite>>;
  /**
   * A page of those who came by a link, or whose subscription ended, newest first. `BotMethodInvalidError` for a bot account,
   * before any call.
   */
  listImporters(query: ListChatInviteImportersQuery): Promise<Page<ChatInviteImporter>>;
  /** A page of those who wait, newest first. `BotMethodInvalidError` for a bot account, before any call. */
  listJoinRequests(query: ListJoinRequestsQuery): Promise<Page<JoinRequest>>;
  /** Who waits, by both marked ids; `null`: the person does not. `BotMethodInvalidError` for a bot account, before any call. */
  getJoinRequest(chatId: string, userId: string): Promise<FoundJoinRequest | null>;
  /** Every admin who has links. `BotMethodInvalidError` for a bot account, before any call. */
  adminsWithInvites(chatId: string): Promise<AdminsWithInvites>;
  /** The account's primary link of a chat and how many wait there. */
  fullChat(chatId: string): Promise<FullChat>;
  /** Changes what is given and leaves the rest. `InvalidInputError` when nothing is given. */
  edit(input: EditExportedChatInviteInput & Keyed): Promise<ExportedChatInvite>;
  /** Makes a link useless for good. A primary one is replaced by a new one at once. */
  revoke(link: NamedLink & Keyed): Promise<ExportedChatInvite | ExportedChatInviteReplaced>;
  /** Takes a revoked link off the list. `BotMethodInvalidError` for a bot account, before any call. */
  delete(link: NamedLink & Keyed): Promise<DeletedExportedChatInvite>;
  /** Takes all revoked links of one admin off the list. `BotMethodInvalidError` for a bot account, before any call. */
  deleteRevoked(input: DeleteRevokedExportedChatInvitesInput & Keyed): Promise<DeletedRevokedExportedChatInvites>;
  /** Looks at a link without joining. `BotMethodInvalidError` for a bot account, before any call. */
  check(hash: string): Promise<ChatInviteAlready | ChatInvitePeek | ChatInvitePreview>;
  /** Joins by a link, or asks to be let in. `BotMethodInvalidError` for a bot account, before any call. */
  import(input: ImportChatInviteInput & Keyed): Promise<ChatJoined | JoinRequestSent>;
  /** Decides one request to join. `HideRequesterMissingError` when it is decided already, by whomever and either way. */
  hideJoinRequest(input: HideChatJoinRequestInput & Keyed): Promise<ChatJoinRequestHidden>;
  /**
   * Decides all requests to join, those that nobody has looked at included. `BotMethodInvalidError` for a bot account,
   * before any call.
   */
  hideAllJoinRequests(input: HideAllChatJoinRequestsInput & Keyed): Promise<ChatJoinRequestsHidden>;
}

export function createChatInvites(deps: ChatInvitesDeps): ChatInvites {
  const { once } = deps.idempotency;
  const present = createPresentAnswers(deps);

  /** Notes what a change has made of a link, also where its answer comes when the caller has gone. */
  function noting<T extends Notable>(attempt: Attempt<T>, change: (attempt: Attempt<T>) => Promise<T>): Promise<T> {
    const late = (answer: Promise<T>) => {
      const noted = present.noting(answer);
      noted.catch(() => {}); // without a key nobody hears of it
      attempt.late(noted);
    };
    return present.noting(change({ ...attempt, late }));
  }

  return {
    export: (input) =>
      once(
        'messages.exportChatInvite',
        input,
        (attempt) => {
          const make = (one: typeof attempt) => exportChatInvite(deps, input, one);
          // Nothing has been told of a new link, but of the primary one that it replaces.
          return input.legacyRevokePermanent ? noting(attempt, make) : make(attempt);
        },
        present.invite,
      ),
    get: (chatId, hash) => getExportedChatInvite(deps, chatId, hash),
    list: (query) => listExportedChatInvites(deps, query),
    listImporters: (query) => listChatInviteImporters(deps, query),
    listJoinRequests: (query) => listJoinRequests(deps, query),
    getJoinRequest: (chatId, userId) => getJoinRequest(deps, chatId, userId),
    adminsWithInvites: (chatId) => getAdminsWithInvites(deps, chatId),
    fullChat: async (chatId) => getFullChat(deps, await deps.chats.find(namedChat(chatId, ['id']))),
    edit: (input) =>
      once(
        'messages.editExportedChatInvite',
        input,
        (attempt) => noting(attempt, (one) => editExportedChatInvite(deps, input, one)),
        present.invite,
      ),
    revoke: (link) =>
      once(
        'messages.editExportedChatInvite revoked',
        link,
        (attempt) => noting(attempt, (one) => revokeExportedChatInvite(deps, link, one)),
        present.invite,
      ),
    delete: (link) =>
      once('messages.deleteExportedChatInvite', link, (attempt) =>
        noting(attempt, (one) => deleteExportedChatInvite(deps, link, one)),
      ),
    deleteRevoked: (input) =>
      once('messages.deleteRevokedExportedChatInvites', input, (attempt) =>
        deleteRevokedExportedChatInvites(deps, input, attempt),
      ),
    check: (hash) => checkChatInvite(deps, hash),
    import: (input) =>
      once('messages.importChatInvite', input, (attempt) => importChatInvite(deps, input, attempt), present.joined),
    hideJoinRequest: (input) =>
      once(
        'messages.hideChatJoinRequest',
        input,
        (attempt) => hideChatJoinRequest(deps, input, attempt),
        present.hidden,
      ),
    hideAllJoinRequests: (input) =>
      once('messages.hideAllChatJoinRequests', input, (attempt) => hideAllChatJoinRequests(deps, input, attempt)),
  };
}
