import { Api } from 'telegram';
import { returnBigInt } from 'telegram/Helpers.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Chat } from '../../src/sandbox/world/chats.ts';
import { addInvite, type Invite } from '../../src/sandbox/world/invites.ts';
import { admit, changeMember, endSubscription, leaveChat, setMember } from '../../src/sandbox/world/membership.ts';
import { addUser } from '../../src/sandbox/world/users.ts';
import { type GramjsCast, startCast } from '../support/gramjs-cast.ts';
import { ADA, OWNER } from '../support/sandbox-links.ts';

/** One world for the whole file; each test has a link and people of its own. */
let cast: GramjsCast;
let chat: Chat;
let nextId = 8_000_000_001n;

beforeAll(async () => {
  cast = await startCast();
  chat = cast.chat('sandbox_community');
});

beforeEach(() => {
  chat.pendingRequests.length = 0;
  setMember(cast.sandbox.world, chat, ADA, 'member');
  cast.sandbox.world.refusals.clear();
});

afterAll(() => cast[Symbol.asyncDispose]());

const DATE = 1_790_000_000;

/** People who came by a link, `perSecond` in each second, first come first. */
function come(invite: Invite, count: number, perSecond = 1, date = DATE): string[] {
  return Array.from({ length: count }, (_, each) => {
    const { id: userId } = addUser(cast.sandbox.world, { id: nextId++, firstName: `Guest ${each}` });
    const by = { invite, approvedBy: null, mayInvite: false, subscriptionExpired: false } as const;
    const since = date + Math.floor(each / perSecond);
    changeMember(cast.sandbox.world, chat, { userId, standing: 'member', since, ...by }, userId);
    return String(userId);
  });
}

/** People who wait, likewise. */
function wait(invite: Invite | null, names: readonly string[], perSecond = 1): string[] {
  return names.map((firstName, each) => {
    const { id: userId } = addUser(cast.sandbox.world, { id: nextId++, firstName, lastName: 'Waiting' });
    chat.pendingRequests.unshift({ userId, date: DATE + Math.floor(each / perSecond), about: firstName, invite });
    return String(userId);
  });
}

type Fields = Partial<ConstructorParameters<typeof Api.messages.GetChatInviteImporters>[0]>;

function importers(fields: Fields): Api.messages.GetChatInviteImporters {
  const first = { offsetDate: 0, offsetUser: new Api.InputUserEmpty() };
  return new Api.messages.GetChatInviteImporters({ peer: 'sandbox_community', limit: 100, ...first, ...fields });
}

const list = (fields: Fields, name = 'owner') => cast.invoke(name, importers(fields));

const ids = (answer: Api.messages.ChatInviteImporters) => answer.importers.map(({ userId }) => String(userId));

/** Every row by pages, the last row of each being the offset of the next, its hash read off that answer's users. */
async function walk(fields: Fields, between?: (last: string) => void): Promise<string[]> {
  const walked: string[] = [];
  let offset: Fields = {};
  for (;;) {
    const page = await list({ ...fields, ...offset });
    const last = page.importers.at(-1);
    if (!last) return walked;
    walked.push(...ids(page));
    const user = page.users.find(({ id }) => id.equals(last.userId));
    if (!(user instanceof Api.User) || !user.accessHash) throw new Error('a row without its user');
    const offsetUser = new Api.InputUser({ userId: user.id, accessHash: user.accessHash });
    offset = { offsetDate: last.date, offsetUser };
    between?.(String(last.userId));
  }
}

