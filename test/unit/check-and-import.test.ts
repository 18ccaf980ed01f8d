import { describe, expect, test } from 'vitest';
import { withCallScope } from '../../src/base/call-scope.ts';
import { telegramErrors } from '../../src/services/errors/telegram-errors.ts';
import { RpcFailure, TransportFailure } from '../../src/telegram/rpc-error.ts';
import { Api, toLong } from '../../src/telegram/tl.ts';
import { callScopeOf } from '../support/call-scope.ts';
import { group, meAsBot, person, setUp } from '../support/fake-community.ts';
import { openTestStore } from '../support/open-test-store.ts';

const hash = 'AbCdEfGhIjKlMnOp';
const chat = { id: '-1001234567890', title: 'Group', username: 'some_group', kind: 'SUPERGROUP' };

const refuse = (code: number, type: string) => () => {
  throw new RpcFailure(code, type);
};
const joined = (chats: Api.TypeChat[]) => new Api.Updates({ updates: [], users: [], chats, date: 0, seq: 0 });
const preview = (fields: Partial<ConstructorParameters<typeof Api.ChatInvite>[0]> = {}) =>
  new Api.ChatInvite({
    title: 'Elsewhere',
    photo: new Api.PhotoEmpty({ id: toLong(0n) }),
    participantsCount: 3,
    color: 5,
    ...fields,
  });

describe('looking at a link', () => {
  const look = (answer: Api.TypeChatInvite) => setUp({ 'messages.CheckChatInvite': () => answer });

  test('sends the hash alone', async () => {
    const { telegram, services } = look(preview());
    await services.chatInvites.check(hash);
    expect(telegram.requests.at(-1)).toMatchObject({ className: 'messages.CheckChatInvite', hash });
  });

  test('a member is answered the chat, which can be addressed from then on', async () => {
    const { telegram, services } = look(new Api.ChatInviteAlready({ chat: group }));
    expect(await services.chatInvites.check(hash)).toMatchObject({ kind: 'CHAT_INVITE_ALREADY', chat });
    telegram.requests.length = 0;
    await services.chats.idOf('-1001234567890', []);
    expect(telegram.requests).toEqual([]);
  });

  test('who may read for a while is told until when', async () => {
    const { services } = look(new Api.ChatInvitePeek({ chat: group, expires: 1_800_000_000 }));
    expect(await services.chatInvites.check(hash)).toMatchObject({
      kind: 'CHAT_INVITE_PEEK',
      chat,
      expires: new Date('2027-01-15T08:00:00Z'),
    });
  });

  test('a chat that Telegram does not let the account address is PeerNotFoundError', async () => {
    const { services } = look(new Api.ChatInviteAlready({ chat: new Api.Channel({ ...group, min: true }) }));
    await expect(services.chatInvites.check(hash)).rejects.toMatchObject({ name: 'PeerNotFoundError' });
  });

  test('a preview without flags: what Telegram leaves out is false or null', async () => {
    const { services } = look(preview());
    expect(await services.chatInvites.check(hash)).toEqual({
      kind: 'CHAT_INVITE',
      channel: false,
      broadcast: false,
      public: false,
      megagroup: false,
      requestNeeded: false,
      verified: false,
      scam: false,
      fake: false,
      canRefulfillSubscription: false,
      title: 'Elsewhere',
      about: null,
      hasPhoto: false,
      participantsCount: 3,
      participants: [],
      color: 5,
      subscriptionPricing: null,
      subscriptionFormId: null,
    });
  });

  test('a preview with everything: the price, its form as a string of 64 bits, and members who are remembered', async () => {
    const flags = {
      channel: true,
      broadcast: true,
      public: true,
      megagroup: true,
      requestNeeded: true,
      verified: true,
      scam: true,
      fake: true,
      canRefulfillSubscription: true,
    };
    const { telegram, services } = look(
      preview({
        ...flags,
        about: 'Who we are',
        participants: [person],
        subscriptionPricing: new Api.StarsSubscriptionPricing({ period: 2_592_000, amount: toLong(100n) }),
        subscriptionFormId: toLong(-9_007_199_254_740_993n),
      }),
    );
    expect(await services.chatInvites.check(hash)).toMatchObject({
      ...flags,
      about: 'Who we are',
      participants: [{ id: '8', username: 'some_body' }],
      subscriptionPricing: { period: 2_592_000, amount: 100 },
      subscriptionFormId: '-9007199254740993',
    });
    // Known from now on: no search for the person by name.
    const { requests } = telegram;
    requests.length = 0;
    await services.users.load(['8']);
    expect(requests.map(({ className }) => className)).toEqual(['users.GetUsers']);
  });
});

