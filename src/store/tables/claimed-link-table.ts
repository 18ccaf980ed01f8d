import { hash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { ClaimStore } from '../../services/once/invite-claims.ts';
import { inTurns } from './in-turns.ts';
import type { ObservedTime } from './observed-time.ts';
import { ROWS_AT_ONCE, type Tables } from './tables.ts';

/** The links of one account (`scope`) that were given to somebody. Links let in whoever has them, so a hash of each is kept. */
export function createClaimedLinkTable(
  db: Kysely<Tables>,
  scope: string,
  { clock, time }: { readonly clock: () => Date; readonly time: ObservedTime },
): ClaimStore {
  const hashOf = (link: string) => hash('sha256', link, 'hex');

  const toRow = (link: string, claimant: string | null) => ({
    scope,
    link_hash: hashOf(link),
    claimant,
    claimed_at: clock().toISOString(),
    minute: time.minutes(),
  });

  /** Those that nobody had claimed before. */
  const insert = (rows: readonly ReturnType<typeof toRow>[]) =>
    db
      .insertInto('claimed_link')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['scope', 'link_hash']).doNothing())
      .executeTakeFirst();

  async function claim(link: string, claimant: string | null): Promise<boolean> {
    const row = toRow(link, claimant);
    const { numInsertedOrUpdatedRows } = await insert([row]);
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
    async claimMany(claims) {
      // In one order, so that of two who write at once neither waits for a row of the other's for ever.
      const left = [...claims].map(([link, claimant]) => toRow(link, claimant));
      left.sort((one, other) => (one.link_hash < other.link_hash ? -1 : 1));
      await inTurns(async () => {
        const rows = left.splice(0, ROWS_AT_ONCE);
        if (rows.length > 0) await insert(rows);
        return left.length > 0;
      });
    },
    async isClaimed(link) {
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
  };
}

/** Forgets what was claimed before that minute of the observed time, of every account. */
export function pruneClaimedLinks(db: Kysely<Tables>, before: number): Promise<void> {
  return inTurns(async () => {
    const old = db.selectFrom('claimed_link').select(['scope', 'link_hash']).where('minute', '<', before);
    const { numDeletedRows } = await db
      .deleteFrom('claimed_link')
      .where(({ eb, refTuple }) =>
        eb(refTuple('scope', 'link_hash'), 'in', old.limit(ROWS_AT_ONCE).$asTuple('scope', 'link_hash')),
      )
      .executeTakeFirst();
    return numDeletedRows === BigInt(ROWS_AT_ONCE);
  });
}
