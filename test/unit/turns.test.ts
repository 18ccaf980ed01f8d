import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { createTurns } from '../../src/http/request/turns.ts';

function recorder() {
  const begun: string[] = [];
  const begin = (name: string) => () => {
    begun.push(name);
    return true;
  };
  return { begun, begin };
}

test('the first begins at once, then one a turn, clients in rotation', async () => {
  const { begun, begin } = recorder();
  const turns = createTurns();
  for (const name of ['a1', 'a2', 'a3']) turns.take('a', begin(name));
  for (const name of ['b1', 'b2']) turns.take('b', begin(name));
  const seen: string[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    seen.push(begun.join(' '));
    await nextTurn();
  }
  expect(seen).toEqual(['a1', 'a1 a2', 'a1 a2 b1', 'a1 a2 b1 a3', 'a1 a2 b1 a3 b2']);
  await nextTurn();
  turns.take('a', begin('a4'));
  expect(begun.at(-1)).toBe('a4');
});

test('what nobody waits for any more takes no turn', async () => {
  const { begun, begin } = recorder();
  const turns = createTurns();
  turns.take('a', begin('a1'));
  for (let n = 0; n < 100; n += 1) turns.take('a', () => false);
  turns.take('a', begin('a2'));
  await nextTurn();
  expect(begun).toEqual(['a1', 'a2']);
});

test('a turn that accepts a connection does nothing else, for so long after the last work', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(0);
  const { begun, begin } = recorder();
  const turns = createTurns();
  for (const name of ['a1', 'a2', 'a3', 'a4']) turns.take('a', begin(name));
  async function accept(ms: number) {
    turns.accepted();
    now.mockReturnValue(ms);
    await nextTurn();
    return begun.at(-1);
  }
  // However long the work takes.
  expect(await accept(1_000)).toBe('a1');
  expect(await accept(1_004)).toBe('a1');
  expect(await accept(1_005)).toBe('a2');
  expect(await accept(1_006)).toBe('a2');
  await nextTurn();
  expect(begun.at(-1)).toBe('a3');
});
