import { expect, test, vi } from 'vitest';
import { findChatByUsername } from '../../src/sandbox/world/chats.ts';
import { addInvite } from '../../src/sandbox/world/invites.ts';
import { requestToJoin } from '../../src/sandbox/world/knock.ts';
import { addUser } from '../../src/sandbox/world/users.ts';
import { startTestGateway } from '../support/start-gateway.ts';
import { subscribeSse } from '../support/subscribe-sse.ts';

const BOTH = { accounts: ['owner', 'bot'] };
const OWNER = 7_000_000_001n;

test('users list and count, bots see each join: no request names an account, and each thing is told once', async () => {
  await using gateway = await startTestGateway(BOTH);
  const { world } = gateway.sandbox;
  const community = findChatByUsername(world, 'sandbox_community');
  if (!community) throw new Error('no @sandbox_community');
  const door = addInvite(world, community, OWNER, { title: 'Door', requestNeeded: true });
  await using uses = await subscribeSse(
    gateway.app.url,
    'subscription { chatInviteUses(peer: "sandbox_community") { user { firstName } invite { title } approvedBy { username } } }',
  );
  await using asked = await subscribeSse(
    gateway.app.url,
    'subscription { chatJoinRequests(peer: "sandbox_community") { user { firstName } invite { title } } }',
  );
  const looks = () => gateway.calls.filter((method) => method === 'channels.GetChannels').length;
  await vi.waitFor(() => expect([looks(), gateway.calls]).toEqual([2, expect.arrayContaining(['updates.GetState'])]), {
    interval: 5,
  });

  const visitor = addUser(world, { id: 7_900_000_001n, firstName: 'Vera' });
  requestToJoin(world, community, visitor, door);
  const named = { user: { firstName: 'Vera' }, invite: { title: 'Door' } };
  expect((await asked.next()).value?.data).toEqual({ chatJoinRequests: named });
  // Telegram lists who waits to the user alone, and tells the link to the bot alone.
  const waiting = await gateway.query(
    '{ chat(peer: "sandbox_community") { joinRequests { edges { node { user { firstName } invite { title } } } } } }',
  );
  expect(waiting.data).toMatchObject({
    chat: { joinRequests: { edges: [{ node: named }] } },
  });

  const decided = await gateway.query(
    `mutation { hideChatJoinRequest(input: { peer: "sandbox_community", user: "${visitor.id}", approved: true }) { __typename } }`,
  );
  expect(decided.data).toMatchObject({ hideChatJoinRequest: { __typename: 'ChatJoinRequestHidden' } });
  expect((await uses.next()).value?.data).toEqual({
    chatInviteUses: { ...named, approvedBy: { username: 'sandbox_owner' } },
  });
  const { data } = await gateway.query(
    `{ chat(peer: "sandbox_community") { accounts { name } exportedInvite(link: "https://t.me/+${door.hash}") {
      usage importers { totalCount edges { node { user { firstName } } } } } } }`,
  );
  expect(data).toEqual({
    chat: {
      accounts: [{ name: 'bot' }, { name: 'owner' }],
      exportedInvite: { usage: 1, importers: { totalCount: 1, edges: [{ node: { user: { firstName: 'Vera' } } }] } },
    },
  });
  // Once in each: nothing more comes.
  const more = await Promise.race([
    uses.next(),
    asked.next(),
    new Promise((resolve) => setTimeout(resolve, 300, 'nothing')),
  ]);
  expect(more).toBe('nothing');
});

test('Query.chats: the chats of all accounts, once each; a cursor leads from one account to the next', async () => {
  await using gateway = await startTestGateway({ accounts: ['ada', 'bot', 'owner'] });
  const list = async (account: string | null, first = 100, after: string | null = null) => {
    const { data } = await gateway.query(
      `query ($account: String, $first: Int, $after: String) { chats(account: $account, first: $first, after: $after) {
        pageInfo { hasNextPage endCursor } edges { node { peer accounts { name } } } } }`,
      { account, first, after },
    );
    return (data as unknown as { chats: Listed }).chats;
  };
  const peersOf = ({ edges }: Listed) => edges.map(({ node }) => node.peer);
  const [ofAda, ofOwner] = [peersOf(await list('ada')), peersOf(await list('owner'))];
  const all = await list(null);
  expect(all.pageInfo.hasNextPage).toBe(false);
  // `owner` is no default here: the first by name is.
  expect(peersOf(all)).toEqual([...ofAda, ...ofOwner.filter((peer) => !ofAda.includes(peer))]);
  const community = all.edges.find(({ node }) => node.peer === '-1002000000001');
  expect(community?.node.accounts).toEqual([{ name: 'owner' }]);

  const walked: string[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < 50; pages += 1) {
    const page: Listed = await list(null, 1, after);
    walked.push(...peersOf(page));
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) break;
  }
  expect(walked).toEqual(peersOf(all));
});

interface Listed {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly {
    readonly node: { readonly peer: string; readonly accounts: readonly { name: string }[] };
  }[];
}
