import { expect, test } from 'vitest';
import { makeDataDir } from '../support/data-dir.ts';
import { openTestStore } from '../support/open-test-store.ts';

const HOUR_MS = 3_600_000;
const NOW = new Date('2026-01-01T00:00:00Z');
const later = (hours: number) => ({ clock: () => new Date(NOW.getTime() + hours * HOUR_MS) });

test('the last state of each link is there after a restart, to its own account alone, and for 24 hours', async () => {
  await using dir = await makeDataDir();
  const first = await openTestStore(dir.path, later(0));
  const written = { title: 'x', revoked: false };
  await first.changedLinks.write(
    new Map([
      ['a', written],
      ['b', written],
    ]),
  );
  await first.close();

  const second = await openTestStore(dir.path, later(23));
  await second.changedLinks.write(new Map<string, object>([['b', { revoked: true }]]));
  expect(await second.changedLinks.read(['a', 'b', 'c'])).toEqual(
    new Map<string, object>([
      ['a', written],
      ['b', { revoked: true }],
    ]),
  );
  await using stranger = await openTestStore(dir.path, { ...later(23), scope: 'cd'.repeat(32) });
  expect(await stranger.changedLinks.read(['a', 'b'])).toEqual(new Map());
  await second.close();

  await using third = await openTestStore(dir.path, later(25));
  expect(await third.changedLinks.read(['a', 'b'])).toEqual(new Map<string, object>([['b', { revoked: true }]]));
});
