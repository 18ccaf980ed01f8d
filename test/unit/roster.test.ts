import { expect, test } from 'vitest';
import { createRoster } from '../../src/machine/roster.ts';

test('what was added stands there in order until it is taken out, the same thing as often as it was added', () => {
  const roster = createRoster<{ readonly name: string }>();
  const [a, b] = [{ name: 'a' }, { name: 'b' }];
  const leave = roster.add(a);
  roster.add(b);
  const leaveAgain = roster.add(a);
  expect([...roster]).toEqual([a, b, a]);
  leave();
  leave();
  expect([...roster]).toEqual([b, a]);
  leaveAgain();
  expect(roster.size).toBe(1);
});

test('whoever is taken out during a walk is not met any more', () => {
  const roster = createRoster<{ leave: () => void }>();
  const entries = ['first', 'second'].map(() => ({ leave: () => {} }));
  for (const entry of entries) entry.leave = roster.add(entry);
  const met = [];
  for (const entry of roster) {
    met.push(entry);
    entries[1]?.leave();
  }
  expect(met).toEqual([entries[0]]);
});
