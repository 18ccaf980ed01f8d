import { Api } from 'telegram';
import { returnBigInt } from 'telegram/Helpers.js';
import { describe, expect, test } from 'vitest';
import { findChatByUsername } from '../../src/sandbox/world/chats.ts';
import { setMember } from '../../src/sandbox/world/membership.ts';
import { type ExportFields, exportIn, pricing } from '../support/sandbox-links.ts';
import { chatId, refusalOf, resolveChannel, resolveInputChannel, seededWorld } from '../support/seeded-world.ts';

const long = (value: bigint) => returnBigInt(value);
const smallGroup = new Api.InputPeerChat({ chatId: long(7001n) });

describe('messages.exportChatInvite', () => {
  test('makes an additional link with all that was asked for', async () => {
    const sandbox = seededWorld();
    const expireDate = sandbox.time.now / 1000 + 3600;
    const before = sandbox.world.invites.length;
    const answer = await exportIn(sandbox, 'sandbox_community', { title: 'flyer', usageLimit: 43, expireDate });
    expect(answer).toMatchObject({
      link: expect.stringMatching(/^https:\/\/t\.me\/\+[\w-]{16}$/),
      permanent: false,
      revoked: false,
      requestNeeded: false,
      adminId: long(7_000_000_001n),
      date: sandbox.time.now / 1000,
      startDate: null,
      usage: null,
      requested: null,
      title: 'flyer',
      usageLimit: 43,
      expireDate,
    });
    expect(sandbox.world.invites).toHaveLength(before + 1);
    expect(sandbox.world.invites.at(-1)).toMatchObject({ link: answer.link, title: 'flyer', usageLimit: 43 });
  });

  test('one without limits is additional too, not permanent', async () => {
    expect(await exportIn(seededWorld(), 'sandbox_community')).toMatchObject({ permanent: false, title: null });
  });

  test('works in a channel, in a basic group and for a bot', async () => {
    const sandbox = seededWorld();
    await exportIn(sandbox, 'sandbox_news', { requestNeeded: true });
    await exportIn(sandbox, 'sandbox_community', {}, 'bot');
    const group = await sandbox.as('owner')(new Api.messages.ExportChatInvite({ peer: smallGroup }));
    expect(group).toBeInstanceOf(Api.ChatInviteExported);
  });

  test('legacyRevokePermanent: replaces the primary, which is revoked, and ignores limits', async () => {
    const sandbox = seededWorld();
    const id = chatId(sandbox.world, 'sandbox_community');
    const old = sandbox.world.invites.find((invite) => invite.chatId === id && invite.permanent);
    const expireDate = sandbox.time.now / 1000 + 60;
    const fields = { legacyRevokePermanent: true, title: 'x', expireDate, usageLimit: 43 };
    const fresh = await exportIn(sandbox, 'sandbox_community', fields);
    expect(fresh).toMatchObject({ permanent: true, title: null, usageLimit: null, expireDate: null });
    expect(old?.revoked).toBe(true);
    const primaries = sandbox.world.invites.filter((each) => each.chatId === id && each.permanent && !each.revoked);
    expect(primaries.map((each) => each.link)).toEqual([fresh.link]);
  });

  test('legacyRevokePermanent: gives a bot its first primary', async () => {
    const sandbox = seededWorld();
    const fresh = await exportIn(sandbox, 'sandbox_community', { legacyRevokePermanent: true }, 'bot');
    const channel = await resolveInputChannel(sandbox.as('bot'), 'sandbox_community');
    const { fullChat } = await sandbox.as('bot')(new Api.channels.GetFullChannel({ channel }));
    expect(fullChat).toMatchObject({ exportedInvite: { link: fresh.link, permanent: true } });
  });

  test('keeps every request as it was sent, refused ones too', async () => {
    const sandbox = seededWorld();
    const fields = { legacyRevokePermanent: true, requestNeeded: true, expireDate: 43, usageLimit: 43, title: 'Very' };
    const subscriptionPricing = pricing(2_592_000, 500n);
    await refusalOf(exportIn(sandbox, 'sandbox_community', { ...fields, subscriptionPricing }));
    expect(sandbox.world.exportRequests).toEqual([
      {
        ...fields,
        subscriptionPricing: { period: 2_592_000, amount: 500n },
        userId: 7_000_000_001n,
        chatId: chatId(sandbox.world, 'sandbox_community'),
        invite: null,
      },
    ]);
  });

  test('cuts a title after 32 characters, an emoji being one', async () => {
    const sandbox = seededWorld();
    expect((await exportIn(sandbox, 'sandbox_community', { title: 'x'.repeat(33) })).title).toBe('x'.repeat(32));
    expect((await exportIn(sandbox, 'sandbox_community', { title: '🌻'.repeat(33) })).title).toBe('🌻'.repeat(32));
    expect((await exportIn(sandbox, 'sandbox_community', { title: '' })).title).toBeNull();
  });

  const past = Date.parse('2026-11-22T12:00:00Z') / 1000;
  const refusals: [string, string, ExportFields, string][] = [
    ['no use', 'sandbox_community', { usageLimit: 0 }, '400 USAGE_LIMIT_INVALID'],
    ['less than no use', 'sandbox_community', { usageLimit: -1 }, '400 USAGE_LIMIT_INVALID'],
    ['100000 uses', 'sandbox_community', { usageLimit: 100_000 }, '400 USAGE_LIMIT_INVALID'],
    ['approval with a limit', 'sandbox_community', { usageLimit: 1, requestNeeded: true }, '400 USAGE_LIMIT_INVALID'],
    ['an expiry that is now', 'sandbox_community', { expireDate: past }, '400 EXPIRE_DATE_INVALID'],
    ['an expiry in 1970', 'sandbox_community', { expireDate: 43 }, '400 EXPIRE_DATE_INVALID'],
    [
      'a price in a supergroup',
      'sandbox_community',
      { subscriptionPricing: pricing(2_592_000, 1n) },
      '400 PRICING_CHAT_INVALID',
    ],
    [
      'a price for a minute',
      'sandbox_news',
      { subscriptionPricing: pricing(60, 1n) },
      '400 SUBSCRIPTION_PERIOD_INVALID',
    ],
    ['a price of 0', 'sandbox_news', { subscriptionPricing: pricing(2_592_000, 0n) }, '400 PRICING_CHAT_INVALID'],
    [
      'a price of 10001',
      'sandbox_news',
      { subscriptionPricing: pricing(2_592_000, 10_001n) },
      '400 PRICING_CHAT_INVALID',
    ],
    [
      'a price with a limit',
      'sandbox_news',
      { subscriptionPricing: pricing(2_592_000, 1n), usageLimit: 1 },
      '400 USAGE_LIMIT_INVALID',
    ],
    [
      'a price with an expiry',
      'sandbox_news',
      { subscriptionPricing: pricing(2_592_000, 1n), expireDate: past + 60 },
      '400 EXPIRE_DATE_INVALID',
    ],
    [
      'a price with approval',
      'sandbox_news',
      { subscriptionPricing: pricing(2_592_000, 1n), requestNeeded: true },
      '400 PRICING_CHAT_INVALID',
    ],
  ];
  test.each(refusals)('refuses %s and leaves the world unchanged', async (_, username, fields, refusal) => {
    const sandbox = seededWorld();
    const before = structuredClone(sandbox.world.invites);
    expect(await refusalOf(exportIn(sandbox, username, fields))).toBe(refusal);
    expect(sandbox.world.invites).toEqual(before);
  });

  test('takes the limits themselves: 1 and 99999 uses, 1 and 10000 stars', async () => {
    const sandbox = seededWorld();
    for (const usageLimit of [1, 99_999]) await exportIn(sandbox, 'sandbox_community', { usageLimit });
    for (const amount of [1n, 10_000n]) {
      const answer = await exportIn(sandbox, 'sandbox_news', { subscriptionPricing: pricing(2_592_000, amount) });
      expect(answer.subscriptionPricing).toMatchObject({ period: 2_592_000, amount: long(amount) });
    }
  });

  const cast: [string, string][] = [
    ['sandbox_private', '400 CHANNEL_PRIVATE'],
    ['sandbox_member_only', '400 CHAT_ADMIN_REQUIRED'],
    ['sandbox_readonly', '403 CHAT_WRITE_FORBIDDEN'],
    ['sandbox_flood', '420 FLOOD_WAIT_30'],
  ];
  test.each(cast)('@%s answers %s every time', async (username, refusal) => {
    const sandbox = seededWorld();
    for (let call = 0; call < 3; call += 1) {
      expect(await refusalOf(exportIn(sandbox, username))).toBe(refusal);
    }
  });

  test('refuses peers that are no chat of the caller', async () => {
    const { as } = seededWorld();
    const refusal = (peer: Api.TypeInputPeer) => refusalOf(as('owner')(new Api.messages.ExportChatInvite({ peer })));
    const { users } = await as('owner')(new Api.contacts.ResolveUsername({ username: 'sandbox_user' }));
    const person = users[0] as Api.User;
    const accessHash = person.accessHash ?? long(0n);
    expect(await refusal(new Api.InputPeerUser({ userId: person.id, accessHash }))).toBe('400 PEER_ID_INVALID');
    expect(await refusal(new Api.InputPeerSelf())).toBe('400 PEER_ID_INVALID');
    expect(await refusal(new Api.InputPeerEmpty())).toBe('400 PEER_ID_INVALID');
    expect(await refusal(new Api.InputPeerChat({ chatId: long(40404n) }))).toBe('400 CHAT_ID_INVALID');
    const unknown = new Api.InputPeerChannel({ channelId: long(4040n), accessHash: long(1n) });
    expect(await refusal(unknown)).toBe('400 CHANNEL_INVALID');
  });

  test('a member of a basic group is no administrator; who was removed may not act', async () => {
    const { as, world } = seededWorld();
    const request = new Api.messages.ExportChatInvite({ peer: smallGroup });
    expect(await refusalOf(as('ada')(request))).toBe('400 CHAT_ADMIN_REQUIRED');
    expect(await refusalOf(as('bot')(request))).toBe('400 CHAT_ID_INVALID');
    const group = world.chats.get(-7001n);
    if (group) setMember(world, group, 7_000_000_004n, 'removed');
    expect(await refusalOf(as('ada')(request))).toBe('403 CHAT_WRITE_FORBIDDEN');
  });

  test('an administrator without the invite right: CHAT_ADMIN_REQUIRED', async () => {
    const sandbox = seededWorld();
    const news = findChatByUsername(sandbox.world, 'sandbox_news');
    if (news) setMember(sandbox.world, news, 7_000_000_001n, 'admin', false);
    expect(await refusalOf(exportIn(sandbox, 'sandbox_news'))).toBe('400 CHAT_ADMIN_REQUIRED');
  });

  test('answers whatever refusal the world holds for the chat, until it is taken away', async () => {
    const sandbox = seededWorld();
    const id = chatId(sandbox.world, 'sandbox_community');
    for (const [code, type] of [
      [400, 'PEER_FLOOD'],
      [406, 'CHANNEL_PRIVATE'],
      [500, 'WORKER_BUSY_TOO_LONG_RETRY'],
    ] as const) {
      sandbox.world.refusals.set(id, { code, type });
      expect(await refusalOf(exportIn(sandbox, 'sandbox_community'))).toBe(`${code} ${type}`);
    }
    sandbox.world.refusals.delete(id);
    await exportIn(sandbox, 'sandbox_community');
  });
});

