import { describe, expect, test } from 'vitest';
import { Api, fromLong, toLong } from '../../src/telegram/tl.ts';
import { answers, me, meAsBot } from '../support/fake-community.ts';
import { fakeServices } from '../support/fake-services.ts';
import { fakeTelegram } from '../support/fake-telegram.ts';

const rights = (inviteUsers: boolean) => new Api.ChatAdminRights({ inviteUsers, other: true });
const photo = new Api.ChatPhotoEmpty();

/** A supergroup that the account owns, unless told otherwise. */
function channel(id: number, more: Partial<Api.Channel> = { creator: true }): Api.Channel {
  const own = { id: toLong(BigInt(id)), accessHash: toLong(BigInt(id) * 10n), title: `Chat ${id}`, photo, date: 0 };
  return new Api.Channel({ ...own, megagroup: true, ...more });
}

function group(id: number, more: Partial<Api.Chat> = { creator: true }): Api.Chat {
  const own = { id: toLong(BigInt(id)), title: `Chat ${id}`, photo, date: 0, version: 1, participantsCount: 2 };
  return new Api.Chat({ ...own, ...more });
}

interface Conversation {
  readonly with: Api.TypeChat | Api.User;
  /** Of the newest message. */
  readonly date: number;
  readonly pinned?: boolean;
  /** It has no message any more. */
  readonly empty?: boolean;
}

const person = (id: number) => new Api.User({ id: toLong(BigInt(id)), accessHash: toLong(5n), firstName: 'A' });
const people = (count: number, since: number): Conversation[] =>
  Array.from({ length: count }, (_, each) => ({ with: person(since + each), date: since - each }));

function peerOf(entity: Conversation['with']): Api.TypePeer {
  if (entity instanceof Api.User) return new Api.PeerUser({ userId: entity.id });
  if (entity instanceof Api.Channel || entity instanceof Api.ChannelForbidden)
    return new Api.PeerChannel({ channelId: entity.id });
  return new Api.PeerChat({ chatId: entity.id });
}

/** Telegram's list: those pinned first, the others by their newest message, a hundred at a time behind date and id. */
function telegramWith(conversations: () => readonly Conversation[], account = me) {
  const requests: Api.messages.GetDialogs[] = [];
  const telegram = fakeTelegram({
    ...answers,
    'users.GetUsers': () => [account],
    'messages.GetDialogs': (request: Api.messages.GetDialogs) => {
      requests.push(request);
      const all = conversations().toSorted((one, other) => other.date - one.date);
      const pinned = request.excludePinned ? [] : all.filter((row) => row.pinned);
      const behind = all.filter((row) => !row.pinned && (!request.offsetDate || row.date < request.offsetDate));
      const page = [...pinned, ...behind].slice(0, request.limit);
      const entities = page.map((row) => row.with);
      return new Api.messages.DialogsSlice({
        count: all.length,
        dialogs: page.map(
          (row) =>
            new Api.Dialog({
              ...(row.pinned && { pinned: true }),
              peer: peerOf(row.with),
              topMessage: 3,
              readInboxMaxId: 0,
              readOutboxMaxId: 0,
              unreadCount: 0,
              unreadMentionsCount: 0,
              unreadReactionsCount: 0,
              notifySettings: new Api.PeerNotifySettings({}),
            }),
        ),
        messages: page
          .filter((row) => !row.empty)
          .map((row) => new Api.Message({ id: 3, peerId: peerOf(row.with), date: row.date, message: '' })),
        chats: entities.filter((entity) => !(entity instanceof Api.User)),
        users: entities.filter((entity) => entity instanceof Api.User),
      });
    },
  });
  return { requests, chats: fakeServices({ telegram }).chats, telegram };
}

type Listing = ReturnType<typeof telegramWith>;

/** Titles of each page to the end. */
async function walk({ chats }: Listing, first: number): Promise<string[][]> {
  const pages: string[][] = [];
  let after: string | null = null;
  for (;;) {
    const page: Awaited<ReturnType<typeof chats.list>> = await chats.list({ first, after });
    pages.push(page.rows.map(({ node }) => node.title));
    if (!page.hasNextPage) return pages;
    expect(page.endCursor).toEqual(expect.any(String));
    if (page.rows.length > 0) expect(page.rows.at(-1)?.cursor).toBe(page.endCursor);
    after = page.endCursor;
  }
}

test.each<[string, Api.TypeChat, boolean]>([
  ['a supergroup that it owns', channel(1), true],
  ['a channel that it owns', channel(1, { creator: true, broadcast: true, megagroup: false }), true],
  ['a channel as admin with the right to invite', channel(1, { adminRights: rights(true) }), true],
  ['a basic group that it owns', group(1), true],
  ['a basic group as admin with the right to invite', group(1, { adminRights: rights(true) }), true],
  ['a supergroup as admin without that right', channel(1, { adminRights: rights(false) }), false],
  [
    'a supergroup as member, where members may add people',
    channel(1, { defaultBannedRights: new Api.ChatBannedRights({ untilDate: 0 }) }),
    false,
  ],
  ['a basic group as member', group(1, {}), false],
  ['a supergroup that it owns and has left', channel(1, { creator: true, left: true }), false],
  ['a basic group that it owns and has left', group(1, { creator: true, left: true }), false],
  ['a basic group that has become a supergroup', group(1, { creator: true, deactivated: true }), false],
  ['a basic group that is becoming one', group(1, { creator: true, migratedTo: new Api.InputChannelEmpty() }), false],
  ['a channel whose access hash is good in one context alone', channel(1, { creator: true, min: true }), false],
  [
    'a supergroup that put it out',
    new Api.ChannelForbidden({ id: toLong(1n), accessHash: toLong(1n), title: 'Chat 1' }),
    false,
  ],
  ['a basic group that put it out', new Api.ChatForbidden({ id: toLong(1n), title: 'Chat 1' }), false],
])('the account may make links in %s', async (_, chat, mayInvite) => {
  const { chats } = telegramWith(() => [{ with: chat, date: 1 }]);
  const page = await chats.list({ first: 20, after: null });
  expect(page.rows.map(({ node }) => node.title)).toEqual(mayInvite ? ['Chat 1'] : []);
  expect([page.hasNextPage, page.endCursor === null]).toEqual([false, !mayInvite]);
});

