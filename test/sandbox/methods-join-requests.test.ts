import { Api } from 'telegram';
import { returnBigInt } from 'telegram/Helpers.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isPresent } from '../../src/sandbox/world/chats.ts';
import type { WorldEvent } from '../../src/sandbox/world/events.ts';
import { addInvite, type Invite } from '../../src/sandbox/world/invites.ts';
import { requestToJoin } from '../../src/sandbox/world/knock.ts';
import { setMember } from '../../src/sandbox/world/membership.ts';
import { userOf } from '../../src/sandbox/world/users.ts';
import { type GramjsCast, startCast } from '../support/gramjs-cast.ts';
import { ADA, BOT, OWNER } from '../support/sandbox-links.ts';

const JOINER = 7_000_000_007n;
const STRANGER = 7_000_000_008n;

/** One world for the whole file; before each test nobody waits and Ada is a member. */
let cast: GramjsCast;
let events: WorldEvent[] = [];
let door: Invite;

beforeAll(async () => {
  cast = await startCast();
  cast.sandbox.world.listeners.add((event) => events.push(event));
});

beforeEach(() => {
  for (const name of ['sandbox_community', 'group']) {
    const chat = cast.chat(name);
    for (const id of [JOINER, STRANGER]) chat.members.delete(id);
    chat.pendingRequests.length = 0;
  }
  setMember(cast.sandbox.world, cast.chat('sandbox_community'), ADA, 'member');
  cast.sandbox.world.refusals.clear();
  door = cast.link('sandbox_community', { requestNeeded: true });
  events = [];
});

afterAll(() => cast[Symbol.asyncDispose]());

function knock(userId: bigint, invite: Invite | null = door): void {
  const { world } = cast.sandbox;
  requestToJoin(world, cast.chat('sandbox_community'), userOf(world, userId), invite);
}

const present = (userId: bigint) => isPresent(cast.chat('sandbox_community'), userId);

const one = (
  approved: boolean,
  userId: Api.messages.HideChatJoinRequest['userId'] = 'sandbox_joiner',
  peer = 'sandbox_community',
) => new Api.messages.HideChatJoinRequest({ peer, userId, approved });

const all = (approved: boolean, link?: string, peer = 'sandbox_community') =>
  new Api.messages.HideAllChatJoinRequests({ peer, approved, ...(link !== undefined && { link }) });

const waiting = (name: string) =>
  cast.invoke(
    name,
    new Api.messages.GetChatInviteImporters({
      peer: 'sandbox_community',
      requested: true,
      offsetDate: 0,
      offsetUser: new Api.InputUserEmpty(),
      limit: 100,
    }),
  );

