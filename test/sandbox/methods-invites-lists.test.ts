import { Api } from 'telegram';
import { returnBigInt } from 'telegram/Helpers.js';
import { describe, expect, test } from 'vitest';
import { findChatByUsername } from '../../src/sandbox/world/chats.ts';
import { setMember } from '../../src/sandbox/world/membership.ts';
import { ADA, BOT, exportIn, OWNER, primaryOf, promoteAda } from '../support/sandbox-links.ts';
import { refusalOf, resolveChannel, resolveUser, type SeededWorld, seededWorld } from '../support/seeded-world.ts';

type Fields = Partial<ConstructorParameters<typeof Api.messages.GetExportedChatInvites>[0]>;
type Account = Parameters<SeededWorld['as']>[0];

async function list({ as }: SeededWorld, fields: Fields = {}, name: Account = 'owner') {
  const peer = await resolveChannel(as(name), 'sandbox_community');
  const adminId = new Api.InputUserSelf();
  return as(name)(new Api.messages.GetExportedChatInvites({ peer, adminId, limit: 100, ...fields }));
}

async function countByAdmin({ as }: SeededWorld, name: Account = 'owner') {
  const peer = await resolveChannel(as(name), 'sandbox_community');
  return as(name)(new Api.messages.GetAdminsWithInvites({ peer }));
}

async function revoke({ as }: SeededWorld, link: string, name: Account = 'owner') {
  const peer = await resolveChannel(as(name), 'sandbox_community');
  return as(name)(new Api.messages.EditExportedChatInvite({ peer, link, revoked: true }));
}

async function remove({ as }: SeededWorld, link: string) {
  const peer = await resolveChannel(as('owner'), 'sandbox_community');
  return as('owner')(new Api.messages.DeleteExportedChatInvite({ peer, link }));
}

/** The links of an answer, with the date of each. */
function rows({ invites }: Api.messages.ExportedChatInvites) {
  return invites.map((invite) => {
    if (!(invite instanceof Api.ChatInviteExported)) throw new Error(invite.className);
    return { link: invite.link, date: invite.date };
  });
}

const linksIn = (answer: Api.messages.ExportedChatInvites) => rows(answer).map(({ link }) => link);

/** Additional links of the owner in the order they were made, `every` seconds between them. */
async function makeLinks(sandbox: SeededWorld, count: number, every = 1) {
  const links: string[] = [];
  for (let each = 0; each < count; each += 1) {
    sandbox.time.now += every * 1000;
    links.push((await exportIn(sandbox, 'sandbox_community', { title: `link ${each}` })).link);
  }
  return links;
}

/** Every row of a list by pages, the last row of each being the offset of the next. */
async function walk(sandbox: SeededWorld, fields: Fields, between?: (last: string) => Promise<unknown>) {
  const walked: string[] = [];
  let offset: Fields = {};
  for (;;) {
    const page = rows(await list(sandbox, { ...fields, ...offset }));
    const last = page.at(-1);
    if (!last) return walked;
    walked.push(...page.map(({ link }) => link));
    offset = { offsetDate: last.date, offsetLink: last.link };
    await between?.(last.link);
  }
}

