import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EventsLostError } from '../../src/services/errors/errors.ts';
import { RpcFailure, TransportFailure } from '../../src/telegram/rpc-error.ts';
import { Api, toLong } from '../../src/telegram/tl.ts';
import { group, link, meAsBot } from '../support/fake-community.ts';
import { CHAT, fakeDoor, userOf } from '../support/fake-door.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const rights = new Api.ChatAdminRights({ inviteUsers: true });
const ownGroup = new Api.Channel({ ...group.originalArgs, adminRights: rights });
const state = (qts: number) => new Api.updates.State({ pts: 1, qts, date: 0, seq: 1, unreadCount: 0 });
const NEVER = new AbortController().signal;

/** updateBotChatInviteRequester: user 100 + qts asks at that place of the sequence. */
function request(qts: number): Api.UpdateBotChatInviteRequester {
  return new Api.UpdateBotChatInviteRequester({
    peer: new Api.PeerChannel({ channelId: group.id }),
    date: 1_000 + qts,
    userId: toLong(BigInt(100 + qts)),
    about: 'Hello',
    invite: link,
    qts,
  });
}

/** That the bot stands differently in the chat now. */
const membershipOfBot = (qts: number) =>
  new Api.UpdateChannelParticipant({ channelId: group.id, date: 1, actorId: toLong(1n), userId: meAsBot.id, qts });

function difference(updates: readonly (Api.TypeUpdate & { qts: number })[], isLast = true, qts = 0) {
  const last = state(qts || (updates.at(-1)?.qts ?? 0));
  const rest = {
    newMessages: [],
    newEncryptedMessages: [],
    chats: [],
    users: updates.map(({ qts }) => userOf(100 + qts)),
  };
  return isLast
    ? new Api.updates.Difference({ ...rest, otherUpdates: [...updates].reverse(), state: last })
    : new Api.updates.DifferenceSlice({ ...rest, otherUpdates: [...updates], intermediateState: last });
}

