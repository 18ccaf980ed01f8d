import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TelegramUnavailableError } from '../../src/services/errors/errors.ts';
import { keepUp } from '../../src/services/live/keep-up.ts';
import { createReconciler } from '../../src/services/live/reconciler.ts';
import type { TelegramUpdates, UpdateListener } from '../../src/telegram/port.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const trouble = () => Promise.reject(new TelegramUnavailableError('Telegram is away.', 'UNKNOWN'));

test('pauses double with each failure in a row; the first failure behind a success has the shortest again', async () => {
  const answers = [trouble, trouble, async () => {}, trouble, async () => {}];
  const begin = Date.now();
  const ranAt: number[] = [];
  const reconciler = createReconciler({
    run: async () => {
      ranAt.push(Date.now() - begin);
      await answers.shift()?.();
    },
    everyMs: 1_000_000,
    onFailure: () => expect.unreachable(),
  });
  reconciler.poke();
  reconciler.begin();
  await vi.advanceTimersByTimeAsync(10_000);
  reconciler.poke();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(ranAt).toEqual([0, 1_000, 3_000, 10_000, 11_000]);
  reconciler.stop();
  expect(vi.getTimerCount()).toBe(0);
});

test('a first look that fails leaves nobody listening', async () => {
  const listening = new Set<UpdateListener>();
  const updates: TelegramUpdates = {
    listen(listener) {
      listening.add(listener);
      return () => void listening.delete(listener);
    },
  };
  const run = vi.fn(async () => {});
  const reconciler = createReconciler({ run, everyMs: 1_000, onFailure: () => expect.unreachable() });
  await expect(keepUp(updates, reconciler, () => {}, trouble)).rejects.toBeInstanceOf(TelegramUnavailableError);
  expect(listening.size).toBe(0);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(run).not.toHaveBeenCalled();
});