describe('messages.hideChatJoinRequest', () => {
  test('the whole way: the joiner asks, the owner sees it and lets them in, both are told once', async () => {
    const join = () => new Api.messages.ImportChatInvite({ hash: door.hash });
    expect(await cast.refusal('joiner', join())).toBe('400 INVITE_REQUEST_SENT');
    const list = await waiting('owner');
    expect(list).toMatchObject({ count: 1, importers: [{ requested: true, about: 'New in town.' }] });
    const channel = () => new Api.channels.GetFullChannel({ channel: 'sandbox_community' });
    const before = await cast.invoke('owner', channel());
    expect(before.fullChat).toMatchObject({ requestsPending: 1 });
    expect(before.users.map(({ id }) => id.toString())).toContain(String(JOINER));

    const [joiner] = list.users;
    if (!(joiner instanceof Api.User)) throw new Error('the joiner is not among the users');
    const answer = await cast.invoke('owner', one(true, joiner));
    expect(answer).toMatchObject({ className: 'Updates', chats: [{ username: 'sandbox_community' }] });
    expect(await cast.invoke('joiner', new Api.messages.CheckChatInvite({ hash: door.hash }))).toMatchObject({
      className: 'ChatInviteAlready',
    });
    expect(await waiting('owner')).toMatchObject({ count: 0, importers: [] });
    expect((await cast.invoke('owner', channel())).fullChat).toMatchObject({ requestsPending: null });
    expect([door.requested, door.usage]).toEqual([0, 1]);
    expect(events).toMatchObject([
      { kind: 'joinRequestsChanged', made: { userId: JOINER } },
      { kind: 'joinRequestsChanged', made: null },
      { kind: 'membershipChanged', userId: JOINER, actorId: OWNER, invite: door, current: { approvedBy: OWNER } },
    ]);
  });

  test('a dismissed one stays outside and may ask again', async () => {
    knock(JOINER);
    await cast.invoke('owner', one(false));
    expect(present(JOINER)).toBe(false);
    expect([door.requested, door.usage]).toEqual([0, 0]);
    knock(JOINER);
    expect(door.requested).toBe(1);
    expect(events.map(({ kind }) => kind)).toEqual(Array.from({ length: 3 }, () => 'joinRequestsChanged'));
  });

  test('a bot with the right may, by the hash it was told', async () => {
    knock(JOINER);
    await cast.invoke('bot', one(true));
    expect(cast.chat('sandbox_community').members.get(JOINER)).toMatchObject({ approvedBy: BOT, invite: door });
  });

  test('any administrator with the right may, whosever link it was', async () => {
    knock(JOINER);
    expect(await cast.refusal('ada', one(true))).toBe('400 CHAT_ADMIN_REQUIRED');
    setMember(cast.sandbox.world, cast.chat('sandbox_community'), ADA, 'admin', false);
    expect(await cast.refusal('ada', one(true))).toBe('400 CHAT_ADMIN_REQUIRED');
    setMember(cast.sandbox.world, cast.chat('sandbox_community'), ADA, 'admin', true);
    await cast.invoke('ada', one(true));
    expect(present(JOINER)).toBe(true);
  });

  test('who never asked: HIDE_REQUESTER_MISSING, either way', async () => {
    expect(await cast.refusal('owner', one(true))).toBe('400 HIDE_REQUESTER_MISSING');
    expect(await cast.refusal('owner', one(false))).toBe('400 HIDE_REQUESTER_MISSING');
    expect(await cast.refusal('bot', one(true))).toBe('400 HIDE_REQUESTER_MISSING');
    expect(events).toEqual([]);
  });

  test('twice: an approval is USER_ALREADY_PARTICIPANT, a dismissal HIDE_REQUESTER_MISSING', async () => {
    knock(JOINER);
    knock(STRANGER);
    await cast.invoke('owner', one(true));
    expect(await cast.refusal('owner', one(true))).toBe('400 USER_ALREADY_PARTICIPANT');
    expect(await cast.refusal('owner', one(false))).toBe('400 HIDE_REQUESTER_MISSING');
    await cast.invoke('owner', one(false, 'sandbox_stranger'));
    expect(await cast.refusal('bot', one(false, 'sandbox_stranger'))).toBe('400 HIDE_REQUESTER_MISSING');
    expect(await cast.refusal('owner', one(true, 'sandbox_ada'))).toBe('400 USER_ALREADY_PARTICIPANT');
  });

  test('a user whose hash is not the caller’s: USER_ID_INVALID', async () => {
    knock(JOINER);
    const wrong = new Api.InputUser({ userId: returnBigInt(JOINER), accessHash: returnBigInt(1n) });
    expect(await cast.refusal('owner', one(true, wrong))).toBe('400 USER_ID_INVALID');
    expect(await cast.refusal('bot', one(true, new Api.InputUserEmpty()))).toBe('400 USER_ID_INVALID');
  });

  test('peers that are no chat, or closed', async () => {
    expect(await cast.refusal('owner', one(true, 'sandbox_joiner', 'sandbox_user'))).toBe('400 PEER_ID_INVALID');
    expect(await cast.refusal('owner', one(true, 'sandbox_joiner', 'sandbox_private'))).toBe('400 CHANNEL_PRIVATE');
    expect(await cast.refusal('owner', one(true, 'sandbox_joiner', 'sandbox_member_only'))).toBe(
      '400 CHAT_ADMIN_REQUIRED',
    );
  });
});

