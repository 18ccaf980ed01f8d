import { Api } from 'telegram';
import { returnBigInt } from 'telegram/Helpers.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isPresent, markedIdOf } from '../../src/sandbox/world/chats.ts';
import type { WorldEvent } from '../../src/sandbox/world/events.ts';
import { admit, leaveChat, removeMember, setMember } from '../../src/sandbox/world/membership.ts';
import { type GramjsCast, startCast } from '../support/gramjs-cast.ts';
import { ADA, OWNER } from '../support/sandbox-links.ts';

const GUARDED = 7_000_000_003n;
const JOINER = 7_000_000_007n;
const STRANGER = 7_000_000_008n;

/** One world for the whole file; before each test the joiner is a stranger to its chats again. */
let cast: GramjsCast;
let events: WorldEvent[] = [];

beforeAll(async () => {
  cast = await startCast();
  cast.sandbox.world.listeners.add((event) => events.push(event));
});

beforeEach(() => {
  for (const name of ['sandbox_community', 'sandbox_news', 'group']) {
    const chat = cast.chat(name);
    for (const id of [JOINER, STRANGER]) chat.members.delete(id);
    chat.pendingRequests.length = 0;
  }
  cast.sandbox.world.refusals.clear();
  events = [];
});

afterAll(() => cast[Symbol.asyncDispose]());

const check = (hash: string) => new Api.messages.CheckChatInvite({ hash });
const join = (hash: string) => new Api.messages.ImportChatInvite({ hash });
const past = () => Math.floor(Date.now() / 1000) - 1;

describe('messages.checkChatInvite', () => {
  test('a member sees the whole chat, with its access hash', async () => {
    const { hash } = cast.link('sandbox_community', { requestNeeded: true });
    const answer = await cast.invoke('owner', check(hash));
    expect(answer).toMatchObject({
      className: 'ChatInviteAlready',
      chat: { username: 'sandbox_community', creator: true, accessHash: expect.anything() },
    });
  });

  test('an open link of a public chat lets one peek for a while', async () => {
    const { hash } = cast.link('sandbox_community');
    const answer = await cast.invoke('joiner', check(hash));
    expect(answer).toMatchObject({ className: 'ChatInvitePeek', chat: { username: 'sandbox_community', left: true } });
    expect(answer).toMatchObject({ expires: expect.toSatisfy((expires: number) => expires > Date.now() / 1000) });
  });

  test('a link that asks for approval gives a preview without the chat', async () => {
    const { hash } = cast.link('sandbox_community', { requestNeeded: true });
    const answer = await cast.invoke('joiner', check(hash));
    expect(answer).toMatchObject({
      className: 'ChatInvite',
      title: 'Sandbox Community',
      about: expect.stringContaining('Owned by the owner'),
      channel: true,
      megagroup: true,
      broadcast: false,
      public: true,
      requestNeeded: true,
      participantsCount: 6,
      participants: null,
      subscriptionPricing: null,
      subscriptionFormId: null,
    });
    expect(answer).not.toHaveProperty('chat');
  });

  test('the preview of a basic group names members whom one knows from elsewhere', async () => {
    const { hash } = cast.link('group');
    admit(cast.sandbox.world, cast.chat('sandbox_news'), JOINER, { invite: null, approvedBy: null });
    const answer = await cast.invoke('joiner', check(hash));
    expect(answer).toMatchObject({ className: 'ChatInvite', channel: false, public: false, participantsCount: 3 });
    const { participants } = answer instanceof Api.ChatInvite ? answer : {};
    expect(participants?.map(({ id }) => id.toString()).sort()).toEqual([OWNER, GUARDED, ADA].map(String));
  });

  test('a paid link tells its price and a form, and joining by it needs the payment', async () => {
    const { hash } = cast.link('sandbox_news', { subscriptionPricing: { period: 2_592_000, amount: 250n } });
    const answer = await cast.invoke('joiner', check(hash));
    expect(answer).toMatchObject({ className: 'ChatInvite', broadcast: true, megagroup: false });
    const { subscriptionPricing, subscriptionFormId } = answer instanceof Api.ChatInvite ? answer : {};
    expect([subscriptionPricing?.period, subscriptionPricing?.amount.toString()]).toEqual([2_592_000, '250']);
    expect(subscriptionFormId).not.toBeNull();
    expect(await cast.refusal('joiner', join(hash))).toBe('400 STARS_PAYMENT_REQUIRED');
  });
});