/** A bot at place 5 of its sequence. `differences` are the answers of updates.getDifference to come. */
function botDoor(differences: (Api.updates.TypeDifference | Error)[] = []) {
  const asked: number[] = [];
  const door = fakeDoor({
    'users.GetUsers': () => [meAsBot],
    'channels.GetChannels': () => new Api.messages.Chats({ chats: [ownGroup] }),
    'updates.GetState': () => state(5),
    'updates.GetDifference': ({ qts }: Api.updates.GetDifference) => {
      asked.push(qts);
      const answer = differences.shift() ?? new Api.updates.DifferenceEmpty({ date: 0, seq: 1 });
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return { ...door, asked };
}

async function watch({ services }: Pick<ReturnType<typeof botDoor>, 'services'>) {
  const stream = await services.liveEvents.chatJoinRequests('some_group', NEVER);
  const seen: string[] = [];
  const ended = (async () => {
    for await (const { event } of stream) seen.push(event.userId);
  })();
  ended.catch(() => {}); // awaited by the tests that are about it
  return { stream, seen, ended };
}

describe('a bot account’s sequence', () => {
  test('an update is an event at once, with the link and everybody whom it names', async () => {
    const door = botDoor();
    const stream = await door.services.liveEvents.chatJoinRequests('some_group', NEVER);
    const users = [userOf(106), userOf(7)];
    door.updates.take(new Api.Updates({ updates: [request(6)], users, chats: [ownGroup], date: 0, seq: 0 }));
    expect((await stream.next()).value).toMatchObject({
      event: { chatId: CHAT, userId: '106', date: new Date(1_006_000), about: 'Hello', invite: { link: link.link } },
      users: [{ id: '106' }, { id: '7' }],
      chats: [{ id: CHAT }],
    });
    expect(door.asked).toEqual([]);
    await stream.return?.();
  });

  test('what was told before is passed over', async () => {
    const door = botDoor();
    const { seen } = await watch(door);
    for (const qts of [5, 6, 6, 7, 6, 7, 8]) door.tell(request(qts));
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toEqual(['106', '107', '108']);
    expect(door.asked).toEqual([]);
  });

  test('a gap is filled from updates.getDifference, in order and once', async () => {
    const door = botDoor([difference([request(6), request(7), request(8), request(9)])]);
    const { seen } = await watch(door);
    door.tell(request(6));
    door.tell(request(9));
    await vi.advanceTimersByTimeAsync(1_000);
    door.tell(request(10));
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toEqual(['106', '107', '108', '109', '110']);
    expect(door.asked).toEqual([6]);
  });

  test('a new connection asks from the last place, slice by slice, also after trouble', async () => {
    const door = botDoor([
      new RpcFailure(500, 'PERSISTENT_TIMESTAMP_OUTDATED'),
      difference([request(6), request(7)], false),
      difference([request(8)]),
    ]);
    const { seen } = await watch(door);
    door.updates.gap();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(seen).toEqual(['106', '107', '108']);
    expect(door.asked).toEqual([5, 5, 7]);
  });

  test('a slice whose state is behind its own updates brings none of them twice', async () => {
    const door = botDoor([difference([request(6), request(7)], false, 5), difference([request(7), request(8)])]);
    const { seen } = await watch(door);
    door.updates.gap();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(seen).toEqual(['106', '107', '108']);
    expect(door.asked).toEqual([5, 7]);
  });

  test('a silent loss is noticed by the timer', async () => {
    const door = botDoor([difference([request(6)])]);
    const { seen } = await watch(door);
    await vi.advanceTimersByTimeAsync(31_000);
    expect(seen).toEqual(['106']);
  });

  test('all feeds of the account share one place; without subscribers nothing is asked', async () => {
    const door = botDoor();
    const uses = await door.services.liveEvents.chatInviteUses('some_group', NEVER);
    const { stream } = await watch(door);
    const { stream: other } = await watch(door);
    expect(door.calls('updates.GetState')).toBe(1);
    await uses.return?.();
    door.updates.gap();
    await vi.advanceTimersByTimeAsync(0);
    expect(door.asked).toHaveLength(1);
    await stream.return?.();
    door.updates.gap();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(door.asked).toHaveLength(2);
    await other.return?.();
    await vi.advanceTimersByTimeAsync(0);
    door.updates.gap();
    await vi.advanceTimersByTimeAsync(100_000);
    expect(door.asked).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('what Telegram keeps no longer ends the streams', async () => {
    const door = botDoor([new Api.updates.DifferenceTooLong({ pts: 9 })]);
    const { ended } = await watch(door);
    door.updates.gap();
    await expect(ended).rejects.toBeInstanceOf(EventsLostError);
    await vi.advanceTimersByTimeAsync(100_000);
    expect(door.asked).toHaveLength(1);
  });

  test('a bot that loses its right is told so, where Telegram would fall silent', async () => {
    let seen = ownGroup;
    const door = fakeDoor({
      'users.GetUsers': () => [meAsBot],
      'channels.GetChannels': () => new Api.messages.Chats({ chats: [seen] }),
      'updates.GetState': () => state(5),
    });
    const { ended } = await watch(door);
    door.tell(membershipOfBot(6));
    await vi.advanceTimersByTimeAsync(0);
    expect(door.calls('channels.GetChannels')).toBe(2);
    seen = new Api.Channel({ ...group.originalArgs });
    door.tell(membershipOfBot(7));
    await expect(ended).rejects.toMatchObject({ code: 'CHAT_ADMIN_REQUIRED' });
  });

  test.each([
    ['a flood wait', new RpcFailure(420, 'FLOOD_WAIT_20')],
    ['a lost connection', new TransportFailure('The connection to Telegram was lost.', 'UNKNOWN')],
  ])('%s while it looks after its right ends no stream', async (_what, trouble) => {
    let failure: Error | null = null;
    const door = fakeDoor({
      'users.GetUsers': () => [meAsBot],
      'channels.GetChannels': () => {
        if (failure) throw failure;
        return new Api.messages.Chats({ chats: [ownGroup] });
      },
      'updates.GetState': () => state(5),
    });
    const { seen } = await watch(door);
    failure = trouble;
    door.tell(membershipOfBot(6));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(door.calls('channels.GetChannels')).toBeGreaterThan(1);
    door.tell(request(7));
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toEqual(['107']);
  });

  test.each([
    ['no admin', new Api.Channel({ ...group.originalArgs }), 'CHAT_ADMIN_REQUIRED'],
    [
      'an admin without the right to invite',
      new Api.Channel({ ...group.originalArgs, adminRights: new Api.ChatAdminRights({}) }),
      'CHAT_ADMIN_REQUIRED',
    ],
    [
      'put out of the chat',
      new Api.ChannelForbidden({ id: group.id, accessHash: toLong(99n), title: '' }),
      'CHANNEL_PRIVATE',
    ],
  ])('a bot that is %s is refused after one call', async (_who, seen, type) => {
    const door = fakeDoor({
      'users.GetUsers': () => [meAsBot],
      'channels.GetChannels': () => new Api.messages.Chats({ chats: [seen] }),
    });
    await expect(watch(door)).rejects.toMatchObject({ code: type });
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('who came in by a link', () => {
  const member = new Api.ChannelParticipant({ userId: toLong(50n), date: 1 });
  const left = new Api.ChannelParticipantLeft({ peer: new Api.PeerUser({ userId: toLong(50n) }) });
  const restricted = (gone: boolean) =>
    new Api.ChannelParticipantBanned({
      ...(gone && { left: true }),
      peer: new Api.PeerUser({ userId: toLong(50n) }),
      kickedBy: toLong(7n),
      date: 1,
      bannedRights: new Api.ChatBannedRights({ untilDate: 0 }),
    });
  const admin = new Api.ChannelParticipantAdmin({
    userId: toLong(50n),
    promotedBy: toLong(7n),
    date: 1,
    adminRights: rights,
  });

  function change(fields: Partial<Api.UpdateChannelParticipant['originalArgs']>): Api.UpdateChannelParticipant {
    return new Api.UpdateChannelParticipant({
      channelId: group.id,
      date: 2_000,
      actorId: toLong(50n),
      userId: toLong(50n),
      qts: 6,
      ...fields,
    });
  }

  async function told(update: Api.TypeUpdate) {
    const door = botDoor();
    const stream = await door.services.liveEvents.chatInviteUses('some_group', NEVER);
    door.tell(update);
    door.tell(change({ qts: 7, newParticipant: member, invite: link, userId: toLong(99n) }));
    const first = (await stream.next()).value;
    await stream.return?.();
    return first?.event.userId === '99' ? null : first?.event;
  }

  test.each([
    ['joined', { newParticipant: member, invite: link }, { approvedBy: null }],
    ['came back', { prevParticipant: left, newParticipant: member, invite: link }, {}],
    ['came back from a ban', { prevParticipant: restricted(true), newParticipant: member, invite: link }, {}],
    ['was let in by an admin', { newParticipant: member, invite: link, actorId: toLong(7n) }, { approvedBy: '7' }],
    [
      'was let in through a public username',
      { newParticipant: member, invite: new Api.ChatInvitePublicJoinRequests(), actorId: toLong(7n) },
      { invite: null, approvedBy: '7' },
    ],
    ['came by a shared folder', { newParticipant: member, viaChatlist: true }, { invite: null, viaChatlist: true }],
  ])('told: somebody %s', async (_what, fields, expected) => {
    expect(await told(change(fields))).toMatchObject({ chatId: CHAT, userId: '50', ...expected });
  });

  test.each([
    ['was added without a link', { newParticipant: member }],
    ['left', { prevParticipant: member, newParticipant: left, invite: link }],
    ['was promoted', { prevParticipant: member, newParticipant: admin, invite: link }],
    ['was banned', { prevParticipant: member, newParticipant: restricted(true), invite: link }],
    ['is restricted no longer', { prevParticipant: restricted(false), newParticipant: member, invite: link }],
    ['joined another chat', { channelId: toLong(77n), newParticipant: member, invite: link }],
  ])('not told: somebody %s', async (_what, fields) => {
    expect(await told(change(fields))).toBeNull();
  });

  test('a basic group tells in its own words', async () => {
    const door = fakeDoor({
      'users.GetUsers': () => [meAsBot],
      'updates.GetState': () => state(5),
      'messages.GetChats': () =>
        new Api.messages.Chats({
          chats: [
            new Api.Chat({
              id: toLong(70n),
              title: 'Small',
              photo: new Api.ChatPhotoEmpty(),
              participantsCount: 1,
              date: 0,
              version: 1,
              adminRights: rights,
            }),
          ],
        }),
    });
    const stream = await door.services.liveEvents.chatInviteUses('-70', NEVER);
    door.tell(
      new Api.UpdateChatParticipant({
        chatId: toLong(70n),
        date: 1,
        actorId: toLong(50n),
        userId: toLong(50n),
        newParticipant: new Api.ChatParticipant({ userId: toLong(50n), inviterId: toLong(7n), date: 1 }),
        invite: link,
        qts: 6,
      }),
    );
    expect((await stream.next()).value?.event).toMatchObject({ chatId: '-70', userId: '50', viaChatlist: false });
    await stream.return?.();
  });

  test('a user account is refused before any call about the chat, and told what it can do', async () => {
    const door = fakeDoor();
    const subscribed = door.services.liveEvents.chatInviteUses('some_group', NEVER);
    await expect(subscribed).rejects.toMatchObject({
      code: 'BOT_METHOD_INVALID',
      message: expect.stringMatching(/^Only a bot account .*importers/),
    });
    expect(door.calls('contacts.ResolveUsername')).toBe(0);
  });
});
