import { setTimeout as pass } from 'node:timers/promises';
import { Kysely } from 'kysely';
import { DEFAULT_MIGRATION_TABLE } from 'kysely/migration';
import type { DatabaseAddress, Engine, LockedSession, SessionOptions } from '../engine.ts';
import { checkTables, migrate, POSTGRES_TYPES } from '../migrations/migrations.ts';
import { StoreError, toStoreError } from '../store-error.ts';
import { ownSession } from '../tables/session-owner.ts';
import type { Tables } from '../tables/tables.ts';
import { connectDirectly, postgresDialect } from './client.ts';
import { createSessionLocks, FOLLOW_AFTER_MS, type SessionLocks } from './session-lock.ts';

const OLDEST_VERSION = 14;
/** Another process that migrates at this moment is waited for. */
const MIGRATION_PATIENCE_MS = 60_000;
/** There is no lock file, so that who has the lock is followed at once. */
const LOCK_FILE = 'postgres';

/** Brings the tables up to date and opens them. Throws `StoreError`. */
export async function openPostgres(address: DatabaseAddress): Promise<Engine> {
  const db = await openPostgresTables(address);
  let locks: SessionLocks | null = null;
  return {
    db,
    name: nameOf(address),
    isInPlace: () => true,
    lock(options) {
      locks ??= createSessionLocks(address.directUrl, options.log);
      return lockAndOwn(address, db, locks, options);
    },
    close: () => db.destroy(),
  };
}

async function lockAndOwn(
  address: DatabaseAddress,
  db: Kysely<Tables>,
  locks: SessionLocks,
  { scope, boot, log, onLost, onSuspend }: SessionOptions,
): Promise<LockedSession> {
  await using started = new AsyncDisposableStack();
  const lock = await locks.lock({
    scope,
    boot,
    onLost,
    onSuspend,
    async ownerBoot(client) {
      const rows = await client.ask<{ boot: string }>('select boot from session_owner where scope = $1', [scope]);
      return rows[0]?.boot ?? null;
    },
  });
  started.defer(() => lock.release());
  const owner = await ownSession(db, { scope, boot, lockFile: LOCK_FILE });
  if (!owner) throw new StoreError(`The store ${nameOf(address)} was changed by another program. Start again.`);
  // What of it fails leaves work for the next start, and nothing wrong.
  started.defer(() =>
    owner.leave().catch((err: unknown) => {
      log.warn({ err }, 'the next start will wait for this gateway, which has ended');
    }),
  );
  started.defer(() => lock.stop());
  if (owner.wasCutOff) {
    log.info(
      { waitMs: FOLLOW_AFTER_MS },
      'the last gateway on this session did not leave: it may not know yet that it has ended',
    );
    await pass(FOLLOW_AFTER_MS);
  }
  const stack = started.move();
  return {
    isOwned: true,
    wasCutOff: owner.wasCutOff,
    isLockInPlace: () => true,
    mayUse: locks.mayUse,
    release: () => stack.disposeAsync(),
  };
}

/** Whether accounts are kept in the database. Nothing is made or changed. Throws `StoreError`. */
export async function hasPostgresAccounts(address: DatabaseAddress): Promise<boolean> {
  try {
    const client = await connectDirectly(address.directUrl, 'telegram-graphql-gateway');
    try {
      const [table] = await client.ask<{ name: string | null }>("select to_regclass('account')::text as name");
      return !!table?.name && (await client.ask('select 1 from account limit 1')).length > 0;
    } finally {
      await client.leave();
    }
  } catch (error) {
    throw toStoreError(error, nameOf(address));
  }
}

/** The tables, brought up to date; nothing is locked. Throws `StoreError`. */
export async function openPostgresTables(address: DatabaseAddress): Promise<Kysely<Tables>> {
  const name = nameOf(address);
  try {
    const { applied, schema } = await lookAtServer(address, name);
    // A pooler would give the connection that holds Kysely's lock to somebody else.
    const direct = new Kysely<Tables>({ dialect: postgresDialect(address.directUrl, 1, MIGRATION_PATIENCE_MS) });
    try {
      await migrate(direct, applied, POSTGRES_TYPES, schema);
    } finally {
      await direct.destroy();
    }
    return new Kysely<Tables>({ dialect: postgresDialect(address.url, address.poolSize) });
  } catch (error) {
    throw toStoreError(error, name);
  }
}

/** What a server tells of itself, the database and the user. */
interface Server {
  /** The major one. */
  readonly version: number;
  readonly encoding: string;
  readonly isReadOnly: boolean;
  /** In which tables are made; `null`: the user may use none. */
  readonly schema: string | null;
  /** Whether somebody has migrated it. */
  readonly isKnown: boolean;
  readonly hasTables: boolean;
}

/** What was migrated there, and in which schema. Throws `StoreError` where this is no place for a store. */
async function lookAtServer({ directUrl }: DatabaseAddress, name: string) {
  const client = await connectDirectly(directUrl, 'telegram-graphql-gateway');
  try {
    const [found] = await client.ask<Server>(
      `select current_setting('server_version_num')::int / 10000 as version,
        current_setting('server_encoding') as encoding,
        current_setting('transaction_read_only') = 'on' as "isReadOnly",
        current_schema() as schema,
        to_regclass($1) is not null as "isKnown",
        exists (select from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
          and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')) as "hasTables"`,
      [DEFAULT_MIGRATION_TABLE],
    );
    if (!found) throw new Error('a select without a table answers one row');
    const schema = checkServer(found, name);
    const applied = found.isKnown
      ? await client.ask<{ name: string }>(`select name from ${DEFAULT_MIGRATION_TABLE}`)
      : [];
    const names = applied.map((row) => row.name);
    checkTables({ applied: names, isForeign: found.hasTables && !found.isKnown }, name, 'another DATABASE_URL');
    return { applied: names, schema };
  } finally {
    await client.leave();
  }
}

/** Answers the schema of the tables. Throws `StoreError` where this is no server, database or user for a store. */
export function checkServer(found: Omit<Server, 'isKnown' | 'hasTables'>, name: string): string {
  const refuse = (problem: string) => new StoreError(`The store ${name} ${problem}`);
  if (found.version < OLDEST_VERSION) {
    throw refuse(`is PostgreSQL ${found.version}. Use version ${OLDEST_VERSION} or newer.`);
  }
  if (found.encoding !== 'UTF8') throw refuse(`has the encoding ${found.encoding}. Make a database with UTF8.`);
  if (found.isReadOnly) {
    throw refuse('is read-only: a standby, or set so. Let DATABASE_URL name the primary server.');
  }
  if (found.schema === null) throw refuse('has no schema that this user may use. Grant it one.');
  return found.schema;
}

/** The address without what is secret in it. */
export function nameOf({ url }: DatabaseAddress): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}
