import { describe, expect, test } from 'vitest';
import type { ServicesDeps } from '../../src/services/index.ts';
import { RpcFailure } from '../../src/telegram/rpc-error.ts';
import { Api, toLong } from '../../src/telegram/tl.ts';
import { answers, group, link, me, meAsBot, person } from '../support/fake-community.ts';
import { fakeServices } from '../support/fake-services.ts';
import { fakeTelegram } from '../support/fake-telegram.ts';
import { openTestStore } from '../support/open-test-store.ts';

const peer = '@some_group';
const wishes = {
  peer,
  legacyRevokePermanent: false,
  requestNeeded: false,
  expireDate: null,
  usageLimit: null,
  title: null,
  subscriptionPricing: null,
  idempotencyKey: 'k',
};
const named = { peer, link: 'AbCdEfGhIjKlMnOp' };
const asBot = { 'users.GetUsers': () => [meAsBot] };
const edited = (fields: object) => new Api.messages.ExportedChatInvite({ invite: changed(fields), users: [me] });
const changed = (fields: object) => new Api.ChatInviteExported({ ...link, ...fields });

type Kept = Pick<ServicesDeps, 'ledger' | 'changedLinks'>;

function services(
  telegram: Record<string, (request: never) => unknown>,
  { ledger, changedLinks }: Kept,
  log: ServicesDeps['log'] = { error() {} },
) {
  const port = fakeTelegram({ ...answers, ...telegram });
  return { port, invites: fakeServices({ telegram: port, ledger, changedLinks, log }).chatInvites };
}

test('an edit whose answer comes after that of a revocation does not bring the link back', async () => {
  await using store = await openTestStore(null);
  const late = Promise.withResolvers<Api.messages.ExportedChatInvite>();
  const telegram = {
    ...asBot,
    'messages.EditExportedChatInvite': ({ revoked }: Api.messages.EditExportedChatInvite) =>
      revoked ? edited({ revoked: true }) : late.promise,
  };
  const { invites } = services(telegram, store);
  await invites.export(wishes);
  const editing = invites.edit({ ...named, title: 'Flyer' });
  await invites.revoke(named);
  late.resolve(edited({ title: 'Flyer' }));
  await editing;
  expect(await invites.export(wishes)).toMatchObject({ title: 'Flyer', revoked: true });
});

test('nor one whose answer comes at the same time', async () => {
  await using store = await openTestStore(null);
  const together = Promise.withResolvers<void>();
  const telegram = {
    ...asBot,
    'messages.EditExportedChatInvite': async ({ revoked }: Api.messages.EditExportedChatInvite) => {
      await together.promise;
      return edited({ revoked });
    },
  };
  const { invites } = services(telegram, store);
  await invites.export(wishes);
  const changes = [invites.revoke(named), invites.edit({ ...named, title: 'Flyer' })];
  together.resolve();
  await Promise.all(changes);
  expect(await invites.export(wishes)).toMatchObject({ revoked: true });
});

test('of two primary links the later one is in place, in whichever order their answers come', async () => {
  await using store = await openTestStore(null);
  const late = Promise.withResolvers<Api.ChatInviteExported>();
  const primary = (name: string, date: number) => changed({ link: `${link.link}${name}`, permanent: true, date });
  const made = [late.promise, primary('2', link.date + 1)];
  const sent = Promise.withResolvers<void>();
  const makeOne = () => {
    sent.resolve();
    return made.shift();
  };
  const { invites } = services({ ...asBot, 'messages.ExportChatInvite': makeOne }, store);
  const replace = (idempotencyKey: string) =>
    invites.export({ ...wishes, legacyRevokePermanent: true, idempotencyKey });
  const first = replace('one');
  await sent.promise;
  const second = await replace('two');
  late.resolve(primary('1', link.date));
  await first;
  expect(await replace('two')).toEqual(second);
  expect(await replace('one')).toMatchObject({ link: `${link.link}1`, revoked: true });
});

