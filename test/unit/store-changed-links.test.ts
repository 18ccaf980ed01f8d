import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openTestStore } from '../support/open-test-store.ts';
import { makeStorePlace, type TestPlace } from '../support/store-place.ts';

/** So many hours are counted in the store, as by gateways that have run meanwhile. */
function letHoursPass(place: TestPlace, hours: number): Promise<unknown> {
  return place.run(sql`update observed_time set minutes = minutes + ${hours * 60}`);
}

test('the last state of each link is there after a restart, to its own account alone, and for 24 hours', async () => {
  await using place = await makeStorePlace();
  const first = await openTestStore(place);
  const written = { title: 'x', revoked: false };
  await first.changedLinks.write(
    new Map([
      ['a', written],
      ['b', written],
    ]),
  );
  await first.close();

  await letHoursPass(place, 23);
  const second = await openTestStore(place);
  await second.changedLinks.write(new Map<string, object>([['b', { revoked: true }]]));
  expect(await second.changedLinks.read(['a', 'b', 'c'])).toEqual(
    new Map<string, object>([
      ['a', written],
      ['b', { revoked: true }],
    ]),
  );
  await using stranger = await openTestStore(place, { scope: 'cd'.repeat(32) });
  expect(await stranger.changedLinks.read(['a', 'b'])).toEqual(new Map());
  await second.close();

  await letHoursPass(place, 2);
  await using third = await openTestStore(place);
  expect(await third.changedLinks.read(['a', 'b'])).toEqual(new Map<string, object>([['b', { revoked: true }]]));
});