describe('messages.getExportedChatInvites', () => {
  test('one’s own live links, newest first, the primary at its own date', async () => {
    const sandbox = seededWorld();
    const links = await makeLinks(sandbox, 3);
    const answer = await list(sandbox);
    expect(linksIn(answer)).toEqual([...links.reverse(), primaryOf(sandbox, 'sandbox_community', OWNER)]);
    expect(answer).toMatchObject({ count: 4, users: [{ firstName: 'Olive' }] });
    expect(answer.invites[0]).toMatchObject({ title: 'link 2', revoked: false });
    expect(answer.invites[3]).toMatchObject({ permanent: true });
  });

  test('revoked ones are a list of their own, expired ones stay with the live', async () => {
    const sandbox = seededWorld();
    const [gone = ''] = await makeLinks(sandbox, 2);
    const expireDate = sandbox.time.now / 1000 + 60;
    const { link: expired } = await exportIn(sandbox, 'sandbox_community', { expireDate });
    sandbox.time.now += 120_000;
    await revoke(sandbox, gone);
    const live = await list(sandbox);
    expect(live.count).toBe(3);
    expect(linksIn(live)).toContain(expired);
    expect(linksIn(live)).not.toContain(gone);
    const revoked = await list(sandbox, { revoked: true });
    expect(revoked).toMatchObject({ count: 1, invites: [{ link: gone, revoked: true }] });
    await remove(sandbox, gone);
    expect(await list(sandbox, { revoked: true })).toMatchObject({ count: 0, invites: [], users: [] });
  });

  test('a replaced primary is among the revoked, the new one among the live', async () => {
    const sandbox = seededWorld();
    const old = primaryOf(sandbox, 'sandbox_community', OWNER);
    await revoke(sandbox, old);
    expect(linksIn(await list(sandbox, { revoked: true }))).toEqual([old]);
    expect(linksIn(await list(sandbox))).toEqual([primaryOf(sandbox, 'sandbox_community', OWNER)]);
  });

  test('count is that of the whole list; 0 gives 20 rows and more than 100 gives 100', async () => {
    const sandbox = seededWorld();
    await makeLinks(sandbox, 119);
    for (const [limit, length] of [
      [1, 1],
      [100, 100],
      [0, 20],
      [-1, 20],
      [101, 100],
      [2_147_483_647, 100],
    ] as const) {
      const answer = await list(sandbox, { limit });
      expect([answer.count, answer.invites.length]).toEqual([120, length]);
    }
  });

  test.each([
    ['a second apart', 1],
    ['all of one second', 0],
  ])('pages follow each other without gap or repeat: links %s', async (_, every) => {
    const sandbox = seededWorld();
    const links = await makeLinks(sandbox, 10, every);
    expect(await walk(sandbox, { limit: 3 })).toEqual([
      ...links.reverse(),
      primaryOf(sandbox, 'sandbox_community', OWNER),
    ]);
  });

  test('links made during a walk appear at its head and disturb no page', async () => {
    const sandbox = seededWorld();
    const links = await makeLinks(sandbox, 10, 0);
    const primary = primaryOf(sandbox, 'sandbox_community', OWNER);
    expect(await walk(sandbox, { limit: 3 }, () => makeLinks(sandbox, 1))).toEqual([...links.reverse(), primary]);
  });

  test('a walk goes on where the last row has been revoked or deleted meanwhile', async () => {
    const sandbox = seededWorld();
    const links = await makeLinks(sandbox, 10, 0);
    for (const link of links) await revoke(sandbox, link);
    expect(await walk(sandbox, { revoked: true, limit: 3 }, (last) => remove(sandbox, last))).toEqual(links.reverse());
  });

  test('an offset that is no row: what is older than its date', async () => {
    const sandbox = seededWorld();
    const links = await makeLinks(sandbox, 4, 10);
    const offsetDate = sandbox.time.now / 1000 - 5;
    const answer = await list(sandbox, { offsetDate, offsetLink: 'https://t.me/+aaaaaaaaaaaaaaaa', limit: 2 });
    expect(linksIn(answer)).toEqual([links[2], links[1]]);
    expect(linksIn(await list(sandbox, { offsetDate: 0, offsetLink: '', limit: 1 }))).toEqual([links[3]]);
  });

  test('one offset without the other is a corrupt request', async () => {
    expect(await refusalOf(list(seededWorld(), { offsetDate: 1 }))).toBe('400 INPUT_FETCH_ERROR');
  });

  test('another administrator’s, a bot’s too: the creator may, an administrator may not', async () => {
    const sandbox = seededWorld();
    promoteAda(sandbox);
    const { link } = await exportIn(sandbox, 'sandbox_community', {}, 'bot');
    const bot = await list(sandbox, { adminId: await resolveUser(sandbox.as('owner'), 'sandbox_doorman_bot') });
    expect(bot).toMatchObject({ count: 1, invites: [{ link }], users: [{ bot: true }] });
    const ada = await list(sandbox, { adminId: await resolveUser(sandbox.as('owner'), 'sandbox_ada') });
    expect(linksIn(ada)).toEqual([primaryOf(sandbox, 'sandbox_community', ADA)]);
    expect(linksIn(await list(sandbox, {}, 'ada'))).toEqual(linksIn(ada));
    const owner = await resolveUser(sandbox.as('ada'), 'sandbox_owner');
    expect(await refusalOf(list(sandbox, { adminId: owner }, 'ada'))).toBe('400 CHAT_ADMIN_REQUIRED');
  });

  test('who is no administrator, or cannot be resolved: ADMIN_ID_INVALID', async () => {
    const sandbox = seededWorld();
    const ada = await resolveUser(sandbox.as('owner'), 'sandbox_ada');
    const wrongHash = new Api.InputUser({ userId: returnBigInt(BOT), accessHash: ada.accessHash });
    for (const adminId of [ada, wrongHash, new Api.InputUserEmpty()]) {
      expect(await refusalOf(list(sandbox, { adminId }))).toBe('400 ADMIN_ID_INVALID');
    }
  });

  test('refuses bots, members, who lost the right, and peers that are no chat', async () => {
    const sandbox = seededWorld();
    expect(await refusalOf(list(sandbox, {}, 'bot'))).toBe('400 BOT_METHOD_INVALID');
    expect(await refusalOf(list(sandbox, {}, 'ada'))).toBe('400 CHAT_ADMIN_REQUIRED');
    const community = findChatByUsername(sandbox.world, 'sandbox_community');
    if (community) setMember(sandbox.world, community, ADA, 'admin', false);
    expect(await refusalOf(list(sandbox, {}, 'ada'))).toBe('400 CHAT_ADMIN_REQUIRED');
    expect(await refusalOf(list(sandbox, { peer: new Api.InputPeerSelf() }))).toBe('400 PEER_ID_INVALID');
  });
});