describe('who came by a link', () => {
  test('newest first, with the admin who approved, and all of them among the users', async () => {
    const invite = cast.link('sandbox_community', { requestNeeded: true });
    const [first = ''] = come(invite, 1);
    admit(cast.sandbox.world, chat, 7_000_000_008n, { invite, approvedBy: ADA });
    const answer = await list({ link: invite.link });
    expect(answer.count).toBe(2);
    expect(ids(answer)).toEqual(['7000000008', first]);
    expect(answer.importers[0]).toMatchObject({ requested: false, about: null });
    expect(String(answer.importers[0]?.approvedBy)).toBe(String(ADA));
    expect(answer.importers[1]?.approvedBy).toBeNull();
    expect(answer.users.map(({ id }) => String(id)).sort()).toEqual([String(ADA), '7000000008', first].sort());
  });

  test('who left is not among them, and neither is who waits', async () => {
    const invite = cast.link('sandbox_community', { requestNeeded: true });
    const [stays = '', leaves = ''] = come(invite, 2);
    wait(invite, ['Nina']);
    leaveChat(cast.sandbox.world, chat, BigInt(leaves));
    expect(ids(await list({ link: invite.link }))).toEqual([stays]);
  });

  test('0 gives 20 rows, more than 100 gives 100; count is that of the whole', async () => {
    const invite = cast.link('sandbox_community');
    come(invite, 130);
    for (const [limit, length] of [
      [0, 20],
      [-1, 20],
      [1, 1],
      [101, 100],
      [2_147_483_647, 100],
    ] as const) {
      const answer = await list({ link: invite.link, limit });
      expect([answer.count, answer.importers.length]).toEqual([130, length]);
    }
  });

  test.each([
    ['a second apart', 1],
    ['seven of one second', 7],
    ['all of one second', 100],
  ])('pages follow each other without gap or repeat: people %s', async (_, perSecond) => {
    const invite = cast.link('sandbox_community');
    const people = come(invite, 20, perSecond);
    const walked = await walk({ link: invite.link, limit: 3 });
    expect(walked).toHaveLength(20);
    expect(new Set(walked)).toEqual(new Set(people));
  });

  test('who joins during a walk disturbs no page, and neither does a last row that left', async () => {
    const invite = cast.link('sandbox_community');
    const people = come(invite, 20, 7);
    let since = DATE + 1_000;
    const walked = await walk({ link: invite.link, limit: 3 }, (last) => {
      leaveChat(cast.sandbox.world, chat, BigInt(last));
      since += 10;
      come(invite, 2, 1, since);
    });
    expect(walked).toHaveLength(20);
    expect(new Set(walked)).toEqual(new Set(people));
  });

  test('a date without a user: who came before it', async () => {
    const invite = cast.link('sandbox_community');
    const [first = ''] = come(invite, 3);
    expect(ids(await list({ link: invite.link, offsetDate: DATE + 1 }))).toEqual([first]);
  });

  test('with subscription_expired, who left when their payment ran out', async () => {
    const invite = cast.link('sandbox_community', { subscriptionPricing: { period: 2_592_000, amount: 5n } });
    const [stays = '', unpaid = '', leaves = ''] = come(invite, 3);
    endSubscription(cast.sandbox.world, chat, BigInt(unpaid));
    leaveChat(cast.sandbox.world, chat, BigInt(leaves));
    const answer = await list({ link: invite.link, subscriptionExpired: true });
    expect([answer.count, ids(answer)]).toEqual([1, [unpaid]]);
    expect(ids(await list({ link: invite.link }))).toEqual([stays]);
    expect([invite.usage, invite.subscriptionExpired]).toEqual([1, 1]);
    admit(cast.sandbox.world, chat, BigInt(unpaid), { invite, approvedBy: null });
    expect([invite.usage, invite.subscriptionExpired]).toEqual([2, 0]);
  });
});

