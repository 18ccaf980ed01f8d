import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person } from '../../src/sandbox/seeds/person.ts';
import { type Chat, findChatByUsername } from '../../src/sandbox/world/chats.ts';
import { importInvite } from '../../src/sandbox/world/import-invite.ts';
import { addInvite, type Invite, primaryInvite } from '../../src/sandbox/world/invites.ts';
import { changeMember, endSubscription } from '../../src/sandbox/world/membership.ts';
import { addUser } from '../../src/sandbox/world/users.ts';
import { startTestGateway, type TestGateway } from '../support/start-gateway.ts';

const OWNER = 7_000_000_001n;
const ADA = 7_000_000_004n;
let gateway: TestGateway;
let big: Chat;

beforeAll(async () => {
  gateway = await startTestGateway();
  const found = findChatByUsername(gateway.sandbox.world, 'sandbox_big');
  if (!found) throw new Error('the cast has @sandbox_big');
  big = found;
});
afterAll(() => gateway[Symbol.asyncDispose]());

interface People {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: { readonly user: { readonly peer: string } } }[];
}

const PAGE = 'totalCount pageInfo { hasNextPage endCursor } edges { node { user { peer } } }';
const CAME = `query ($link: InviteLink!, $first: Int, $after: String) {
  chat(peer: "sandbox_big") { exportedInvite(link: $link) { people: importers(first: $first, after: $after) { ${PAGE} } } }
}`;
const WAIT = `query ($first: Int, $after: String, $q: String, $link: InviteLink) {
  chat(peer: "sandbox_big") { people: joinRequests(first: $first, after: $after, q: $q, link: $link) { ${PAGE} } }
}`;

const came = async (variables: object): Promise<People> =>
  (await gateway.query(CAME, variables)).data?.['chat']?.['exportedInvite']?.['people'] ?? ({} as never);
const wait = async (variables: object = {}): Promise<People> =>
  (await gateway.query(WAIT, variables)).data?.['chat']?.['people'] ?? ({} as never);

/** Everybody in the list, page by page. */
async function walk(list: (after: string | null) => Promise<People>): Promise<string[]> {
  const seen: string[] = [];
  let after: string | null = null;
  for (;;) {
    const { edges, pageInfo } = await list(after);
    seen.push(...edges.map(({ node }) => node.user.peer));
    if (!pageInfo.hasNextPage) return seen;
    after = pageInfo.endCursor;
  }
}

const linksOfBig = () => gateway.sandbox.world.invites.filter(({ chatId }) => chatId === -1002000000007n);
const primary = (): Invite => {
  const invite = primaryInvite(gateway.sandbox.world, big, OWNER);
  if (!invite) throw new Error('the owner has a primary link');
  return invite;
};

const INVITES = `query ($admin: Peer!, $revoked: Boolean!, $after: String) { chat(peer: "sandbox_big") {
  exportedInvites(admin: $admin, revoked: $revoked, first: 10, after: $after) {
    pageInfo { hasNextPage endCursor } edges { node { link importers(first: 25) { ${PAGE} } } }
  }
} }`;

interface Invites {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: { readonly link: string; readonly importers: People } }[];
}

/** Every link of an admin with everybody who came by it; `meanwhile` runs after each page of either list. */
async function walkInvites(admin: string, revoked: boolean, meanwhile: () => void) {
  const walked: { readonly link: string; readonly people: readonly string[] }[] = [];
  let after: string | null = null;
  for (;;) {
    const { data } = await gateway.query(INVITES, { admin, revoked, after });
    const page: Invites = data?.['chat']?.['exportedInvites'] ?? ({} as never);
    meanwhile();
    for (const { node } of page.edges) {
      const people = await walk((behind) => {
        if (behind === null) return Promise.resolve(node.importers);
        meanwhile();
        return came({ link: node.link, first: 100, after: behind });
      });
      walked.push({ link: node.link, people });
    }
    if (!page.pageInfo.hasNextPage) return walked;
    after = page.pageInfo.endCursor;
  }
}

let nextId = 7_900_000_001n;
/** A new person who comes in by a link. */
function comeBy(invite: Invite): void {
  nextId += 1n;
  importInvite(gateway.sandbox.world, addUser(gateway.sandbox.world, person(nextId, 0)), { invite, chat: big });
}

