import { expect, test } from 'vitest';
import { withCallScope } from '../../../src/call-scope.ts';
import { GatewayBusyError, TelegramUnavailableError } from '../../../src/services/errors.ts';
import { withPressure } from '../../../src/services/port/pressure.ts';
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