describe('messages.getAdminsWithInvites', () => {
  test('counts live and revoked links of each administrator who has any, as the lists do', async () => {
    const sandbox = seededWorld();
    expect(await countByAdmin(sandbox)).toMatchObject({ admins: [{ invitesCount: 1, revokedInvitesCount: 0 }] });
    promoteAda(sandbox);
    const [gone = '', deleted = ''] = await makeLinks(sandbox, 5);
    await revoke(sandbox, gone);
    await revoke(sandbox, deleted);
    await remove(sandbox, deleted);
    const { link } = await exportIn(sandbox, 'sandbox_community', {}, 'bot');
    await revoke(sandbox, link, 'bot');
    const { admins, users } = await countByAdmin(sandbox);
    const counts = admins.map((each) => [each.adminId.toString(), each.invitesCount, each.revokedInvitesCount]);
    expect(counts).toEqual([
      [OWNER.toString(), 4, 1],
      [BOT.toString(), 0, 1],
      [ADA.toString(), 1, 0],
    ]);
    expect(users).toMatchObject([{ firstName: 'Olive' }, { bot: true }, { firstName: 'Ada' }]);
    expect((await list(sandbox)).count).toBe(4);
    expect((await list(sandbox, { revoked: true })).count).toBe(1);
  });

  test('is for the creator alone', async () => {
    const sandbox = seededWorld();
    expect(await refusalOf(countByAdmin(sandbox, 'ada'))).toBe('400 CHAT_ADMIN_REQUIRED');
    promoteAda(sandbox);
    expect(await refusalOf(countByAdmin(sandbox, 'ada'))).toBe('400 CHAT_ADMIN_REQUIRED');
    expect(await refusalOf(countByAdmin(sandbox, 'bot'))).toBe('400 BOT_METHOD_INVALID');
  });
});
