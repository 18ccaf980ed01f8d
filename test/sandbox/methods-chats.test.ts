import { Api } from 'telegram';
import { returnBigInt } from 'telegram/Helpers.js';
import { describe, expect, test } from 'vitest';
import { findChatByUsername } from '../../src/sandbox/world/chats.ts';
import { addChat, leaveChat, setMember } from '../../src/sandbox/world/membership.ts';
import { refusalOf, resolveChannel, resolveInputChannel, seededWorld } from '../support/seeded-world.ts';

const long = (value: bigint) => returnBigInt(value);

const dialogs = (limit: number, offset: Partial<Api.messages.GetDialogs> = {}) =>
  new Api.messages.GetDialogs({
    offsetDate: 0,
    offsetId: 0,
    offsetPeer: new Api.InputPeerEmpty(),
    limit,
    hash: long(0n),
    ...offset,
  });

describe('help', () => {
  test('getConfig: gives this server’s address as data centre 2, before anybody signs in', async () => {
    const config = await seededWorld().device('nobody')(new Api.help.GetConfig());
    expect(config).toMatchObject({ thisDc: 2, testMode: false });
    expect(config.dcOptions).toMatchObject([{ id: 2, ipAddress: '127.0.0.1', port: 20443 }]);
  });

  test('getNearestDc: is the only one', async () => {
    const answer = await seededWorld().device('nobody')(new Api.help.GetNearestDc());
    expect(answer).toMatchObject({ thisDc: 2, nearestDc: 2 });
  });
});

describe('who is not signed in', () => {
  const requests: Api.AnyRequest[] = [
    new Api.updates.GetState(),
    new Api.updates.GetDifference({ pts: 1, date: 0, qts: 0 }),
    new Api.users.GetUsers({ id: [new Api.InputUserSelf()] }),
    new Api.contacts.ResolveUsername({ username: 'sandbox_community' }),
    dialogs(10),
    new Api.messages.GetChats({ id: [long(7001n)] }),
    new Api.messages.GetFullChat({ chatId: long(7001n) }),
    new Api.channels.GetChannels({ id: [new Api.InputChannelEmpty()] }),
    new Api.channels.GetFullChannel({ channel: new Api.InputChannelEmpty() }),
    new Api.messages.ExportChatInvite({ peer: new Api.InputPeerChat({ chatId: long(7001n) }) }),
    new Api.messages.GetExportedChatInvite({ peer: new Api.InputPeerEmpty(), link: '' }),
    new Api.account.GetPassword(),
    new Api.auth.LogOut(),
  ];
  test.each(requests.map((request) => [request.className, request] as const))('%s answers 401', async (_, request) => {
    expect(await refusalOf(seededWorld().device('nobody')(request))).toBe('401 AUTH_KEY_UNREGISTERED');
  });
});

describe('users.getUsers', () => {
  test('shows oneself with a phone number and others by their hash', async () => {
    const { as } = seededWorld();
    const [self] = await as('owner')(new Api.users.GetUsers({ id: [new Api.InputUserSelf()] }));
    expect(self).toMatchObject({ self: true, firstName: 'Olive', phone: '9996620001', username: 'sandbox_owner' });
    const { users } = await as('owner')(new Api.contacts.ResolveUsername({ username: 'sandbox_user' }));
    const person = users[0] as Api.User;
    const input = new Api.InputUser({ userId: person.id, accessHash: person.accessHash ?? long(0n) });
    const found = await as('owner')(new Api.users.GetUsers({ id: [input] }));
    expect(found).toMatchObject([{ firstName: 'Uma', phone: null }]);
    expect(await as('ada')(new Api.users.GetUsers({ id: [input] }))).toEqual([]);
  });

  test('leaves out whom the caller cannot know', async () => {
    const { as } = seededWorld();
    const ids = [new Api.InputUser({ userId: long(4040n), accessHash: long(1n) }), new Api.InputUserEmpty()];
    expect(await as('owner')(new Api.users.GetUsers({ id: ids }))).toEqual([]);
  });

  test('takes 0 from a bot for somebody it shares a chat with', async () => {
    const { as } = seededWorld();
    const input = new Api.InputUser({ userId: long(7_000_000_001n), accessHash: long(0n) });
    expect(await as('bot')(new Api.users.GetUsers({ id: [input] }))).toMatchObject([{ firstName: 'Olive' }]);
    expect(await as('ada')(new Api.users.GetUsers({ id: [input] }))).toEqual([]);
  });
});

