import { expect, test } from 'vitest';
import { keptShapes } from '../../src/machine/kept-shapes.ts';

test('a stand-in for a promise and a callback of the next tick are kept', () => {
  expect(keptShapes).toEqual([
    expect.objectContaining({ [Symbol.for('@whatwg-node/promise-helpers/FakePromise')]: 'resolved' }),
    expect.objectContaining({ callback: expect.any(Function) }),
  ]);
});
