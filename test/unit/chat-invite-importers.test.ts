import { describe, expect, test } from 'vitest';
import type {
  ListChatInviteImportersQuery,
  ListJoinRequestsQuery,
} from '../../src/services/invites/list-chat-invite-importers.ts';
import { Api, toLong } from '../../src/telegram/tl.ts';
import { meAsBot, person, setUp as setUpWith } from '../support/fake-community.ts';

const query: ListChatInviteImportersQuery = {
  chatId: '-1001234567890',
  list: 'JOINED',
  link: 'AbCdEfGhIjKlMnOp',
  first: 1,
  after: null,
};
const { list: _, ...byLink } = query;
const waiting: ListJoinRequestsQuery = { ...byLink, q: null };

/** Two rows, whatever is asked: Somebody (8) and, of the same second, 9, whom Telegram shows in passing only (`min`). */
function setUp(changed: Parameters<typeof setUpWith>[0] = {}) {
  const { telegram, services } = setUpWith({
    'messages.GetChatInviteImporters': () =>
      new Api.messages.ChatInviteImporters({
        count: 7,
        importers: [
          new Api.ChatInviteImporter({
            userId: toLong(8n),
            date: 1_700_000_000,
            requested: true,
            about: 'Hello',
            approvedBy: toLong(7n),
            viaChatlist: true,
          }),
          new Api.ChatInviteImporter({ userId: toLong(9n), date: 1_700_000_000 }),
        ],
        users: [person, new Api.User({ id: toLong(9n), min: true, accessHash: toLong(90n), firstName: 'Passing' })],
      }),
    ...changed,
  });
  const sent = () =>
    telegram.requests.filter((request) => request instanceof Api.messages.GetChatInviteImporters).map(fieldsOf);
  return { telegram, services, sent };
}

function fieldsOf(request: Api.messages.GetChatInviteImporters) {
  const { requested, subscriptionExpired, link, q, offsetDate, offsetUser, limit } = request;
  return { requested, subscriptionExpired, link, q, offsetDate, offsetUser, limit };
}

const beginning = { offsetDate: 0, offsetUser: new Api.InputUserEmpty() };
const nothing = { requested: undefined, subscriptionExpired: undefined, link: undefined, q: undefined };
const link = 'https://t.me/+AbCdEfGhIjKlMnOp';

test.each<[string, Partial<ListChatInviteImportersQuery>, object]>([
  ['who came by a link', {}, { link }],
  ['who left a paid one', { list: 'SUBSCRIPTION_EXPIRED' }, { link, subscriptionExpired: true }],
])('%s: sends what names the list, and both offsets', async (_what, changed, expected) => {
  const { services, sent } = setUp();
  await services.chatInvites.listImporters({ ...query, ...changed });
  expect(sent()).toEqual([{ ...nothing, ...beginning, limit: 2, ...expected }]);
});

test.each<[string, Partial<ListJoinRequestsQuery>, object]>([
  ['who waits by a link', {}, { link, requested: true }],
  ['who waits at all', { link: null }, { requested: true }],
  ['who waits, by name', { link: null, q: 'Ada' }, { requested: true, q: 'Ada' }],
])('%s: sends what names the list, and both offsets', async (_what, changed, expected) => {
  const { services, sent } = setUp();
  await services.chatInvites.listJoinRequests({ ...waiting, ...changed });
  expect(sent()).toEqual([{ ...nothing, ...beginning, limit: 2, ...expected }]);
});

test('a row is mapped: what Telegram leaves out is false or null', async () => {
  const { services } = setUp();
  const page = await services.chatInvites.listImporters({ ...query, first: 2 });
  expect(page.rows.map(({ node }) => node)).toEqual([
    {
      userId: '8',
      date: new Date(1_700_000_000_000),
      approvedBy: '7',
      viaChatlist: true,
    },
    {
      userId: '9',
      date: new Date(1_700_000_000_000),
      approvedBy: null,
      viaChatlist: false,
    },
  ]);
  const requests = await services.chatInvites.listJoinRequests({ ...waiting, link: null, first: 2 });
  const request = { chatId: '-1001234567890', date: new Date(1_700_000_000_000), invite: null };
  expect(requests.rows.map(({ node }) => node)).toEqual([
    { ...request, userId: '8', about: 'Hello' },
    { ...request, userId: '9', about: null },
  ]);
  expect(page).toMatchObject({ totalCount: 7, users: [{ id: '8' }, { id: '9', firstName: 'Passing' }] });
});

test('a cursor carries the date, the user and the access hash', async () => {
  const { services, sent } = setUp();
  const { rows } = await services.chatInvites.listImporters({ ...query, first: 2 });
  for (const { cursor } of rows) await services.chatInvites.listImporters({ ...query, after: cursor });
  const user = (id: bigint, accessHash: bigint) =>
    new Api.InputUser({ userId: toLong(id), accessHash: toLong(accessHash) });
  expect(sent().slice(1)).toMatchObject([
    { offsetDate: 1_700_000_000, offsetUser: user(8n, 80n) },
    { offsetDate: 1_700_000_000, offsetUser: user(9n, 0n) },
  ]);
});

describe('refused before the call', () => {
  test.each<[string, Partial<ListChatInviteImportersQuery>, object]>([
    ['no row at all', { first: 0 }, { issues: [{ path: ['first'] }] }],
    ['fewer than none', { first: -1 }, { issues: [{ path: ['first'] }] }],
    ['a thousand million', { first: 1_000_000_000 }, { issues: [{ path: ['first'] }] }],
    ['a foreign cursor', { after: 'YXJyYXljb25uZWN0aW9uOjE=' }, { issues: [{ path: ['after'] }] }],
  ])('%s', async (_what, changed, expected) => {
    const { services, sent } = setUp();
    await expect(services.chatInvites.listImporters({ ...query, ...changed })).rejects.toMatchObject(expected);
    expect(sent()).toEqual([]);
  });

  test('a name together with a link', async () => {
    const { services, sent } = setUp();
    const asked = services.chatInvites.listJoinRequests({ ...waiting, q: 'Ada' });
    await expect(asked).rejects.toMatchObject({ code: 'SEARCH_WITH_LINK_NOT_SUPPORTED' });
    expect(sent()).toEqual([]);
  });

  test('a cursor of another list: another link, another chat, those who wait, another name', async () => {
    const { services, sent } = setUp();
    const { rows } = await services.chatInvites.listImporters(query);
    const { listImporters, listJoinRequests } = services.chatInvites;
    const after = rows[0]?.cursor ?? '';
    const others = [
      () => listImporters({ ...query, after, link: 'QrStUvWxYzAbCdEf' }),
      () => listJoinRequests({ ...waiting, after }),
      () => listJoinRequests({ ...waiting, after, link: null }),
      () => listJoinRequests({ ...waiting, after, link: null, q: 'Ada' }),
      () => listImporters({ ...query, after, chatId: '-7001' }),
    ];
    for (const ask of others) {
      await expect(ask()).rejects.toMatchObject({ issues: [{ path: ['after'] }] });
    }
    expect(sent()).toHaveLength(1);
  });

  test('a bot account, which is told who can', async () => {
    const { services, sent } = setUp({ 'users.GetUsers': () => [meAsBot] });
    await expect(services.chatInvites.listImporters(query)).rejects.toMatchObject({
      code: 'BOT_METHOD_INVALID',
      message: expect.stringMatching(/bot account cannot list .* a user account can/),
    });
    expect(sent()).toEqual([]);
  });
});
