import { Api, fromLong } from '../../telegram/tl.ts';
import { requireAccountFor } from '../account/require-account.ts';
import { inputPeer, inputUser, knownUsers } from '../chats/entities.ts';
import { namedChat } from '../chats/peer.ts';
import { refuse } from '../errors/refuse.ts';
import { SearchWithLinkNotSupportedError } from '../errors/telegram-errors.ts';
import { inviteUrl } from '../invite-link.ts';
import type { ChatInviteImporter, ExportedChatInvite, JoinRequest } from '../models.ts';
import { brokenPage, type Page, type PageRequest, readPage } from '../page/page.ts';
import { toChatInviteImporter, toJoinRequest } from './chat-invite-importer.ts';
import type { ChatInvitesDeps } from './chat-invites-deps.ts';
import { getExportedChatInvite } from './get-exported-chat-invite.ts';

/** Who came by a link and is there, or left for want of payment. */
export type ImporterList = 'JOINED' | 'SUBSCRIPTION_EXPIRED';

export interface ListChatInviteImportersQuery extends PageRequest {
  /** Marked id. */
  readonly chatId: string;
  readonly list: ImporterList;
  /** The hash of the link they came by. */
  readonly link: string;
}

export interface ListJoinRequestsQuery extends PageRequest {
  /** Marked id. */
  readonly chatId: string;
  /** The hash of the link they came by; `null` for any link. */
  readonly link: string | null;
  /** A part of a name; `null` for everybody. Telegram does not take it together with a link. */
  readonly q: string | null;
  /** The link, where it is at hand. */
  readonly invite?: ExportedChatInvite;
}

/** Who came by a link, newest first. `BotMethodInvalidError` for a bot account, before any call. */
export function listChatInviteImporters(
  deps: ChatInvitesDeps,
  query: ListChatInviteImportersQuery,
): Promise<Page<ChatInviteImporter>> {
  return readImporters(deps, { ...query, q: null }, toChatInviteImporter);
}

/**
 * Who waits, newest first. A link that is named and not at hand is read when somebody asks for it, once for the page.
 * `SearchWithLinkNotSupportedError`, and `BotMethodInvalidError` for a bot account, before any call.
 */
export function listJoinRequests(
  deps: ChatInvitesDeps,
  { invite, ...query }: ListJoinRequestsQuery,
): Promise<Page<JoinRequest>> {
  const { chatId, link } = query;
  let read: Promise<ExportedChatInvite> | undefined;
  const readLink = link === null ? null : () => (read ??= getExportedChatInvite(deps, chatId, link));
  return readImporters(deps, { ...query, list: 'REQUESTED' }, (row) =>
    toJoinRequest(row, chatId, invite ?? readLink, deps.told),
  );
}

interface ImportersQuery extends Omit<ListJoinRequestsQuery, 'invite'> {
  readonly list: ImporterList | 'REQUESTED';
}

/**
 * messages.getChatInviteImporters by Telegram's pair of offsets: date and user. Both are always sent, and a cursor carries the
 * user's access hash, so that it is good when this process has forgotten the user.
 */
async function readImporters<Row>(
  { telegram, chats, peers, self, cursors }: ChatInvitesDeps,
  { chatId, list, link, q, ...page }: ImportersQuery,
  toRow: (importer: Api.TypeChatInviteImporter) => Row,
): Promise<Page<Row>> {
  const scope = ['importers', chatId, list, link ?? '', q ?? ''];
  const searchWithLink = q !== null && link !== null ? [new SearchWithLinkNotSupportedError({ field: ['q'] })] : [];
  refuse([...brokenPage(cursors, page, scope), ...searchWithLink]);
  await requireAccountFor(
    Api.messages.GetChatInviteImporters,
    self,
    'A bot account cannot list who came by a link or who waits.',
  );
  const chat = await chats.find(namedChat(chatId, ['id']));

  /** 0 for somebody whom Telegram does not let this account address. */
  const accessHash = (userId: string): bigint => {
    const user = peers.known(userId);
    return user?.kind === 'USER' ? user.accessHash : 0n;
  };

  return readPage(cursors, page, {
    scope,
    async ask(behind, limit) {
      const answer = await telegram.invoke(
        new Api.messages.GetChatInviteImporters({
          peer: inputPeer(chat),
          limit,
          ...(list === 'REQUESTED' && { requested: true }),
          ...(list === 'SUBSCRIPTION_EXPIRED' && { subscriptionExpired: true }),
          ...(link !== null && { link: inviteUrl(link) }),
          ...(q !== null && { q }),
          ...offsetOf(behind),
        }),
      );
      peers.remember(answer);
      const rows = answer.importers.map((importer) => {
        const userId = fromLong(importer.userId).toString();
        return {
          row: toRow(importer),
          place: [String(importer.date), userId, accessHash(userId).toString()],
        };
      });
      return { count: answer.count, rows, users: knownUsers(answer.users) };
    },
  });
}

function offsetOf(behind: readonly string[] | null): { offsetDate: number; offsetUser: Api.TypeInputUser } {
  if (behind === null) return { offsetDate: 0, offsetUser: new Api.InputUserEmpty() };
  const [date = '0', id = '0', accessHash = '0'] = behind;
  return { offsetDate: Number(date), offsetUser: inputUser({ id: BigInt(id), accessHash: BigInt(accessHash) }) };
}
