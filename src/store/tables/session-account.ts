import type { Kysely } from 'kysely';
import { MAIN_WORKSPACE } from '../../workspace/stored-accounts.ts';
import type { Tables } from './tables.ts';

/** Telegram's id of the user whose session `scope` names; `null`: the session has not been used on this store. */
export async function accountOfSession(db: Kysely<Tables>, scope: string): Promise<string | null> {
  const row = await db
    .selectFrom('session_account')
    .select('account')
    .where((column) => column.and({ workspace: MAIN_WORKSPACE, scope }))
    .executeTakeFirst();
  return row?.account ?? null;
}

/** A session is one user's for as long as it lives. */
export async function keepAccountOfSession(db: Kysely<Tables>, scope: string, account: string): Promise<void> {
  await db
    .insertInto('session_account')
    .values({ workspace: MAIN_WORKSPACE, scope, account })
    .onConflict((conflict) => conflict.columns(['workspace', 'scope']).doNothing())
    .execute();
}
