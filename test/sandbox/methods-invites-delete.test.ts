import { Api } from 'telegram';
import { describe, expect, test } from 'vitest';
import { ADA, exportIn, OWNER, primaryOf, promoteAda } from '../support/sandbox-links.ts';
import {
  chatId,
  refusalOf,
  resolveChannel,
  resolveUser,
  type SeededWorld,
  seededWorld,
} from '../support/seeded-world.ts';

type Account = Parameters<SeededWorld['as']>[0];

async function revoke({ as }: SeededWorld, link: string, name: Account = 'owner') {
  const peer = await resolveChannel(as(name), 'sandbox_community');
  return as(name)(new Api.messages.EditExportedChatInvite({ peer, link, revoked: true }));
}

async function remove({ as }: SeededWorld, link: string, name: Account = 'owner') {
  const peer = await resolveChannel(as(name), 'sandbox_community');
  return as(name)(new Api.messages.DeleteExportedChatInvite({ peer, link }));
}

async function removeAll({ as }: SeededWorld, adminId: Api.TypeInputUser, name: Account = 'owner') {
  const peer = await resolveChannel(as(name), 'sandbox_community');
  return as(name)(new Api.messages.DeleteRevokedExportedChatInvites({ peer, adminId }));
}

/** Additional links of the owner, made and revoked. */
async function revokedLinks(sandbox: SeededWorld, count: number, name: Account = 'owner') {
  const links: string[] = [];
  for (let each = 0; each < count; each += 1) {
    const { link } = await exportIn(sandbox, 'sandbox_community', {}, name);
    await revoke(sandbox, link, name);
    links.push(link);
  }
  return links;
}

const kept = ({ world }: SeededWorld) => world.invites.filter((invite) => !invite.deleted).map((invite) => invite.link);

describe('messages.deleteExportedChatInvite', () => {
  test('takes a revoked link away for good', async () => {
    const sandbox = seededWorld();
    const [link = ''] = await revokedLinks(sandbox, 1);
    const before = kept(sandbox);
    expect(await remove(sandbox, link)).toBe(true);
    expect(kept(sandbox)).toEqual(before.filter((each) => each !== link));
    const peer = await resolveChannel(sandbox.as('owner'), 'sandbox_community');
    const read = sandbox.as('owner')(new Api.messages.GetExportedChatInvite({ peer, link }));
    expect(await refusalOf(read)).toBe('400 INVITE_HASH_EXPIRED');
    expect(await refusalOf(remove(sandbox, link))).toBe('400 INVITE_HASH_EXPIRED');
  });

  test('one that still lets people in, expired or not: INVITE_REVOKED_MISSING', async () => {
    const sandbox = seededWorld();
    const expireDate = sandbox.time.now / 1000 + 60;
    const { link } = await exportIn(sandbox, 'sandbox_community', { expireDate });
    expect(await refusalOf(remove(sandbox, link))).toBe('400 INVITE_REVOKED_MISSING');
    sandbox.time.now += 120_000;
    expect(await refusalOf(remove(sandbox, link))).toBe('400 INVITE_REVOKED_MISSING');
    const primary = primaryOf(sandbox, 'sandbox_community', OWNER);
    expect(await refusalOf(remove(sandbox, primary))).toBe('400 INVITE_REVOKED_MISSING');
  });

  test('a primary that was replaced goes as any other', async () => {
    const sandbox = seededWorld();
    const old = primaryOf(sandbox, 'sandbox_community', OWNER);
    await revoke(sandbox, old);
    expect(await remove(sandbox, old)).toBe(true);
    expect(primaryOf(sandbox, 'sandbox_community', OWNER)).not.toBe(old);
  });

  test('another administrator’s, a bot’s too, are for the creator alone', async () => {
    const sandbox = seededWorld();
    promoteAda(sandbox);
    const [own = ''] = await revokedLinks(sandbox, 1);
    const [adas = '', second = ''] = await revokedLinks(sandbox, 2, 'ada');
    const [bots = ''] = await revokedLinks(sandbox, 1, 'bot');
    expect(await refusalOf(remove(sandbox, own, 'ada'))).toBe('400 CHAT_ADMIN_REQUIRED');
    expect(await remove(sandbox, adas, 'ada')).toBe(true);
    expect(await remove(sandbox, second)).toBe(true);
    expect(await remove(sandbox, bots)).toBe(true);
  });

  test('refuses bots, members and links of another chat', async () => {
    const sandbox = seededWorld();
    const [bots = ''] = await revokedLinks(sandbox, 1, 'bot');
    expect(await refusalOf(remove(sandbox, bots, 'bot'))).toBe('400 BOT_METHOD_INVALID');
    expect(await refusalOf(remove(sandbox, bots, 'ada'))).toBe('400 CHAT_ADMIN_REQUIRED');
    const { link } = await exportIn(sandbox, 'sandbox_news');
    expect(await refusalOf(remove(sandbox, link))).toBe('400 INVITE_HASH_EXPIRED');
  });
});

