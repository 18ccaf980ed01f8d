import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isPresent } from '../../src/sandbox/world/chats.ts';
import { addInvite, type Invite } from '../../src/sandbox/world/invites.ts';
import { addChat, removeMember } from '../../src/sandbox/world/membership.ts';
import { startTestGateway, type TestGateway } from '../support/start-gateway.ts';

/** Two accounts in one world: `owner` makes links, `joiner` is in no chat and gets them. */
let owner: TestGateway;
let joiner: TestGateway;
beforeAll(async () => {
  owner = await startTestGateway();
  joiner = await startTestGateway({ account: 'joiner', sandbox: owner.sandbox });
});
afterAll(async () => {
  await joiner.app.close();
  await owner[Symbol.asyncDispose]();
});

const OWNER = 7_000_000_001n;
const ADA = 7_000_000_004n;
const JOINER = 7_000_000_007n;

const LOOK = `query ($link: InviteLink!) {
  checkChatInvite(link: $link) {
    __typename
    ... on ChatInviteAlready { chat { peer title } }
    ... on ChatInvitePeek { expires chat { peer title } }
    ... on ChatInvite {
      channel broadcast public megagroup requestNeeded verified scam fake canRefulfillSubscription
      title about hasPhoto participantsCount participants { username } color
      subscriptionPricing { period amount } subscriptionFormId
    }
  }
}`;
const JOIN = `mutation ($link: InviteLink!) {
  result: importChatInvite(input: { link: $link }) {
    __typename
    ... on ChatJoined { chat { peer title kind } }
    ... on JoinRequestSent { link }
    ... on Error { message }
  }
}`;
const look = (link: string, by = joiner) => by.query(LOOK, { link });
const lookedAt = async (link: string, by = joiner) => (await look(link, by)).data?.['checkChatInvite'];
const join = async (link: string, by = joiner) => (await by.query(JOIN, { link })).data?.['result'];

let nextId = 3_000_001n;
/** A chat of the owner's with a link of theirs; the joiner is outside. */
function makeDoor(
  fields: Parameters<typeof addInvite>[3] = {},
  chat: Partial<Parameters<typeof addChat>[1]> = {},
): { readonly invite: Invite; readonly chat: ReturnType<typeof addChat> } {
  nextId += 1n;
  const { world } = owner.sandbox;
  const made = addChat(world, { id: nextId, kind: 'supergroup', title: `Chat ${nextId}`, creator: OWNER, ...chat });
  return { chat: made, invite: addInvite(world, made, OWNER, fields) };
}

/** As mail programs and spreadsheets change it. */
const inAnotherCase = (hash: string) => {
  const lower = hash.toLowerCase();
  return `https://t.me/+${lower === hash ? hash.toUpperCase() : lower}`;
};

describe('looking at a link', () => {
  test('from outside it is a preview, without a word of which chat it is', async () => {
    const { invite } = makeDoor({ requestNeeded: true }, { title: 'Elsewhere', about: 'Who we are' });
    expect(await lookedAt(invite.link)).toEqual({
      __typename: 'ChatInvite',
      channel: true,
      broadcast: false,
      public: false,
      megagroup: true,
      requestNeeded: true,
      verified: false,
      scam: false,
      fake: false,
      canRefulfillSubscription: false,
      title: 'Elsewhere',
      about: 'Who we are',
      hasPhoto: false,
      participantsCount: 1,
      participants: [],
      color: expect.any(Number),
      subscriptionPricing: null,
      subscriptionFormId: null,
    });
  });

  test('a paid link tells its price and its form, a 64-bit number as a string', async () => {
    const { invite } = makeDoor({ subscriptionPricing: { period: 2_592_000, amount: 100n } }, { kind: 'channel' });
    expect(await lookedAt(invite.link)).toMatchObject({
      broadcast: true,
      subscriptionPricing: { period: 2_592_000, amount: 100 },
      subscriptionFormId: expect.stringMatching(/^-?\d+$/),
    });
  });

  test('a member sees the chat, and one call is all it takes', async () => {
    const { invite, chat } = makeDoor();
    owner.calls.length = 0;
    expect(await lookedAt(invite.link, owner)).toEqual({
      __typename: 'ChatInviteAlready',
      chat: { peer: `${-1_000_000_000_000n - chat.id}`, title: chat.title },
    });
    expect(owner.calls).toEqual(['messages.CheckChatInvite']);
  });

  test('who may read for a while sees the chat and until when', async () => {
    const { invite, chat } = makeDoor({}, { username: 'open_to_read' });
    expect(await lookedAt(invite.link)).toEqual({
      __typename: 'ChatInvitePeek',
      expires: expect.stringMatching(/Z$/),
      chat: { peer: expect.any(String), title: chat.title },
    });
  });

  test('members whom the account knows are shown, by the same one call', async () => {
    const both = makeDoor();
    await join(both.invite.link);
    const { invite } = makeDoor({ requestNeeded: true });
    joiner.calls.length = 0;
    expect(await lookedAt(invite.link)).toMatchObject({ participants: [{ username: 'sandbox_owner' }] });
    expect(joiner.calls).toEqual(['messages.CheckChatInvite']);
  });

  test('every form of a link goes out as the hash alone', async () => {
    const { hash } = makeDoor().invite;
    for (const form of [hash, `t.me/joinchat/${hash}`, `tg://join?invite=${hash}`, `https://t.me/+${hash}?x=1`]) {
      expect(await lookedAt(form)).toMatchObject({ __typename: 'ChatInvite' });
      expect(joiner.records.at(-1)).toMatchObject({ method: 'messages.CheckChatInvite', request: { hash } });
    }
  });

  test('a link that leads nowhere, and one in another case, are INVITE_HASH_EXPIRED, without a date in the words', async () => {
    for (const link of ['https://t.me/+NoSuchLinkNoSuch', inAnotherCase(makeDoor().invite.hash)]) {
      const { data, errors } = await look(link);
      expect(data).toEqual({ checkChatInvite: null });
      expect(errors?.[0]).toMatchObject({
        message: expect.stringContaining('case-sensitive'),
        extensions: { code: 'INVITE_HASH_EXPIRED', telegramCode: 406 },
      });
      expect(errors?.[0]?.message).not.toMatch(/\bexpired\b/);
    }
  });
});

