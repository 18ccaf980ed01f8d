import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { makeDataDir } from '../support/data-dir.ts';
import { openTestStore } from '../support/open-test-store.ts';

/** So many hours are counted in the store, as by gateways that have run meanwhile. */
function letHoursPass(dataDir: string, hours: number): void {
  const file = new DatabaseSync(join(dataDir, 'gateway.db'));
  file.prepare('update observed_time set minutes = minutes + ?').run(hours * 60);
  file.close();
}

test('the last state of each link is there after a restart, to its own account alone, and for 24 hours', async () => {
  await using dir = await makeDataDir();
  const first = await openTestStore(dir.path);
  const written = { title: 'x', revoked: false };
  await first.changedLinks.write(
    new Map([
      ['a', written],
      ['b', written],
    ]),
  );
  await first.close();

  letHoursPass(dir.path, 23);
  const second = await openTestStore(dir.path);
  await second.changedLinks.write(new Map<string, object>([['b', { revoked: true }]]));
  expect(await second.changedLinks.read(['a', 'b', 'c'])).toEqual(
    new Map<string, object>([
      ['a', written],
      ['b', { revoked: true }],
    ]),
  );
  await using stranger = await openTestStore(dir.path, { scope: 'cd'.repeat(32) });
  expect(await stranger.changedLinks.read(['a', 'b'])).toEqual(new Map());
  await second.close();

  letHoursPass(dir.path, 2);
  await using third = await openTestStore(dir.path);
  expect(await third.changedLinks.read(['a', 'b'])).toEqual(new Map<string, object>([['b', { revoked: true }]]));
});