describe('messages.deleteRevokedExportedChatInvites', () => {
  test('takes all revoked links of one administrator in one chat away, and no other', async () => {
    const sandbox = seededWorld();
    promoteAda(sandbox);
    const { link: live } = await exportIn(sandbox, 'sandbox_community');
    const own = await revokedLinks(sandbox, 3);
    const adas = await revokedLinks(sandbox, 2, 'ada');
    await exportIn(sandbox, 'sandbox_news', { legacyRevokePermanent: true });
    const before = kept(sandbox);
    expect(await removeAll(sandbox, new Api.InputUserSelf())).toBe(true);
    expect(kept(sandbox)).toEqual(before.filter((link) => !own.includes(link)));
    expect(kept(sandbox)).toEqual(expect.arrayContaining([live, ...adas]));
    expect(
      sandbox.world.invites.some((each) => each.revoked && each.chatId === chatId(sandbox.world, 'sandbox_news')),
    ).toBe(true);
  });

  test('is true where there is none', async () => {
    expect(await removeAll(seededWorld(), new Api.InputUserSelf())).toBe(true);
  });

  test('another administrator’s: the creator may, an administrator may not', async () => {
    const sandbox = seededWorld();
    promoteAda(sandbox);
    const adas = await revokedLinks(sandbox, 2, 'ada');
    const owner = await resolveUser(sandbox.as('ada'), 'sandbox_owner');
    expect(await refusalOf(removeAll(sandbox, owner, 'ada'))).toBe('400 CHAT_ADMIN_REQUIRED');
    expect(await removeAll(sandbox, await resolveUser(sandbox.as('owner'), 'sandbox_ada'))).toBe(true);
    expect(kept(sandbox)).not.toEqual(expect.arrayContaining([adas[0]]));
    expect(primaryOf(sandbox, 'sandbox_community', ADA)).toBeTruthy();
  });

  test('who is no administrator, or cannot be resolved: ADMIN_ID_INVALID', async () => {
    const sandbox = seededWorld();
    const ada = await resolveUser(sandbox.as('owner'), 'sandbox_ada');
    const strangers = new Api.InputUser({ userId: ada.userId, accessHash: ada.userId });
    for (const wrong of [ada, strangers, new Api.InputUserEmpty()]) {
      expect(await refusalOf(removeAll(sandbox, wrong))).toBe('400 ADMIN_ID_INVALID');
    }
  });

  test('refuses bots and members', async () => {
    const sandbox = seededWorld();
    const self = new Api.InputUserSelf();
    expect(await refusalOf(removeAll(sandbox, self, 'bot'))).toBe('400 BOT_METHOD_INVALID');
    expect(await refusalOf(removeAll(sandbox, self, 'ada'))).toBe('400 CHAT_ADMIN_REQUIRED');
  });
});