describe('messages.hideAllChatJoinRequests', () => {
  test('everybody at once: one change of the list, one membership each, longest waiting first', async () => {
    knock(JOINER);
    knock(STRANGER, null);
    events = [];
    expect(await cast.invoke('owner', all(true))).toMatchObject({ className: 'Updates' });
    expect(events).toMatchObject([
      { kind: 'joinRequestsChanged', made: null },
      { kind: 'membershipChanged', userId: JOINER, invite: door },
      { kind: 'membershipChanged', userId: STRANGER, invite: null },
    ]);
    expect([door.requested, door.usage]).toEqual([0, 1]);
  });

  test('a link narrows it to who came by that link', async () => {
    const other = cast.link('sandbox_community', { requestNeeded: true });
    knock(JOINER);
    knock(STRANGER, other);
    await cast.invoke('owner', all(false, other.link));
    expect(cast.chat('sandbox_community').pendingRequests).toMatchObject([{ userId: JOINER }]);
    expect([present(STRANGER), other.requested, door.requested]).toEqual([false, 0, 1]);
    expect(await cast.refusal('owner', all(true, other.link))).toBe('400 HIDE_REQUESTER_MISSING');
  });

  test('nobody waits: HIDE_REQUESTER_MISSING', async () => {
    expect(await cast.refusal('owner', all(true))).toBe('400 HIDE_REQUESTER_MISSING');
  });

  test('an unknown link, one of another chat, another administrator’s', async () => {
    knock(JOINER);
    const elsewhere = cast.link('group', { requestNeeded: true });
    for (const link of ['https://t.me/+abcdefghijklmnop', elsewhere.link, '']) {
      expect(await cast.refusal('owner', all(true, link))).toBe('400 INVITE_HASH_EXPIRED');
    }
    setMember(cast.sandbox.world, cast.chat('sandbox_community'), ADA, 'admin', true);
    expect(await cast.refusal('ada', all(true, door.link))).toBe('400 CHAT_ADMIN_REQUIRED');
    const adas = addInvite(cast.sandbox.world, cast.chat('sandbox_community'), ADA, { requestNeeded: true });
    knock(STRANGER, adas);
    await cast.invoke('ada', all(true, adas.link));
    expect([present(JOINER), present(STRANGER)]).toEqual([false, true]);
  });

  test('bots, members, and chats that refuse', async () => {
    expect(await cast.refusal('bot', all(true))).toBe('400 BOT_METHOD_INVALID');
    expect(await cast.refusal('ada', all(true))).toBe('400 CHAT_ADMIN_REQUIRED');
    expect(await cast.refusal('owner', all(true, undefined, 'sandbox_user'))).toBe('400 PEER_ID_INVALID');
  });
});

test('world.refusals answers both, and messages.getFullChat and channels.getFullChannel as well', async () => {
  const { refusals } = cast.sandbox.world;
  refusals.set(-1_002_000_000_001n, { code: 400, type: 'USER_CHANNELS_TOO_MUCH' });
  const channel = () => new Api.channels.GetFullChannel({ channel: 'sandbox_community' });
  for (const request of [one(true), all(true), channel()]) {
    expect(await cast.refusal('owner', request)).toBe('400 USER_CHANNELS_TOO_MUCH');
  }
  refusals.set(-7001n, { code: 400, type: 'CHAT_ID_INVALID', method: 'messages.GetFullChat' });
  const group = () => new Api.messages.GetFullChat({ chatId: returnBigInt(7001n) });
  expect(await cast.refusal('owner', group())).toBe('400 CHAT_ID_INVALID');
  refusals.clear();
  expect((await cast.invoke('owner', group())).fullChat).toMatchObject({ className: 'ChatFull' });
});