describe('a walk', () => {
  const own = (count: number, since: number): Conversation[] =>
    Array.from({ length: count }, (_, each) => ({ with: channel(since - each), date: since - each }));

  test.each([1, 2, 7, 100, 1000])('by %i meets every chat once, pinned ones first', async (first) => {
    const conversations = [
      ...own(150, 9_000),
      ...people(130, 8_000),
      ...own(3, 7_000).map((row) => ({ ...row, pinned: true })),
      ...own(40, 6_000),
      // Older than the row before, nobody knows how much.
      { with: channel(5_900), date: 5_900, empty: true },
      ...own(2, 5_800),
    ];
    const listing = telegramWith(() => conversations);
    const pages = await walk(listing, first);
    const titles = pages.flat();
    expect(titles.slice(0, 4)).toEqual(['Chat 7000', 'Chat 6999', 'Chat 6998', 'Chat 9000']);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles).toHaveLength(196);
    expect(Math.max(...pages.map(({ length }) => length))).toBeLessThanOrEqual(first);
  });

  test('goes on behind a chat that is there no more, or that has come to the head', async () => {
    let conversations = own(6, 9_000);
    const { chats } = telegramWith(() => conversations);
    const { endCursor } = await chats.list({ first: 3, after: null });
    conversations = conversations
      .filter(({ date }) => date !== 8_998)
      .map((row) => (row.date === 8_999 ? { ...row, date: 9_999 } : row));
    const page = await chats.list({ first: 3, after: endCursor });
    expect(page.rows.map(({ node }) => node.title)).toEqual(['Chat 8997', 'Chat 8996', 'Chat 8995']);
  });

  test('behind a pinned chat that is pinned no more begins at the head, and misses none', async () => {
    const pinned = own(2, 500).map((row) => ({ ...row, pinned: true }));
    let conversations: Conversation[] = [...pinned, ...own(2, 9_000)];
    const { chats } = telegramWith(() => conversations);
    const { endCursor } = await chats.list({ first: 1, after: null });
    conversations = conversations.map((row) => ({ ...row, pinned: false }));
    const page = await chats.list({ first: 9, after: endCursor });
    expect(page.rows.map(({ node }) => node.title)).toEqual(['Chat 9000', 'Chat 8999', 'Chat 500', 'Chat 499']);
  });

  test('asks by date, message and peer of the last row that was read, and for no pinned rows again', async () => {
    const { chats, requests } = telegramWith(() => people(150, 9_000));
    await chats.list({ first: 5, after: null });
    expect(requests).toHaveLength(2);
    expect(requests[0]).toMatchObject({ offsetDate: 0, offsetId: 0, limit: 100 });
    expect(requests[1]).toMatchObject({ excludePinned: true, offsetDate: 8_901, offsetId: 3, limit: 100 });
    const peer = requests[1]?.offsetPeer;
    expect(peer instanceof Api.InputPeerUser && [fromLong(peer.userId), fromLong(peer.accessHash)]).toEqual([
      9_099n,
      5n,
    ]);
  });

  test('of 2,050 private chats rests after ten calls, empty, and its cursor leads to the chats behind them', async () => {
    const listing = telegramWith(() => [...people(2_050, 9_000), ...own(2, 100)]);
    const page = await listing.chats.list({ first: 20, after: null });
    expect([page.rows.length, page.hasNextPage, listing.requests.length]).toEqual([0, true, 10]);
    expect(await walk(listing, 20)).toEqual([[], [], ['Chat 100', 'Chat 99']]);
  });

  test('with some found before it rests goes on behind all that was looked at', async () => {
    const listing = telegramWith(() => [...own(1, 9_999), ...people(1_200, 9_000), ...own(1, 100)]);
    const page = await listing.chats.list({ first: 20, after: null });
    expect([page.rows.length, page.hasNextPage]).toEqual([1, true]);
    listing.requests.length = 0;
    expect((await listing.chats.list({ first: 20, after: page.endCursor })).rows).toHaveLength(1);
    expect(listing.requests).toHaveLength(3);
  });

  test('looks no further than for the chats that are wanted', async () => {
    const { chats, requests } = telegramWith(() => own(900, 9_000));
    expect((await chats.list({ first: 100, after: null })).hasNextPage).toBe(true);
    expect(requests).toHaveLength(1);
  });
});

test.each([0, 1_001])('first of %i is refused without a call', async (first) => {
  const { chats, telegram } = telegramWith(() => []);
  await expect(chats.list({ first, after: null })).rejects.toThrow('first has to be from 1 to 1000');
  expect(telegram.requests).toEqual([]);
});

test('a cursor of no list is refused without a call, and a bot account before it lists', async () => {
  const user = telegramWith(() => []);
  await expect(user.chats.list({ first: 1, after: 'x' })).rejects.toThrow('not of this list');
  expect(user.telegram.requests).toEqual([]);
  const bot = telegramWith(() => [], meAsBot);
  await expect(bot.chats.list({ first: 1, after: null })).rejects.toMatchObject({ code: 'BOT_METHOD_INVALID' });
  expect(bot.requests).toEqual([]);
});