describe('joining by a link', () => {
  test.each(['supergroup', 'channel', 'group'] as const)('a %s is joined and told, by one call', async (kind) => {
    const { invite, chat } = makeDoor({}, { kind });
    joiner.calls.length = 0;
    expect(await join(invite.link)).toEqual({
      __typename: 'ChatJoined',
      chat: {
        peer: kind === 'group' ? `-${chat.id}` : `${-1_000_000_000_000n - chat.id}`,
        title: chat.title,
        kind: { supergroup: 'SUPERGROUP', channel: 'CHANNEL', group: 'BASIC_GROUP' }[kind],
      },
    });
    expect(joiner.calls).toEqual(['messages.ImportChatInvite']);
    expect(isPresent(chat, JOINER)).toBe(true);
  });

  test('the chat can be addressed by its id from then on', async () => {
    const { invite, chat } = makeDoor();
    await join(invite.link);
    joiner.calls.length = 0;
    const peer = `${-1_000_000_000_000n - chat.id}`;
    const { data } = await joiner.query('query ($peer: Peer!) { chat(peer: $peer) { title } }', { peer });
    expect(data?.['chat']).toEqual({ title: chat.title });
    expect(joiner.calls).toEqual(['channels.GetChannels']);
  });

  test('where an admin approves, the request is sent, once or twice', async () => {
    const { invite, chat } = makeDoor({ requestNeeded: true });
    for (const _ of [1, 2]) {
      expect(await join(invite.link)).toEqual({ __typename: 'JoinRequestSent', link: invite.link });
    }
    expect(chat.pendingRequests.map(({ userId }) => userId)).toEqual([JOINER]);
  });

  test('a member is told so, and where the chat is to be had', async () => {
    const { invite } = makeDoor();
    expect(await join(invite.link, owner)).toEqual({
      __typename: 'UserAlreadyParticipantError',
      message: expect.stringContaining('checkChatInvite'),
    });
  });

  test('a paid link is paid in a Telegram app', async () => {
    const { invite } = makeDoor({ subscriptionPricing: { period: 2_592_000, amount: 1n } }, { kind: 'channel' });
    expect(await join(invite.link)).toEqual({
      __typename: 'StarsPaymentRequiredError',
      message: expect.stringContaining('Telegram app'),
    });
  });

  test('a link used up, a revoked one, one whose case was changed, and one of a chat that the account was put out of', async () => {
    const usedUp = makeDoor({ usageLimit: 1 });
    usedUp.invite.usage = 1;
    const banned = makeDoor();
    await join(banned.invite.link);
    removeMember(owner.sandbox.world, banned.chat, JOINER, ADA);
    const answers = [
      usedUp.invite.link,
      makeDoor({ revoked: true }).invite.link,
      inAnotherCase(makeDoor().invite.hash),
      banned.invite.link,
    ].map(async (link) => (await join(link))?.['__typename']);
    expect(await Promise.all(answers)).toEqual([
      'UsersTooMuchError',
      'InviteHashExpiredError',
      'InviteHashExpiredError',
      'InviteHashExpiredError',
    ]);
  });
});

test('what is no invite link is refused by its form, before any call', async () => {
  joiner.calls.length = 0;
  for (const link of ['t.me/+4912345', 'https://t.me/sandbox_community', 'https://t.me/+AbCdEfGh...', '']) {
    expect((await look(link)).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect((await joiner.query(JOIN, { link })).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  }
  expect(joiner.calls).toEqual([]);
});

test('a bot account may do neither, and is told who can before any call', async () => {
  await using bot = await startTestGateway({ account: 'bot' });
  await bot.query('{ account { user { isBot } } }');
  bot.calls.length = 0;
  const link = 'https://t.me/+AbCdEfGhIjKlMnOp';
  expect((await look(link, bot)).errors?.[0]).toMatchObject({
    message: expect.stringContaining('a user account can'),
    extensions: { code: 'BOT_METHOD_INVALID', telegramCode: 400 },
  });
  expect(await join(link, bot)).toEqual({
    __typename: 'BotMethodInvalidError',
    message: expect.stringContaining('a user account can'),
  });
  expect(bot.calls).toEqual([]);
});
