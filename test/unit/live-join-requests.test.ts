import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SubscriberTooSlowError } from '../../src/services/errors/errors.ts';
import { MOST_KEPT_EVENTS } from '../../src/services/live/feeds.ts';
import { createKnownRequests } from '../../src/services/live/known-requests.ts';
import { RpcFailure, TransportFailure } from '../../src/telegram/rpc-error.ts';
import { Api, toLong } from '../../src/telegram/tl.ts';
import { fakeDoor, userOf } from '../support/fake-door.ts';

const LIST = 'messages.GetChatInviteImporters';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Door = ReturnType<typeof fakeDoor>;

/** A subscriber who reads as fast as they can; `seen` has who was told of, with the date. */
async function watch({ services }: Pick<Door, 'services'>, signal = new AbortController().signal) {
  const stream = await services.liveEvents.chatJoinRequests('some_group', signal);
  const seen: string[] = [];
  const ended = (async () => {
    for await (const { event } of stream) seen.push(`${event.userId}@${event.date.getTime() / 1000}`);
  })();
  ended.catch(() => {}); // awaited by the tests that are about it
  return { stream, seen, ended };
}

describe('what is told', () => {
  test('requests from the subscription on, each once, the earliest first', async () => {
    const door = fakeDoor();
    door.knock(1, 100);
    const { seen } = await watch(door);
    door.knock(2, 101);
    door.knock(3, 101);
    door.knock(4, 105);
    door.ring();
    await vi.advanceTimersByTimeAsync(2_000);
    door.ring();
    await vi.advanceTimersByTimeAsync(100_000);
    expect(seen).toEqual(['2@101', '3@101', '4@105']);
  });

  test('the person and the chat come along, without another call', async () => {
    const door = fakeDoor();
    const stream = await door.services.liveEvents.chatJoinRequests('some_group', new AbortController().signal);
    door.knock(2, 101);
    door.ring();
    await vi.advanceTimersByTimeAsync(0);
    expect((await stream.next()).value).toMatchObject({
      event: { chatId: '-1001234567890', userId: '2', about: null, invite: null },
      users: [{ id: '2', firstName: 'User 2' }],
      chats: [{ id: '-1001234567890', title: 'Group' }],
    });
    expect(door.calls('users.GetUsers')).toBe(1); // who the account is
    await stream.return?.();
  });

  test('somebody who was declined and asks again is told of again', async () => {
    const door = fakeDoor();
    door.knock(1, 100);
    const { seen } = await watch(door);
    door.waiting.length = 0;
    door.knock(1, 130);
    door.ring();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(seen).toEqual(['1@130']);
  });

  test('a request in the second of the last one that was known is new, wherever it stands', async () => {
    const door = fakeDoor();
    door.knock(5, 100);
    const { seen } = await watch(door);
    door.knock(9, 100);
    door.waiting.reverse();
    door.ring();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(seen).toEqual(['9@100']);
  });

  test('old requests that come into view when newer ones are decided are not new', async () => {
    const door = fakeDoor();
    for (let each = 1; each <= 250; each += 1) door.knock(each, 1_000 + each);
    const { seen } = await watch(door);
    door.waiting.splice(0, 120);
    door.ring();
    await vi.advanceTimersByTimeAsync(1_000);
    door.knock(900, 2_000);
    door.ring();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(seen).toEqual(['900@2000']);
  });

  test('more new requests than a page holds are walked to the last', async () => {
    const door = fakeDoor();
    door.knock(1, 100);
    const { seen } = await watch(door);
    for (let each = 2; each <= 351; each += 1) door.knock(each, 100 + Math.ceil(each / 3));
    door.ring();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(seen).toHaveLength(350);
    expect(seen.map((each) => Number.parseInt(each, 10))).toEqual(Array.from({ length: 350 }, (_, each) => each + 2));
    expect(door.calls(LIST)).toBe(1 + 4);
  });
});

test('a list that repeats its page while it counts more ends where nothing is new', async () => {
  let calls = 0;
  const importers = [3, 2, 1].map(
    (id) => new Api.ChatInviteImporter({ requested: true, userId: toLong(BigInt(id)), date: 100, about: '' }),
  );
  const door = fakeDoor({
    [LIST]: () => {
      calls += 1;
      if (calls > 2) throw new Error('it walks in a circle');
      return new Api.messages.ChatInviteImporters({ count: 500, importers, users: [1, 2, 3].map(userOf) });
    },
  });
  await watch(door);
  expect(calls).toBe(2);
});

