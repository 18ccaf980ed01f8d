import { expect, test } from 'vitest';
import { withCallScope } from '../../../src/base/call-scope.ts';
import { GatewayBusyError, TelegramUnavailableError } from '../../../src/services/errors/errors.ts';
import { PRESSURE_LIMITS, withPressure } from '../../../src/services/port/pressure.ts';
import type { TelegramPort } from '../../../src/telegram/port.ts';
import { Api } from '../../../src/telegram/tl.ts';
import { callScopeOf } from '../../support/call-scope.ts';

/** A Telegram that answers when it is told to; `order` has the calls that reached it. */
function slowTelegram(): { port: TelegramPort; order: number[]; answer: (() => void)[] } {
  const order: number[] = [];
  const answer: (() => void)[] = [];
  const port = {
    async invoke(request: Api.AnyRequest) {
      if (!(request instanceof Api.Ping)) throw new Error('only pings here');
      order.push(Number(request.pingId));
      await new Promise<void>((resolve) => answer.push(resolve));
      return undefined as never; // nobody looks at the answer
    },
  };
  return { port, order, answer };
}

function ping(id: number): Api.Ping {
  return new Api.Ping({ pingId: id as never }); // GramJS takes any number for a long
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('calls beyond the limit wait and go out in the order they came', async () => {
  const { port, order, answer } = slowTelegram();
  const bounded = withPressure(port, { inFlight: 2, queued: 10 });
  const calls = [1, 2, 3, 4].map((id) => bounded.invoke(ping(id)));
  await settled();
  expect(order).toEqual([1, 2]);
  answer[0]?.();
  await settled();
  const latest = bounded.invoke(ping(5));
  answer[1]?.();
  await settled();
  expect(order).toEqual([1, 2, 3, 4]);
  for (const each of answer) each();
  await settled();
  answer[4]?.();
  await Promise.all([...calls, latest]);
  expect(order).toEqual([1, 2, 3, 4, 5]);
});

test('a call beyond the queue is refused at once with a time to come back', async () => {
  const { port, order, answer } = slowTelegram();
  const bounded = withPressure(port, { inFlight: 1, queued: 1 });
  const calls = [bounded.invoke(ping(1)), bounded.invoke(ping(2))];
  const refused = await bounded.invoke(ping(3)).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(GatewayBusyError);
  expect(refused).toMatchObject({ retryAfterSeconds: 1 });
  answer[0]?.();
  await settled();
  answer[1]?.();
  await Promise.all(calls);
  expect(order).toEqual([1, 2]);
});

test('a caller that goes away leaves the queue and nothing is sent for it', async () => {
  const { port, order, answer } = slowTelegram();
  const bounded = withPressure(port, { inFlight: 1, queued: 5 });
  const first = bounded.invoke(ping(1));
  const leaving = new AbortController();
  const scope = callScopeOf({ signal: leaving.signal });
  const gone = withCallScope(scope, () => bounded.invoke(ping(2)));
  leaving.abort();
  await expect(gone).rejects.toBeInstanceOf(TelegramUnavailableError);
  await expect(gone).rejects.toMatchObject({ outcome: 'NOT_EXECUTED' });
  answer[0]?.();
  await first;
  expect(order).toEqual([1]);
});

test('a deadline that comes while a call waits is told as not executed', async () => {
  const { port, answer } = slowTelegram();
  const bounded = withPressure(port, { inFlight: 1, queued: 5 });
  const first = bounded.invoke(ping(1));
  const scope = callScopeOf({ left: 5 });
  await expect(withCallScope(scope, () => bounded.invoke(ping(2)))).rejects.toMatchObject({ outcome: 'NOT_EXECUTED' });
  answer[0]?.();
  await first;
});

/** Asks for a caller who has all the time. */
function ask(port: TelegramPort, caller: string, id: number, scope: Parameters<typeof callScopeOf>[0] = {}) {
  return withCallScope(callScopeOf({ caller, ...scope }), () => port.invoke(ping(id)));
}

test('who gives up leaves its place to nobody: the running call hands on to the next that comes', async () => {
  const { port, order, answer } = slowTelegram();
  const bounded = withPressure(port, { inFlight: 1, queued: 5 });
  const first = bounded.invoke(ping(1));
  const leaving = new AbortController();
  const gone = ask(bounded, 'somebody', 2, { signal: leaving.signal });
  leaving.abort();
  await expect(gone).rejects.toMatchObject({ outcome: 'NOT_EXECUTED' });
  answer[0]?.();
  await first;
  const second = bounded.invoke(ping(3));
  await settled();
  expect(order).toEqual([1, 3]);
  answer[1]?.();
  await second;
});

test('callers take turns, whoever asked for more before', async () => {
  const { port, order, answer } = slowTelegram();
  const bounded = withPressure(port, { inFlight: 1, queued: 20 });
  const calls = [1, 2, 3, 4, 5].map((id) => ask(bounded, 'greedy', id));
  calls.push(ask(bounded, 'modest', 10), ask(bounded, 'modest', 11), bounded.invoke(ping(20)));
  for (let answered = 0; answered < 8; answered += 1) {
    answer[answered]?.();
    await settled();
  }
  await Promise.all(calls);
  expect(order).toEqual([1, 2, 10, 20, 3, 11, 4, 5]);
});

test('one caller may fill the queue, and loses its newest calls to others who come', async () => {
  const { port, order, answer } = slowTelegram();
  const bounded = withPressure(port, { inFlight: 1, queued: 4 });
  const outcome = (call: Promise<unknown>) =>
    call.then(
      () => 'done',
      (error: Error) => error.name,
    );
  const greedy = [1, 2, 3, 4, 5, 6].map((id) => outcome(ask(bounded, 'greedy', id)));
  const modest = [11, 12, 13].map((id) => outcome(ask(bounded, 'modest', id)));
  const late = outcome(ask(bounded, 'late', 21));
  for (let answered = 0; answered < 5; answered += 1) {
    await settled();
    answer[answered]?.();
  }
  const busy = 'GatewayBusyError';
  // The sixth finds the queue full of its own; the modest caller takes two places, up to as many as are left to the greedy.
  expect(await Promise.all(greedy)).toEqual(['done', 'done', busy, busy, busy, busy]);
  expect(await Promise.all(modest)).toEqual(['done', 'done', busy]);
  expect(await late).toBe('done');
  expect(order).toEqual([1, 2, 11, 21, 12]);
});

test('the time to come back is that of the caller: what it has waiting, and as much of each other', async () => {
  const { port, answer } = slowTelegram();
  const bounded = withPressure(port, { inFlight: 1, queued: 40 });
  const calls = Array.from({ length: 40 }, (_, id) => ask(bounded, 'greedy', id));
  calls.push(ask(bounded, 'modest', 50));
  const refused = await ask(bounded, 'greedy', 60).catch((error: unknown) => error);
  // 39 of its own and one other, at 100 ms each.
  expect(refused).toMatchObject({ retryAfterSeconds: 4 });
  const settledCalls = Promise.allSettled(calls);
  for (let answered = 0; answered < 41; answered += 1) {
    answer[answered]?.();
    await settled();
  }
  await settledCalls;
});

test('750 calls of one caller at once leave the 14 of another their turn', async () => {
  const { port, order, answer } = slowTelegram();
  const bounded = withPressure(port);
  const busy = Promise.allSettled(Array.from({ length: 750 }, (_, id) => ask(bounded, 'busy', id)));
  const modest = Array.from({ length: 14 }, (_, id) => ask(bounded, 'modest', 1_000 + id));
  const done = Promise.all(modest);
  for (let answered = 0; answered < PRESSURE_LIMITS.inFlight + PRESSURE_LIMITS.queued; answered += 1) {
    answer[answered]?.();
    await settled();
  }
  await done;
  expect(order.lastIndexOf(1_013)).toBeLessThan(PRESSURE_LIMITS.inFlight + 2 * 14);
  const refused = (await busy).filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(750 + 14 - PRESSURE_LIMITS.inFlight - PRESSURE_LIMITS.queued);
});
