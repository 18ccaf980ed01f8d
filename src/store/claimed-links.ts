import { hash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { ClaimStore } from '../services/invite-claims.ts';
import type { Tables } from './tables.ts';

/** The links of one account (`scope`) that were given to somebody. */
interface ClaimedLinks extends ClaimStore {
  /** Forgets what was claimed before then. */
  prune(before: Date): Promise<void>;
}

/** Links let in whoever has them, so a hash of each is kept. */
export function createClaimedLinks(db: Kysely<Tables>, scope: string, clock: () => Date): ClaimedLinks {
  return {
    async claim(link, claimant) {
      const link_hash = hash('sha256', link, 'hex');
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('claimed_link')
        .values({ scope, link_hash, claimant, claimed_at: clock().toISOString() })
        .onConflict((conflict) => conflict.columns(['scope', 'link_hash']).doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows === 1n) return true;
      if (claimant === null) return false;
      const row = await db
        .selectFrom('claimed_link')
        .select('claimant')
        .where('scope', '=', scope)
        .where('link_hash', '=', link_hash)
        .executeTakeFirst();
      return row?.claimant === claimant;
    },
    async prune(before) {
      await db.deleteFrom('claimed_link').where('claimed_at', '<', before.toISOString()).execute();
    },
  };
}
