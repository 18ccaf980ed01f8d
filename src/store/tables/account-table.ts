import { type Kysely, SqliteAdapter, sql } from 'kysely';
import { AccountConflict, type StoredAccount, type StoredAccounts } from '../../workspace/stored-accounts.ts';
import type { Seal } from '../seal.ts';
import { inTurns } from './in-turns.ts';
import { takeRows } from './raw-rows.ts';
import type { Tables } from './tables.ts';

/** The accounts of a workspace. `requirePlace` throws where the next start would not find what is written now. */
export function createAccountTable(
  db: Kysely<Tables>,
  workspace: string,
  seal: Seal,
  requirePlace: () => void = () => {},
): StoredAccounts {
  const rows = () =>
    db.selectFrom('account').select(['id', 'name', 'kind', 'created_at']).where('workspace', '=', workspace);
  const withId = (id: string) => ({ workspace, id });

  async function find(column: 'id' | 'name', value: string): Promise<StoredAccount | null> {
    const row = await rows().where(column, '=', value).executeTakeFirst();
    return row ? toAccount(row) : null;
  }

  /** Whether the account is in the store, or was until another session came. */
  async function replace(id: string, session: string, old?: string): Promise<boolean> {
    requirePlace();
    let update = db
      .updateTable('account')
      .set({ session_sealed: seal.seal(session, id), key_id: seal.keyId() })
      .where((row) => row.and(withId(id)));
    if (old !== undefined) update = update.where('session_sealed', '=', old);
    const { numUpdatedRows } = await update.executeTakeFirst();
    await emptyLog(db);
    return numUpdatedRows > 0n;
  }

  return {
    unable: seal.unable,
    async list() {
      return (await rows().orderBy('created_at').orderBy('id').execute()).map(toAccount);
    },
    async session(id) {
      const row = await db
        .selectFrom('account')
        .select(['session_sealed', 'key_id'])
        .where((column) => column.and(withId(id)))
        .executeTakeFirst();
      if (!row) return null;
      const session = seal.open(row.session_sealed, id);
      // So that a key can go in the end.
      if (row.key_id !== seal.keyId()) await replace(id, session, row.session_sealed);
      return session;
    },
    async insert({ id, name, kind }, session) {
      requirePlace();
      const createdAt = new Date();
      const sealed = { session_sealed: seal.seal(session, id), key_id: seal.keyId() };
      for (;;) {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('account')
          .values({ ...withId(id), name, kind, ...sealed, proxy: null, created_at: createdAt.toISOString() })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (numInsertedOrUpdatedRows === 1n) return { id, name, kind, createdAt };
        const user = await find('id', id);
        if (user) throw new AccountConflict('USER_IN_STORE', user);
        const namesake = await find('name', name);
        if (namesake) throw new AccountConflict('NAME_IN_USE', namesake);
      } // else removed meanwhile, so there is room now
    },
    renew: (id, session) => replace(id, session),
    async rename(id, name) {
      requirePlace();
      try {
        const { numUpdatedRows } = await db
          .updateTable('account')
          .set({ name })
          .where((row) => row.and(withId(id)))
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      } catch (error) {
        const namesake = await find('name', name);
        throw namesake && namesake.id !== id ? new AccountConflict('NAME_IN_USE', namesake) : error;
      }
    },
    async remove(id) {
      requirePlace();
      const { numDeletedRows } = await db
        .deleteFrom('account')
        .where((row) => row.and(withId(id)))
        .executeTakeFirst();
      await db
        .deleteFrom('chat_right')
        .where((row) => row.and({ workspace, account: id }))
        .execute();
      for (const table of ['peer', 'username'] as const) {
        await inTurns(async () => (await takeRows(db, table, id)).length > 0);
      }
      await emptyLog(db);
      return numDeletedRows > 0n;
    },
  };
}

type Row = Pick<Tables['account'], 'id' | 'name' | 'kind' | 'created_at'>;

function toAccount({ id, name, kind, created_at }: Row): StoredAccount {
  return { id, name, kind, createdAt: new Date(created_at) };
}

/**
 * What was deleted stands in SQLite's log until the log is copied into the file and cut. Another program that reads there
 * at that moment delays it until the next time.
 */
async function emptyLog(db: Kysely<Tables>): Promise<void> {
  if (db.getExecutor().adapter instanceof SqliteAdapter) await sql`pragma wal_checkpoint(truncate)`.execute(db);
}
