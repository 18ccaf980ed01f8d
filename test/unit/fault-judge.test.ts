import { expect, test } from 'vitest';
import type { Reply, Verdict } from '../fault/ask.ts';
import { judge } from '../fault/judge.ts';

const reply = (verdict: Verdict, ms = 10): Reply => ({ verdict, type: verdict, result: {}, ms });
const wrongIn = (verdict: Verdict, total: number, times: number) =>
  judge({ replies: [reply(verdict)], total, each: [times] }, 1_000).wrong;

test('what was told and what is there agree: nothing is wrong', () => {
  expect(wrongIn('DONE', 1, 1)).toEqual([]);
  expect(wrongIn('NOT_DONE', 0, 0)).toEqual([]);
  expect(wrongIn('UNKNOWN', 0, 0)).toEqual([]);
  expect(wrongIn('UNKNOWN', 1, 0)).toEqual([]);
});

test('two links for one request, as plain GramJS makes them: wrong', () => {
  expect(wrongIn('DONE', 2, 1)).toEqual(['done 2 times, told as done or unknown 1 times']);
});

test('a link that is not there, or that another caller holds: wrong', () => {
  expect(wrongIn('DONE', 0, 0)).toHaveLength(2);
  const both = judge({ replies: [reply('DONE'), reply('DONE')], total: 2, each: [1, 0] }, 1_000);
  expect(both.wrong).toEqual(['told as done (DONE), done 0 times for this caller']);
});

test('told as not done, and done all the same: wrong', () => {
  expect(wrongIn('NOT_DONE', 1, 0)).toEqual(['done 1 times, told as done or unknown 0 times']);
  expect(wrongIn('NOT_DONE', 1, 1)).toContain('told as not done (NOT_DONE), but it was');
});

test('told as unknown, and done twice: wrong', () => {
  expect(wrongIn('UNKNOWN', 2, 2)).toHaveLength(2);
});

test('no typed answer: wrong', () => {
  expect(wrongIn('BROKEN', 0, 0)).toEqual(['no typed answer: BROKEN']);
});

test('an answer more than a second after its deadline: late', () => {
  expect(judge({ replies: [reply('UNKNOWN', 2_100)], total: 0, each: [0] }, 1_000).late).toHaveLength(1);
  expect(judge({ replies: [reply('UNKNOWN', 1_900)], total: 0, each: [0] }, 1_000).late).toEqual([]);
});