describe('when Telegram is asked', () => {
  test('200 subscribers cost one list, and none any more when the last is gone', async () => {
    const door = fakeDoor();
    const gone = new AbortController();
    const all = await Promise.all(Array.from({ length: 200 }, () => watch(door, gone.signal)));
    expect(door.calls(LIST)).toBe(1);
    door.knock(1, 100);
    door.ring();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(door.calls(LIST)).toBe(2);
    expect(all.map(({ seen }) => seen)).toEqual(all.map(() => ['1@100']));
    gone.abort();
    await Promise.all(all.map(({ ended }) => ended));
    door.ring();
    door.updates.gap();
    await vi.advanceTimersByTimeAsync(300_000);
    expect(door.calls(LIST)).toBe(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('a burst of updates is two lists, not one for each', async () => {
    const door = fakeDoor();
    const { seen } = await watch(door);
    for (let each = 1; each <= 100; each += 1) {
      door.knock(each, 100 + each);
      door.ring();
      await vi.advanceTimersByTimeAsync(1);
    }
    await vi.advanceTimersByTimeAsync(1_000);
    expect(seen).toHaveLength(100);
    expect(door.calls(LIST)).toBe(1 + 2);
  });

  test('an update of another chat is none of its business', async () => {
    const door = fakeDoor();
    await watch(door);
    door.tell(
      new Api.UpdatePendingJoinRequests({
        peer: new Api.PeerChannel({ channelId: toLong(77n) }),
        requestsPending: 1,
        recentRequesters: [],
      }),
    );
    await vi.advanceTimersByTimeAsync(5_000);
    expect(door.calls(LIST)).toBe(1);
  });

  test('an update that was missed: a new connection tells, and so does the timer', async () => {
    const door = fakeDoor();
    const { seen } = await watch(door);
    door.knock(1, 100);
    door.updates.gap();
    await vi.advanceTimersByTimeAsync(600);
    expect(seen).toEqual(['1@100']);
    door.knock(2, 101);
    await vi.advanceTimersByTimeAsync(31_000);
    expect(seen).toEqual(['1@100', '2@101']);
  });
});

describe('when Telegram fails', () => {
  /** A door whose list fails so often, so; the first look, at the subscription, succeeds. */
  function failingDoor(failures: (Error | null)[]) {
    const door = fakeDoor({
      [LIST]: (request: Api.messages.GetChatInviteImporters) => {
        const failure = failures.shift();
        if (failure) throw failure;
        const rows = request.offsetDate === 0 ? door.waiting.slice(0, 100) : door.waiting.slice(100, 200);
        return new Api.messages.ChatInviteImporters({
          count: door.waiting.length,
          importers: rows,
          users: rows.map(({ userId }) => userOf(Number(userId))),
        });
      },
    });
    return door;
  }

  test('a flood wait is waited out, whatever happens meanwhile, and nothing is lost', async () => {
    const door = failingDoor([null, new RpcFailure(420, 'FLOOD_WAIT_20')]);
    const { seen } = await watch(door);
    door.knock(1, 100);
    door.ring();
    await vi.advanceTimersByTimeAsync(1_000);
    door.knock(2, 101);
    door.ring();
    door.updates.gap();
    await vi.advanceTimersByTimeAsync(18_000);
    expect(door.calls(LIST)).toBe(2);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(seen).toEqual(['1@100', '2@101']);
  });

  test('trouble on the way is tried again with growing pauses', async () => {
    const lost = new TransportFailure('The connection to Telegram was lost.', 'UNKNOWN');
    // Each try is four calls with short pauses, then the feed rests.
    const trouble = [lost, new RpcFailure(500, 'INTERNAL'), lost].flatMap((failure) => Array(4).fill(failure));
    const door = failingDoor([null, ...trouble]);
    const { seen } = await watch(door);
    door.knock(1, 100);
    door.ring();
    const after = [];
    for (const wait of [1_000, 2_000, 3_500, 3_000]) {
      await vi.advanceTimersByTimeAsync(wait);
      after.push(door.calls(LIST));
    }
    expect(after).toEqual([5, 9, 13, 14]);
    expect(seen).toEqual(['1@100']);
  });

  test('a walk that fails on its second page tells nothing twice and loses nothing', async () => {
    const door = failingDoor([null, null, new RpcFailure(500, 'INTERNAL')]);
    const { seen } = await watch(door);
    for (let each = 1; each <= 150; each += 1) door.knock(each, 100 + each);
    door.ring();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(seen).toEqual(Array.from({ length: 150 }, (_, each) => `${each + 1}@${101 + each}`));
  });

  test.each([
    ['the right to invite is lost', new RpcFailure(400, 'CHAT_ADMIN_REQUIRED'), 'CHAT_ADMIN_REQUIRED'],
    ['the session is ended', new RpcFailure(401, 'SESSION_REVOKED'), 'SESSION_REVOKED'],
  ])('%s: every stream ends with that, and the feed with it', async (_what, failure, type) => {
    const door = failingDoor([null, failure]);
    const all = [await watch(door), await watch(door)];
    door.ring();
    await vi.advanceTimersByTimeAsync(0);
    for (const { ended } of all) await expect(ended).rejects.toMatchObject({ code: type });
    await vi.advanceTimersByTimeAsync(100_000);
    expect(door.calls(LIST)).toBe(2);
  });

  test('no right from the start: the subscription is refused, and the next one asks anew', async () => {
    const door = failingDoor([new RpcFailure(400, 'CHAT_ADMIN_REQUIRED')]);
    await expect(watch(door)).rejects.toMatchObject({ code: 'CHAT_ADMIN_REQUIRED' });
    expect(vi.getTimerCount()).toBe(0);
    await expect(watch(door)).resolves.toBeDefined();
  });

  test('a peer that is a person is refused before the list is asked for', async () => {
    const door = fakeDoor();
    const subscribed = door.services.liveEvents.chatJoinRequests('some_body', new AbortController().signal);
    await expect(subscribed).rejects.toMatchObject({ code: 'PEER_ID_INVALID' });
    expect(door.calls(LIST)).toBe(0);
  });
});

describe('subscribers', () => {
  test('one who does not read is ended behind what was kept; the others are not concerned', async () => {
    const door = fakeDoor();
    const idle = await door.services.liveEvents.chatJoinRequests('some_group', new AbortController().signal);
    const { seen } = await watch(door);
    for (let each = 1; each <= MOST_KEPT_EVENTS + 1; each += 1) door.knock(each, 100 + each);
    door.ring();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(seen).toHaveLength(MOST_KEPT_EVENTS + 1);
    for (let each = 1; each <= MOST_KEPT_EVENTS; each += 1) {
      expect(await idle.next()).toMatchObject({ done: false, value: { event: { userId: String(each) } } });
    }
    await expect(idle.next()).rejects.toBeInstanceOf(SubscriberTooSlowError);
    expect(await idle.next()).toEqual({ done: true, value: undefined });
  });

  test('return() ends the stream at once, also while its next event is waited for', async () => {
    const { services } = fakeDoor();
    const stream = await services.liveEvents.chatJoinRequests('some_group', new AbortController().signal);
    const next = stream.next();
    await stream.return?.();
    expect(await next).toEqual({ done: true, value: undefined });
    expect(vi.getTimerCount()).toBe(0);
  });

  test('one who goes away before the feed stands leaves nothing running', async () => {
    const door = fakeDoor();
    const gone = new AbortController();
    const subscribed = watch(door, gone.signal);
    gone.abort();
    await (await subscribed).ended;
    await vi.advanceTimersByTimeAsync(100_000);
    expect(vi.getTimerCount()).toBe(0);
    expect(door.calls(LIST)).toBe(1);
  });
});

test('the record of known requests is bounded: what falls out of it counts as known', () => {
  const known = createKnownRequests(2);
  const request = (date: number) =>
    new Api.ChatInviteImporter({ requested: true, userId: toLong(1n), date, about: '' });
  known.add([request(10), request(20), request(30)]);
  expect([5, 10, 20, 25, 30, 31].map((date) => known.isNew(request(date)))).toEqual([
    false,
    false,
    false,
    true,
    false,
    true,
  ]);
  expect(known.newest).toBe(30);
});