/** A link that brought these many in a second, approved by two admins in turn. */
function popularLink(people: number, fields: Parameters<typeof addInvite>[3] = {}): Invite {
  const { world } = gateway.sandbox;
  const invite = addInvite(world, big, OWNER, { requestNeeded: true, ...fields });
  for (let each = 0; each < people; each += 1) {
    nextId += 1n;
    const approvedBy = each % 2 === 0 ? OWNER : ADA;
    const { id } = addUser(world, person(nextId, each));
    const standing = { standing: 'member', mayInvite: false, subscriptionExpired: false } as const;
    changeMember(world, big, { userId: id, since: 1_700_000_000, invite, approvedBy, ...standing }, OWNER);
  }
  return invite;
}

test('a walk through all links of all admins meets each of the 5,000 once, while 50 more come in', async () => {
  const before = [...big.members.values()].filter(({ invite }) => invite).map(({ userId }) => userId.toString());
  expect(before).toHaveLength(5_000);
  let coming = 50;
  const meanwhile = (): void => {
    if (coming > 0) comeBy(primary());
    coming -= 1;
  };
  const { data } = await gateway.query('{ chat(peer: "sandbox_big") { adminsWithInvites { admin { peer } } } }');
  const admins: readonly { admin: { peer: string } }[] = data?.['chat']?.['adminsWithInvites'] ?? [];
  expect(admins).toHaveLength(12);
  const links: Awaited<ReturnType<typeof walkInvites>> = [];
  for (const { admin } of admins) {
    links.push(
      ...(await walkInvites(admin.peer, false, meanwhile)),
      ...(await walkInvites(admin.peer, true, meanwhile)),
    );
  }
  expect(new Set(links.map(({ link }) => link)).size).toBe(300);
  expect(links).toHaveLength(300);
  expect(coming).toBeLessThanOrEqual(0);
  const met = links.flatMap(({ people }) => people);
  expect(new Set(met).size).toBe(met.length);
  const missed = new Set(before);
  for (const id of met) missed.delete(id);
  expect(missed).toEqual(new Set());
}, 60_000);

test('100 people with who they are and who let them in cost one call', async () => {
  const { link } = popularLink(100);
  const read = `query ($link: InviteLink!) { chat(peer: "sandbox_big") { exportedInvite(link: $link) {
    importers(first: 100) {
      totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges { cursor node { date viaChatlist user { ...who } approvedBy { ...who } } }
    }
  } } } fragment who on User { id peer firstName lastName username isBot }`;
  await gateway.query('{ chat(peer: "sandbox_big") { id } }');
  gateway.calls.length = 0;
  const { data, errors } = await gateway.query(read, { link });
  expect(errors).toBeUndefined();
  const { importers } = data?.['chat']?.['exportedInvite'] ?? ({} as never);
  expect(importers).toMatchObject({ totalCount: 100, pageInfo: { hasNextPage: false } });
  expect(importers?.['edges']?.[0]).toMatchObject({
    node: { user: { firstName: expect.any(String) }, approvedBy: { username: 'sandbox_ada' } },
  });
  expect(gateway.calls.filter((call) => call !== 'messages.GetExportedChatInvite').sort()).toEqual([
    'channels.GetChannels',
    'messages.GetChatInviteImporters',
  ]);
});

test('more than a hundred take a call for each hundred, and end', async () => {
  const { link } = popularLink(250);
  gateway.calls.length = 0;
  const people = await came({ link, first: 1_000 });
  expect(people).toMatchObject({ totalCount: 250, pageInfo: { hasNextPage: false } });
  expect(people.edges).toHaveLength(250);
  expect(gateway.calls.filter((call) => call === 'messages.GetChatInviteImporters')).toHaveLength(3);
});

test('who left because the subscription ended is a list of its own', async () => {
  const invite = popularLink(3, { requestNeeded: false });
  const [gone] = [...big.members.values()].filter((member) => member.invite === invite);
  endSubscription(gateway.sandbox.world, big, gone?.userId ?? 0n);
  const { data } = await gateway.query(
    `query ($link: InviteLink!) { chat(peer: "sandbox_big") { exportedInvite(link: $link) {
      subscriptionExpired importers { totalCount } expiredSubscribers { ${PAGE} }
    } } }`,
    { link: invite.link },
  );
  expect(data?.['chat']?.['exportedInvite']).toMatchObject({
    subscriptionExpired: 1,
    importers: { totalCount: 2 },
    expiredSubscribers: { totalCount: 1, edges: [{ node: { user: { peer: gone?.userId.toString() } } }] },
  });
});

