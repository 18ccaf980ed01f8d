import { AuthKey } from 'telegram/crypto/AuthKey.js';
import { MTProtoSender } from 'telegram/network/index.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createInFlight, type InFlight } from '../../src/telegram/gramjs/in-flight.ts';
import { TransportFailure } from '../../src/telegram/rpc-error.ts';
import { Api, fromLong, toLong } from '../../src/telegram/tl.ts';
import { writeBatch } from '../../src/telegram/wire/write-batch.ts';

/** GramJS's sender without a connection: what it would send stays in its queue until the test takes it out. */
let sender: MTProtoSender;
let inFlight: InFlight;

beforeEach(() => {
  vi.useFakeTimers();
  const options = { ...MTProtoSender.DEFAULT_OPTIONS, logger: null, isMainSender: true, dcId: 2 };
  const made: unknown = Reflect.construct(MTProtoSender, [new AuthKey(), options]);
  if (!(made instanceof MTProtoSender)) throw new Error('a sender is made');
  sender = made;
  inFlight = createInFlight((late) => late);
});
afterEach(() => {
  vi.useRealTimers();
});

const peer = new Api.InputPeerChat({ chatId: toLong(7001n) });
const exportLink = () => new Api.messages.ExportChatInvite({ peer });
const queue = () => sender['_sendQueue'].values();

/** What the send loop does with all that waits. */
function leave(): void {
  for (const call of writeBatch(sender['_state'], queue(), [])?.calls ?? []) {
    if (call.msgId) sender._pendingState.set(call.msgId, call);
  }
}

async function failure(call: Promise<unknown> | null): Promise<TransportFailure> {
  const error: unknown = await call?.catch((reason: unknown) => reason);
  if (error instanceof TransportFailure) return error;
  throw new Error(`expected a failure, not ${error}`);
}

test.each([exportLink(), new Api.users.GetUsers({ id: [] })])(
  '$className that has not left when its time is over never leaves',
  async (request) => {
    const call = failure(inFlight.send(sender, request, 1_000));
    expect(queue()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await call).toMatchObject({ outcome: 'NOT_EXECUTED', late: null });
    expect(queue()).toEqual([]);
  },
);

test('one that may run twice is withdrawn when its time is over', async () => {
  const call = failure(inFlight.send(sender, new Api.users.GetUsers({ id: [] }), 1_000));
  leave();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await call).toMatchObject({ outcome: 'UNKNOWN', late: null, isOver: false });
  expect(sender._pendingState.values()).toEqual([]);
});

