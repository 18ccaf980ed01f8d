import type { Kysely } from 'kysely';
import type { LedgerKey } from '../../services/once/ledger.ts';
import type { ObservedTime } from './observed-time.ts';
import type { Tables } from './tables.ts';

/**
 * Which account each idempotency key went to, by Telegram's user id. What a promise here has fulfilled survives the
 * process. A row goes with age alone, never because nothing was sent: whoever has read the row might still be on the way
 * to its account.
 */
export interface KeyAccountTable {
  /** The account that the key belongs to; `null`: none so far. */
  read(key: LedgerKey): Promise<string | null>;
  /** Gives the key to the account where it has none. Answers whose it is then. */
  claim(key: LedgerKey, account: string): Promise<string>;
  /** Gives the key to `to` if it is `from`'s. */
  move(key: LedgerKey, from: string, to: string): Promise<void>;
  /** As the ledger's `renameCaller`: where both have sent a key, the new name's stays. */
  renameCaller(from: string, to: string): Promise<void>;
  /** Forgets what was claimed before that minute of the observed time. */
  prune(before: number): Promise<void>;
}

/** To which accounts the keys of a workspace went. */
export function createKeyAccountTable(db: Kysely<Tables>, workspace: string, time: ObservedTime): KeyAccountTable {
  const whereKey = ({ caller, key }: LedgerKey) => ({ workspace, caller, idempotency_key: key });

  async function read(key: LedgerKey): Promise<string | null> {
    const row = await db
      .selectFrom('key_account')
      .select('account')
      .where((column) => column.and(whereKey(key)))
      .executeTakeFirst();
    return row?.account ?? null;
  }

  return {
    read,
    async claim(key, account) {
      for (;;) {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('key_account')
          .values({ ...whereKey(key), account, minute: time.minutes() })
          .onConflict((conflict) => conflict.columns(['workspace', 'caller', 'idempotency_key']).doNothing())
          .executeTakeFirst();
        if (numInsertedOrUpdatedRows === 1n) return account;
        const owner = await read(key);
        if (owner !== null) return owner;
      } // else it has just grown too old
    },
    async move(key, from, to) {
      await db
        .updateTable('key_account')
        .set({ account: to, minute: time.minutes() })
        .where((column) => column.and({ ...whereKey(key), account: from }))
        .execute();
    },
    async renameCaller(from, to) {
      const keysOfNew = db
        .selectFrom('key_account')
        .select('idempotency_key')
        .where((column) => column.and({ workspace, caller: to }));
      await db
        .updateTable('key_account')
        .set({ caller: to })
        .where((column) => column.and({ workspace, caller: from }))
        .where('idempotency_key', 'not in', keysOfNew)
        .execute();
    },
    async prune(before) {
      await db.deleteFrom('key_account').where('minute', '<', before).execute();
    },
  };
}
