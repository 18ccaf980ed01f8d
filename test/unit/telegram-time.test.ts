import { expect, test, vi } from 'vitest';
import { createTelegramTime } from '../../src/services/once/telegram-time.ts';
import { Api } from '../../src/telegram/tl.ts';
import { fakeTelegram } from '../support/fake-telegram.ts';

const SECOND = 1_800_000_000;

/** Telegram's clock at SECOND, asked over a connection on which question and answer are `wayMs` apart. */
function setUp(wayMs = 0) {
  let moment = 5_000;
  const telegram = fakeTelegram({
    'updates.GetState': () => {
      moment += wayMs;
      return new Api.updates.State({ pts: 1, qts: 0, date: SECOND, seq: 0, unreadCount: 0 });
    },
  });
  const pass = (milliseconds: number) => {
    moment += milliseconds;
  };
  return { telegram, pass, time: createTelegramTime(telegram, () => moment) };
}

test('the very moment of the answer lies in the second that Telegram tells, or in the next', async () => {
  const { time } = setUp();
  const { now, spanOf } = await time.read();
  expect(now).toEqual({ earliest: SECOND, latest: SECOND + 1 });
  expect(spanOf(time.mark())).toEqual(now);
});

test('Telegram may have read its clock at any moment between question and answer', async () => {
  const { time } = setUp(3_000);
  const asked = time.mark();
  const { now, spanOf } = await time.read();
  expect(now).toEqual({ earliest: SECOND, latest: SECOND + 4 });
  expect(spanOf(asked)).toEqual({ earliest: SECOND - 3, latest: SECOND + 1 });
});

test('a mark counts backwards from the reading in whole seconds; a span that was written down stays as it is', async () => {
  const { time, pass } = setUp();
  const sent = time.mark();
  pass(1_500);
  const { spanOf } = await time.read();
  expect(spanOf(sent)).toEqual({ earliest: SECOND - 2, latest: SECOND - 1 });
  const written = { earliest: 17, latest: 19 };
  expect(spanOf(written)).toEqual(written);
});

test('a reading is good for less than ten minutes, and the present moves on with it', async () => {
  const { time, pass, telegram } = setUp();
  await time.known();
  pass(599_999);
  const { now, spanOf } = await time.known();
  expect(now).toEqual({ earliest: SECOND + 599, latest: SECOND + 600 });
  expect(spanOf(time.mark())).toEqual(now);
  expect(telegram.requests).toHaveLength(1);
  pass(1);
  expect((await time.known()).now).toEqual({ earliest: SECOND, latest: SECOND + 1 });
  expect(telegram.requests).toHaveLength(2);
});

test('a reading for a look is never an old one', async () => {
  const { time, telegram } = setUp();
  await time.known();
  await time.read();
  expect(telegram.requests).toHaveLength(2);
});

test('a clock that could not be read is read the next time', async () => {
  let isDown = true;
  const telegram = fakeTelegram({
    'updates.GetState': () => {
      if (isDown) throw new Error('down');
      return new Api.updates.State({ pts: 1, qts: 0, date: SECOND, seq: 0, unreadCount: 0 });
    },
  });
  const time = createTelegramTime(telegram, () => 0);
  await expect(time.known()).rejects.toThrow('down');
  isDown = false;
  await expect(time.known()).resolves.toMatchObject({ now: { earliest: SECOND } });
});

test('left behind is what the clock showed while an earlier process may have lived: no sending is dated into it', async () => {
  vi.useFakeTimers();
  try {
    let moment = 5_000;
    let date = SECOND;
    const telegram = fakeTelegram({
      'updates.GetState': () => new Api.updates.State({ pts: 1, qts: 0, date, seq: 0, unreadCount: 0 }),
    });
    const time = createTelegramTime(telegram, () => moment);
    const since = time.mark();
    moment += 400; // SECOND or the next may have been the other's last
    const left = time.leaveBehind(since);
    await vi.advanceTimersByTimeAsync(0);
    expect(telegram.requests).toHaveLength(1);
    moment += 1_000;
    date += 1;
    await vi.advanceTimersByTimeAsync(1_000);
    await left;
    expect(telegram.requests).toHaveLength(2);
    const sent = time.mark();
    moment += 2_000;
    expect((await time.read()).spanOf(sent).earliest).toBe(SECOND + 1);
  } finally {
    vi.useRealTimers();
  }
});

test('an earlier process that has been dead for long is behind already', async () => {
  const { time, pass, telegram } = setUp();
  const since = time.mark();
  pass(3_000);
  await time.leaveBehind(since);
  expect(telegram.requests).toHaveLength(1);
});
