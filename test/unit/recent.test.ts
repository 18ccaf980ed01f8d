import { expect, test } from 'vitest';
import { createRecent } from '../../src/services/once/recent.ts';

function recentAt(start: number) {
  let now = start;
  const recent = createRecent<number>(1_000, () => now);
  return {
    recent,
    pass(milliseconds: number) {
      now += milliseconds;
    },
  };
}

test('an entry is there for its life, and gone when others are set for a while longer', () => {
  const { recent, pass } = recentAt(5_000);
  recent.set('a', 1);
  pass(249);
  recent.set('b', 2);
  pass(1);
  recent.set('c', 3);
  pass(998);
  recent.set('d', 4);
  expect(['a', 'b', 'c', 'd'].map(recent.get)).toEqual([1, 2, 3, 4]);
  pass(250);
  recent.set('e', 5);
  expect(['a', 'b', 'c', 'd'].map(recent.get)).toEqual([undefined, undefined, 3, 4]);
});

test('what is set again has its new value and its new life', () => {
  const { recent, pass } = recentAt(5_000);
  recent.set('a', 1);
  pass(1_000);
  recent.set('a', 2);
  expect(recent.get('a')).toBe(2);
  pass(1_000);
  recent.set('b', 3);
  expect(recent.get('a')).toBe(2);
});

test('after a long rest nothing old is left', () => {
  const { recent, pass } = recentAt(5_000);
  recent.set('a', 1);
  pass(60_000);
  recent.set('b', 2);
  expect(recent.get('a')).toBeUndefined();
  expect(recent.get('b')).toBe(2);
});

test('what is deleted is not there any more', () => {
  const { recent, pass } = recentAt(0);
  recent.set('a', 1);
  pass(1_000);
  recent.set('b', 2);
  recent.delete('a');
  recent.delete('b');
  expect(['a', 'b'].map(recent.get)).toEqual([undefined, undefined]);
});