describe('checkChatInvite and importChatInvite refuse alike', () => {
  const both = async (hash: string) => [
    await cast.refusal('joiner', check(hash)),
    await cast.refusal('joiner', join(hash)),
  ];

  test.each([
    ['no hash', '', '400 INVITE_HASH_EMPTY'],
    ['a whole URL', 'https://t.me/+abcdefghijklmnop', '400 INVITE_HASH_INVALID'],
    ['a hash that is nobody’s', 'abcdefghijklmnop', '406 INVITE_HASH_EXPIRED'],
  ])('%s', async (_, hash, refusal) => {
    expect(await both(hash)).toEqual([refusal, refusal]);
  });

  test('a link that was revoked, deleted, or is past its date', async () => {
    const revoked = cast.link('sandbox_community', { revoked: true });
    const deleted = cast.link('sandbox_community', { revoked: true, deleted: true });
    const expired = cast.link('sandbox_community', { expireDate: past() });
    for (const { hash } of [revoked, deleted, expired]) {
      expect(await both(hash)).toEqual(['406 INVITE_HASH_EXPIRED', '406 INVITE_HASH_EXPIRED']);
    }
  });

  test('a hash in lower case is another hash', async () => {
    const { hash } = cast.link('sandbox_community');
    const lower = hash.toLowerCase() === hash ? hash.toUpperCase() : hash.toLowerCase();
    expect(await both(lower)).toEqual(['406 INVITE_HASH_EXPIRED', '406 INVITE_HASH_EXPIRED']);
  });

  test('an account that was removed: no link leads back', async () => {
    setMember(cast.sandbox.world, cast.chat('sandbox_community'), JOINER, 'removed');
    const { hash } = cast.link('sandbox_community');
    expect(await both(hash)).toEqual(['406 INVITE_HASH_EXPIRED', '406 INVITE_HASH_EXPIRED']);
  });

  test('what world.refusals holds for the link’s chat', async () => {
    const { hash } = cast.link('sandbox_community');
    cast.sandbox.world.refusals.set(markedIdOf(cast.chat('sandbox_community')), {
      code: 400,
      type: 'CHANNELS_TOO_MUCH',
    });
    expect(await both(hash)).toEqual(['400 CHANNELS_TOO_MUCH', '400 CHANNELS_TOO_MUCH']);
    const other = cast.link('sandbox_news');
    expect(await cast.invoke('joiner', check(other.hash))).toMatchObject({ className: 'ChatInvitePeek' });
  });

  test('bots', async () => {
    const { hash } = cast.link('sandbox_news');
    expect(await cast.refusal('bot', check(hash))).toBe('400 BOT_METHOD_INVALID');
    expect(await cast.refusal('bot', join(hash))).toBe('400 BOT_METHOD_INVALID');
  });
});

describe('messages.importChatInvite', () => {
  test('an open link: in at once, told once, counted by the link', async () => {
    const invite = cast.link('sandbox_community', { title: 'open' });
    const answer = await cast.invoke('joiner', join(invite.hash));
    expect(answer).toMatchObject({ className: 'Updates', chats: [{ username: 'sandbox_community', left: false }] });
    expect(isPresent(cast.chat('sandbox_community'), JOINER)).toBe(true);
    const read = new Api.messages.GetExportedChatInvite({ peer: 'sandbox_community', link: invite.link });
    expect(await cast.invoke('owner', read)).toMatchObject({ invite: { usage: 1 } });
    expect(events).toEqual([
      {
        kind: 'membershipChanged',
        chatId: -1_002_000_000_001n,
        userId: JOINER,
        actorId: JOINER,
        date: expect.any(Number),
        previous: null,
        current: expect.objectContaining({ standing: 'member', invite, approvedBy: null }),
        invite,
      },
    ]);
  });

  test('a basic group and a channel are joined as well', async () => {
    const group = await cast.invoke('joiner', join(cast.link('group').hash));
    expect(group).toMatchObject({ chats: [{ className: 'Chat', title: 'Sandbox Small Group', participantsCount: 4 }] });
    const news = await cast.invoke('joiner', join(cast.link('sandbox_news').hash));
    expect(news).toMatchObject({ updates: [{ className: 'UpdateChannel' }], chats: [{ broadcast: true }] });
  });

  test('who is in already: USER_ALREADY_PARTICIPANT, by whatever link', async () => {
    for (const fields of [{}, { requestNeeded: true }, { usageLimit: 1, usage: 1 }]) {
      const { hash } = cast.link('sandbox_community', fields);
      expect(await cast.refusal('ada', join(hash))).toBe('400 USER_ALREADY_PARTICIPANT');
    }
    expect(events).toEqual([]);
  });

  test('a link that asks for approval: INVITE_REQUEST_SENT, however often, and one request', async () => {
    const invite = cast.link('sandbox_community', { requestNeeded: true });
    const other = cast.link('sandbox_community', { requestNeeded: true });
    for (const { hash } of [invite, invite, other]) {
      expect(await cast.refusal('joiner', join(hash))).toBe('400 INVITE_REQUEST_SENT');
    }
    const made = { userId: JOINER, date: expect.any(Number), about: 'New in town.', invite };
    expect(cast.chat('sandbox_community').pendingRequests).toEqual([made]);
    expect([invite.requested, other.requested, invite.usage]).toEqual([1, 0, 0]);
    expect(events).toEqual([{ kind: 'joinRequestsChanged', chatId: -1_002_000_000_001n, made }]);
    expect(isPresent(cast.chat('sandbox_community'), JOINER)).toBe(false);
  });

  test('who waits and finds an open link comes in, and waits no more', async () => {
    const door = cast.link('sandbox_community', { requestNeeded: true });
    const open = cast.link('sandbox_community');
    await cast.refusal('joiner', join(door.hash));
    await cast.invoke('joiner', join(open.hash));
    expect(cast.chat('sandbox_community').pendingRequests).toEqual([]);
    expect([door.requested, door.usage, open.usage]).toEqual([0, 0, 1]);
    expect(events).toMatchObject([{ made: { userId: JOINER } }, { made: null }, { kind: 'membershipChanged' }]);
  });

  test('a link for one: USERS_TOO_MUCH for the next, until the first leaves', async () => {
    const invite = cast.link('sandbox_community', { usageLimit: 1 });
    const chat = cast.chat('sandbox_community');
    admit(cast.sandbox.world, chat, STRANGER, { invite, approvedBy: null });
    expect(await cast.refusal('joiner', join(invite.hash))).toBe('400 USERS_TOO_MUCH');
    expect(await cast.invoke('joiner', check(invite.hash))).toMatchObject({ className: 'ChatInvitePeek' });
    leaveChat(cast.sandbox.world, chat, STRANGER);
    await cast.invoke('joiner', join(invite.hash));
    expect(invite.usage).toBe(1);
  });
});

