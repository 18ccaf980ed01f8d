import { describe, expect, test } from 'vitest';
import { Api, toLong } from '../../src/telegram/tl.ts';
import { meAsBot, setUp as setUpWith } from '../support/fake-community.ts';

const CHAT = '-1001234567890';

/** So many wait, number 1 having come last; `q` finds whose username begins so. */
function setUp(count: number, changed: Parameters<typeof setUpWith>[0] = {}) {
  const rows = Array.from({ length: count }, (_, each) => ({ id: BigInt(each + 1), date: 1_700_000_000 - each }));
  let name = 'user';
  const user = (id: bigint) =>
    new Api.User({ id: toLong(id), accessHash: toLong(id), firstName: 'User', username: `${name}_${id}` });
  const { telegram, services } = setUpWith({
    'messages.GetChatInviteImporters': ({ q, offsetDate, limit }: Api.messages.GetChatInviteImporters) => {
      const found = q ? rows.filter(({ id }) => `${name}_${id}`.startsWith(q)) : rows;
      const page = found.filter(({ date }) => offsetDate === 0 || date < offsetDate).slice(0, limit);
      const importers = page.map(
        ({ id, date }) => new Api.ChatInviteImporter({ requested: true, userId: toLong(id), date }),
      );
      return new Api.messages.ChatInviteImporters({
        count: found.length,
        importers,
        users: page.map(({ id }) => user(id)),
      });
    },
    ...changed,
  });
  const { getJoinRequest, listJoinRequests } = services.chatInvites;
  const lists = () => telegram.requests.filter((request) => request instanceof Api.messages.GetChatInviteImporters);
  return {
    lists,
    find: (id: number) => getJoinRequest(CHAT, String(id)),
    rename: () => {
      name = 'other';
    },
    /** Telegram has told of this person. */
    meet: (id: number) => listJoinRequests({ chatId: CHAT, first: 5, after: null, link: null, q: `user_${id}` }),
  };
}

describe('a person who was never seen is looked for among all who wait, with ten calls at the most', () => {
  test.each([
    [1, 1],
    [99, 1],
    [100, 2],
    [990, 10],
  ])('number %i of 2000 takes %i', async (id, calls) => {
    const { find, lists } = setUp(2_000);
    expect(await find(id)).toMatchObject({
      request: { chatId: CHAT, userId: String(id), invite: null },
      users: expect.arrayContaining([expect.objectContaining({ id: String(id), firstName: 'User' })]),
    });
    expect(lists()).toHaveLength(calls);
  });

  test('who is not there is null where all were seen, and an error that says what to do where not', async () => {
    const few = setUp(250);
    expect(await few.find(5_000)).toBeNull();
    expect(few.lists()).toHaveLength(3);
    const many = setUp(2_000);
    await expect(many.find(991)).rejects.toMatchObject({
      issues: [{ path: ['id'], message: expect.stringContaining('Chat.joinRequests(q)') }],
    });
    expect(many.lists()).toHaveLength(10);
  });
});

test('a person who was seen is found by name with one call, however many wait', async () => {
  const { find, meet, lists } = setUp(2_000);
  await meet(1_999);
  expect(await find(1_999)).toMatchObject({ request: { userId: '1999' } });
  expect(lists().slice(1)).toMatchObject([{ q: 'user_1999', limit: 100, requested: true }]);
});

test('a person whose name has changed is found all the same, and ten calls stay ten', async () => {
  const { find, meet, rename, lists } = setUp(2_000);
  for (const id of [200, 900]) await meet(id);
  rename();
  expect(await find(200)).toMatchObject({ request: { userId: '200' } });
  expect(lists()).toHaveLength(2 + 4);
  await expect(find(900)).rejects.toMatchObject({ issues: [{ path: ['id'] }] });
  expect(lists()).toHaveLength(2 + 4 + 10);
});

test('a bot account is told before any call which kind of account can', async () => {
  const { find, lists } = setUp(1, { 'users.GetUsers': () => [meAsBot] });
  await expect(find(1)).rejects.toMatchObject({ code: 'BOT_METHOD_INVALID' });
  expect(lists()).toEqual([]);
});
