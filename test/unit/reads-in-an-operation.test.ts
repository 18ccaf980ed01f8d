import { createHook } from 'node:async_hooks';
import { graphql } from 'graphql';
import { describe, expect, test } from 'vitest';
import { presentError, schema } from '../../src/schema/index.ts';
import { Api, toLong } from '../../src/telegram/tl.ts';
import { group, link, me, setUp } from '../support/fake-community.ts';
import { fakeContext } from '../support/fake-context.ts';

const CUT = 'https://t.me/+AbCdEfGh...';

/** One operation over a fake port, in which the account's primary link of the group is this one. */
async function execute(source: string, { primary = link.link, answers = {} } = {}) {
  const { telegram, services } = setUp({
    'channels.GetChannels': () => new Api.messages.Chats({ chats: [group] }),
    'channels.GetFullChannel': () =>
      new Api.messages.ChatFull({ fullChat: fullGroup(primary), chats: [group], users: [me] }),
    ...answers,
  });
  const { data, errors } = await graphql({ schema, source, contextValue: fakeContext(services) });
  const codes = errors?.map(({ path, originalError }) => [path?.join('.'), presentError(originalError)?.extensions]);
  return { data: JSON.parse(JSON.stringify(data)), codes, calls: telegram.requests.map(({ className }) => className) };
}

function fullGroup(primary: string): Api.ChannelFull {
  return new Api.ChannelFull({
    id: group.id,
    about: '',
    readInboxMaxId: 0,
    readOutboxMaxId: 0,
    unreadCount: 0,
    chatPhoto: new Api.PhotoEmpty({ id: toLong(0n) }),
    notifySettings: new Api.PeerNotifySettings({}),
    botInfo: [],
    pts: 1,
    exportedInvite: new Api.ChatInviteExported({ link: primary, adminId: toLong(7n), date: 1_700_000_000 }),
  });
}

const admins = [21n, 22n].map(
  (id) => new Api.User({ id: toLong(id), accessHash: toLong(id), firstName: `Admin ${id}` }),
);

test('admins whom the answer leaves out are asked for in one call', async () => {
  const importers = Array.from(
    { length: 20 },
    (_, each) =>
      new Api.ChatInviteImporter({
        userId: toLong(7n),
        date: 1_700_000_000,
        approvedBy: toLong(21n + BigInt(each % 2)),
      }),
  );
  const { data, codes, calls } = await execute(
    `{ chat(peer: "some_group") { adminsWithInvites { invitesCount }
      permanentInvite { importers { edges { node { user { firstName } approvedBy { firstName } } } } } } }`,
    {
      answers: {
        'users.GetUsers': ({ id }: Api.users.GetUsers) =>
          id.flatMap((user) => {
            if (user instanceof Api.InputUserSelf) return [me];
            return admins.filter((admin) => user instanceof Api.InputUser && admin.id.equals(user.userId));
          }),
        'messages.GetAdminsWithInvites': () => new Api.messages.ChatAdminsWithInvites({ admins: [], users: [] }),
        'messages.GetChatInviteImporters': () =>
          new Api.messages.ChatInviteImporters({ count: 20, importers, users: [me] }),
        // The account has seen them here, before.
        'contacts.ResolveUsername': () =>
          new Api.contacts.ResolvedPeer({
            peer: new Api.PeerChannel({ channelId: group.id }),
            users: admins,
            chats: [group],
          }),
      },
    },
  );
  expect(codes).toBeUndefined();
  expect(data.chat.permanentInvite.importers.edges[0].node).toEqual({
    user: { firstName: 'Me' },
    approvedBy: { firstName: 'Admin 21' },
  });
  expect(calls.filter((call) => call === 'users.GetUsers')).toHaveLength(2); // who am I, and the two of them
});

describe('what an answer brought along is a value: a hundred rows take as many promises as one', () => {
  const links = Array.from(
    { length: 100 },
    (_, each) => new Api.ChatInviteExported({ ...link, link: `${link.link}${each}`, usageLimit: 1 + each }),
  );
  const people = Array.from({ length: 100 }, (_, each) => {
    const id = toLong(1_000n + BigInt(each));
    return {
      user: new Api.User({ id, accessHash: id, firstName: `Person ${each}` }),
      importer: new Api.ChatInviteImporter({ userId: id, date: 1_700_000_000 + each, approvedBy: toLong(7n) }),
    };
  });

  test.each([
    ['exportedInvites', 'id link title date expireDate usage admin { firstName } chat { id title }'],
    ['joinRequests', 'id date about invite { id } user { id firstName } chat { id title }'],
  ])('%s', async (list, fields) => {
    const source = `{ chat(peer: "some_group") { ${list}(first: 100) { edges { cursor node { ${fields} } } } } }`;
    const promisesOf = async (rows: number) => {
      const answers = {
        'messages.GetExportedChatInvites': () =>
          new Api.messages.ExportedChatInvites({ count: rows, invites: links.slice(0, rows), users: [me] }),
        'messages.GetChatInviteImporters': () =>
          new Api.messages.ChatInviteImporters({
            count: rows,
            importers: people.slice(0, rows).map(({ importer }) => importer),
            users: [me, ...people.map(({ user }) => user)],
          }),
      };
      let promises = 0;
      const hook = createHook({
        init(_id, type) {
          if (type === 'PROMISE') promises += 1;
        },
      }).enable();
      const { data, codes, calls } = await execute(source, { answers }).finally(() => hook.disable());
      expect(codes).toBeUndefined();
      expect(data.chat[list].edges).toHaveLength(rows);
      return { promises, calls };
    };
    await promisesOf(1); // whatever is loaded when first wanted
    const one = await promisesOf(1);
    expect(one.promises).toBeGreaterThan(10);
    expect(await promisesOf(100)).toEqual(one);
  });
});

describe('a link that Telegram has cut', () => {
  test('is told to be one, and has no QR code', async () => {
    const { data, codes } = await execute(
      '{ chat(peer: "some_group") { permanentInvite { link linkIsPartial qrCode png: qrCode(format: PNG) } } }',
      { primary: CUT },
    );
    expect(codes).toBeUndefined();
    expect(data.chat.permanentInvite).toEqual({ link: CUT, linkIsPartial: true, qrCode: null, png: null });
  });

  test('names no list, and no node', async () => {
    const lists = ['importers', 'pendingRequests', 'expiredSubscribers'];
    const { data, codes, calls } = await execute(
      `{ chat(peer: "some_group") { permanentInvite { id ${lists.map((list) => `${list} { totalCount }`).join(' ')} } } }`,
      { primary: CUT },
    );
    const code = 'INVALID_INPUT';
    const refused = { code, issues: [{ path: ['link'], message: expect.stringContaining('cut'), code }] };
    expect(codes).toEqual(lists.map((list) => [`chat.permanentInvite.${list}`, refused]));
    const node = await execute(`{ node(id: "${data.chat.permanentInvite.id}") { id } }`);
    expect(node.codes).toEqual([['node', refused]]);
    expect([...calls, ...node.calls].filter((call) => call.includes('Invite'))).toEqual([]);
  });

  test('is refused as an argument', async () => {
    const { errors } = await graphql({
      schema,
      source: `{ chat(peer: "some_group") { joinRequests(link: "${CUT}") { totalCount } } }`,
    });
    expect(errors?.[0]?.message).toMatch(/InviteLink: Telegram has cut this link short/);
  });
});
