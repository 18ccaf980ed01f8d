import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addInvite } from '../../src/sandbox/world/invites.ts';
import { startTestGateway, type TestGateway } from '../support/start-gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const COMMUNITY = -1_002_000_000_001n;
const NEWS = -1_002_000_000_002n;
const OWNER = 7_000_000_001n;
const ADA = 7_000_000_004n;

const READ = `query ($peer: Peer!, $link: InviteLink!) {
  chat(peer: $peer) { exportedInvite(link: $link) { link title revoked permanent admin { username } } }
}`;
const PRIMARY = `query ($peer: Peer!) { chat(peer: $peer) { permanentInvite { link permanent chat { peer } } } }`;
const CHANGE = `mutation ($peer: Peer!, $link: InviteLink!, $revoke: Boolean!, $delete: Boolean!) {
  revokeExportedChatInvite(input: { peer: $peer, link: $link }) @include(if: $revoke) {
    __typename
    ... on ExportedChatInvite { link revoked }
    ... on ExportedChatInviteReplaced { invite { link revoked permanent } newInvite { link revoked permanent } }
    ... on Error { message }
  }
  deleteExportedChatInvite(input: { peer: $peer, link: $link }) @include(if: $delete) {
    __typename
    ... on DeletedExportedChatInvite { link chat { peer } }
    ... on Error { message }
  }
}`;
const DELETE_ALL = `mutation ($input: DeleteRevokedExportedChatInvitesInput!) {
  deleteRevokedExportedChatInvites(input: $input) {
    __typename
    ... on DeletedRevokedExportedChatInvites { chat { peer } admin { peer } }
    ... on Error { message }
  }
}`;

const revoke = async (link: string, peer = 'sandbox_community') =>
  (await gateway.query(CHANGE, { peer, link, revoke: true, delete: false })).data?.['revokeExportedChatInvite'];
const remove = async (link: string, peer = 'sandbox_community') =>
  (await gateway.query(CHANGE, { peer, link, revoke: false, delete: true })).data?.['deleteExportedChatInvite'];
const removeAll = async (input: object) =>
  (await gateway.query(DELETE_ALL, { input })).data?.['deleteRevokedExportedChatInvites'];
const read = async (link: string, peer = 'sandbox_community') => gateway.query(READ, { peer, link });
const primary = async (peer: string) =>
  (await gateway.query(PRIMARY, { peer })).data?.['chat']?.['permanentInvite'] ?? null;

function makeLink(chatId = COMMUNITY, adminId = OWNER, fields: Parameters<typeof addInvite>[3] = {}): string {
  const chat = gateway.sandbox.world.chats.get(chatId);
  if (!chat) throw new Error(`no chat ${chatId}`);
  return addInvite(gateway.sandbox.world, chat, adminId, fields).link;
}

describe('revoking', () => {
  test('an additional link is answered revoked, and is found so', async () => {
    const link = makeLink();
    expect(await revoke(link)).toEqual({ __typename: 'ExportedChatInvite', link, revoked: true });
    expect((await read(link)).data?.['chat']).toMatchObject({ exportedInvite: { link, revoked: true } });
  });

  test.each(['sandbox_community', 'sandbox_news', '-7001'])(
    'the primary link of %s is answered with the one in its place',
    async (peer) => {
      const { link } = (await primary(peer)) ?? ({} as never);
      const replaced = await revoke(link, peer);
      expect(replaced).toEqual({
        __typename: 'ExportedChatInviteReplaced',
        invite: { link, revoked: true, permanent: true },
        newInvite: { link: expect.stringMatching(/^https:\/\/t\.me\/\+/), revoked: false, permanent: true },
      });
      expect(await primary(peer)).toMatchObject({ link: replaced?.['newInvite']?.['link'], permanent: true });
    },
  );

  test('a second time is refused, as is a link that never was', async () => {
    const link = makeLink();
    await revoke(link);
    for (const dead of [link, 'AbCdEfGhIjKlMnOp']) {
      expect(await revoke(dead)).toMatchObject({ __typename: 'InviteHashExpiredError' });
    }
  });
});

