import { expect, test } from 'vitest';
import { isoTime } from '../../src/machine/iso-time.ts';

test.each([
  0, 1, 999, 1000, -1, -1000, -1001, 1_795_000_000_000, 1_795_000_000_007, 1_795_000_000_123, 1_795_000_001_000,
  -62_198_755_200_000, 253_402_300_800_000, 8_640_000_000_000_000, -8_640_000_000_000_000,
])('%d ms is written as a Date writes it, also a second time', (milliseconds) => {
  const told = new Date(milliseconds).toISOString();
  expect([isoTime(milliseconds), isoTime(milliseconds)]).toEqual([told, told]);
});

test('what is no date is refused as a Date refuses it, and spoils nothing', () => {
  expect(() => isoTime(Number.NaN)).toThrow(RangeError);
  expect(isoTime(5)).toBe('1970-01-01T00:00:00.005Z');
});
