import type { Kysely } from 'kysely';
import type { HoldStore } from '../../services/account/hold-store.ts';
import type { Tables } from './tables.ts';

/** The hold of one account (`scope`). */
export function createHoldTable(db: Kysely<Tables>, scope: string): HoldStore {
  return {
    async read() {
      const row = await db.selectFrom('hold').selectAll().where('scope', '=', scope).executeTakeFirst();
      return row ? { reason: row.reason, code: row.type, telegramCode: row.code, since: new Date(row.since) } : null;
    },
    async place({ reason, code, telegramCode, since }) {
      const placed = { reason, code: telegramCode, type: code, since: since.toISOString() };
      await db
        .insertInto('hold')
        .values({ scope, ...placed })
        .onConflict((conflict) => conflict.column('scope').doUpdateSet(placed))
        .execute();
    },
    async lift() {
      const { numDeletedRows } = await db.deleteFrom('hold').where('scope', '=', scope).executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}
