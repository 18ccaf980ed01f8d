import type { TelegramPort } from '../../telegram/port.ts';
import { Api } from '../../telegram/tl.ts';
import { requireAccountFor } from '../account/require-account.ts';
import { refuse } from '../errors/refuse.ts';
import type { Chat, User } from '../models.ts';
import type { Cursors } from '../page/cursor.ts';
import { brokenPage, type Page, type PageRequest, PlacedRow } from '../page/page.ts';
import { type DialogPlace, MOST_DIALOG_PAGES, readDialogPage } from './dialogs.ts';
import { knownChat } from './entities.ts';
import type { Peers } from './peers.ts';

/** A part of the list, which Telegram does not count. */
export interface ChatPage extends Omit<Page<Chat>, 'totalCount' | 'users'> {
  /** Where to go on: behind the last row, or where a page without rows has stopped looking; `null` when nothing is left there. */
  readonly endCursor: string | null;
  /** Calls that it took. */
  readonly calls: number;
}

export interface ListChatsDeps {
  readonly telegram: TelegramPort;
  readonly peers: Peers;
  readonly self: () => Promise<User>;
  readonly cursors: Cursors;
}

const SCOPE = ['chats'];

/**
 * The chats in which the account may make links, among all its conversations: messages.getDialogs, newest activity first.
 * The other conversations cost calls as well, so a page ends after `mostCalls` of them with what was found, and its cursor is where
 * the next one looks on. `BotMethodInvalidError` for a bot account, before any call.
 */
export async function listChats(
  { telegram, peers, self, cursors }: ListChatsDeps,
  page: PageRequest,
  mostCalls = MOST_DIALOG_PAGES,
): Promise<ChatPage> {
  refuse(brokenPage(cursors, page, SCOPE));
  const { first, after } = page;
  let behind: DialogPlace | null = after === null ? null : cursors.open(after, SCOPE, ['after']);
  await requireAccountFor(Api.messages.GetDialogs, self, 'A bot account cannot list its chats.');
  const found: { readonly chat: Chat; readonly place: DialogPlace }[] = [];
  let isEnd = false;
  let calls = 0;
  for (; !isEnd && found.length < first && calls < mostCalls; calls += 1) {
    const { answer, rows, isLast } = await readDialogPage(telegram, behind);
    peers.remember(answer);
    for (const { chat, place } of rows) {
      const known = chat && mayInvite(chat) ? knownChat(chat) : null;
      if (known) found.push({ chat: known.chat, place });
    }
    behind = rows.at(-1)?.place ?? null;
    isEnd = isLast || behind === null;
  }
  const shown = found.slice(0, first);
  // When all that was found is shown, the next page need not look at the rest of what was read.
  const reached = (found.length > first && shown.at(-1)?.place) || behind;
  const rows = shown.map(({ chat, place }, index) => {
    const at = index === shown.length - 1 && reached ? reached : place;
    return new PlacedRow(chat, () => cursors.seal(SCOPE, at));
  });
  const hasNextPage = found.length > first || !isEnd;
  return {
    rows,
    hasNextPage,
    calls,
    get endCursor() {
      return rows.at(-1)?.cursor ?? (hasNextPage && reached ? cursors.seal(SCOPE, reached) : null);
    },
  };
}

/** Links are for the owner, and for admins with the right to invite; that members may add people does not count. */
function mayInvite(chat: Api.TypeChat): boolean {
  if (!(chat instanceof Api.Chat || chat instanceof Api.Channel) || chat.left) return false;
  // A basic group that has become a supergroup.
  if (chat instanceof Api.Chat && (chat.deactivated || chat.migratedTo)) return false;
  return chat.creator === true || chat.adminRights?.inviteUsers === true;
}