describe('who waits', () => {
  test('by any link or none, with their words', async () => {
    const invite = cast.link('sandbox_community', { requestNeeded: true });
    const [byLink = ''] = wait(invite, ['Nina']);
    const [byName = ''] = wait(null, ['Omar']);
    const answer = await list({ requested: true });
    expect(answer).toMatchObject({ count: 2, importers: [{ requested: true }, { requested: true }] });
    expect(new Set(ids(answer))).toEqual(new Set([byLink, byName]));
    expect(answer.importers.map(({ about }) => about).sort()).toEqual(['Nina', 'Omar']);
    expect(ids(await list({ requested: true, link: invite.link }))).toEqual([byLink]);
    expect(ids(await list({ requested: true, subscriptionExpired: true, link: invite.link }))).toEqual([byLink]);
  });

  test.each([
    ['nin', ['Nina']],
    ['WAITING', ['Nina', 'Omar']],
    ['omar wait', ['Omar']],
    ['nobody', []],
    ['', ['Nina', 'Omar']],
  ])('q finds names without case: %j', async (q, found) => {
    wait(null, ['Nina', 'Omar']);
    const answer = await list({ requested: true, q });
    expect([answer.count, answer.importers.map(({ about }) => about).sort()]).toEqual([found.length, found]);
  });

  test('pages go on where the last row was answered meanwhile', async () => {
    const names = Array.from({ length: 11 }, (_, each) => `Guest ${each}`);
    const people = wait(null, names, 4);
    const walked = await walk({ requested: true, limit: 3 }, (last) => {
      chat.pendingRequests.splice(
        chat.pendingRequests.findIndex(({ userId }) => String(userId) === last),
        1,
      );
      chat.pendingRequests.unshift({ userId: OWNER, date: DATE + 1_000, about: '', invite: null });
    });
    expect(walked).toHaveLength(11);
    expect(new Set(walked)).toEqual(new Set(people));
  });
});

describe('messages.getChatInviteImporters refuses', () => {
  test('q beside a link, whichever list', async () => {
    const { link } = cast.link('sandbox_community');
    for (const requested of [false, true]) {
      const refused = await cast.refusal('owner', importers({ link, q: 'nina', requested }));
      expect(refused).toBe('400 SEARCH_WITH_LINK_NOT_SUPPORTED');
    }
  });

  test('neither link nor requested', async () => {
    for (const fields of [{}, { q: 'nina' }, { subscriptionExpired: true }]) {
      expect(await cast.refusal('owner', importers(fields))).toBe('400 INVITE_HASH_EXPIRED');
    }
  });

  test('a link of another chat, one that is deleted, one that never was', async () => {
    const elsewhere = cast.link('group');
    const deleted = cast.link('sandbox_community', { revoked: true, deleted: true });
    for (const link of [elsewhere.link, deleted.link, 'https://t.me/+abcdefghijklmnop', '']) {
      expect(await cast.refusal('owner', importers({ link }))).toBe('400 INVITE_HASH_EXPIRED');
    }
    const revoked = cast.link('sandbox_community', { revoked: true });
    expect((await list({ link: revoked.link })).count).toBe(0);
  });

  test('another administrator’s link, but for the creator; all who wait are any administrator’s to see', async () => {
    setMember(cast.sandbox.world, chat, ADA, 'admin', true);
    const owners = cast.link('sandbox_community');
    const adas = addInvite(cast.sandbox.world, chat, ADA);
    expect(await cast.refusal('ada', importers({ link: owners.link }))).toBe('400 CHAT_ADMIN_REQUIRED');
    expect((await list({ link: adas.link }, 'ada')).count).toBe(0);
    expect((await list({ link: adas.link })).count).toBe(0);
    wait(owners, ['Nina']);
    expect((await list({ requested: true }, 'ada')).count).toBe(1);
  });

  test('bots, members, and peers that are no chat', async () => {
    expect(await cast.refusal('bot', importers({ requested: true }))).toBe('400 BOT_METHOD_INVALID');
    expect(await cast.refusal('ada', importers({ requested: true }))).toBe('400 CHAT_ADMIN_REQUIRED');
    for (const [peer, refusal] of [
      ['sandbox_user', '400 PEER_ID_INVALID'],
      ['sandbox_private', '400 CHANNEL_PRIVATE'],
    ] as const) {
      expect(await cast.refusal('owner', importers({ peer, requested: true }))).toBe(refusal);
    }
  });

  test('an offset user whose hash is not the caller’s', async () => {
    const offsetUser = new Api.InputUser({ userId: returnBigInt(ADA), accessHash: returnBigInt(1n) });
    const refused = await cast.refusal('owner', importers({ requested: true, offsetDate: DATE, offsetUser }));
    expect(refused).toBe('400 PEER_ID_INVALID');
  });

  test('what world.refusals holds', async () => {
    cast.sandbox.world.refusals.set(-1_002_000_000_001n, { code: 400, type: 'CHANNEL_INVALID' });
    expect(await cast.refusal('owner', importers({ requested: true }))).toBe('400 CHANNEL_INVALID');
  });
});