describe('contacts.resolveUsername', () => {
  const resolve = (username: string) => new Api.contacts.ResolveUsername({ username });

  test('finds chats and people, whatever the case', async () => {
    const { as } = seededWorld();
    const chat = await as('owner')(resolve('SANDBOX_Community'));
    expect(chat.peer).toBeInstanceOf(Api.PeerChannel);
    expect(chat.chats).toMatchObject([{ megagroup: true, creator: true, title: 'Sandbox Community', left: false }]);
    const person = await as('owner')(resolve('sandbox_user'));
    expect(person.peer).toBeInstanceOf(Api.PeerUser);
    expect(person.users).toMatchObject([{ firstName: 'Uma' }]);
  });

  test('shows rights: an administrator who may invite, a member, one who left', async () => {
    const { as } = seededWorld();
    const [news] = (await as('owner')(resolve('sandbox_news'))).chats;
    expect(news).toMatchObject({ broadcast: true, creator: false, adminRights: { inviteUsers: true } });
    const [member] = (await as('owner')(resolve('sandbox_member_only'))).chats;
    expect(member).toMatchObject({ creator: false, left: false, adminRights: null });
    const [outside] = (await as('guarded')(resolve('sandbox_member_only'))).chats;
    expect(outside).toMatchObject({ left: true, adminRights: null });
  });

  test('a chat that removed the caller is forbidden, with a hash', async () => {
    const { as } = seededWorld();
    const [chat] = (await as('owner')(resolve('sandbox_private'))).chats;
    expect(chat).toBeInstanceOf(Api.ChannelForbidden);
    expect(chat).toMatchObject({ title: 'Sandbox Private', megagroup: true });
  });

  test('a name nobody has: USERNAME_NOT_OCCUPIED', async () => {
    expect(await refusalOf(seededWorld().as('owner')(resolve('sandbox_nobody')))).toBe('400 USERNAME_NOT_OCCUPIED');
  });

  test.each(['', 'ab', '1sandbox', 'sand box', 'sandbox_', 'sand__box', 'a'.repeat(33)])(
    'no username at all, %j: USERNAME_INVALID',
    async (username) => {
      expect(await refusalOf(seededWorld().as('owner')(resolve(username)))).toBe('400 USERNAME_INVALID');
    },
  );
});

