import { hash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { ClaimStore } from '../services/invite-claims.ts';
import type { OpenRequests } from './open-requests.ts';
import type { Tables } from './tables.ts';

/** The links of one account (`scope`) that were given to somebody. */
interface ClaimedLinks extends ClaimStore {
  /** Writes what was noted lately and is not written yet. */
  flush(): Promise<void>;
  /** Forgets what was claimed before then. */
  prune(before: Date): Promise<void>;
}

/** Longer than a request takes, so that no look for what it did goes back farther than this from when it was sent. */
const NOTED_MS = 60_000;
/** Rows of one statement: a statement takes 32,766 parameters (https://www.sqlite.org/limits.html). */
const ROWS_AT_ONCE = 500;

/**
 * Links let in whoever has them, so a hash of each is kept. What is given to requests without a key is written only while
 * one with a key is open, as nobody else looks in another run for links of this one; otherwise it waits for the next to open.
 */
export function createClaimedLinks(
  db: Kysely<Tables>,
  scope: string,
  { clock, open }: { readonly clock: () => Date; readonly open: OpenRequests },
): ClaimedLinks {
  /** What was given since `begun`, and in the span before it: all that is younger than `NOTED_MS`. */
  let [noted, notedBefore] = [new Map<string, Date>(), new Map<string, Date>()];
  let begun = clock().getTime();

  const toRow = (link: string, claimant: string | null, at: Date) => ({
    scope,
    link_hash: hash('sha256', link, 'hex'),
    claimant,
    claimed_at: at.toISOString(),
  });

  async function claim(link: string, claimant: string | null): Promise<boolean> {
    const row = toRow(link, claimant, clock());
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('claimed_link')
      .values(row)
      .onConflict((conflict) => conflict.columns(['scope', 'link_hash']).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 1n) return true;
    if (claimant === null) return false;
    const claimed = await db
      .selectFrom('claimed_link')
      .select('claimant')
      .where('scope', '=', scope)
      .where('link_hash', '=', row.link_hash)
      .executeTakeFirst();
    return claimed?.claimant === claimant;
  }

  return {
    claim,
    async note(link) {
      if (open.size > 0) return claim(link, null);
      const now = clock();
      if (now.getTime() - begun >= NOTED_MS) {
        [noted, notedBefore] = [new Map(), noted];
        begun = now.getTime();
      }
      noted.set(link, now);
      return true;
    },
    async flush() {
      const waiting = new Map([...notedBefore, ...noted]);
      if (waiting.size === 0) return;
      [noted, notedBefore] = [new Map(), new Map()];
      const rows = [...waiting].map(([link, at]) => toRow(link, null, at));
      try {
        await db.transaction().execute(async (transaction) => {
          for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
            await transaction
              .insertInto('claimed_link')
              .values(rows.slice(start, start + ROWS_AT_ONCE))
              .onConflict((conflict) => conflict.columns(['scope', 'link_hash']).doNothing())
              .execute();
          }
        });
      } catch (error) {
        notedBefore = waiting;
        throw error;
      }
    },
    async prune(before) {
      await db.deleteFrom('claimed_link').where('claimed_at', '<', before.toISOString()).execute();
    },
  };
}
