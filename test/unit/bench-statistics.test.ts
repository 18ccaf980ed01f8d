import { describe, expect, test } from 'vitest';
import { medianInterval } from '../../bench/statistics.ts';
import { inWords, judge } from '../../bench/verdict.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('the 95 % interval of a median', () => {
  // Places of the ends as in tables of the sign test.
  test.each([
    [6, 1, 6],
    [9, 2, 8],
    [15, 4, 12],
    [20, 6, 15],
    [40, 14, 27],
  ])('of %i values goes from the %ith to the %ith', (count, low, high) => {
    expect(medianInterval(upTo(count).reverse())).toEqual({ low, high });
  });

  test('of five values or none has no ends', () => {
    const none = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
    expect(medianInterval(upTo(5))).toEqual(none);
    expect(medianInterval([])).toEqual(none);
  });
});

describe('a verdict', () => {
  const around = (middle: number, spread: number, count = 9) =>
    upTo(count).map((each) => middle + spread * ((2 * each) / (count + 1) - 1));

  test.each([
    ['as dear', around(1, 0.02), 'within 3 %'],
    ['cheaper', around(0.8, 0.02), 'within 3 %'],
    ['dearer, with one end within', around(1.04, 0.02), 'within 3 %'],
    ['dearer with its whole interval', around(1.06, 0.02), 'more than 3 % dearer'],
    ['much dearer, but wide', around(1.5, 0.2), 'cannot tell'],
    ['as dear, but wide', around(1, 0.05), 'cannot tell'],
    ['as dear by too few rounds', around(1, 0.001, 8), 'cannot tell'],
  ])('%s', (_what, ratios, words) => {
    expect(inWords(judge(ratios), 3)).toBe(words);
  });
});
