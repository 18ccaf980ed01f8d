import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createUndoQueue, type Decision } from '../../console/src/data/undo-queue.ts';

type Result = 'done' | 'refused' | 'unknown';

const decision = (name: string, approved = true): Decision => ({
  idempotencyKey: `key-${name}`,
  peer: '-1001',
  user: name,
  approved,
  requestId: `request-${name}`,
});

/** What a browser keeps, and a gateway that answers when the test says so. */
function setUp(kept = new Map<string, string>(), { isFull = false, caller = null as string | null } = {}) {
  const sent: { key: string; outlivesPage: boolean; answer: (result: Result) => void }[] = [];
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (isFull) return; // as `storage` makes of it
      kept.set(key, value);
    },
    removeItem: (key: string) => void kept.delete(key),
  };
  const queue = createUndoQueue<Result>({
    undoMs: 5_000,
    keyMs: 3_600_000,
    send: ({ idempotencyKey: key }, outlivesPage) =>
      new Promise((answer) => {
        sent.push({ key, outlivesPage, answer });
      }),
    judge: (result) => result,
    storage,
    storageKey: 'kept',
    caller,
  });
  const answer = async (at: number, result: Result) => {
    sent[at]?.answer(result);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { queue, sent, kept, answer, keys: () => sent.map(({ key }) => key) };
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-27T00:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('undo', () => {
  test('nothing is sent, and nothing is kept, before five seconds have passed', () => {
    const { queue, keys, kept } = setUp();
    queue.add([decision('ann')]);
    vi.advanceTimersByTime(4_999);
    expect([keys(), kept.size]).toEqual([[], 0]);
    vi.advanceTimersByTime(1);
    expect([keys(), kept.size]).toEqual([['key-ann'], 1]);
  });

  test('what was taken back is never sent; the last click goes first, with all that it decided', () => {
    const { queue, keys } = setUp();
    queue.add([decision('ann')]);
    queue.add([decision('ben'), decision('cai')]);
    expect(queue.undo().map(({ user }) => user)).toEqual(['ben', 'cai']);
    expect(queue.undo().map(({ user }) => user)).toEqual(['ann']);
    expect(queue.undo()).toEqual([]);
    vi.advanceTimersByTime(60_000);
    expect(keys()).toEqual([]);
  });

  test('what is being sent cannot be taken back', () => {
    const { queue } = setUp();
    queue.add([decision('ann')]);
    vi.advanceTimersByTime(5_000);
    expect(queue.undo()).toEqual([]);
  });

  test('a second decision about somebody who is being decided about does not count', () => {
    const { queue, keys } = setUp();
    queue.add([decision('ann')]);
    queue.add([{ ...decision('ann', false), idempotencyKey: 'other' }]);
    vi.advanceTimersByTime(60_000);
    expect(keys()).toEqual(['key-ann']);
  });
});

describe('sending', () => {
  test('one after the other, in the order of the clicks', async () => {
    const { queue, keys, answer } = setUp();
    queue.add([decision('ann'), decision('ben')]);
    vi.advanceTimersByTime(5_000);
    expect(keys()).toEqual(['key-ann']);
    await answer(0, 'done');
    expect(keys()).toEqual(['key-ann', 'key-ben']);
    await answer(1, 'done');
    expect(queue.get()).toEqual([]);
  });

  test('leaving the page sends all at once, so that it outlives the page', () => {
    const { queue, sent, kept } = setUp();
    queue.add([decision('ann')]);
    queue.add([decision('ben')]);
    void queue.flush({ outlivesPage: true });
    expect(sent.map(({ key, outlivesPage }) => [key, outlivesPage])).toEqual([
      ['key-ann', true],
      ['key-ben', true],
    ]);
    vi.advanceTimersByTime(60_000);
    expect(sent).toHaveLength(2);
    expect(JSON.parse(kept.get('kept') ?? '')).toHaveLength(2);
  });

  test('a storage that is full keeps nothing, and every decision is sent all the same', async () => {
    const { queue, keys, kept, answer } = setUp(new Map(), { isFull: true });
    queue.add([decision('ann'), decision('ben')]);
    vi.advanceTimersByTime(5_000);
    await answer(0, 'done');
    await answer(1, 'refused');
    expect([keys(), queue.get().map(({ state }) => state), kept.size]).toEqual([
      ['key-ann', 'key-ben'],
      ['settled'],
      0,
    ]);
  });

  test('a refusal stays until it is dismissed; an unknown outcome is sent again with the same key', async () => {
    const { queue, keys, kept, answer } = setUp();
    queue.add([decision('ann'), decision('ben')]);
    vi.advanceTimersByTime(5_000);
    await answer(0, 'refused');
    await answer(1, 'unknown');
    expect(queue.get().map(({ state }) => state)).toEqual(['settled', 'settled']);
    expect(kept.get('kept')).toContain('key-ben');
    expect(kept.get('kept')).not.toContain('key-ann');
    queue.dismiss('key-ann');
    queue.again('key-ben');
    expect(keys()).toEqual(['key-ann', 'key-ben', 'key-ben']);
    await answer(2, 'done');
    expect([queue.get(), kept.size]).toEqual([[], 0]);
  });
});

describe('coming back', () => {
  test('what was not confirmed is found out with the same key, and told', async () => {
    const left = setUp();
    left.queue.add([decision('ann')]);
    void left.queue.flush({ outlivesPage: true });

    const back = setUp(left.kept);
    void back.queue.resume();
    expect(back.keys()).toEqual(['key-ann']);
    await back.answer(0, 'done');
    expect(back.queue.get()).toMatchObject([{ state: 'settled', result: 'done', isResumed: true }]);
    expect(back.kept.size).toBe(0);
  });

  test('what is older than the key at the gateway is told and not sent', () => {
    const left = setUp();
    left.queue.add([decision('ann')]);
    void left.queue.flush();
    vi.advanceTimersByTime(3_600_000);

    const back = setUp(left.kept);
    void back.queue.resume();
    expect(back.keys()).toEqual([]);
    expect(back.queue.get()).toMatchObject([{ state: 'forgotten' }]);
  });

  test('what another tab is sending stays kept; nonsense in the storage is passed over', async () => {
    const { queue, kept, answer } = setUp(new Map([['kept', '[{"at":1},null,7]']]));
    await queue.resume();
    expect(queue.get()).toEqual([]);
    const other = setUp(kept);
    other.queue.add([decision('zoe')]);
    void other.queue.flush();
    queue.add([decision('ann')]);
    vi.advanceTimersByTime(5_000);
    await answer(0, 'done');
    expect(kept.get('kept')).toContain('key-zoe');
    expect(kept.get('kept')).not.toContain('key-ann');
  });

  test('what another caller has left in this browser is neither shown nor sent, and stays for that caller', async () => {
    const left = setUp(new Map(), { caller: 'ops' });
    left.queue.add([decision('ann')]);
    void left.queue.flush();
    const two = setUp(left.kept, { caller: 'two' });
    await two.queue.resume();
    expect([two.queue.get(), two.keys()]).toEqual([[], []]);
    two.queue.add([decision('bob')]);
    void two.queue.flush();
    const ops = setUp(two.kept, { caller: 'ops' });
    void ops.queue.resume();
    expect(ops.keys()).toEqual(['key-ann']);
  });
});

test('the five seconds are those of a clock that nobody sets', () => {
  for (const step of [-20_000, -50, 3_600_000]) {
    const { queue, keys } = setUp();
    queue.add([decision('ann')]);
    vi.setSystemTime(Date.now() + step);
    vi.advanceTimersByTime(4_999);
    expect(keys(), `${step}`).toEqual([]);
    vi.advanceTimersByTime(2);
    expect(keys(), `${step}`).toEqual(['key-ann']);
  }
});
