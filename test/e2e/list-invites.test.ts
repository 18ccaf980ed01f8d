import { afterAll, beforeAll, expect, test } from 'vitest';
import { findGroup, markedIdOf } from '../../src/sandbox/world/chats.ts';
import { addInvite } from '../../src/sandbox/world/invites.ts';
import { addChat } from '../../src/sandbox/world/membership.ts';
import { ListLinksDocument } from '../gql/graphql.ts';
import { startTestGateway, type TestGateway } from '../support/start-gateway.ts';

const OWNER = 7_000_000_001n;
const MADE = 230;
let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startTestGateway();
  const { world } = gateway.sandbox;
  const group = findGroup(world, 7001n);
  if (!group) throw new Error('the cast has a basic group 7001');
  // Several share a second, so that a date alone cannot tell where a page ended.
  for (let number = 0; number < MADE; number += 1) {
    addInvite(world, group, OWNER, { title: `link ${number}`, date: 1_700_000_000 + Math.floor(number / 7) });
  }
  for (let number = 0; number < 5; number += 1) addInvite(world, group, OWNER, { revoked: true, date: 1_700_000_000 });
});
afterAll(() => gateway[Symbol.asyncDispose]());

const LIST = `query ($peer: Peer!, $first: Int, $after: String, $revoked: Boolean, $admin: Peer) {
  chat(peer: $peer) {
    exportedInvites(first: $first, after: $after, revoked: $revoked, admin: $admin) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges { cursor node { link permanent revoked admin { username } chat { peer } } }
    }
  }
}`;

/** What `LIST` selects. */
interface Listed {
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly endCursor: string | null;
  };
  readonly edges: readonly { readonly node: { readonly link: string; readonly revoked: boolean } }[];
}

async function list(variables: object): Promise<{ connection: Listed | null; errors: unknown }> {
  const { data, errors } = await gateway.query(LIST, { peer: '-7001', ...variables });
  return { connection: data?.['chat']?.['exportedInvites'] ?? null, errors };
}

const listed = async (variables: object) => {
  const { connection } = await list(variables);
  if (!connection) throw new Error('no list');
  return connection;
};

test('a walk by cursors meets every link once, newest first', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  for (let page = 0; page < 10; page += 1) {
    const connection = await listed({ first: 60, after });
    expect(connection.totalCount).toBe(MADE + 1);
    expect(connection.pageInfo.hasPreviousPage).toBe(page > 0);
    seen.push(...connection.edges.map(({ node }) => node.link));
    after = connection.pageInfo.endCursor;
    if (!connection.pageInfo.hasNextPage) break;
  }
  const live = gateway.sandbox.world.invites.filter((invite) => invite.chatId === -7001n && !invite.revoked);
  expect(seen).toHaveLength(live.length);
  expect(new Set(seen)).toEqual(new Set(live.map((invite) => invite.link)));
});

test('a page of 100 with admin and chat costs one call beyond the chat itself', async () => {
  await listed({ first: 1 });
  gateway.calls.length = 0;
  const connection = await listed({ first: 100 });
  expect(connection.edges).toHaveLength(100);
  expect(gateway.calls.sort()).toEqual(['messages.GetChats', 'messages.GetExportedChatInvites']);
});

test('more than a hundred take a call for each hundred', async () => {
  gateway.calls.length = 0;
  const connection = await listed({ first: 1000 });
  expect(connection.edges).toHaveLength(MADE + 1);
  expect(connection.pageInfo.hasNextPage).toBe(false);
  expect(gateway.calls.filter((call) => call === 'messages.GetExportedChatInvites')).toHaveLength(3);
});

test('revoked links are a list of their own', async () => {
  const connection = await listed({ revoked: true });
  expect(connection.totalCount).toBe(5);
  expect(connection.edges.every(({ node }) => node.revoked)).toBe(true);
});

