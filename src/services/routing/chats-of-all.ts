import { MOST_DIALOG_PAGES } from '../chats/dialogs.ts';
import type { ChatPage } from '../chats/list-chats.ts';
import { InvalidInputError } from '../errors/errors.ts';
import { refuse } from '../errors/refuse.ts';
import type { Services } from '../index.ts';
import type { Chat } from '../models.ts';
import type { Cursors } from '../page/cursor.ts';
import { brokenPage, type PageRequest, PlacedRow } from '../page/page.ts';
import type { AccountView } from './accounts.ts';
import { mayInvite } from './rights.ts';
import { noAccount } from './way.ts';

/** Runs something on the account with this name. */
type OnAccount = <T>(name: string, run: (services: Services) => Promise<T>) => Promise<T>;

const SCOPE = ['chats of all accounts'];

/** Whether the account may make links in the chat, as far as known. */
export function mayActIn({ services }: AccountView, chatId: string): boolean {
  const right = services?.facts.rightIn(chatId) ?? null;
  return right !== null && mayInvite(right);
}

/**
 * The chats in which any account may make links, once each: those of the first account, newest activity first, then those that the next
 * one has beside them, and so on. A bot account cannot list its chats; those are told that the gateway has seen so far. An account that
 * does not run is passed over; rejects as a call does where none runs. A page takes as many calls as that of one account.
 */
export async function listChatsOfAll(
  accounts: readonly AccountView[],
  cursors: Cursors,
  page: PageRequest,
  on: OnAccount,
): Promise<Omit<ChatPage, 'calls'>> {
  refuse(brokenPage(cursors, page, SCOPE));
  if (!accounts.some(({ services }) => services)) throw accounts[0]?.failure() ?? noAccount();
  const { first, after } = page;
  const [from = null, behind = ''] = after === null ? [] : cursors.open(after, SCOPE, ['after']);
  // People first: what they list tells of bots' chats as well.
  const all = [...accounts.filter(isUser), ...accounts.filter((one) => !isUser(one))];
  const begin = from === null ? 0 : all.findIndex(({ name }) => name === from);
  if (begin === -1) {
    const message = 'The account in which this cursor stands is not there any more. Begin anew, without `after`.';
    throw new InvalidInputError([{ path: ['after'], message }]);
  }
  const rows: PlacedRow<Chat>[] = [];
  let left = MOST_DIALOG_PAGES;
  let end: readonly string[] | null = null;
  for (let at = begin; at < all.length && end === null; at += 1) {
    const account = all[at];
    if (!account?.services) continue;
    const isFresh = ({ id }: Chat) => !all.slice(0, at).some((earlier) => mayActIn(earlier, id));
    const { name } = account;
    const inner = at === begin && behind !== '' ? behind : null;
    const { nodes, next, calls } = isUser(account)
      ? await listOfUser(account, inner, first - rows.length, left, on)
      : knownToBot(account, inner, first - rows.length);
    left -= calls;
    for (const { chat, place } of nodes.filter((node) => isFresh(node.chat))) {
      rows.push(new PlacedRow(chat, () => cursors.seal(SCOPE, [name, place])));
    }
    if (next !== null) end = [name, next];
    else if (at + 1 < all.length && (rows.length >= first || left <= 0)) end = [all[at + 1]?.name ?? '', ''];
  }
  const reached = end;
  return {
    rows,
    hasNextPage: reached !== null,
    endCursor: reached === null ? (rows.at(-1)?.cursor ?? null) : cursors.seal(SCOPE, reached),
  };
}

const isUser = ({ kind }: AccountView) => kind !== 'BOT';

interface Part {
  readonly nodes: readonly { readonly chat: Chat; readonly place: string }[];
  /** Where the account's next page begins; `null`: there is none. */
  readonly next: string | null;
  readonly calls: number;
}

async function listOfUser(
  { name }: AccountView,
  after: string | null,
  first: number,
  mostCalls: number,
  on: OnAccount,
): Promise<Part> {
  const page = await on(name, ({ chats }) => chats.list({ first, after }, mostCalls));
  const nodes = page.rows.map(({ node, cursor }) => ({ chat: node, place: cursor }));
  return { nodes, next: page.hasNextPage ? page.endCursor : null, calls: page.calls };
}

/** In the order of their ids, so that a cursor is one of them. */
function knownToBot({ services }: AccountView, after: string | null, first: number): Part {
  const chats = services?.facts.knownChats() ?? [];
  const behind = chats
    .filter(({ id }) => after === null || id > after)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const nodes = behind.slice(0, first).map((chat) => ({ chat, place: chat.id }));
  return { nodes, next: behind.length > first ? (nodes.at(-1)?.place ?? null) : null, calls: 0 };
}