describe('deleting', () => {
  test('a revoked link is gone', async () => {
    const link = makeLink(undefined, undefined, { revoked: true });
    expect(await remove(link)).toEqual({
      __typename: 'DeletedExportedChatInvite',
      link,
      chat: { peer: '-1002000000001' },
    });
    expect((await read(link)).errors?.[0]?.extensions).toMatchObject({ code: 'INVITE_HASH_EXPIRED' });
    expect(await remove(link)).toMatchObject({ __typename: 'InviteHashExpiredError' });
  });

  test('a link that works is not deleted', async () => {
    expect(await remove(makeLink())).toMatchObject({ __typename: 'InviteRevokedMissingError' });
  });

  test('all revoked links of the account, and nobody else’s, are gone', async () => {
    const mine = [1, 2, 3].map(() => makeLink(NEWS, OWNER, { revoked: true }));
    const live = makeLink(NEWS);
    const adas = makeLink(NEWS, ADA, { revoked: true });
    expect(await removeAll({ peer: 'sandbox_news' })).toEqual({
      __typename: 'DeletedRevokedExportedChatInvites',
      chat: { peer: NEWS.toString() },
      admin: { peer: OWNER.toString() },
    });
    const { invites } = gateway.sandbox.world;
    const deleted = (link: string) => invites.find((invite) => invite.link === link)?.deleted;
    expect(mine.map(deleted)).toEqual([true, true, true]);
    expect([live, adas].map(deleted)).toEqual([false, false]);
  });

  test('the owner of the chat deletes another admin’s', async () => {
    const bots = makeLink(COMMUNITY, 7_000_000_002n, { revoked: true });
    expect(await removeAll({ peer: 'sandbox_community', admin: 'sandbox_doorman_bot' })).toMatchObject({
      admin: { peer: '7000000002' },
    });
    expect((await read(bots)).errors?.[0]?.extensions).toMatchObject({ code: 'INVITE_HASH_EXPIRED' });
  });

  test.each([
    [{ peer: 'sandbox_community', admin: 'sandbox_user' }, 'AdminIdInvalidError'],
    [{ peer: 'sandbox_community', admin: 'sandbox_news' }, 'AdminIdInvalidError'],
    [{ peer: 'sandbox_community', admin: '-7001' }, 'AdminIdInvalidError'],
    [{ peer: 'sandbox_community', admin: '4242' }, 'PeerNotFoundError'],
    [{ peer: 'sandbox_community', admin: 'sandbox_nobody' }, 'UsernameNotOccupiedError'],
    [{ peer: 'sandbox_news', admin: 'sandbox_ada' }, 'ChatAdminRequiredError'],
    [{ peer: 'sandbox_user' }, 'PeerIdInvalidError'],
    [{ peer: '-40404' }, 'ChatIdInvalidError'],
  ])('%j is %s', async (input, typeName) => {
    expect(await removeAll(input)).toMatchObject({ __typename: typeName });
  });
});

describe('reading', () => {
  test('a link of one’s own with its admin, and another admin’s for the owner', async () => {
    const mine = makeLink(COMMUNITY, OWNER, { title: 'Mine' });
    const bots = makeLink(COMMUNITY, 7_000_000_002n);
    expect((await read(mine)).data?.['chat']).toEqual({
      exportedInvite: {
        link: mine,
        title: 'Mine',
        revoked: false,
        permanent: false,
        admin: { username: 'sandbox_owner' },
      },
    });
    expect((await read(bots)).data?.['chat']).toMatchObject({
      exportedInvite: { admin: { username: 'sandbox_doorman_bot' } },
    });
  });

  test('a link of another chat is null with the Telegram name as its code', async () => {
    const answer = await read(makeLink(NEWS));
    expect(answer.data?.['chat']).toEqual({ exportedInvite: null });
    expect(answer.errors).toEqual([
      expect.objectContaining({
        path: ['chat', 'exportedInvite'],
        extensions: expect.objectContaining({ code: 'INVITE_HASH_EXPIRED', telegramCode: 400 }),
      }),
    ]);
  });

  test('the primary link, asked for twice, costs one call', async () => {
    gateway.calls.length = 0;
    const answer = await gateway.query(`{
      a: chat(peer: "sandbox_community") { permanentInvite { link } }
      b: chat(peer: "@sandbox_community") { permanentInvite { link } }
    }`);
    expect(answer.data?.['a']).toEqual(answer.data?.['b']);
    expect(gateway.calls.filter((call) => call === 'channels.GetFullChannel')).toHaveLength(1);
  });

  test('there is no primary link without the right to invite: null, and no error', async () => {
    expect(await gateway.query(PRIMARY, { peer: 'sandbox_member_only' })).toEqual({
      data: { chat: { permanentInvite: null } },
    });
  });

  test('a chat that the account was put out of has none either, with the reason', async () => {
    const answer = await gateway.query(PRIMARY, { peer: 'sandbox_private' });
    expect(answer.errors?.[0]).toMatchObject({
      path: ['chat', 'permanentInvite'],
      extensions: { code: 'CHANNEL_PRIVATE' },
    });
  });
});

test('a bot account is told who can read and delete, before any call', async () => {
  await using asBot = await startTestGateway({ account: 'bot' });
  await asBot.query('{ account { user { isBot } } chat(peer: "sandbox_community") { id } }');
  asBot.calls.length = 0;
  const variables = { peer: 'sandbox_community', link: 'AbCdEfGhIjKlMnOp' };
  const refused = { __typename: 'BotMethodInvalidError', message: expect.stringContaining('a user account can') };
  const one = await asBot.query(CHANGE, { ...variables, revoke: false, delete: true });
  expect(one.data).toEqual({ deleteExportedChatInvite: refused });
  const all = await asBot.query(DELETE_ALL, { input: { peer: 'sandbox_community' } });
  expect(all.data).toEqual({ deleteRevokedExportedChatInvites: refused });
  expect(asBot.calls).toEqual([]);
  const answer = await asBot.query(READ, variables);
  expect(answer.errors?.[0]).toMatchObject({
    message: expect.stringContaining('a user account can'),
    extensions: { code: 'BOT_METHOD_INVALID', telegramCode: 400 },
  });
  expect(asBot.calls).not.toContain('messages.GetExportedChatInvite');
});
