import { Api, type TelegramClient } from 'telegram';
import { expect, test } from 'vitest';
import { findChatByUsername } from '../../src/sandbox/world/chats.ts';
import { addInvite } from '../../src/sandbox/world/invites.ts';
import { account, connectGramjs, startSandbox } from '../support/start-sandbox.ts';

const OWNER = 7_000_000_001n;
const PAGE = 100;

/** A list as a client walks it: the last row of each page is the offset of the next. */
async function walk(client: TelegramClient, revoked: boolean) {
  const pages: { count: number; links: string[] }[] = [];
  let offset: { offsetDate?: number; offsetLink?: string } = {};
  for (;;) {
    const fields = { peer: 'sandbox_community', adminId: 'me', limit: PAGE, ...(revoked && { revoked }), ...offset };
    const { count, invites } = await client.invoke(new Api.messages.GetExportedChatInvites(fields));
    const rows = invites.filter((invite) => invite instanceof Api.ChatInviteExported);
    const last = rows.at(-1);
    if (!last) return pages;
    pages.push({ count, links: rows.map((row) => row.link) });
    offset = { offsetDate: last.date, offsetLink: last.link };
  }
}

test('an unmodified GramJS walks 250 links by pages, revokes and deletes them', async () => {
  await using sandbox = await startSandbox();
  const { world } = sandbox;
  const community = findChatByUsername(world, 'sandbox_community');
  if (!community) throw new Error('no @sandbox_community');
  const date = Math.floor(Date.now() / 1000);
  // Ten links in each second: rows of one second are cut apart by a page's end.
  for (let each = 1; each < 250; each += 1) {
    addInvite(world, community, OWNER, { date: date + Math.floor(each / 10), title: `link ${each}` });
  }
  const theirs = world.invites.filter((invite) => invite.adminId === OWNER && invite.chatId === -1_002_000_000_001n);
  await using gramjs = await connectGramjs(sandbox, account(sandbox, 'owner').session);
  const { client } = gramjs;

  const walked = await walk(client, false);
  expect(walked.map(({ count, links }) => [count, links.length])).toEqual([
    [250, 100],
    [250, 100],
    [250, 50],
  ]);
  expect(walked.flatMap(({ links }) => links)).toEqual(theirs.map((invite) => invite.link).reverse());

  const [first = '', second = ''] = walked.flatMap(({ links }) => links);
  const named = { peer: 'sandbox_community', link: first };
  const edited = await client.invoke(new Api.messages.EditExportedChatInvite({ ...named, usageLimit: 0, title: '' }));
  expect(edited.invite).toMatchObject({ title: null, startDate: expect.any(Number) });
  for (const link of [first, second]) {
    const revoked = await client.invoke(new Api.messages.EditExportedChatInvite({ ...named, link, revoked: true }));
    expect(revoked.invite).toMatchObject({ link, revoked: true });
  }
  expect(await client.invoke(new Api.messages.DeleteExportedChatInvite(named))).toBe(true);
  expect(await walk(client, true)).toEqual([{ count: 1, links: [second] }]);
  const all = new Api.messages.DeleteRevokedExportedChatInvites({ peer: 'sandbox_community', adminId: 'me' });
  expect(await client.invoke(all)).toBe(true);
  const counts = await client.invoke(new Api.messages.GetAdminsWithInvites({ peer: 'sandbox_community' }));
  expect(counts.admins).toMatchObject([{ invitesCount: 248, revokedInvitesCount: 0 }]);
});

test('a fault of the sandbox itself is an internal error to the client and told to onFault', async () => {
  const faults: unknown[] = [];
  await using sandbox = await startSandbox({ onFault: (error) => faults.push(error) });
  await using gramjs = await connectGramjs(sandbox, account(sandbox, 'owner').session);
  sandbox.world.users.delete(OWNER);
  const call = gramjs.client.invoke(new Api.users.GetUsers({ id: [new Api.InputUserSelf()] }));
  await expect(call).rejects.toMatchObject({ code: 500, errorMessage: 'INTERNAL_SERVER_ERROR' });
  expect(faults).toMatchObject([{ message: 'no user 7000000001 in this world' }]);
});
