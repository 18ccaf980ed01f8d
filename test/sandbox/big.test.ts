import { Api } from 'telegram';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chat, presentMembers } from '../../src/sandbox/world/chats.ts';
import { findInvite } from '../../src/sandbox/world/invites.ts';
import { type ImportersParameters, listImporters } from '../../src/sandbox/world/list-importers.ts';
import { admit } from '../../src/sandbox/world/membership.ts';
import { addUser } from '../../src/sandbox/world/users.ts';
import type { World } from '../../src/sandbox/world.ts';
import { type GramjsCast, startCast } from '../support/gramjs-cast.ts';
import { OWNER, primaryOf } from '../support/sandbox-links.ts';

let cast: GramjsCast;
let chat: Chat;

beforeAll(async () => {
  cast = await startCast();
  chat = cast.chat('sandbox_big');
});

afterAll(() => cast[Symbol.asyncDispose]());

const peer = 'sandbox_big';

const linksIn = (world: World) => world.invites.filter((invite) => invite.chatId === -1_002_000_000_007n);

function exported({ invites }: Api.messages.ExportedChatInvites): Api.ChatInviteExported[] {
  return invites.filter((invite) => invite instanceof Api.ChatInviteExported);
}

/** All links of one administrator, live and revoked, by pages of 100. */
async function linksOf(admin: Api.TypeUser): Promise<Api.ChatInviteExported[]> {
  const all: Api.ChatInviteExported[] = [];
  for (const revoked of [false, true]) {
    let offset: { offsetDate?: number; offsetLink?: string } = {};
    for (;;) {
      const asked = { peer, adminId: admin, revoked, limit: 100, ...offset };
      const page = exported(await cast.invoke('owner', new Api.messages.GetExportedChatInvites(asked)));
      all.push(...page);
      const last = page.at(-1);
      if (!last || page.length < 100) break;
      offset = { offsetDate: last.date, offsetLink: last.link };
    }
  }
  return all;
}

/** Everybody who came by a link, by pages of 100. */
async function importersOf(link: string, between?: () => void): Promise<string[]> {
  const all: string[] = [];
  let offset: { offsetDate: number; offsetUser: Api.TypeInputUser } = {
    offsetDate: 0,
    offsetUser: new Api.InputUserEmpty(),
  };
  for (;;) {
    const asked = new Api.messages.GetChatInviteImporters({ peer, link, limit: 100, ...offset });
    const { importers, users } = await cast.invoke('owner', asked);
    all.push(...importers.map(({ userId }) => String(userId)));
    const last = importers.at(-1);
    if (!last || importers.length < 100) return all;
    const user = users.find(({ id }) => id.equals(last.userId));
    if (!(user instanceof Api.User) || !user.accessHash) throw new Error('a row without its user');
    const offsetUser = new Api.InputUser({ userId: user.id, accessHash: user.accessHash });
    offset = { offsetDate: last.date, offsetUser };
    between?.();
  }
}

test('12 administrators, 300 links, 5,000 people who came by them, 40 who wait, as the owner sees it', async () => {
  const { admins, users } = await cast.invoke('owner', new Api.messages.GetAdminsWithInvites({ peer }));
  expect(admins).toHaveLength(12);
  const counted = admins.reduce(
    (sum, { invitesCount, revokedInvitesCount }) => sum + invitesCount + revokedInvitesCount,
    0,
  );
  expect(counted).toBe(300);
  const links: Api.ChatInviteExported[] = [];
  for (const admin of users) links.push(...(await linksOf(admin)));
  expect(new Set(links.map(({ link }) => link)).size).toBe(300);
  expect(links.reduce((sum, { usage }) => sum + (usage ?? 0), 0)).toBe(5_000);
  const { fullChat } = await cast.invoke('owner', new Api.channels.GetFullChannel({ channel: peer }));
  expect(fullChat).toMatchObject({ participantsCount: 5_012, adminsCount: 12, requestsPending: 40 });
});

test('the 1,500 of the first link are walked over the wire, each once, while 50 others join', async () => {
  const { world } = cast.sandbox;
  const link = primaryOf({ world }, peer, OWNER);
  const invite = findInvite(world, chat, link);
  const before = presentMembers(chat).filter((member) => member.invite === invite);
  let newcomers = 0;
  const found = await importersOf(link, () => {
    for (let each = 0; each < 10 && newcomers < 50; each += 1) {
      const { id } = addUser(world, { id: 8_100_000_000n + BigInt(newcomers++), firstName: 'Newcomer' });
      admit(world, chat, id, { invite, approvedBy: null });
    }
  });
  expect(newcomers).toBe(50);
  expect(found).toHaveLength(1_500);
  expect(new Set(found)).toEqual(new Set(before.map(({ userId }) => String(userId))));
});

test('all 5,000 are found by their links, each once', () => {
  const { world } = cast.sandbox;
  const asked = { requested: false, subscriptionExpired: false, q: null, limit: 100 };
  const found = linksIn(world).flatMap(({ link }) => {
    const rows: bigint[] = [];
    let after: ImportersParameters['after'] = null;
    for (;;) {
      const { page } = listImporters(world, chat, OWNER, { ...asked, link, after });
      rows.push(...page.map(({ userId }) => userId));
      after = page.at(-1) ?? null;
      if (!after) return rows;
    }
  });
  const came = presentMembers(chat).filter(({ invite }) => invite);
  expect(found).toHaveLength(came.length);
  expect(new Set(found)).toEqual(new Set(came.map(({ userId }) => userId)));
});

test('it is plausible: nobody came before their link, several came within one second, limits hold', () => {
  const members = presentMembers(chat).filter(({ invite }) => invite);
  expect(members.every(({ since, invite }) => since > (invite?.date ?? 0))).toBe(true);
  expect(new Set(members.map(({ since }) => since)).size).toBeLessThan(members.length / 2);
  const links = linksIn(cast.sandbox.world);
  expect(links.every(({ usage, usageLimit }) => usage > 0 && usage <= (usageLimit ?? usage))).toBe(true);
  expect(links.every(({ requestNeeded, usageLimit }) => !(requestNeeded && usageLimit))).toBe(true);
  const byLink = chat.pendingRequests.filter(({ invite }) => invite).length;
  expect(links.reduce((sum, { requested }) => sum + requested, 0)).toBe(byLink);
});
