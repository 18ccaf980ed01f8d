import { hash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { ClaimStore } from '../services/invite-claims.ts';
import { createRecent } from '../services/recent.ts';
import type { OpenRequests } from './open-requests.ts';
import { ROWS_AT_ONCE, type Tables } from './tables.ts';

/** The links of one account (`scope`) that were given to somebody. */
interface ClaimedLinks extends ClaimStore {
  /** Writes what was noted lately and is not written yet. */
  flush(): Promise<void>;
  /** Forgets what was claimed before then. */
  prune(before: Date): Promise<void>;
}

/** A look for what a request did goes back farther than its sending by no more than a call to Telegram takes: 10 s and a little. */
const NOTED_MS = 20_000;

/**
 * Links let in whoever has them, so a hash of each is kept. What is given to requests without a key is written only while
 * one with a key is open, as nobody else looks in another run for links of this one; otherwise it waits for the next to open.
 */
export function createClaimedLinks(
  db: Kysely<Tables>,
  scope: string,
  {
    clock,
    monotonic,
    open,
  }: { readonly clock: () => Date; readonly monotonic: () => number; readonly open: OpenRequests },
): ClaimedLinks {
  const noted = createRecent<true>(NOTED_MS, monotonic);

  const hashOf = (link: string) => hash('sha256', link, 'hex');

  const toRow = (link: string, claimant: string | null) => ({
    scope,
    link_hash: hashOf(link),
    claimant,
    claimed_at: clock().toISOString(),
  });

  /** Those that nobody had claimed before. */
  const insert = (into: Kysely<Tables>, rows: readonly ReturnType<typeof toRow>[]) =>
    into
      .insertInto('claimed_link')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['scope', 'link_hash']).doNothing())
      .executeTakeFirst();

  async function claim(link: string, claimant: string | null): Promise<boolean> {
    const row = toRow(link, claimant);
    const { numInsertedOrUpdatedRows } = await insert(db, [row]);
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
    async isClaimed(link) {
      if (noted.get(link)) return true;
      const row = await db
        .selectFrom('claimed_link')
        .select('claimed_at')
        .where('scope', '=', scope)
        .where('link_hash', '=', hashOf(link))
        .executeTakeFirst();
      return row !== undefined;
    },
    async claimedBy(claimant) {
      const rows = await db
        .selectFrom('claimed_link')
        .select('link_hash')
        .where('scope', '=', scope)
        .where('claimant', '=', claimant)
        .execute();
      const hashes = new Set(rows.map(({ link_hash }) => link_hash));
      return { some: hashes.size > 0, has: (link) => hashes.has(hashOf(link)) };
    },
    async note(link) {
      if (open.size > 0) return claim(link, null);
      noted.set(link, true);
      return true;
    },
    async flush() {
      const links = noted.take();
      if (links.length === 0) return;
      const rows = links.map(([link]) => toRow(link, null));
      try {
        await db.transaction().execute(async (transaction) => {
          for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
            await insert(transaction, rows.slice(start, start + ROWS_AT_ONCE));
          }
        });
      } catch (error) {
        for (const [link] of links) noted.set(link, true);
        throw error;
      }
    },
    async prune(before) {
      await db.deleteFrom('claimed_link').where('claimed_at', '<', before.toISOString()).execute();
    },
  };
}
