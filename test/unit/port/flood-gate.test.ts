import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withCallScope } from '../../../src/base/call-scope.ts';
import { FloodWaitError, TelegramUnavailableError } from '../../../src/services/errors/errors.ts';
import { createFloodGate } from '../../../src/services/port/flood-gate.ts';
import { withPressure } from '../../../src/services/port/pressure.ts';
import type { TelegramPort } from '../../../src/telegram/port.ts';
import { Api } from '../../../src/telegram/tl.ts';
import { callScopeOf } from '../../support/call-scope.ts';

const EXPORT = new Api.messages.ExportChatInvite({ peer: new Api.InputPeerSelf() });
const STATE = new Api.updates.GetState();

/** Milliseconds since the process began, and the machine's clock beside them. */
let now: number;
let clockSays: number;
const monotonic = () => now;
const clock = () => new Date(clockSays);

beforeEach(() => {
  now = 5_000;
  clockSays = Date.UTC(2026, 10, 22);
});
afterEach(() => {
  vi.useRealTimers();
});

/** The gate around what calls pass on their way. */
function gated(telegram: TelegramPort, between = (port: TelegramPort) => port): TelegramPort {
  const { entrance, exit } = createFloodGate(clock, monotonic);
  return entrance(between(exit(telegram)));
}

/** A Telegram that asks for `seconds` until `until`; answers `made` afterwards. */
function flooded({ seconds = 30, until = () => true }: { seconds?: number; until?: () => boolean } = {}): {
  port: TelegramPort;
  sent: string[];
} {
  const sent: string[] = [];
  const port = {
    async invoke(request: Api.AnyRequest) {
      sent.push(request.className);
      await Promise.resolve();
      if (request === EXPORT && until()) {
        throw new FloodWaitError({ code: 'FLOOD_WAIT', telegramCode: 420, retryAfterSeconds: seconds, now: clock() });
      }
      return 'made' as never; // the fake answers every method alike
    },
  };
  return { port: gated(port, withPressure), sent };
}

async function refusal(call: Promise<unknown>): Promise<FloodWaitError> {
  const error = await call.catch((thrown: unknown) => thrown);
  if (!(error instanceof FloodWaitError)) throw new Error('it was not told to wait');
  return error;
}

test('a wait is told with the time that is left and costs no further call', async () => {
  const { port, sent } = flooded();
  expect((await refusal(port.invoke(EXPORT))).retryAfterSeconds).toBe(30);
  now += 12_300;
  const later = await Promise.all(Array.from({ length: 100 }, () => refusal(port.invoke(EXPORT))));
  expect(new Set(later.map(({ retryAfterSeconds }) => retryAfterSeconds))).toEqual(new Set([18]));
  expect(sent).toHaveLength(1);
});

test('a wait belongs to its method', async () => {
  const { port } = flooded();
  await refusal(port.invoke(EXPORT));
  await expect(port.invoke(STATE)).resolves.toBe('made');
});

test('when the wait is over one call asks, and the others hear of the next wait', async () => {
  const { port, sent } = flooded();
  await refusal(port.invoke(EXPORT));
  now += 30_000;
  const waits = await Promise.all(Array.from({ length: 20 }, () => refusal(port.invoke(EXPORT))));
  expect(waits.map(({ retryAfterSeconds }) => retryAfterSeconds)).toEqual(Array(20).fill(30));
  expect(sent).toHaveLength(2);
});

test('when the wait is over and the first call passes, all do', async () => {
  let over = false;
  const { port, sent } = flooded({ until: () => !over });
  await refusal(port.invoke(EXPORT));
  now += 30_000;
  over = true;
  await expect(Promise.all([port.invoke(EXPORT), port.invoke(EXPORT), port.invoke(EXPORT)])).resolves.toHaveLength(3);
  expect(sent).toHaveLength(4);
});

test('a caller that would rather wait is held back and then sent', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  let over = false;
  const { port, sent } = flooded({ seconds: 3, until: () => !over });
  await refusal(port.invoke(EXPORT));
  over = true;
  const held = withCallScope(callScopeOf({ waitsForFloods: true }), () => port.invoke(EXPORT));
  await vi.advanceTimersByTimeAsync(2_999);
  expect(sent).toHaveLength(1);
  now += 3_000;
  await vi.advanceTimersByTimeAsync(1);
  await expect(held).resolves.toBe('made');
});

