import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addInvite } from '../../src/sandbox/world/invites.ts';
import { startTestGateway, type TestGateway } from '../support/start-gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const OWNER = 7_000_000_001n;
const BOT = 7_000_000_002n;
const EDIT = `mutation ($input: EditExportedChatInviteInput!) {
  editExportedChatInvite(input: $input) {
    __typename
    ... on ExportedChatInvite { link title expireDate usageLimit requestNeeded startDate chat { peer } admin { username } }
    ... on Error { message }
    ... on FieldError { path }
    ... on InvalidInputError { issues { path } }
  }
}`;
const peer = 'sandbox_community';
const edit = async (input: object) =>
  (await gateway.query(EDIT, { input: { peer, ...input } })).data?.['editExportedChatInvite'];

/** A link with everything that an edit may change. */
function makeLink(chatId = -1_002_000_000_001n, adminId = OWNER, fields: Parameters<typeof addInvite>[3] = {}): string {
  const chat = gateway.sandbox.world.chats.get(chatId);
  if (!chat) throw new Error(`no chat ${chatId}`);
  const all = { title: 'Before', usageLimit: 5, expireDate: 2_000_000_000, ...fields };
  return addInvite(gateway.sandbox.world, chat, adminId, all).link;
}

const before = { title: 'Before', usageLimit: 5, expireDate: '2033-05-18T03:33:20.000Z', requestNeeded: false };

describe('what is given changes, what is not stays', () => {
  test.each([
    [{ title: 'After' }, { ...before, title: 'After' }],
    [{ title: null }, { ...before, title: null }],
    [{ title: '' }, { ...before, title: null }],
    [{ usageLimit: 99_999 }, { ...before, usageLimit: 99_999 }],
    [{ usageLimit: null }, { ...before, usageLimit: null }],
    [{ expireDate: '2036-01-01T00:00:00Z' }, { ...before, expireDate: '2036-01-01T00:00:00.000Z' }],
    [{ expireDate: null }, { ...before, expireDate: null }],
    [{ requestNeeded: false }, before],
    [
      { requestNeeded: true, usageLimit: null },
      { ...before, requestNeeded: true, usageLimit: null },
    ],
    [
      { title: null, usageLimit: null, expireDate: null, requestNeeded: null },
      { title: null, usageLimit: null, expireDate: null, requestNeeded: false },
    ],
  ])('%j', async (changes, after) => {
    const link = makeLink();
    expect(await edit({ link, ...changes })).toEqual({
      __typename: 'ExportedChatInvite',
      ...after,
      link,
      startDate: expect.stringMatching(/Z$/),
      chat: { peer: '-1002000000001' },
      admin: { username: 'sandbox_owner' },
    });
  });

  test('variables that were not given leave things as they are', async () => {
    const link = makeLink();
    const answer = await gateway.query(
      `mutation ($link: InviteLink!, $title: String, $usageLimit: Int, $expireDate: DateTime) {
        editExportedChatInvite(
          input: { peer: "sandbox_community", link: $link, title: $title, usageLimit: $usageLimit, expireDate: $expireDate }
        ) { ... on ExportedChatInvite { title expireDate usageLimit requestNeeded } }
      }`,
      { link, title: 'After' },
    );
    expect(answer.data?.['editExportedChatInvite']).toEqual({ ...before, title: 'After' });
    expect(gateway.sandbox.world.editRequests.at(-1)).toMatchObject({
      title: 'After',
      expireDate: null,
      usageLimit: null,
      requestNeeded: null,
      revoked: false,
    });
  });

  test('approval goes back to a limit in one call', async () => {
    const link = makeLink(undefined, undefined, { usageLimit: null, requestNeeded: true });
    expect(await edit({ link, requestNeeded: false, usageLimit: 3 })).toMatchObject({
      requestNeeded: false,
      usageLimit: 3,
    });
  });
});

test('the link may be written in any of its forms', async () => {
  const link = makeLink();
  const hash = link.slice('https://t.me/+'.length);
  for (const form of [hash, `t.me/joinchat/${hash}`, `tg://join?invite=${hash}`, `https://telegram.me/+${hash}?x=1`]) {
    expect(await edit({ link: form, title: form.slice(0, 8) })).toMatchObject({ link, title: form.slice(0, 8) });
  }
});