describe('a call whose caller has gone', () => {
  async function late(): Promise<TransportFailure> {
    const call = failure(inFlight.send(sender, exportLink(), 1_000));
    leave();
    await vi.advanceTimersByTimeAsync(1_500);
    return call;
  }

  test('is answered late', async () => {
    const { late: answer, outcome } = await late();
    expect(outcome).toBe('UNKNOWN');
    sender._pendingState.values()[0]?.resolve('the link');
    expect(await answer).toBe('the link');
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is given up 330 s after it was sent', async () => {
    const call = failure((await late()).late);
    const settled = vi.fn();
    void call.then(settled);
    await vi.advanceTimersByTimeAsync(328_400);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(100);
    expect(await call).toMatchObject({ outcome: 'UNKNOWN', late: null, isOver: false });
    expect(sender._pendingState.values()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is given up when a thousand and twenty-four others came after it', async () => {
    const calls = Array.from({ length: 1_025 }, () => failure(inFlight.send(sender, exportLink(), 1_000)));
    while (queue().length > 0) leave();
    await vi.advanceTimersByTimeAsync(1_500);
    const [oldest, ...others] = await Promise.all(calls);
    expect(await failure(oldest?.late ?? null)).toMatchObject({ outcome: 'UNKNOWN', late: null });
    expect(sender._pendingState.values()).toHaveLength(1_024);
    inFlight.failAll(new Error('over'));
    for (const other of others) expect(await failure(other.late)).toMatchObject({ late: null });
    expect([sender._pendingState.values().length, vi.getTimerCount()]).toEqual([0, 0]);
  });
});

test('after five minutes nothing is sent again, as Telegram would take it for a message of another time', async () => {
  const call = failure(inFlight.send(sender, exportLink(), 400_000));
  leave();
  await vi.advanceTimersByTimeAsync(301_000);
  inFlight.connectionLost();
  inFlight.connectionUp();
  queue()[0]?.resolve(Buffer.from([2]));
  expect(await call).toMatchObject({ outcome: 'UNKNOWN', late: null });
  leave();
  expect(queue()).toEqual([]);
  expect(sender._pendingState.values().map(({ request }) => request.className)).toEqual(['MsgsStateReq']);
});

test.each([
  ['nothing is known any more', 1, { outcome: 'UNKNOWN', late: null, isOver: false }],
  ['no state that there is', 0, { outcome: 'UNKNOWN', late: null, isOver: false }],
])('Telegram says that %s: lost for good', async (_, state, lost) => {
  const call = failure(inFlight.send(sender, exportLink(), 1_000));
  leave();
  inFlight.connectionLost();
  inFlight.connectionUp();
  queue()[0]?.resolve(Buffer.from([state]));
  expect(await call).toMatchObject(lost);
  expect(vi.getTimerCount()).toBe(0);
});

test('a call of an earlier session is lost with the connection', async () => {
  const call = failure(inFlight.send(sender, exportLink(), 1_000));
  leave();
  sender['_state'].reset();
  inFlight.connectionLost();
  inFlight.connectionUp();
  expect(await call).toMatchObject({ outcome: 'UNKNOWN', late: null });
  expect(queue()).toEqual([]);
});

test.each([
  new Api.messages.EditExportedChatInvite({ peer, link: 'x', title: 'y' }),
  new Api.messages.DeleteRevokedExportedChatInvites({ peer, adminId: new Api.InputUserSelf() }),
  exportLink(),
])('the session ends while the answer of $className is out: it may have been done', async (request) => {
  const call = failure(inFlight.send(sender, request, 1_000));
  const unsent = inFlight.send(sender, new Api.users.GetUsers({ id: [] }), 1_000);
  leave();
  const end = new Error('the session has ended');
  inFlight.failAll(end);
  expect(await call).toMatchObject({ outcome: 'UNKNOWN' });
  await expect(unsent).rejects.toBe(end);
});

test('what has not left when the session ends is told so, what has may still be answered', async () => {
  const call = inFlight.send(sender, exportLink(), 1_000);
  leave();
  const unsent = inFlight.send(sender, exportLink(), 1_000);
  const end = new Error('the session has ended');
  inFlight.failUnsent(end);
  await expect(unsent).rejects.toBe(end);
  expect(queue()).toEqual([]);
  sender._pendingState.values()[0]?.resolve('the link');
  expect(await call).toBe('the link');
});

test('the connection drops: what has not left may be made anew, a read that has is GramJS’s to send again', async () => {
  const read = inFlight.send(sender, new Api.users.GetUsers({ id: [] }), 1_000);
  leave();
  const unsent = failure(inFlight.send(sender, exportLink(), 1_000));
  inFlight.connectionLost();
  inFlight.connectionUp();
  expect(await unsent).toMatchObject({ outcome: 'NOT_EXECUTED' });
  expect(queue()).toEqual([]);
  sender._pendingState.values()[0]?.resolve([]);
  expect(await read).toEqual([]);
});

test('a session that the server began with a later message knows nothing of an earlier one', async () => {
  const call = failure(inFlight.send(sender, exportLink(), 1_000));
  const read = inFlight.send(sender, new Api.users.GetUsers({ id: [] }), 1_000);
  leave();
  const ids = sender._pendingState.values().map((state) => fromLong(state.msgId ?? toLong(0n)));
  const container = fromLong(sender._pendingState.values()[0]?.containerId ?? toLong(0n));
  for (const first of [...ids, container]) inFlight.sessionBegan(first);
  expect(sender._pendingState.values()).toHaveLength(2);
  inFlight.sessionBegan(container + 1n);
  expect(await call).toMatchObject({ outcome: 'UNKNOWN', late: null });
  sender._pendingState.values()[0]?.resolve([]);
  expect(await read).toEqual([]);
});

describe('Telegram is asked what became of a call', () => {
  const RECEIVED = 4;
  const RUNS = 32;
  const HAS_ANSWER = 64;
  /** What was asked just now, which is taken as sent. */
  function question() {
    const [asked] = queue();
    expect(asked?.request).toBeInstanceOf(Api.MsgsStateReq);
    leave();
    return asked;
  }
  /** The connection is gone and back. */
  function reconnect() {
    inFlight.connectionLost();
    inFlight.connectionUp();
    return question();
  }
  const tell = async (asked: ReturnType<typeof question>, ...states: readonly number[]) => {
    asked?.resolve(Buffer.from(states));
    await vi.advanceTimersByTimeAsync(0);
  };
  /** The connection stands. */
  const stand = () => Reflect.set(sender, '_connection', { isConnected: () => true });
  async function isWaiting(call: Promise<unknown>): Promise<boolean> {
    const ended = vi.fn();
    call.then(ended, ended);
    await vi.advanceTimersByTimeAsync(0);
    return ended.mock.calls.length === 0;
  }
  /** A call that has left, and GramJS's state of it. */
  function sent() {
    const call = inFlight.send(sender, exportLink(), 1_000);
    const state = queue().at(-1);
    leave();
    return { call, state };
  }

  test.each([
    ['has not received', 2],
    ['has not received, in other words,', 3],
    ['has received and not begun with', RECEIVED],
  ])('one that it %s is sent again as the same message', async (_, state) => {
    const { call, state: mine } = sent();
    const { msgId, seqNo } = mine ?? {};
    await tell(reconnect(), state);
    expect(queue()).toMatchObject([{ msgId, seqNo, keepsNumbers: true }]);
    leave();
    mine?.resolve('the link');
    expect(await call).toBe('the link');
    expect(vi.getTimerCount()).toBe(0);
    expect(sender._pendingState.values()).not.toContain(mine);
  });

  test('one that it is at is waited for', async () => {
    const { call, state } = sent();
    await tell(reconnect(), RECEIVED | RUNS);
    expect(queue()).toEqual([]);
    expect(await isWaiting(call)).toBe(true);
    state?.resolve('the link');
    expect(await call).toBe('the link');
  });

  test.each([HAS_ANSWER, RUNS | HAS_ANSWER])(
    'one that has an answer (%i) is sent again for it, and is over when that does not come',
    async (state) => {
      const call = failure(inFlight.send(sender, exportLink(), 1_000));
      leave();
      await tell(reconnect(), RECEIVED | state);
      expect(queue()).toMatchObject([{ keepsNumbers: true }]);
      await vi.advanceTimersByTimeAsync(749);
      expect(await isWaiting(call)).toBe(true);
      await vi.advanceTimersByTimeAsync(1);
      expect(await call).toMatchObject({ outcome: 'UNKNOWN', isOver: true, late: null });
      expect(queue()).toEqual([]);
      expect(vi.getTimerCount()).toBe(0);
    },
  );

  test('several are asked about in one question, and each has its own answer', async () => {
    const calls = [failure(inFlight.send(sender, exportLink(), 1_000)), inFlight.send(sender, exportLink(), 1_000)];
    leave();
    const ids = sender._pendingState.values().map(({ msgId }) => msgId);
    const asked = reconnect();
    expect(asked?.request).toMatchObject({ msgIds: ids });
    await tell(asked, 1, RECEIVED | RUNS);
    expect(await calls[0]).toMatchObject({ outcome: 'UNKNOWN', late: null });
    sender._pendingState.values()[0]?.resolve('the link');
    expect(await calls[1]).toBe('the link');
  });

  test('a call that was answered is asked about, too: a session that has not received it is another one', async () => {
    const { call: first, state: answered } = sent();
    answered?.resolve('the first link');
    await first;
    if (answered?.msgId) sender._pendingState.delete(answered.msgId);
    for (const [state, isLost] of [
      [RECEIVED | HAS_ANSWER, false],
      [2, true],
    ] as const) {
      const { call, state: mine } = sent();
      const lost = failure(call);
      const asked = reconnect();
      expect(asked?.request).toMatchObject({ msgIds: [mine?.msgId, answered?.msgId] });
      await tell(asked, 2, state);
      expect(await isWaiting(lost)).toBe(!isLost);
      inFlight.failAll(new Error('over'));
      expect(await lost).toMatchObject({ late: null });
    }
  });

  test('an answer to a question of another session tells nothing', async () => {
    const call = failure(inFlight.send(sender, exportLink(), 1_000));
    leave();
    inFlight.connectionLost();
    inFlight.connectionUp();
    sender['_state'].reset();
    await tell(question(), RECEIVED | RUNS);
    expect(await call).toMatchObject({ outcome: 'UNKNOWN', late: null });
  });

  test('an answer to a question of before the last reconnect tells nothing', async () => {
    const { call, state } = sent();
    const old = reconnect();
    const asked = reconnect();
    await tell(old, 1);
    expect(await isWaiting(call)).toBe(true);
    await tell(asked, RECEIVED | RUNS);
    state?.resolve('the link');
    expect(await call).toBe('the link');
  });

  test('one that is to be sent again when the connection drops waits until Telegram is asked anew', async () => {
    const { call, state } = sent();
    await tell(reconnect(), 2);
    inFlight.connectionLost();
    expect(queue()).toEqual([]);
    inFlight.connectionUp();
    expect(question()?.request).toMatchObject({ msgIds: [state?.msgId] });
    state?.resolve('the link');
    expect(await call).toBe('the link');
  });

  test('one that has an answer is not over while the connection is down', async () => {
    const { call, state } = sent();
    await tell(reconnect(), RECEIVED | HAS_ANSWER);
    leave();
    await vi.advanceTimersByTimeAsync(100);
    inFlight.connectionLost();
    await vi.advanceTimersByTimeAsync(800);
    expect(await isWaiting(call)).toBe(true);
    state?.resolve('the link');
    expect(await call).toBe('the link');
  });

  test('a young one is sent again, however long the gateway runs', async () => {
    await vi.advanceTimersByTimeAsync(400_000);
    const { call, state } = sent();
    await tell(reconnect(), 2);
    expect(queue()).toEqual([state]);
    state?.resolve('the link');
    expect(await call).toBe('the link');
  });

  test('what is no answer to the question tells nothing', async () => {
    const { call, state } = sent();
    reconnect()?.resolve('text');
    await vi.advanceTimersByTimeAsync(0);
    expect(await isWaiting(call)).toBe(true);
    state?.resolve('the link');
    expect(await call).toBe('the link');
  });

  describe('when the time before a look is over', () => {
    /** 1 s of 1.5 s has passed. */
    async function expire() {
      const call = failure(inFlight.send(sender, exportLink(), 1_000));
      leave();
      await vi.advanceTimersByTimeAsync(1_000);
      return { call };
    }

    test('and it is at it: the caller goes at once', async () => {
      stand();
      const { call } = await expire();
      await tell(question(), RECEIVED | RUNS);
      const { outcome, late, message } = await call;
      expect([outcome, late === null, message]).toEqual(['UNKNOWN', false, 'Telegram did not answer within 1 s.']);
    });

    test('and it has not received it: it is sent again, and may still be answered', async () => {
      stand();
      const { call } = await expire();
      await tell(question(), 2);
      expect(queue()).toMatchObject([{ keepsNumbers: true }]);
      leave();
      await vi.advanceTimersByTimeAsync(334);
      expect(await isWaiting(call)).toBe(true);
      question();
      await vi.advanceTimersByTimeAsync(200);
      expect(await call).toMatchObject({ outcome: 'UNKNOWN' });
    });

    test('and it has received it: it is sent again, and the caller goes before the rest is over', async () => {
      stand();
      const { call } = await expire();
      await tell(question(), RECEIVED);
      await vi.advanceTimersByTimeAsync(349);
      expect(await isWaiting(call)).toBe(true);
      await vi.advanceTimersByTimeAsync(1);
      expect((await call).late).not.toBeNull();
    });

    test('and it does not say: the caller goes after two thirds of the rest', async () => {
      stand();
      const { call } = await expire();
      question();
      await vi.advanceTimersByTimeAsync(332);
      expect(await isWaiting(call)).toBe(true);
      await vi.advanceTimersByTimeAsync(1);
      expect((await call).late).not.toBeNull();
    });

    test('and there is no connection: nobody is asked, and the caller goes before the rest is over', async () => {
      const { call } = await expire();
      expect(queue()).toEqual([]);
      await vi.advanceTimersByTimeAsync(349);
      expect(await isWaiting(call)).toBe(true);
      await vi.advanceTimersByTimeAsync(1);
      expect((await call).late).not.toBeNull();
    });

    test('in another session, or with next to no rest: the caller goes at once', async () => {
      stand();
      const brief = failure(inFlight.send(sender, exportLink(), 280));
      const other = failure(inFlight.send(sender, exportLink(), 300));
      leave();
      await vi.advanceTimersByTimeAsync(280);
      expect((await brief).late).not.toBeNull();
      sender['_state'].reset();
      await vi.advanceTimersByTimeAsync(20);
      expect((await other).late).not.toBeNull();
      expect(queue()).toEqual([]);
    });
  });

  test('one whose caller has gone and that it has not received is not sent again: nothing was done', async () => {
    const call = failure(inFlight.send(sender, exportLink(), 1_000));
    leave();
    await vi.advanceTimersByTimeAsync(1_500);
    const { late } = await call;
    inFlight.connectionLost();
    inFlight.connectionUp();
    await tell(question(), 2);
    expect(await failure(late)).toMatchObject({ outcome: 'NOT_EXECUTED' });
    expect(queue()).toEqual([]);
  });
});
