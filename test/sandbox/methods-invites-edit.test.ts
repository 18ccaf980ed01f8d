import { Api } from 'telegram';
import { describe, expect, test } from 'vitest';
import { findChatByUsername } from '../../src/sandbox/world/chats.ts';
import { setMember } from '../../src/sandbox/world/membership.ts';
import { ADA, BOT, exportIn, OWNER, pricing, primaryOf, promoteAda } from '../support/sandbox-links.ts';
import { chatId, refusalOf, resolveChannel, type SeededWorld, seededWorld } from '../support/seeded-world.ts';

type Fields = Partial<ConstructorParameters<typeof Api.messages.EditExportedChatInvite>[0]>;
type Account = Parameters<SeededWorld['as']>[0];

async function editIn(sandbox: SeededWorld, username: string, link: string, fields: Fields, name: Account = 'owner') {
  const peer = await resolveChannel(sandbox.as(name), username);
  return sandbox.as(name)(new Api.messages.EditExportedChatInvite({ peer, link, ...fields }));
}

const edit = (sandbox: SeededWorld, link: string, fields: Fields, name: Account = 'owner') =>
  editIn(sandbox, 'sandbox_community', link, fields, name);

/** A community with one additional link, everything set that can be set together. */
async function withLink(fields: Fields = {}) {
  const sandbox = seededWorld();
  const expireDate = sandbox.time.now / 1000 + 3600;
  const all = { title: 'flyer', usageLimit: 43, expireDate };
  const { link } = await exportIn(sandbox, 'sandbox_community', fields.requestNeeded ? { requestNeeded: true } : all);
  const invite = sandbox.world.invites.at(-1);
  sandbox.time.now += 60_000;
  return { sandbox, link, invite, all, edited: sandbox.time.now / 1000 };
}

