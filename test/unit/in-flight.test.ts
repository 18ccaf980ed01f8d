import { AuthKey } from 'telegram/crypto/AuthKey.js';
import { MTProtoSender } from 'telegram/network/index.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createInFlight, type InFlight } from '../../src/telegram/gramjs/in-flight.ts';
import { TransportFailure } from '../../src/telegram/rpc-error.ts';
import { Api, toLong } from '../../src/telegram/tl.ts';
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
