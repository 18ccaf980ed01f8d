import { expect, test } from 'vitest';
import { createGuessLimit } from '../../src/http/request/guess-limit.ts';

test('ten wrong keys at once, then one every six seconds, and an address is told when', () => {
  let now = 1_000;
  const count = createGuessLimit(() => now);
  const times = (tries: number) => Array.from({ length: tries }, () => count('192.0.2.1'));
  expect(times(12)).toEqual([...Array(10).fill(null), 6, 6]);
  now += 5_000;
  expect(times(1)).toEqual([1]);
  now += 1_000;
  expect(times(2)).toEqual([null, 6]);
  now += 3_600_000;
  expect(times(11)).toEqual([...Array(10).fill(null), 6]);
});

test('an address does not answer for another, an IPv6 one for its network', () => {
  const count = createGuessLimit(() => 0);
  for (let tries = 0; tries < 10; tries += 1) {
    count('192.0.2.1');
    count(`2001:db8::${tries}`);
  }
  expect(count('192.0.2.1')).toBe(6);
  expect(count('192.0.2.2')).toBe(null);
  for (const same of ['2001:db8::ffff', '2001:DB8:0:0:1:2:3:4', '2001:db8:0::']) expect(count(same), same).toBe(6);
  for (const other of ['2001:db8:0:1::', '2001:db9::1', '::1']) expect(count(other), other).toBe(null);
});

test('so many addresses are remembered; beyond them the one that failed longest ago is forgotten', () => {
  const count = createGuessLimit(() => 0);
  const exhaust = (address: string) => Array.from({ length: 10 }, () => count(address));
  exhaust('first');
  exhaust('second');
  for (let n = 0; n < 9_998; n += 1) count(`10.0.${n >> 8}.${n & 255}`);
  expect(count('first')).toBe(6);
  count('192.0.2.1');
  expect(count('second')).toBe(6);
  expect(count('first')).toBe(null);
});