describe('what cannot be', () => {
  test('a limited link does not take approval alone, and the message says how', async () => {
    expect(await edit({ link: makeLink(), requestNeeded: true })).toMatchObject({
      __typename: 'UsageLimitInvalidError',
      message: expect.stringContaining('usageLimit: null and requestNeeded: true in one call'),
    });
  });

  test.each([
    [{ requestNeeded: true }, 'PricingChatInvalidError', /a paid link takes no approval/],
    [{ expireDate: '2036-01-01T00:00:00Z' }, 'ExpireDateInvalidError', /A paid link takes no expiry/],
    [{ usageLimit: 5 }, 'UsageLimitInvalidError', /a paid one neither/],
  ])('a paid link takes no %j', async (change, __typename, message) => {
    const pricing = { subscriptionPricing: { period: 2_592_000, amount: 1n } };
    const link = makeLink(-1_002_000_000_002n, OWNER, { usageLimit: null, expireDate: null, ...pricing });
    expect(await edit({ peer: 'sandbox_news', link, ...change })).toMatchObject({
      __typename,
      message: expect.stringMatching(message),
      path: ['input', ...Object.keys(change)],
    });
  });

  test('a primary link takes no limit', async () => {
    const { data } = await gateway.query('{ chat(peer: "sandbox_community") { permanentInvite { link } } }');
    const { link } = data?.['chat']?.['permanentInvite'] ?? ({} as never);
    expect(await edit({ link, usageLimit: 5 })).toMatchObject({ __typename: 'ChatInvitePermanentError' });
  });

  test('a revoked link, one of another chat and one in lower case do not work', async () => {
    const revoked = makeLink(undefined, undefined, { revoked: true });
    const elsewhere = makeLink(-7_001n);
    for (const link of [revoked, elsewhere, makeLink().toLowerCase()]) {
      expect(await edit({ link, title: 'x' })).toMatchObject({ __typename: 'InviteHashExpiredError' });
    }
  });

  test('a bot’s link is edited by that bot only', async () => {
    const link = makeLink(undefined, BOT);
    expect(await edit({ link, title: 'x' })).toMatchObject({ __typename: 'EditBotInviteForbiddenError' });
  });

  test('another admin’s link is the owner’s to edit', async () => {
    const link = makeLink(-1_002_000_000_002n, 7_000_000_004n);
    expect(await edit({ peer: 'sandbox_news', link, title: 'x' })).toMatchObject({
      __typename: 'ChatAdminRequiredError',
    });
  });

  test.each([
    [{}, 'InvalidInputError', [['input']]],
    [{ requestNeeded: null }, 'InvalidInputError', [['input']]],
    [
      { requestNeeded: true, usageLimit: 5 },
      'InvalidInputError',
      [
        ['input', 'requestNeeded'],
        ['input', 'usageLimit'],
      ],
    ],
    [{ title: 'x'.repeat(33) }, 'InvalidInputError', [['input', 'title']]],
  ])('%j is %s with the paths concerned, and costs no call', async (changes, typeName, paths) => {
    gateway.calls.length = 0;
    expect(await edit({ link: 'AbCdEfGhIjKlMnOp', ...changes })).toMatchObject({
      __typename: typeName,
      issues: paths.map((path) => ({ path })),
    });
    expect(gateway.calls).toEqual([]);
  });

  test.each([
    [{ usageLimit: 0 }, 'UsageLimitInvalidError'],
    [{ expireDate: 43 }, 'ExpireDateInvalidError'],
    [{ peer: 'me', title: 'x' }, 'PeerIdInvalidError'],
  ])('%j is %s, and costs no call', async (changes, typeName) => {
    gateway.calls.length = 0;
    expect(await edit({ link: 'AbCdEfGhIjKlMnOp', ...changes })).toMatchObject({ __typename: typeName });
    expect(gateway.calls).toEqual([]);
  });

  test.each([
    ['https://t.me/+AbCdEfGh...', /cut this link short/],
    ['https://t.me/+AbCdEfGh…', /cut this link short/],
    ['t.me/+4912345', /phone number/],
    ['t.me/sandbox_community', /no invite link/],
    ['', /no invite link/],
  ])('%j is no key: the schema refuses it, with the reason', async (link, reason) => {
    const answer = await gateway.query(EDIT, { input: { peer, link, title: 'x' } });
    expect(answer.errors?.[0]?.message).toMatch(reason);
    expect(answer.data).toBeUndefined();
  });
});

test('a bot account edits and revokes links of its own', async () => {
  await using asBot = await startTestGateway({ account: 'bot' });
  const made = await asBot.query(`mutation {
    exportChatInvite(input: { peer: "sandbox_community" }) { ... on ExportedChatInvite { link } }
  }`);
  const { link } = made.data?.['exportChatInvite'] ?? ({} as never);
  const edited = await asBot.query(EDIT, { input: { peer, link, title: 'By the bot' } });
  expect(edited.data?.['editExportedChatInvite']).toMatchObject({ link, title: 'By the bot' });
  const revoked = await asBot.query(
    `mutation ($link: InviteLink!) {
      revokeExportedChatInvite(input: { peer: "sandbox_community", link: $link }) { ... on ExportedChatInvite { revoked } }
    }`,
    { link },
  );
  expect(revoked.data?.['revokeExportedChatInvite']).toEqual({ revoked: true });
});
