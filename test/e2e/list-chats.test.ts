import { afterAll, beforeAll, expect, test } from 'vitest';
import { addChat, leaveChat, setMember } from '../../src/sandbox/world/membership.ts';
import { ChatsForLinksDocument } from '../gql/graphql.ts';
import { startTestGateway, type TestGateway } from '../support/start-gateway.ts';

const OWNER = 7_000_000_001n;
const ADA = 7_000_000_004n;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const LIST = `query ($first: Int, $after: String) {
  chats(first: $first, after: $after) {
    pageInfo { hasNextPage hasPreviousPage endCursor }
    edges { cursor node { id peer kind title username participantsCount } }
  }
}`;

interface Listed {
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly endCursor: string | null;
  };
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly title: string } }[];
}

async function list(variables: object, from = gateway): Promise<Listed> {
  const { data, errors } = await from.query(LIST, variables);
  expect(errors).toBeUndefined();
  return data?.['chats'] ?? ({} as never);
}

/** Titles of each page to the end, and how many calls each took. */
async function walk(first: number, from = gateway): Promise<{ readonly pages: string[][]; readonly calls: number[] }> {
  const pages: string[][] = [];
  const calls: number[] = [];
  let after: string | null = null;
  for (;;) {
    const before = from.calls.length;
    const page: Listed = await list({ first, after }, from);
    expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
    pages.push(page.edges.map(({ node }) => node.title));
    calls.push(from.calls.length - before);
    if (!page.pageInfo.hasNextPage) return { pages, calls };
    after = page.pageInfo.endCursor;
  }
}

const CAST = ['Sandbox Community', 'Sandbox News', 'Sandbox Small Group', 'Sandbox Flood', 'Sandbox Big'];

test('16: the chats that the account owns or invites to, newest first; not those where it is a member or was put out', async () => {
  const { data, errors } = await gateway.post(ChatsForLinksDocument, {});
  expect(errors).toBeUndefined();
  expect(data?.chats?.edges.map(({ node }) => node.title)).toEqual(CAST);
  expect(data?.chats?.edges[2]?.node).toMatchObject({ peer: '-7001', kind: 'BASIC_GROUP', username: null });
  expect(data?.chats?.pageInfo.hasNextPage).toBe(false);
});

test('its chats cost no call beside the list, whatever is asked of them, and can be fetched again by their ids', async () => {
  await list({});
  gateway.calls.length = 0;
  const page = await list({ first: 100 });
  expect(gateway.calls).toEqual(['messages.GetDialogs']);
  expect(page.edges[4]?.node).toMatchObject({ title: 'Sandbox Big', kind: 'SUPERGROUP', participantsCount: 5_012 });

  // A gateway that has seen nothing: the list has the access hashes.
  await using fresh = await startTestGateway();
  const linksOf =
    '{ chats(first: 2) { edges { node { title exportedInvites(first: 1) { edges { node { chat { title } } } } } } } }';
  const { data, errors } = await fresh.query(linksOf);
  expect(errors).toBeUndefined();
  expect(data?.['chats']?.['edges']).toMatchObject([
    { node: { exportedInvites: { edges: [{ node: { chat: { title: 'Sandbox Community' } } }] } } },
    { node: { exportedInvites: { edges: [{ node: { chat: { title: 'Sandbox News' } } }] } } },
  ]);
  expect(fresh.calls.toSorted()).toEqual([
    'messages.GetDialogs',
    'messages.GetExportedChatInvites',
    'messages.GetExportedChatInvites',
  ]);
});

test.each([1, 2, 5, 1_000])('a walk by %i meets every chat once', async (first) => {
  const { pages } = await walk(first);
  expect(pages.flat()).toEqual(CAST);
});

test('rights that come and go are seen at once', async () => {
  await using own = await startTestGateway();
  const { world } = own.sandbox;
  const chat = addChat(world, { id: 3_000_000_001n, kind: 'channel', title: 'Mine Soon', creator: ADA });
  const titles = async () => (await list({ first: 1 }, own)).edges.map(({ node }) => node.title);
  setMember(world, chat, OWNER, 'admin', false);
  expect(await titles()).toEqual(['Sandbox Community']);
  setMember(world, chat, OWNER, 'admin', true);
  expect(await titles()).toEqual(['Mine Soon']);
  leaveChat(world, chat, OWNER);
  expect(await titles()).toEqual(['Sandbox Community']);
});

test('a list of a thousand other chats takes ten calls for a page, which leads on although it is empty', async () => {
  await using own = await startTestGateway();
  const { world } = own.sandbox;
  for (let each = 0; each < 1_050; each += 1) {
    const chat = addChat(world, {
      id: 4_000_000_000n + BigInt(each),
      kind: 'supergroup',
      title: 'Other',
      creator: ADA,
    });
    setMember(world, chat, OWNER, 'member');
  }
  await own.query('{ account { user { id } } }');
  const { pages, calls } = await walk(20, own);
  expect(pages).toEqual([[], CAST]);
  expect(calls).toEqual([10, 1]);
});

test.each([
  [{ first: 0 }, /first has to be from 1 to 1000/],
  [{ first: 1_001 }, /first has to be from 1 to 1000/],
  [{ after: 'YXJyYXljb25uZWN0aW9uOjE=' }, /not of this list/],
])('%j is refused without a call', async (variables, message) => {
  gateway.calls.length = 0;
  const { data, errors } = await gateway.query(LIST, variables);
  expect(data?.['chats']).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' }, message: expect.stringMatching(message) }]);
  expect(gateway.calls).toEqual([]);
});

test('both a first and a cursor that cannot be are told', async () => {
  const { errors } = await gateway.query(LIST, { first: 0, after: 'x' });
  expect(errors).toMatchObject([{ extensions: { issues: [{ path: ['first'] }, { path: ['after'] }] } }]);
});

test('a cursor of another list is refused', async () => {
  const links = '{ chat(peer: "-7001") { exportedInvites { pageInfo { endCursor } } } }';
  const { data } = await gateway.query(links);
  const after = data?.['chat']?.['exportedInvites']?.['pageInfo']?.['endCursor'];
  expect(after).toEqual(expect.any(String));
  expect((await gateway.query(LIST, { after })).errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }]);
});

test('a bot account is told before any call that it cannot list its chats', async () => {
  await using bot = await startTestGateway({ account: 'bot' });
  const { errors } = await bot.query('{ chats(account: "default") { edges { cursor } } }', {});
  expect(errors).toMatchObject([{ extensions: { code: 'BOT_METHOD_INVALID' } }]);
  // What it has seen is told where nobody can list: nothing so far, then the chat that it was asked about.
  expect((await bot.query(LIST, {})).data).toMatchObject({ chats: { edges: [], pageInfo: { hasNextPage: false } } });
  await bot.query('{ chat(peer: "sandbox_community") { title } }');
  expect((await bot.query(LIST, {})).data).toMatchObject({
    chats: { edges: [{ node: { title: 'Sandbox Community' } }] },
  });
  expect(bot.calls).not.toContain('messages.GetDialogs');
});
