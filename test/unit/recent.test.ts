import { expect, test } from 'vitest';
import { createRecent } from '../../src/services/recent.ts';

function recentAt(start: number) {
  let now = start;
  const recent = createRecent<number>(1_000, () => new Date(now));
  return {
    recent,
    pass(milliseconds: number) {
      now += milliseconds;
    },
  };
}

test('an entry is there for its life, and gone after twice that', () => {
  const { recent, pass } = recentAt(5_000);
  recent.set('a', 1);
  pass(999);
  recent.set('b', 2);
  pass(1);
  recent.set('c', 3);
  expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([1, 2, 3]);
  pass(1_000);
  recent.set('d', 4);
  expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([undefined, undefined, 3]);
});

test('after a long rest nothing old is left', () => {
  const { recent, pass } = recentAt(5_000);
  recent.set('a', 1);
  pass(60_000);
  recent.set('b', 2);
  expect(recent.get('a')).toBeUndefined();
  expect(recent.take()).toEqual([['b', 2]]);
});

test('what is taken or deleted is not there any more', () => {
  const { recent, pass } = recentAt(0);
  recent.set('a', 1);
  pass(1_000);
  recent.set('b', 2);
  recent.set('c', 3);
  recent.delete('c');
  expect(recent.take()).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
  expect(recent.take()).toEqual([]);
});