describe('joining by a link', () => {
  test('sends the hash alone, and answers the chat that came along', async () => {
    const { telegram, services } = setUp({ 'messages.ImportChatInvite': () => joined([group]) });
    expect(await services.chatInvites.import({ link: hash })).toMatchObject({ kind: 'CHAT_JOINED', chat });
    expect(telegram.requests.at(-1)).toMatchObject({ className: 'messages.ImportChatInvite', hash });
  });

  test('a basic group is known by the same answer', async () => {
    const small = new Api.Chat({
      id: toLong(7001n),
      title: 'Small',
      photo: new Api.ChatPhotoEmpty(),
      participantsCount: 3,
      date: 0,
      version: 1,
    });
    const { services } = setUp({ 'messages.ImportChatInvite': () => joined([small]) });
    expect(await services.chatInvites.import({ link: hash })).toMatchObject({
      chat: { id: '-7001', kind: 'BASIC_GROUP' },
    });
  });

  test.each([
    ['no chat', joined([])],
    ['no entities at all', new Api.UpdatesTooLong()],
  ])('an answer with %s: the outcome is unknown', async (_, answer) => {
    const { services } = setUp({
      'messages.ImportChatInvite': () => answer,
      'messages.CheckChatInvite': refuse(500, 'RPC_CALL_FAIL'),
    });
    const joining = withCallScope(callScopeOf({ left: 100 }), () => services.chatInvites.import({ link: hash }));
    await expect(joining).rejects.toMatchObject({ name: 'TelegramUnavailableError', outcome: 'UNKNOWN' });
  });

  test.each(['INVITE_REQUEST_SENT', 'JOIN_GUARD_TIMEOUT'])('%s is the success that it means', async (type) => {
    const { services } = setUp({ 'messages.ImportChatInvite': refuse(400, type) });
    expect(await services.chatInvites.import({ link: hash })).toEqual({
      kind: 'JOIN_REQUEST_SENT',
      link: `https://t.me/+${hash}`,
    });
  });

  test('a member already: the message says where the chat is to be had', async () => {
    const { services } = setUp({ 'messages.ImportChatInvite': refuse(400, 'USER_ALREADY_PARTICIPANT') });
    await expect(services.chatInvites.import({ link: hash })).rejects.toMatchObject({
      code: 'USER_ALREADY_PARTICIPANT',
      message: expect.stringContaining('checkChatInvite answers the chat'),
    });
  });

  test.each(['PEER_ID_INVALID', 'CHANNEL_INVALID'])('%s is about the link, as there is no peer', async (name) => {
    const { services } = setUp({ 'messages.ImportChatInvite': refuse(400, name) });
    const imported = services.chatInvites.import({ link: hash });
    await expect(imported).rejects.toBeInstanceOf(telegramErrors.get(name));
    await expect(imported).rejects.toMatchObject({ code: name, telegramCode: 400, field: ['input', 'link'] });
  });

  test('a link that does not work: the message does not say that a date has passed', async () => {
    const { services } = setUp({ 'messages.ImportChatInvite': refuse(406, 'INVITE_HASH_EXPIRED') });
    await expect(services.chatInvites.import({ link: hash })).rejects.toMatchObject({
      telegramCode: 406,
      message: expect.not.stringMatching(/\bexpired\b/),
    });
  });
});

test('a bot account may do neither, and is told so before the call', async () => {
  const { telegram, services } = setUp({ 'users.GetUsers': () => [meAsBot] });
  for (const call of [services.chatInvites.check(hash), services.chatInvites.import({ link: hash })]) {
    await expect(call).rejects.toMatchObject({
      code: 'BOT_METHOD_INVALID',
      message: expect.stringContaining('a user account can'),
    });
  }
  expect(telegram.requests.map(({ className }) => className)).toEqual(['users.GetUsers']);
});

test('a lost request to be let in is never sent again, as an admin may have declined it', async () => {
  await using store = await openTestStore(null);
  const input = { link: hash, idempotencyKey: 'k' };
  let passed = 0;
  const answers = {
    'messages.ImportChatInvite': () => Promise.reject(new TransportFailure('The session was forgotten.', 'UNKNOWN')),
    'updates.GetState': () => new Api.updates.State({ pts: 1, qts: 0, date: 1_000 + passed, seq: 0, unreadCount: 0 }),
    'messages.CheckChatInvite': () =>
      new Api.ChatInvite({
        title: 'Guarded',
        photo: new Api.PhotoEmpty({ id: toLong(0n) }),
        participantsCount: 3,
        color: 0,
        requestNeeded: true,
      }),
  };
  const { services, telegram } = setUp(answers, { ledger: store.ledger, monotonic: () => passed * 1_000 });
  await expect(services.chatInvites.import(input)).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  passed = 400;
  await expect(services.chatInvites.import(input)).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  expect(telegram.requests.filter((request) => request instanceof Api.messages.ImportChatInvite)).toHaveLength(1);
});
