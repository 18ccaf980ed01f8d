import { type Kysely, sql } from 'kysely';
import { inTurns } from './in-turns.ts';
import { insertRows, KEYS_IN_SCOPE, takeRows } from './raw-rows.ts';
import type { Tables } from './tables.ts';

/**
 * Gives what one scope has left to another one, which is the same account: peers, keys, claims, holds. Versions before
 * the table of accounts named an account by its session. All of it or nothing; a second time there is nothing left to do.
 * Where both have a row, that of `to` stays. The session's owner is not carried over: the lock stays with the session.
 * Answers the number of rows.
 */
export async function carryOver(db: Kysely<Tables>, from: string, to: string): Promise<number> {
  if (from === to) return 0;
  return db.transaction().execute(async (transaction) => {
    let carried = 0;
    for (const table of Object.keys(KEYS_IN_SCOPE) as (keyof typeof KEYS_IN_SCOPE)[]) {
      await inTurns(async () => {
        const rows = await takeRows(transaction, table, from);
        const renamed = rows.map((row) => ({ ...row, scope: to }));
        await insertRows(transaction, table, renamed, sql`on conflict do nothing`);
        carried += rows.length;
        return rows.length > 0;
      });
    }
    if (carried === 0) return 0;
    // So that a key that is repeated goes to the account that had it.
    await transaction
      .insertInto('key_account')
      .columns(['workspace', 'caller', 'idempotency_key', 'account', 'minute'])
      .expression((query) =>
        query
          .selectFrom('ledger')
          .select(['workspace', 'caller', 'idempotency_key', 'scope', 'minute'])
          .where('scope', '=', to),
      )
      .onConflict((conflict) => conflict.columns(['workspace', 'caller', 'idempotency_key']).doNothing())
      .execute();
    return carried;
  });
}