test('of two primary links made one after the other the first was replaced, the second not', async () => {
  await using store = await openTestStore(null);
  const made = ['1', '2'].map((name, each) =>
    changed({ link: `${link.link}${name}`, permanent: true, date: link.date + each }),
  );
  const { invites } = services({ ...asBot, 'messages.ExportChatInvite': () => made.shift() }, store);
  const replace = (idempotencyKey: string) =>
    invites.export({ ...wishes, legacyRevokePermanent: true, idempotencyKey });
  await replace('one');
  await replace('two');
  expect(await replace('one')).toMatchObject({ link: `${link.link}1`, revoked: true });
  expect(await replace('two')).toMatchObject({ link: `${link.link}2`, revoked: false });
});

test('a chat that this account has forgotten is not looked for: the replay costs no call', async () => {
  await using store = await openTestStore(null);
  const first = await services({}, store).invites.export(wishes);
  const { port, invites } = services({}, store);
  expect(await invites.export(wishes)).toEqual(first);
  expect(port.requests.map(({ className }) => className)).toEqual(['users.GetUsers']);
});

test('a store that fails for links costs neither the change nor the replay, and is logged', async () => {
  await using store = await openTestStore(null);
  const full = async () => {
    throw new Error('database or disk is full');
  };
  const logged: unknown[] = [];
  const { invites } = services(
    {
      ...asBot,
      'messages.EditExportedChatInvite': ({ revoked }: Api.messages.EditExportedChatInvite) =>
        revoked
          ? new Api.messages.ExportedChatInviteReplaced({ invite: changed({ revoked }), newInvite: link, users: [] })
          : edited({ title: 'Flyer' }),
    },
    { ledger: store.ledger, changedLinks: { read: full, write: full } },
    { error: (_fields: unknown, message?: string) => void logged.push(message) },
  );
  await invites.export(wishes);
  const edit = { ...named, title: 'Flyer', idempotencyKey: 'edit' };
  expect(await invites.edit(edit)).toMatchObject({ title: 'Flyer' });
  expect(await invites.export(wishes)).toMatchObject({ link: link.link, title: null });
  const revoke = { ...named, idempotencyKey: 'revoke' };
  const revoked = await invites.revoke(revoke);
  expect(await invites.revoke(revoke)).toEqual(revoked);
  expect(logged).toEqual(Array(5).fill('what has become of a link could not be read or written down'));
});

describe('what was joined and who was let in', () => {
  const refused = () => {
    throw new RpcFailure(400, 'CHAT_ADMIN_REQUIRED');
  };
  const updates = (chat: Api.TypeChat) => () =>
    new Api.Updates({ updates: [], users: [], chats: [chat], date: 0, seq: 0 });
  const small = new Api.Chat({
    id: toLong(7001n),
    title: 'Small',
    photo: new Api.ChatPhotoEmpty(),
    participantsCount: 3,
    date: 0,
    version: 1,
  });
  const join = { link: named.link, idempotencyKey: 'join' };

  test.each<[string, Api.TypeChat, string, Api.TypeChat]>([
    ['supergroup', group, 'channels.GetChannels', new Api.Channel({ ...group, title: 'Renamed' })],
    ['basic group', small, 'messages.GetChats', new Api.Chat({ ...small, title: 'Renamed' })],
  ])('a %s has its present title, in the next run as well where it is known', async (_, chat, method, renamed) => {
    await using store = await openTestStore(null);
    const now = { [method]: () => new Api.messages.Chats({ chats: [renamed] }) };
    const { invites } = services({ ...now, 'messages.ImportChatInvite': updates(chat) }, store);
    expect(await invites.import(join)).toMatchObject({
      kind: 'CHAT_JOINED',
      chat: { title: expect.not.stringMatching('Renamed') },
    });
    expect(await invites.import(join)).toMatchObject({ kind: 'CHAT_JOINED', chat: { title: 'Renamed' } });
    const next = services(now, store);
    const isKnown = chat === small;
    expect(await next.invites.import(join)).toMatchObject({ chat: { title: isKnown ? 'Renamed' : 'Group' } });
    expect(next.port.requests.map(({ className }) => className)).toEqual(isKnown ? [method] : []);
  });

  test('a chat that cannot be read, or is there no more, is answered as it was', async () => {
    await using store = await openTestStore(null);
    const { invites } = services({ 'messages.ImportChatInvite': updates(small), 'messages.GetChats': refused }, store);
    const first = await invites.import(join);
    expect(await invites.import(join)).toEqual(first);
    const none = services({ 'messages.GetChats': () => new Api.messages.Chats({ chats: [] }) }, store);
    expect(await none.invites.import(join)).toEqual(first);
  });

  test('a request to be let in has nothing that changes: its replay costs no call', async () => {
    await using store = await openTestStore(null);
    const asked = () => {
      throw new RpcFailure(400, 'INVITE_REQUEST_SENT');
    };
    const { invites, port } = services({ 'messages.ImportChatInvite': asked }, store);
    const first = await invites.import(join);
    const calls = port.requests.length;
    expect(await invites.import(join)).toEqual(first);
    expect(port.requests).toHaveLength(calls);
  });

  test('a person has the present name, and the one of then where it cannot be read', async () => {
    await using store = await openTestStore(null);
    let answer: (() => unknown) | null = null;
    const { invites } = services(
      {
        'messages.HideChatJoinRequest': updates(group),
        'users.GetUsers': ({ id }: Api.users.GetUsers) => (id[0] instanceof Api.InputUserSelf ? [me] : answer?.()),
      },
      store,
    );
    const decide = { peer, user: '@some_body', approved: true, idempotencyKey: 'decide' };
    const first = await invites.hideJoinRequest(decide);
    for (const unreadable of [refused, () => []]) {
      answer = unreadable;
      expect(await invites.hideJoinRequest(decide)).toEqual(first);
    }
    answer = () => [new Api.User({ ...person, firstName: 'Friend' })];
    expect(await invites.hideJoinRequest(decide)).toMatchObject({ approved: true, user: { firstName: 'Friend' } });
  });
});