test('a wait beyond the deadline is told to who would rather wait, too', async () => {
  const { port } = flooded({ seconds: 16 });
  await refusal(port.invoke(EXPORT));
  const told = await refusal(withCallScope(callScopeOf({ waitsForFloods: true }), () => port.invoke(EXPORT)));
  expect(told.retryAfterSeconds).toBe(16);
});

test('a caller that goes away is not held back any longer', async () => {
  const { port, sent } = flooded({ seconds: 5 });
  await refusal(port.invoke(EXPORT));
  const leaving = new AbortController();
  const held = withCallScope(callScopeOf({ waitsForFloods: true, signal: leaving.signal }), () => port.invoke(EXPORT));
  leaving.abort();
  await refusal(held);
  expect(sent).toHaveLength(1);
});

test('a caller that would rather wait is not told of the wait that its own call meets', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  let over = false;
  const { port, sent } = flooded({ seconds: 2, until: () => !over });
  const held = withCallScope(callScopeOf({ waitsForFloods: true }), () => port.invoke(EXPORT));
  await vi.advanceTimersByTimeAsync(1_999);
  over = true;
  now += 2_000;
  await vi.advanceTimersByTimeAsync(1);
  await expect(held).resolves.toBe('made');
  expect(sent).toHaveLength(2);
});

test('calls that waited for their turn while a wait began are not sent', async () => {
  const sent: string[] = [];
  const telegram: TelegramPort = {
    async invoke(request: Api.AnyRequest) {
      sent.push(request.className);
      await Promise.resolve();
      throw new FloodWaitError({ code: 'FLOOD_WAIT', telegramCode: 420, retryAfterSeconds: 30, now: clock() });
    },
  };
  const port = gated(telegram, (behind) => withPressure(behind, { inFlight: 1, queued: 10 }));
  await Promise.all(Array.from({ length: 10 }, () => refusal(port.invoke(EXPORT))));
  expect(sent).toHaveLength(1);
});

test('a call that asks whether the wait is over and is not heard leaves that to the next', async () => {
  const { port, sent } = flooded();
  await refusal(port.invoke(EXPORT));
  now += 30_000;
  const gone = withCallScope(callScopeOf({ left: -1 }), () => port.invoke(EXPORT));
  const others = Array.from({ length: 5 }, () => refusal(port.invoke(EXPORT)));
  await expect(gone).rejects.toBeInstanceOf(TelegramUnavailableError);
  await Promise.all(others);
  expect(sent).toHaveLength(2);
});

test('nobody waits longer than their own time for the call that asks', async () => {
  let ask = false;
  const telegram: TelegramPort = {
    async invoke() {
      if (ask) return new Promise<never>(() => {});
      ask = true;
      throw new FloodWaitError({ code: 'FLOOD_WAIT', telegramCode: 420, retryAfterSeconds: 30, now: clock() });
    },
  };
  const port = gated(telegram);
  await refusal(port.invoke(EXPORT));
  now += 30_000;
  void port.invoke(EXPORT);
  const hurried = withCallScope(callScopeOf({ left: 5 }), () => port.invoke(EXPORT));
  await expect(hurried).rejects.toMatchObject({ outcome: 'NOT_EXECUTED' });
});

test.each([
  ['back by a day', -86_400_000],
  ['forward by a day', 86_400_000],
])('a clock that steps %s changes no wait, only the date of its end', async (_, step) => {
  const { port, sent } = flooded();
  await refusal(port.invoke(EXPORT));
  now += 10_000;
  clockSays += step;
  const told = await refusal(port.invoke(EXPORT));
  expect(told.retryAfterSeconds).toBe(20);
  expect(told.retryAt).toEqual(new Date(clockSays + 20_000));
  expect(sent).toHaveLength(1);
});

test('of two waits that calls under way are told, the longer holds', async () => {
  const seconds = [30, 5];
  const telegram: TelegramPort = {
    async invoke() {
      throw new FloodWaitError({
        code: 'FLOOD_WAIT',
        telegramCode: 420,
        retryAfterSeconds: seconds.shift() ?? 0,
        now: clock(),
      });
    },
  };
  const port = gated(telegram);
  const both = [port.invoke(EXPORT), port.invoke(EXPORT)].map(refusal);
  expect((await Promise.all(both)).map(({ retryAfterSeconds }) => retryAfterSeconds)).toEqual([30, 5]);
  expect((await refusal(port.invoke(EXPORT))).retryAfterSeconds).toBe(30);
});