describe('messages.getDialogs', () => {
  test('lists every chat of the account, forbidden ones too, each with a message and a chat', async () => {
    const answer = await seededWorld().as('owner')(dialogs(100));
    if (!(answer instanceof Api.messages.Dialogs)) throw new Error(answer.className);
    const titles = answer.chats.map((chat) => ('title' in chat ? chat.title : ''));
    expect(titles.sort()).toEqual([
      'Sandbox Big',
      'Sandbox Community',
      'Sandbox Flood',
      'Sandbox Members Only',
      'Sandbox News',
      'Sandbox Private',
      'Sandbox Read Only',
      'Sandbox Small Group',
    ]);
    expect(answer.dialogs).toHaveLength(8);
    expect(answer.messages).toHaveLength(8);
  });

  test('pages by the last dialog: every chat once', async () => {
    const { as } = seededWorld();
    const seen: string[] = [];
    let offset: Partial<Api.messages.GetDialogs> = {};
    for (;;) {
      const page = await as('owner')(dialogs(2, offset));
      if (!(page instanceof Api.messages.DialogsSlice)) throw new Error(page.className);
      expect(page.count).toBe(8);
      for (const chat of page.chats) seen.push('title' in chat ? chat.title : '');
      const last = page.chats.at(-1);
      const message = page.messages.at(-1);
      if (page.chats.length < 2 || !(message instanceof Api.MessageService)) break;
      const offsetPeer =
        last instanceof Api.Channel || last instanceof Api.ChannelForbidden
          ? new Api.InputPeerChannel({ channelId: last.id, accessHash: last.accessHash ?? long(0n) })
          : new Api.InputPeerChat({ chatId: last?.id ?? long(0n) });
      offset = { offsetPeer, offsetDate: message.date, offsetId: message.id };
    }
    expect(seen).toHaveLength(8);
    expect(new Set(seen).size).toBe(8);
  });

  test('goes on behind a place, though the chat that had it has left the list, and of one second too', async () => {
    const { world, as } = seededWorld();
    const date = 1_000_000_000;
    const made = [1n, 2n, 3n, 4n].map((each) =>
      addChat(world, {
        id: 3_000_000_000n + each,
        kind: 'supergroup',
        title: `Old ${each}`,
        date,
        creator: 7_000_000_004n,
      }),
    );
    for (const chat of made) setMember(world, chat, 7_000_000_001n, 'admin');
    const second = await as('owner')(dialogs(10));
    const [, third] = made;
    if (!(second instanceof Api.messages.DialogsSlice) || !third) throw new Error(second.className);
    // Old 4 has the lowest marked id, so it and Old 3 end the first page.
    expect(second.chats.slice(-2)).toMatchObject([{ title: 'Old 4' }, { title: 'Old 3' }]);
    const last = second.chats.at(-1);
    if (!(last instanceof Api.Channel)) throw new Error(last?.className);
    const offsetPeer = new Api.InputPeerChannel({ channelId: last.id, accessHash: last.accessHash ?? long(0n) });
    leaveChat(world, made[2] ?? third, 7_000_000_001n);
    const rest = await as('owner')(dialogs(10, { offsetPeer, offsetDate: date, offsetId: 1 }));
    if (!(rest instanceof Api.messages.DialogsSlice)) throw new Error(rest.className);
    expect(rest.chats).toMatchObject([{ title: 'Old 2' }, { title: 'Old 1' }]);
    expect(rest.count).toBe(11);
  });

  test('refuses bots', async () => {
    expect(await refusalOf(seededWorld().as('bot')(dialogs(10)))).toBe('400 BOT_METHOD_INVALID');
  });
});

describe('basic groups', () => {
  test('getChats: shows one’s own, knows no others', async () => {
    const { as } = seededWorld();
    const { chats } = await as('owner')(new Api.messages.GetChats({ id: [long(7001n)] }));
    expect(chats).toMatchObject([{ creator: true, title: 'Sandbox Small Group', participantsCount: 3 }]);
    const unknown = as('owner')(new Api.messages.GetChats({ id: [long(40404n)] }));
    expect(await refusalOf(unknown)).toBe('400 CHAT_ID_INVALID');
    expect(await refusalOf(as('bot')(new Api.messages.GetChats({ id: [long(7001n)] })))).toBe('400 CHAT_ID_INVALID');
  });

  test('getFullChat: participants, and one’s own primary link for who may invite', async () => {
    const { as, world } = seededWorld();
    const request = new Api.messages.GetFullChat({ chatId: long(7001n) });
    const { fullChat, users } = await as('owner')(request);
    if (!(fullChat instanceof Api.ChatFull)) throw new Error(fullChat.className);
    const link = world.invites.find((invite) => invite.chatId === -7001n)?.link;
    expect(fullChat.exportedInvite).toMatchObject({ permanent: true, link });
    expect(fullChat.participants).toMatchObject({ participants: [{ userId: long(7_000_000_001n) }, {}, {}] });
    expect(users).toHaveLength(3);
    const member = await as('ada')(request);
    expect(member.fullChat).toMatchObject({ exportedInvite: null, requestsPending: null });
  });
});