test('the owner of a chat lists another admin’s links and counts everybody’s', async () => {
  const answer = await gateway.query(`{
    chat(peer: "sandbox_community") {
      exportedInvites(admin: "sandbox_doorman_bot") { totalCount edges { node { link } } }
      adminsWithInvites { admin { username } invitesCount revokedInvitesCount }
    }
  }`);
  expect(answer.errors).toBeUndefined();
  expect(answer.data?.['chat']).toMatchObject({
    exportedInvites: { totalCount: 0, edges: [] },
    adminsWithInvites: [{ admin: { username: 'sandbox_owner' }, invitesCount: 1, revokedInvitesCount: 0 }],
  });
});

test.each([40, 100])('a walk by %i misses no link while others are deleted and made', async (first) => {
  const { world } = gateway.sandbox;
  const chat = addChat(world, {
    id: 3_000_000n + BigInt(first),
    kind: 'supergroup',
    title: 'Busy',
    username: `busy_${first}`,
    creator: OWNER,
  });
  for (let number = 0; number < 200; number += 1) addInvite(world, chat, OWNER, { date: 1_700_000_000 + number });
  const live = () => world.invites.filter(({ chatId, deleted }) => chatId === markedIdOf(chat) && !deleted);
  const stay = live().filter((_, index) => index % 2 === 0);
  const seen: string[] = [];
  let after: string | null = null;
  for (;;) {
    const page = await listed({ peer: chat.username, first, after });
    seen.push(...page.edges.map(({ node }) => node.link));
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
    for (const invite of live()) if (!stay.includes(invite) && seen.includes(invite.link)) invite.deleted = true;
    addInvite(world, chat, OWNER, {});
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual(expect.arrayContaining(stay.map(({ link }) => link)));
  expect(seen).toHaveLength(201); // the primary among them
});

test.each([
  [{ first: 0 }, 'INVALID_INPUT', /first has to be from 1 to 1000/],
  [{ first: -1 }, 'INVALID_INPUT', /first has to be from 1 to 1000/],
  [{ first: 1_000_000_000 }, 'INVALID_INPUT', /first has to be from 1 to 1000/],
  [{ after: 'YXJyYXljb25uZWN0aW9uOjE=' }, 'INVALID_INPUT', /not of this list/],
  [{ admin: '-7001' }, 'ADMIN_ID_INVALID', /no person/],
])('%j is refused as %s and lists nothing', async (variables, code, message) => {
  gateway.calls.length = 0;
  const { connection, errors } = await list(variables);
  expect(connection).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code }, message: expect.stringMatching(message) }]);
  expect(gateway.calls).not.toContain('messages.GetExportedChatInvites');
});

test('both a first and an admin that cannot be are told', async () => {
  const { errors } = await list({ first: 0, admin: '-7001' });
  expect(errors).toMatchObject([
    { extensions: { issues: [{ path: ['first'] }, { path: ['admin'], code: 'ADMIN_ID_INVALID' }] } },
  ]);
});

test('a cursor of the live list is refused by the revoked one, and by another chat’s', async () => {
  const { pageInfo } = await listed({ first: 5 });
  for (const other of [{ revoked: true }, { peer: 'sandbox_community' }]) {
    const { errors } = await list({ ...other, after: pageInfo.endCursor });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }]);
  }
});

test('who does not own the chat may not see another admin’s links', async () => {
  const { errors } = await list({ peer: 'sandbox_news', admin: 'sandbox_ada' });
  expect(errors).toMatchObject([{ extensions: { code: 'CHAT_ADMIN_REQUIRED', telegramCode: 400 } }]);
});

test('a bot account is told before any call that it cannot list', async () => {
  await using bot = await startTestGateway({ account: 'bot' });
  const answer = await bot.query(`{
    chat(peer: "sandbox_community") { title exportedInvites { totalCount } adminsWithInvites { invitesCount } }
  }`);
  expect(answer.errors?.map(({ extensions }) => extensions?.['code'])).toEqual([
    'BOT_METHOD_INVALID',
    'BOT_METHOD_INVALID',
  ]);
  expect(bot.calls.filter((call) => call.includes('Invites'))).toEqual([]);
});

test('10: the newest links, with their counts', async () => {
  const { data, errors } = await gateway.post(ListLinksDocument, {});
  expect(errors).toBeUndefined();
  expect(data?.chat).toMatchObject({ exportedInvites: { totalCount: 1, edges: [{ node: { permanent: true } }] } });
});
