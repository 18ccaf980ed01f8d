import { type ColumnDataType, type Expression, type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { Migrator } from 'kysely/migration';
import { StoreError } from '../store-error.ts';
import type { Tables } from '../tables/tables.ts';

/** What the databases differ in. */
export interface ColumnTypes {
  /** Text that is compared by its bytes, whatever the language of the database is. */
  readonly text: ColumnDataType | Expression<unknown>;
}

export const SQLITE_TYPES: ColumnTypes = { text: 'text' };
export const POSTGRES_TYPES: ColumnTypes = { text: sql`text collate "C"` };

/**
 * Forward only, by name in this order. One that has been released never changes again; what it made is changed by a new
 * one. A new one lets the version before it run on: it adds, and a later version takes away. Types are the ones that SQLite and
 * PostgreSQL know alike.
 */
export const migrationsOf = ({ text }: ColumnTypes): Readonly<Record<string, Migration>> => ({
  '0001-peers-and-ledger': {
    async up(db) {
      await db.schema
        .createTable('peer')
        .addColumn('scope', text, (column) => column.notNull())
        .addColumn('id', text, (column) => column.notNull())
        .addColumn('kind', text, (column) => column.notNull())
        .addColumn('access_hash', text)
        .addColumn('username', text)
        .addColumn('title', text)
        .addColumn('participants_count', 'integer')
        .addColumn('first_name', text)
        .addColumn('last_name', text)
        .addColumn('is_bot', 'integer', (column) => column.notNull())
        .addColumn('seen_at', text, (column) => column.notNull())
        .addPrimaryKeyConstraint('peer_key', ['scope', 'id'])
        .execute();
      await db.schema.createIndex('peer_by_age').on('peer').columns(['scope', 'seen_at']).execute();
      await db.schema
        .createTable('username')
        .addColumn('scope', text, (column) => column.notNull())
        .addColumn('username', text, (column) => column.notNull())
        .addColumn('peer_id', text, (column) => column.notNull())
        .addColumn('asked_at', text, (column) => column.notNull())
        .addPrimaryKeyConstraint('username_key', ['scope', 'username'])
        .execute();
      await db.schema
        .createTable('ledger')
        .addColumn('scope', text, (column) => column.notNull())
        .addColumn('caller', text, (column) => column.notNull())
        .addColumn('idempotency_key', text, (column) => column.notNull())
        .addColumn('method', text, (column) => column.notNull())
        .addColumn('fingerprint', text, (column) => column.notNull())
        .addColumn('state', text, (column) => column.notNull())
        .addColumn('hint', text)
        .addColumn('answer', text)
        .addColumn('started_at', text, (column) => column.notNull())
        .addColumn('finished_at', text)
        .addColumn('owner', text, (column) => column.notNull())
        .addPrimaryKeyConstraint('ledger_key', ['scope', 'caller', 'idempotency_key'])
        .execute();
      await db.schema.createIndex('ledger_by_age').on('ledger').column('started_at').execute();
    },
  },
  '0002-claimed-links': {
    async up(db) {
      await db.schema
        .createTable('claimed_link')
        .addColumn('scope', text, (column) => column.notNull())
        .addColumn('link_hash', text, (column) => column.notNull())
        .addColumn('claimant', text)
        .addColumn('claimed_at', text, (column) => column.notNull())
        .addPrimaryKeyConstraint('claimed_link_key', ['scope', 'link_hash'])
        .execute();
      await db.schema.createIndex('claimed_link_by_age').on('claimed_link').column('claimed_at').execute();
    },
  },
  '0003-hold': {
    async up(db) {
      await db.schema
        .createTable('hold')
        .addColumn('scope', text, (column) => column.primaryKey())
        .addColumn('reason', text, (column) => column.notNull())
        .addColumn('code', 'integer', (column) => column.notNull())
        .addColumn('type', text, (column) => column.notNull())
        .addColumn('since', text, (column) => column.notNull())
        .execute();
    },
  },
  '0004-changed-links': {
    async up(db) {
      await db.schema
        .createTable('changed_link')
        .addColumn('scope', text, (column) => column.notNull())
        .addColumn('name', text, (column) => column.notNull())
        .addColumn('state', text, (column) => column.notNull())
        .addColumn('minute', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('changed_link_key', ['scope', 'name'])
        .execute();
      await db.schema.createIndex('changed_link_by_age').on('changed_link').column('minute').execute();
    },
  },
  '0006-owner-and-observed-time': {
    async up(db) {
      await db.schema
        .createTable('session_owner')
        .addColumn('scope', text, (column) => column.primaryKey())
        .addColumn('boot', text, (column) => column.notNull())
        .addColumn('lock_file', text, (column) => column.notNull())
        .addColumn('beat', 'integer', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('observed_time')
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('minutes', 'integer', (column) => column.notNull())
        .execute();
      await db.insertInto('observed_time').values({ id: 1, minutes: 0 }).execute();
      for (const table of ['ledger', 'claimed_link']) {
        await db.schema
          .alterTable(table)
          .addColumn('minute', 'integer', (column) => column.notNull().defaultTo(0))
          .execute();
        await db.schema.dropIndex(`${table}_by_age`).execute();
        await db.schema.createIndex(`${table}_by_age`).on(table).column('minute').execute();
      }
    },
  },
  '0007-accounts': {
    async up(db) {
      const before = ['peer', 'username', 'ledger', 'hold', 'claimed_link', 'changed_link', 'session_owner'];
      for (const table of [...before, 'observed_time']) {
        await db.schema
          .alterTable(table)
          .addColumn('workspace', text, (column) => column.notNull().defaultTo('main'))
          .execute();
      }
      await db.schema
        .createTable('account')
        .addColumn('workspace', text, (column) => column.notNull())
        .addColumn('id', text, (column) => column.notNull())
        .addColumn('name', text, (column) => column.notNull())
        .addColumn('kind', text, (column) => column.notNull())
        .addColumn('session_sealed', text, (column) => column.notNull())
        .addColumn('key_id', text, (column) => column.notNull())
        .addColumn('proxy', text)
        .addColumn('created_at', text, (column) => column.notNull())
        .addPrimaryKeyConstraint('account_key', ['workspace', 'id'])
        .addUniqueConstraint('account_name', ['workspace', 'name'])
        .execute();
      await db.schema
        .createTable('key_account')
        .addColumn('workspace', text, (column) => column.notNull())
        .addColumn('caller', text, (column) => column.notNull())
        .addColumn('idempotency_key', text, (column) => column.notNull())
        .addColumn('account', text, (column) => column.notNull())
        .addColumn('minute', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('key_account_key', ['workspace', 'caller', 'idempotency_key'])
        .execute();
      await db.schema.createIndex('key_account_by_age').on('key_account').column('minute').execute();
      await db.schema
        .createTable('chat_right')
        .addColumn('workspace', text, (column) => column.notNull())
        .addColumn('account', text, (column) => column.notNull())
        .addColumn('chat', text, (column) => column.notNull())
        .addColumn('standing', text, (column) => column.notNull())
        .addColumn('seen_at', text, (column) => column.notNull())
        .addPrimaryKeyConstraint('chat_right_key', ['workspace', 'account', 'chat'])
        .execute();
      await db.schema
        .createTable('session_account')
        .addColumn('workspace', text, (column) => column.notNull())
        .addColumn('scope', text, (column) => column.notNull())
        .addColumn('account', text, (column) => column.notNull())
        .addPrimaryKeyConstraint('session_account_key', ['workspace', 'scope'])
        .execute();
    },
  },
});

const NAMES = Object.keys(migrationsOf(SQLITE_TYPES));

/** The tables of a database, as far as they are known before anything is changed. */
export interface Found {
  /** Migrations that it has seen. */
  readonly applied: readonly string[];
  /** Whether there are tables of somebody else, and none of Kysely's. */
  readonly isForeign: boolean;
}

/** Throws `StoreError` where the tables are another program's, or a newer version's of this one. `instead` ends "or name …". */
export function checkTables({ applied, isForeign }: Found, store: string, instead: string): void {
  const unknown = applied.filter((name) => !NAMES.includes(name));
  if (isForeign || (unknown.length > 0 && unknown.length === applied.length)) {
    throw new StoreError(`The store ${store} is another program's database. Name ${instead}.`);
  }
  if (unknown.length > 0) {
    throw new StoreError(
      `The store ${store} was written by a newer version of the gateway (${unknown.join(', ')}). ` +
        `Start that version, or name ${instead}.`,
    );
  }
}

/** Brings the tables up to date, in one transaction: all of it or nothing. `schema`: in which they are, where there are several. */
export async function migrate(
  db: Kysely<Tables>,
  applied: readonly string[],
  types: ColumnTypes,
  schema?: string,
): Promise<void> {
  if (applied.length === NAMES.length) return; // the usual start, which costs no look at the tables
  const provider = { getMigrations: async () => migrationsOf(types) };
  const { error } = await new Migrator({
    db,
    provider,
    ...(schema && { migrationTableSchema: schema }),
  }).migrateToLatest();
  if (error !== undefined) throw error;
}