describe('channels', () => {
  test('getChannels: one wrong hash refuses the whole list', async () => {
    const { as } = seededWorld();
    const good = await resolveChannel(as('owner'), 'sandbox_community');
    const right = new Api.InputChannel({ channelId: good.channelId, accessHash: good.accessHash });
    const wrong = new Api.InputChannel({ channelId: good.channelId, accessHash: good.accessHash.add(1) });
    const { chats } = await as('owner')(new Api.channels.GetChannels({ id: [right] }));
    expect(chats).toMatchObject([{ title: 'Sandbox Community', participantsCount: 6 }]);
    const refused = as('owner')(new Api.channels.GetChannels({ id: [right, wrong] }));
    expect(await refusalOf(refused)).toBe('400 CHANNEL_INVALID');
  });

  test('another account’s hash is useless, and so is 0 unless a bot in the channel sends it', async () => {
    const { as } = seededWorld();
    const owners = await resolveChannel(as('owner'), 'sandbox_community');
    const channel = (accessHash: Api.InputPeerChannel['accessHash']) =>
      new Api.channels.GetFullChannel({ channel: new Api.InputChannel({ channelId: owners.channelId, accessHash }) });
    expect(await refusalOf(as('ada')(channel(owners.accessHash)))).toBe('400 CHANNEL_INVALID');
    expect(await refusalOf(as('owner')(channel(long(0n))))).toBe('400 CHANNEL_INVALID');
    expect((await as('bot')(channel(long(0n)))).chats).toMatchObject([{ title: 'Sandbox Community' }]);
    const news = new Api.InputChannel({ channelId: long(2_000_000_002n), accessHash: long(0n) });
    const outside = as('bot')(new Api.channels.GetFullChannel({ channel: news }));
    expect(await refusalOf(outside)).toBe('400 CHANNEL_INVALID');
  });

  test('getFullChannel: the caller’s own primary link and who waits', async () => {
    const { as, world } = seededWorld();
    findChatByUsername(world, 'sandbox_community')?.pendingRequests.push({
      userId: 7_000_000_006n,
      date: 0,
      about: '',
      invite: null,
    });
    const request = async (name: 'owner' | 'bot' | 'ada') => {
      const channel = await resolveInputChannel(as(name), 'sandbox_community');
      return (await as(name)(new Api.channels.GetFullChannel({ channel }))).fullChat;
    };
    const primary = world.invites.find((invite) => invite.adminId === 7_000_000_001n && invite.permanent);
    expect(await request('owner')).toMatchObject({
      participantsCount: 6,
      adminsCount: 2,
      requestsPending: 1,
      recentRequesters: [long(7_000_000_006n)],
      exportedInvite: { link: primary?.link, permanent: true },
    });
    expect(await request('bot')).toMatchObject({ exportedInvite: null, requestsPending: 1 });
    expect(await request('ada')).toMatchObject({ exportedInvite: null, requestsPending: null });
  });

  test('one that removed the caller: listed as forbidden, refused as CHANNEL_PRIVATE', async () => {
    const { as } = seededWorld();
    const channel = await resolveInputChannel(as('owner'), 'sandbox_private');
    const { chats } = await as('owner')(new Api.channels.GetChannels({ id: [channel] }));
    expect(chats[0]).toBeInstanceOf(Api.ChannelForbidden);
    const full = as('owner')(new Api.channels.GetFullChannel({ channel }));
    expect(await refusalOf(full)).toBe('400 CHANNEL_PRIVATE');
  });
});

test('updates: the state stands still, there is never a difference', async () => {
  const { as, time } = seededWorld();
  const date = time.now / 1000;
  expect(await as('bot')(new Api.updates.GetState())).toMatchObject({ pts: 1, qts: 0, seq: 1, date });
  const difference = await as('owner')(new Api.updates.GetDifference({ pts: 1, date, qts: 0 }));
  expect(difference).toBeInstanceOf(Api.updates.DifferenceEmpty);
});