describe('a link that the account may read', () => {
  const refused = (type: string) => () => {
    throw new RpcFailure(400, type);
  };

  test('is answered as Telegram has it, in a basic group also in the next run', async () => {
    await using store = await openTestStore(null);
    const now = { 'messages.GetExportedChatInvite': () => edited({ title: 'Flyer', usage: 3 }) };
    const inGroup = { ...wishes, peer: '-7001' };
    expect(await services(now, store).invites.export(inGroup)).toMatchObject({ title: null, usage: 0 });
    const { invites, port } = services(now, store);
    expect(await invites.export(inGroup)).toMatchObject({ kind: 'EXPORTED_CHAT_INVITE', title: 'Flyer', usage: 3 });
    expect(port.requests.map(({ className }) => className)).toContain('messages.GetExportedChatInvite');
  });

  test.each([
    ['seen revoked once', () => edited({ revoked: true }), true],
    ['gone once', refused('INVITE_HASH_EXPIRED'), true],
    ['that cannot be read', refused('CHAT_ADMIN_REQUIRED'), false],
  ])('%s stays as it was when it cannot be read any more', async (_, seen, revoked) => {
    await using store = await openTestStore(null);
    const seens = [seen];
    const later = refused('CHAT_ADMIN_REQUIRED');
    const { invites } = services({ 'messages.GetExportedChatInvite': () => (seens.shift() ?? later)() }, store);
    await invites.export(wishes);
    expect(await invites.export(wishes)).toMatchObject({ link: link.link, revoked });
    expect(await invites.export(wishes)).toMatchObject({ link: link.link, revoked });
  });

  test('and has deleted is answered as revoked', async () => {
    await using store = await openTestStore(null);
    const there = [() => edited({ revoked: true })];
    const { invites } = services(
      {
        'messages.GetExportedChatInvite': () => (there.shift() ?? refused('CHAT_ADMIN_REQUIRED'))(),
        'messages.DeleteExportedChatInvite': () => true,
      },
      store,
    );
    await invites.export(wishes);
    await invites.delete(named);
    expect(await invites.export(wishes)).toMatchObject({ revoked: true });
  });
});

test('a revoked primary link is nobody’s successor', async () => {
  await using store = await openTestStore(null);
  const primaries = [
    { permanent: true },
    { permanent: true, link: `${link.link}2`, date: link.date + 1, revoked: true },
  ];
  const { invites } = services(
    {
      ...asBot,
      'messages.ExportChatInvite': () => changed(primaries[0] ?? {}),
      'messages.EditExportedChatInvite': () => edited(primaries[1] ?? {}),
    },
    store,
  );
  const replace = { ...wishes, legacyRevokePermanent: true };
  await invites.export(replace);
  await invites.edit({ ...named, title: 'x' });
  expect(await invites.export(replace)).toMatchObject({ revoked: false });
});