describe('who waits', () => {
  test('each of the 40 is met once, newest first, with the words they sent', async () => {
    const seen = await walk((after) => wait({ first: 7, after }));
    expect(seen).toHaveLength(40);
    expect(new Set(seen)).toEqual(new Set(big.pendingRequests.map(({ userId }) => userId.toString())));
    const { data } = await gateway.query(`{ chat(peer: "sandbox_big") { requestsPending joinRequests(first: 40) {
      edges { node { date about } }
    } } }`);
    expect(data?.['chat']?.['requestsPending']).toBe(40);
    const rows: readonly { node: { date: string; about: string | null } }[] =
      data?.['chat']?.['joinRequests']?.['edges'] ?? [];
    const dates = rows.map(({ node }) => node.date);
    expect(dates).toEqual(dates.toSorted().reverse());
    expect(rows.filter(({ node }) => node.about === null)).toHaveLength(14);
    expect(rows.map(({ node }) => node.about)).toContain('I heard of you at the flyer.');
  });

  test('they are found by link, under the link as well as under the chat', async () => {
    const door = linksOfBig().find(({ requested }) => requested > 0);
    const byLink = await wait({ link: door?.link });
    expect(byLink.totalCount).toBe(door?.requested);
    const { data } = await gateway.query(
      `query ($link: InviteLink!) { chat(peer: "sandbox_big") { exportedInvite(link: $link) {
        requested pendingRequests { ${PAGE} }
      } } }`,
      { link: door?.link },
    );
    expect(data?.['chat']?.['exportedInvite']).toEqual({
      requested: door?.requested,
      pendingRequests: { ...byLink, pageInfo: expect.objectContaining({ hasNextPage: false }) },
    });
  });

  test('they are found by a part of their name', async () => {
    const everybody = await gateway.query(`{ chat(peer: "sandbox_big") { joinRequests(first: 40) {
      edges { node { user { peer firstName } } }
    } } }`);
    const rows: readonly { node: { user: { peer: string; firstName: string } } }[] =
      everybody.data?.['chat']?.['joinRequests']?.['edges'] ?? [];
    const { firstName = '', peer = '' } = rows[0]?.node.user ?? {};
    const found = await wait({ q: firstName.toUpperCase(), first: 100 });
    expect(found.edges.map(({ node }) => node.user.peer)).toContain(peer);
    expect(found.totalCount).toBeLessThan(40);
    expect((await wait({ q: '' })).totalCount).toBe(40);
  });
});

test('equal fields are asked once, and two of one full chat as well', async () => {
  await gateway.query('{ chat(peer: "sandbox_big") { id } }');
  gateway.calls.length = 0;
  const { errors } = await gateway.query(`{ chat(peer: "sandbox_big") {
    permanentInvite { link } requestsPending
    ${Array.from({ length: 9 }, (_, each) => `a${each}: joinRequests(first: 3) { totalCount }`).join(' ')}
    exportedInvites(first: 3) { totalCount } c: exportedInvites(first: 3) { pageInfo { endCursor } }
    adminsWithInvites { invitesCount } e: adminsWithInvites { revokedInvitesCount }
    f: exportedInvite(link: "${primary().link}") { usage } g: exportedInvite(link: "${primary().hash}") { requested }
  } }`);
  expect(errors).toBeUndefined();
  expect(gateway.calls.sort()).toEqual([
    'channels.GetChannels',
    'channels.GetFullChannel',
    'messages.GetAdminsWithInvites',
    'messages.GetChatInviteImporters',
    'messages.GetExportedChatInvite',
    'messages.GetExportedChatInvites',
  ]);
});

