import { expect, test } from 'vitest';
import { createRandomBytes } from '../../src/telegram/wire/random-bytes.ts';

test('pieces of any size have it, and no two are alike', () => {
  const random = createRandomBytes();
  const pieces = Array.from({ length: 2_000 }, (_, index) => random(12 + (index % 20)));
  expect(pieces.map(({ length }) => length)).toEqual(pieces.map((_, index) => 12 + (index % 20)));
  expect(new Set(pieces.map((piece) => piece.toString('hex'))).size).toBe(2_000);
  expect(random(10_000)).toHaveLength(10_000);
  expect(random(0)).toHaveLength(0);
});

test('a piece stays as it was given', () => {
  const random = createRandomBytes();
  const first = random(16);
  const before = first.toString('hex');
  for (let drawn = 0; drawn < 1_000; drawn += 1) random(16).fill(0);
  expect(first.toString('hex')).toBe(before);
});