describe('messages.editExportedChatInvite', () => {
  test('changes what is sent, leaves the rest, and dates the edit', async () => {
    const { sandbox, link, all, edited } = await withLink();
    const answer = await edit(sandbox, link, { title: 'poster' });
    expect(answer).toBeInstanceOf(Api.messages.ExportedChatInvite);
    expect(answer.invite).toMatchObject({ ...all, link, title: 'poster', startDate: edited, date: edited - 60 });
    expect(answer.users).toMatchObject([{ firstName: 'Olive' }]);
    const more = { usageLimit: 99_999, expireDate: edited + 1 };
    expect((await edit(sandbox, link, more)).invite).toMatchObject({ ...more, title: 'poster' });
  });

  test('0 clears expiry and limit, an empty title clears the title', async () => {
    const { sandbox, link } = await withLink();
    const { invite } = await edit(sandbox, link, { expireDate: 0, usageLimit: 0, title: '' });
    expect(invite).toMatchObject({ expireDate: null, usageLimit: null, title: null, requestNeeded: false });
  });

  test('approval has three states: set, taken back, left alone', async () => {
    const { sandbox, link } = await withLink({ requestNeeded: true });
    expect((await edit(sandbox, link, { title: 'x' })).invite).toMatchObject({ requestNeeded: true });
    expect((await edit(sandbox, link, { requestNeeded: false })).invite).toMatchObject({ requestNeeded: false });
    expect((await edit(sandbox, link, { requestNeeded: true })).invite).toMatchObject({ requestNeeded: true });
  });

  test('a limited link takes approval once its limit is cleared in the same call', async () => {
    const { sandbox, link } = await withLink();
    expect(await refusalOf(edit(sandbox, link, { requestNeeded: true }))).toBe('400 USAGE_LIMIT_INVALID');
    const { invite } = await edit(sandbox, link, { requestNeeded: true, usageLimit: 0 });
    expect(invite).toMatchObject({ requestNeeded: true, usageLimit: null });
    expect(await refusalOf(edit(sandbox, link, { usageLimit: 5 }))).toBe('400 USAGE_LIMIT_INVALID');
  });

  test('a call that names nothing to change is answered with the link as it is', async () => {
    const { sandbox, link, all } = await withLink();
    expect((await edit(sandbox, link, {})).invite).toMatchObject({ ...all, startDate: null });
    const primary = primaryOf(sandbox, 'sandbox_community', OWNER);
    expect((await edit(sandbox, primary, {})).invite).toMatchObject({ permanent: true, startDate: null });
  });

  test('cuts a title after 32 characters', async () => {
    const { sandbox, link } = await withLink();
    expect((await edit(sandbox, link, { title: '🌻'.repeat(33) })).invite).toMatchObject({ title: '🌻'.repeat(32) });
  });

  test('an expired link may be given another date, and a title without one', async () => {
    const { sandbox, link, all } = await withLink();
    sandbox.time.now += 7_200_000;
    expect((await edit(sandbox, link, { title: 'late' })).invite).toMatchObject({ expireDate: all.expireDate });
    const expireDate = sandbox.time.now / 1000 + 60;
    expect((await edit(sandbox, link, { expireDate })).invite).toMatchObject({ expireDate });
  });

  const now = Date.parse('2026-11-22T12:01:00Z') / 1000;
  test.each<[string, Fields, string]>([
    ['less than no use', { usageLimit: -1 }, '400 USAGE_LIMIT_INVALID'],
    ['100000 uses', { usageLimit: 100_000 }, '400 USAGE_LIMIT_INVALID'],
    ['approval with a new limit', { usageLimit: 1, requestNeeded: true }, '400 USAGE_LIMIT_INVALID'],
    ['an expiry that is now', { expireDate: now }, '400 EXPIRE_DATE_INVALID'],
    ['an expiry in 1969', { expireDate: -43 }, '400 EXPIRE_DATE_INVALID'],
  ])('refuses %s and leaves the link unchanged', async (_, fields, refusal) => {
    const { sandbox, link, invite } = await withLink();
    const before = structuredClone(invite);
    expect(await refusalOf(edit(sandbox, link, { title: 'other', ...fields }))).toBe(refusal);
    expect(invite).toEqual(before);
  });

  test.each<[string, Fields]>([
    ['expiry', { expireDate: now + 60 }],
    ['limit', { usageLimit: 1 }],
    ['approval', { requestNeeded: true }],
    ['title', { title: 'x' }],
    ['cleared title', { title: '' }],
  ])('a primary link takes no %s: CHAT_INVITE_PERMANENT', async (_, fields) => {
    const { sandbox } = await withLink();
    const primary = primaryOf(sandbox, 'sandbox_community', OWNER);
    expect(await refusalOf(edit(sandbox, primary, fields))).toBe('400 CHAT_INVITE_PERMANENT');
  });

  test('a paid link takes a new title and nothing else', async () => {
    const sandbox = seededWorld();
    const { link } = await exportIn(sandbox, 'sandbox_news', { subscriptionPricing: pricing(2_592_000, 5n) });
    const change = (fields: Fields) => editIn(sandbox, 'sandbox_news', link, fields);
    expect((await change({ title: 'gold' })).invite).toMatchObject({ title: 'gold', subscriptionPricing: {} });
    expect(await refusalOf(change({ expireDate: now + 60 }))).toBe('400 EXPIRE_DATE_INVALID');
    expect(await refusalOf(change({ usageLimit: 1 }))).toBe('400 USAGE_LIMIT_INVALID');
    expect(await refusalOf(change({ requestNeeded: true }))).toBe('400 PRICING_CHAT_INVALID');
    expect((await change({ revoked: true })).invite).toMatchObject({ revoked: true, title: 'gold' });
  });

  test('keeps every request as it was sent, refused ones too', async () => {
    const { sandbox, link, invite } = await withLink();
    const { world } = sandbox;
    const unknown = 'https://t.me/+aaaaaaaaaaaaaaaa';
    await edit(sandbox, link, { title: '', usageLimit: 0, requestNeeded: false });
    await refusalOf(edit(sandbox, unknown, { expireDate: 43 }));
    const sent = { userId: OWNER, chatId: chatId(world, 'sandbox_community'), revoked: false };
    expect(world.editRequests).toEqual([
      { ...sent, link, title: '', usageLimit: 0, requestNeeded: false, expireDate: null, invite },
      { ...sent, link: unknown, title: null, usageLimit: null, requestNeeded: null, expireDate: 43, invite: null },
    ]);
  });
});

describe('messages.editExportedChatInvite with revoked', () => {
  test('an additional link stays, revoked, with all it had', async () => {
    const { sandbox, link, all } = await withLink();
    const answer = await edit(sandbox, link, { revoked: true });
    expect(answer).toBeInstanceOf(Api.messages.ExportedChatInvite);
    expect(answer.invite).toMatchObject({ ...all, link, revoked: true, permanent: false });
  });

  test('other fields sent with it are ignored', async () => {
    const { sandbox, link, all } = await withLink();
    const answer = await edit(sandbox, link, { revoked: true, title: 'x', usageLimit: -1, expireDate: 43 });
    expect(answer.invite).toMatchObject({ ...all, revoked: true });
  });

  test('a primary is answered with the one that replaces it at once', async () => {
    const { sandbox } = await withLink();
    const old = primaryOf(sandbox, 'sandbox_community', OWNER);
    const answer = await edit(sandbox, old, { revoked: true });
    if (!(answer instanceof Api.messages.ExportedChatInviteReplaced)) throw new Error(answer.className);
    expect(answer.invite).toMatchObject({ link: old, revoked: true, permanent: true });
    const fresh = primaryOf(sandbox, 'sandbox_community', OWNER);
    expect(answer.newInvite).toMatchObject({ link: fresh, revoked: false, permanent: true });
    expect(fresh).not.toBe(old);
    expect(answer.users).toMatchObject([{ firstName: 'Olive' }]);
  });

  test('a link that is revoked already is edited by nothing: INVITE_HASH_EXPIRED', async () => {
    const { sandbox, link } = await withLink();
    const primary = primaryOf(sandbox, 'sandbox_community', OWNER);
    for (const gone of [link, primary]) {
      await edit(sandbox, gone, { revoked: true });
      for (const fields of [{ revoked: true }, { title: 'x' }, {}]) {
        expect(await refusalOf(edit(sandbox, gone, fields))).toBe('400 INVITE_HASH_EXPIRED');
      }
    }
  });

  test('the creator revokes another administrator’s primary, who gets a new one while they may invite', async () => {
    const { sandbox } = await withLink();
    promoteAda(sandbox);
    const first = primaryOf(sandbox, 'sandbox_community', ADA);
    expect(await edit(sandbox, first, { revoked: true })).toMatchObject({ newInvite: { permanent: true } });
    const second = primaryOf(sandbox, 'sandbox_community', ADA);
    const community = findChatByUsername(sandbox.world, 'sandbox_community');
    if (community) setMember(sandbox.world, community, ADA, 'member');
    expect(await edit(sandbox, second, { revoked: true })).toBeInstanceOf(Api.messages.ExportedChatInvite);
  });
});