describe('what cannot be read is null, and an error at its path', () => {
  test.each([
    [{ first: 0 }, 'INVALID_INPUT', /first has to be from 1 to 1000/],
    [{ first: -1 }, 'INVALID_INPUT', /first has to be from 1 to 1000/],
    [{ first: 1_000_000_000 }, 'INVALID_INPUT', /first has to be from 1 to 1000/],
    [{ after: 'YXJyYXljb25uZWN0aW9uOjE=' }, 'INVALID_INPUT', /not of this list/],
    [{ q: 'a', link: 'https://t.me/+AbCdEfGhIjKlMnOp' }, 'SEARCH_WITH_LINK_NOT_SUPPORTED', /cannot be combined/],
  ])('%j is refused as %s before the call', async (variables, code, message) => {
    gateway.calls.length = 0;
    const { data, errors } = await gateway.query(WAIT, variables);
    expect(data).toEqual({ chat: { people: null } });
    expect(errors).toMatchObject([
      { path: ['chat', 'people'], extensions: { code }, message: expect.stringMatching(message) },
    ]);
    expect(gateway.calls).not.toContain('messages.GetChatInviteImporters');
  });

  test('all that is wrong is told in one error', async () => {
    const wrong = { first: 0, after: 'x', q: 'a', link: 'https://t.me/+AbCdEfGhIjKlMnOp' };
    const { errors } = await gateway.query(WAIT, wrong);
    const search = { path: ['q'], code: 'SEARCH_WITH_LINK_NOT_SUPPORTED' };
    expect(errors).toMatchObject([
      { extensions: { code: 'INVALID_INPUT', issues: [{ path: ['first'] }, { path: ['after'] }, search] } },
    ]);
  });

  test('a cursor that was cut, altered or taken from another list', async () => {
    const { endCursor } = (await wait({ first: 3 })).pageInfo;
    const { endCursor: foreign } = (await came({ link: primary().link, first: 3 })).pageInfo;
    const whole = endCursor ?? '';
    const altered = `${whole.slice(0, 30)}${whole[30] === 'A' ? 'B' : 'A'}${whole.slice(31)}`;
    for (const after of [whole.slice(0, -3), altered, foreign, '']) {
      const { errors } = await gateway.query(WAIT, { after });
      expect(errors).toMatchObject([
        {
          extensions: {
            code: 'INVALID_INPUT',
            issues: [{ path: ['after'], message: expect.any(String), code: 'INVALID_INPUT' }],
          },
        },
      ]);
    }
  });

  test('a link of another chat, and a chat where the account may not invite', async () => {
    const { errors } = await gateway.query(WAIT, { link: 'https://t.me/+AbCdEfGhIjKlMnOp' });
    expect(errors).toMatchObject([{ extensions: { code: 'INVITE_HASH_EXPIRED', telegramCode: 400 } }]);
    const member = await gateway.query(
      '{ chat(peer: "sandbox_member_only") { requestsPending joinRequests { totalCount } } }',
    );
    expect(member.data).toEqual({ chat: { requestsPending: null, joinRequests: null } });
    expect(member.errors).toMatchObject([
      { path: ['chat', 'joinRequests'], extensions: { code: 'CHAT_ADMIN_REQUIRED', telegramCode: 400 } },
    ]);
  });

  test('a bot account is told before any call which kind of account can', async () => {
    await using bot = await startTestGateway({ account: 'bot' });
    const { errors } = await bot.query('{ chat(peer: "sandbox_community") { joinRequests { totalCount } } }');
    expect(errors).toMatchObject([
      { extensions: { code: 'BOT_METHOD_INVALID' }, message: expect.stringContaining('a user account can') },
    ]);
    expect(bot.calls).not.toContain('messages.GetChatInviteImporters');
  });
});

describe('a QR code', () => {
  const QR = `query ($size: Int) { chat(peer: "sandbox_big") {
    permanentInvite { linkIsPartial svg: qrCode png: qrCode(format: PNG, size: $size) }
  } }`;

  test('is drawn without a call of its own', async () => {
    gateway.calls.length = 0;
    const { data } = await gateway.query(QR, { size: 64 });
    expect(data?.['chat']?.['permanentInvite']).toEqual({
      linkIsPartial: false,
      svg: expect.stringMatching(/^data:image\/svg\+xml;base64,PHN2Zy/),
      png: expect.stringMatching(/^data:image\/png;base64,/),
    });
    expect(gateway.calls.sort()).toEqual(['channels.GetChannels', 'channels.GetFullChannel']);
  });

  test.each([63, 513, -1])('of %i pixels is refused', async (size) => {
    const { data, errors } = await gateway.query(QR, { size });
    expect(data?.['chat']?.['permanentInvite']).toMatchObject({ svg: expect.any(String), png: null });
    expect(errors).toMatchObject([
      {
        path: ['chat', 'permanentInvite', 'png'],
        extensions: {
          code: 'INVALID_INPUT',
          issues: [{ path: ['size'], message: expect.any(String), code: 'INVALID_INPUT' }],
        },
      },
    ]);
  });
});
