import { hash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { ClaimStore } from '../../services/once/invite-claims.ts';
import { createRecent } from '../../services/once/recent.ts';
import { inTurns } from './in-turns.ts';
import type { ObservedTime } from './observed-time.ts';
import type { OpenRequests } from './open-requests.ts';
import { ROWS_AT_ONCE, type Tables } from './tables.ts';

/** The links of one account (`scope`) that were given to somebody. */
interface ClaimedLinks extends ClaimStore {
  /** Writes what was noted lately and is not written yet. */
  flush(): Promise<void>;
  /** Forgets what was claimed before that minute of the observed time. */
  prune(before: number): Promise<void>;
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
  { clock, time, open }: { readonly clock: () => Date; readonly time: ObservedTime; readonly open: OpenRequests },
): ClaimedLinks {
  const noted = createRecent<true>(NOTED_MS, () => performance.now());

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

  /** `null`: nothing was noted since all was written. */
  let flushed: Promise<void> | null = null;
  let isNoted = false;

  /** One after the other: whoever waits for the second has waited for the first, and writes what that one could not. */
  async function flush(): Promise<void> {
    if (!isNoted && !flushed) return;
    const after = (flushed ?? Promise.resolve()).catch(() => {}).then(writeNoted);
    flushed = after;
    await after;
    if (flushed === after) flushed = null;
  }

  function note(link: string): void {
    noted.set(link, true);
    isNoted = true;
  }

  async function writeNoted(): Promise<void> {
    const links = noted.take();
    isNoted = false;
    let written = 0;
    try {
      await inTurns(async () => {
        const rows = links.slice(written, written + ROWS_AT_ONCE).map(([link]) => toRow(link, null));
        if (rows.length > 0) await insert(rows);
        written += rows.length;
        return written < links.length;
      });
    } catch (error) {
      for (const [link] of links.slice(written)) note(link);
      throw error;
    }
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
      note(link);
      return true;
    },
    flush,
    prune: (before) =>
      inTurns(async () => {
        const old = db.selectFrom('claimed_link').select(['scope', 'link_hash']).where('minute', '<', before);
        const { numDeletedRows } = await db
          .deleteFrom('claimed_link')
          .where(({ eb, refTuple }) =>
            eb(refTuple('scope', 'link_hash'), 'in', old.limit(ROWS_AT_ONCE).$asTuple('scope', 'link_hash')),
          )
          .executeTakeFirst();
        return numDeletedRows === BigInt(ROWS_AT_ONCE);
      }),
  };
}