describe('who may edit', () => {
  test('the creator every person’s link, an administrator only their own', async () => {
    const { sandbox, link } = await withLink();
    promoteAda(sandbox);
    const adas = (await exportIn(sandbox, 'sandbox_community', {}, 'ada')).link;
    await edit(sandbox, adas, { title: 'own' }, 'ada');
    expect((await edit(sandbox, adas, { title: 'owner’s' })).users).toMatchObject([{ firstName: 'Ada' }]);
    expect(await refusalOf(edit(sandbox, link, { title: 'x' }, 'ada'))).toBe('400 CHAT_ADMIN_REQUIRED');
    expect(await refusalOf(edit(sandbox, link, { revoked: true }, 'ada'))).toBe('400 CHAT_ADMIN_REQUIRED');
  });

  test('a bot its own, primary included; never another’s', async () => {
    const { sandbox, link } = await withLink();
    const own = await exportIn(sandbox, 'sandbox_community', {}, 'bot');
    expect((await edit(sandbox, own.link, { title: 'door' }, 'bot')).invite).toMatchObject({ title: 'door' });
    expect(await edit(sandbox, own.link, { revoked: true }, 'bot')).toMatchObject({ invite: { revoked: true } });
    expect(await refusalOf(edit(sandbox, link, { title: 'x' }, 'bot'))).toBe('400 CHAT_ADMIN_REQUIRED');
    const primary = await exportIn(sandbox, 'sandbox_community', { legacyRevokePermanent: true }, 'bot');
    const replaced = await edit(sandbox, primary.link, { revoked: true }, 'bot');
    expect(replaced).toMatchObject({ newInvite: { link: primaryOf(sandbox, 'sandbox_community', BOT) } });
  });

  test('no person a bot’s link, the creator neither: EDIT_BOT_INVITE_FORBIDDEN', async () => {
    const { sandbox } = await withLink();
    const { link } = await exportIn(sandbox, 'sandbox_community', {}, 'bot');
    for (const fields of [{ title: 'x' }, { revoked: true }]) {
      expect(await refusalOf(edit(sandbox, link, fields))).toBe('403 EDIT_BOT_INVITE_FORBIDDEN');
    }
    promoteAda(sandbox);
    expect(await refusalOf(edit(sandbox, link, { title: 'x' }, 'ada'))).toBe('400 CHAT_ADMIN_REQUIRED');
  });

  test('nobody a link of another chat, or one that never was: INVITE_HASH_EXPIRED', async () => {
    const { sandbox } = await withLink();
    const { link } = await exportIn(sandbox, 'sandbox_news');
    for (const wrong of [link, 'https://t.me/+aaaaaaaaaaaaaaaa', '']) {
      expect(await refusalOf(edit(sandbox, wrong, { title: 'x' }))).toBe('400 INVITE_HASH_EXPIRED');
    }
  });

  test('no member, nobody outside, nobody signed out', async () => {
    const { sandbox, link } = await withLink();
    expect(await refusalOf(edit(sandbox, link, { title: 'x' }, 'ada'))).toBe('400 CHAT_ADMIN_REQUIRED');
    expect(await refusalOf(editIn(sandbox, 'sandbox_private', link, {}))).toBe('400 CHANNEL_PRIVATE');
    const peer = new Api.InputPeerSelf();
    const request = new Api.messages.EditExportedChatInvite({ peer, link });
    expect(await refusalOf(sandbox.as('owner')(request))).toBe('400 PEER_ID_INVALID');
    expect(await refusalOf(sandbox.device('nobody')(request))).toBe('401 AUTH_KEY_UNREGISTERED');
  });
});
