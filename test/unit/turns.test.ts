import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { createTurns } from '../../src/http/request/turns.ts';

/** Work of 3 ms each, on a clock that nothing else moves. */
function setUp() {
  let ms = 0;
  const now = vi.spyOn(performance, 'now').mockImplementation(() => ms);
  const begun: string[] = [];
  const turns = createTurns();
  return {
    begun,
    turns,
    pass(more: number) {
      ms += more;
    },
    take(name: string) {
      turns.take(name.slice(0, 1), () => {
        begun.push(name);
        ms += 3;
        return true;
      });
    },
    [Symbol.dispose]: () => now.mockRestore(),
  };
}

test('what fits begins together, the rest a turn later, clients in rotation', async () => {
  using world = setUp();
  for (const name of ['a1', 'a2', 'a3', 'a4', 'a5', 'b1', 'b2']) world.take(name);
  const seen: string[] = [];
  for (let turn = 0; turn < 4; turn += 1) {
    await nextTurn();
    seen.push(world.begun.splice(0).join(' '));
  }
  expect(seen).toEqual(['a1', 'b1 a2', 'b2 a3', 'a4 a5']);
  world.take('a6');
  await nextTurn();
  world.take('a7');
  expect(world.begun).toEqual(['a6', 'a7']);
});

test('what nobody waits for any more takes no turn', async () => {
  using world = setUp();
  for (const name of ['a1', 'a2']) world.take(name);
  for (let n = 0; n < 100; n += 1) world.turns.take('a', () => false);
  world.take('a3');
  await nextTurn();
  await nextTurn();
  expect(world.begun).toEqual(['a1', 'a2', 'a3']);
});

test('a turn that accepts a connection does nothing else, for so long after the last work', async () => {
  using world = setUp();
  const accept = async (ms: number) => {
    world.turns.accepted();
    world.pass(ms);
    await nextTurn();
    return world.begun.splice(0);
  };
  for (const name of ['a1', 'a2', 'a3', 'a4', 'a5', 'a6']) world.take(name);
  expect(await accept(1_000)).toEqual(['a1']);
  expect(await accept(1_000)).toEqual([]); // however long the work took
  expect(await accept(4)).toEqual([]);
  // Those that were accepted have had their time.
  expect(await accept(1)).toEqual(['a2', 'a3']);
  expect(await accept(0)).toEqual([]);
  await nextTurn();
  expect(world.begun).toEqual(['a4', 'a5']);
});