describe('leaving', () => {
  test('channels.leaveChannel frees the place, and one may come again', async () => {
    const invite = cast.link('sandbox_community', { usageLimit: 1 });
    const leave = () => new Api.channels.LeaveChannel({ channel: 'sandbox_community' });
    for (const usage of [1, 1]) {
      await cast.invoke('joiner', join(invite.hash));
      expect(invite.usage).toBe(usage);
      expect(await cast.invoke('joiner', leave())).toMatchObject({ chats: [{ left: true }] });
      expect(invite.usage).toBe(0);
    }
    expect(events.map((event) => event.kind === 'membershipChanged' && event.current.standing)).toEqual([
      'member',
      'left',
      'member',
      'left',
    ]);
    expect(await cast.refusal('joiner', leave())).toBe('400 USER_NOT_PARTICIPANT');
    expect(await cast.refusal('owner', leave())).toBe('400 USER_CREATOR');
  });

  test('messages.deleteChatUser: oneself, or another for an administrator, who then finds every link closed', async () => {
    const invite = cast.link('group');
    const chatId = returnBigInt(7001n);
    const me = () => new Api.messages.DeleteChatUser({ chatId, userId: 'me' });
    await cast.invoke('joiner', join(invite.hash));
    await cast.invoke('joiner', me());
    expect(invite.usage).toBe(0);
    await cast.invoke('joiner', join(invite.hash));
    const theirs = () => new Api.messages.DeleteChatUser({ chatId, userId: 'sandbox_joiner' });
    expect(await cast.refusal('ada', theirs())).toBe('400 CHAT_ADMIN_REQUIRED');
    await cast.invoke('owner', theirs());
    expect(invite.usage).toBe(0);
    expect(events.at(-1)).toMatchObject({ actorId: OWNER, current: { standing: 'removed' }, invite: null });
    expect(await cast.refusal('joiner', join(invite.hash))).toBe('406 INVITE_HASH_EXPIRED');
    expect(await cast.refusal('owner', theirs())).toBe('400 USER_NOT_PARTICIPANT');
    const nobody = new Api.InputUser({ userId: returnBigInt(1n), accessHash: returnBigInt(1n) });
    const unknown = new Api.messages.DeleteChatUser({ chatId, userId: nobody });
    expect(await cast.refusal('owner', unknown)).toBe('400 USER_ID_INVALID');
  });

  test('who was removed by an administrator counts no more', async () => {
    const invite = cast.link('sandbox_community');
    await cast.invoke('joiner', join(invite.hash));
    removeMember(cast.sandbox.world, cast.chat('sandbox_community'), JOINER, OWNER);
    expect(invite.usage).toBe(0);
  });
});