describe('messages.getExportedChatInvite', () => {
  const read = (peer: Api.TypeInputPeer, link: string) => new Api.messages.GetExportedChatInvite({ peer, link });

  test('reads one’s own link with its admin', async () => {
    const sandbox = seededWorld();
    const { link } = await exportIn(sandbox, 'sandbox_community', { title: 'flyer' });
    const peer = await resolveChannel(sandbox.as('owner'), 'sandbox_community');
    const answer = await sandbox.as('owner')(read(peer, link));
    expect(answer.invite).toMatchObject({ link, title: 'flyer' });
    expect(answer.users).toMatchObject([{ firstName: 'Olive' }]);
  });

  test('another admin’s link: the creator may read it, an administrator may not', async () => {
    const sandbox = seededWorld();
    const { world, as } = sandbox;
    const ofBot = await exportIn(sandbox, 'sandbox_community', {}, 'bot');
    const community = await resolveChannel(as('owner'), 'sandbox_community');
    expect((await as('owner')(read(community, ofBot.link))).users).toMatchObject([{ bot: true }]);
    const adas = world.invites.find((invite) => invite.chatId === chatId(world, 'sandbox_news'));
    const news = await resolveChannel(as('owner'), 'sandbox_news');
    expect(await refusalOf(as('owner')(read(news, adas?.link ?? '')))).toBe('400 CHAT_ADMIN_REQUIRED');
  });

  test('a link of another chat, and one that never was: INVITE_HASH_EXPIRED', async () => {
    const sandbox = seededWorld();
    const { link } = await exportIn(sandbox, 'sandbox_news');
    const peer = await resolveChannel(sandbox.as('owner'), 'sandbox_community');
    for (const wrong of [link, 'https://t.me/+aaaaaaaaaaaaaaaa', '']) {
      expect(await refusalOf(sandbox.as('owner')(read(peer, wrong)))).toBe('400 INVITE_HASH_EXPIRED');
    }
  });

  test('refuses bots, and who may not invite', async () => {
    const sandbox = seededWorld();
    const { link } = await exportIn(sandbox, 'sandbox_community');
    const asBot = sandbox.as('bot')(read(await resolveChannel(sandbox.as('bot'), 'sandbox_community'), link));
    expect(await refusalOf(asBot)).toBe('400 BOT_METHOD_INVALID');
    const asMember = sandbox.as('ada')(read(await resolveChannel(sandbox.as('ada'), 'sandbox_community'), link));
    expect(await refusalOf(asMember)).toBe('400 CHAT_ADMIN_REQUIRED');
  });
});
