import { Api, fromLong } from '../../telegram/tl.ts';
import { requireAccountFor } from '../account/require-account.ts';
import { inputPeer, inputUser, knownUsers } from '../chats/entities.ts';
import { namedChat } from '../chats/peer.ts';
import { SearchWithLinkNotSupportedError } from '../errors/telegram-errors.ts';
import { inviteUrl } from '../invite-link.ts';
import type { ChatInviteImporter } from '../models.ts';
import { checkFirst, type Page, type PageRequest, readPage } from '../page/page.ts';
import { toChatInviteImporter } from './chat-invite-importer.ts';
import type { ChatInvitesDeps } from './chat-invites-deps.ts';

/** Telegram has a list of each for a link, and of those who wait for the chat as a whole, too. */
export type ImporterList = 'JOINED' | 'REQUESTED' | 'SUBSCRIPTION_EXPIRED';

export interface ListChatInviteImportersQuery extends PageRequest {
  /** Marked id. */
  readonly chatId: string;
  readonly list: ImporterList;
  /** The hash of the link they came by; `null` for the whole chat, which has a list of those who wait alone. */
  readonly link: string | null;
  /** A part of a name, for those who wait; `null` for everybody. Telegram does not take it together with a link. */
  readonly q: string | null;
}

/**
 * messages.getChatInviteImporters, newest first, by Telegram's pair of offsets: date and user. Both are always sent, and a
 * cursor carries the user's access hash, so that it is good when this process has forgotten the user.
 * `SearchWithLinkNotSupportedError`, and `BotMethodInvalidError` for a bot account, before any call.
 */
export async function listChatInviteImporters(
  { telegram, chats, peers, self, cursors }: ChatInvitesDeps,
  { chatId, list, link, q, ...page }: ListChatInviteImportersQuery,
): Promise<Page<ChatInviteImporter>> {
  checkFirst(page.first, ['first']);
  if (q !== null && link !== null) throw new SearchWithLinkNotSupportedError();
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
    scope: ['importers', chatId, list, link ?? '', q ?? ''],
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
          row: toChatInviteImporter(importer),
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
