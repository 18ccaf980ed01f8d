import { setTimeout as pass } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** How often an owner shows that it lives, and looks whether it still is the owner. */
export const BEAT_EVERY_MS = 2_000;
/** How long one who may be dead is watched. */
const PATIENCE_MS = 10_000;
const WATCH_EVERY_MS = 100;

/** This run's ownership of a session, in the database. */
export interface SessionOwner {
  /** Whether the run before has ended without `leave`. */
  readonly wasCutOff: boolean;
  /** The next run need not doubt that this one has ended. */
  leave(): Promise<void>;
}

/** A run of the process that has locked a file for the session. */
interface Run {
  readonly scope: string;
  readonly boot: string;
  /** `SessionLock.file`. */
  readonly lockFile: string;
}

/**
 * The lock on the session a second time, in the database: for when somebody removed the locked file, so that a new one could be
 * locked. `null`: the owner lives.
 *
 * An owner that had locked the very file that is locked now is dead: no other file has its number while a process has it open.
 * One that had locked another may live and is watched: its beats are counted, no clock is asked. Each look takes the right to write, or the
 * owner might be silent only because nobody can.
 */
export async function ownSession(
  db: Kysely<Tables>,
  { scope, boot, lockFile }: Run,
  { patienceMs = PATIENCE_MS }: { readonly patienceMs?: number } = {},
): Promise<SessionOwner | null> {
  const own = { boot, lock_file: lockFile, beat: 0 };
  const seen = await db.selectFrom('session_owner').selectAll().where('scope', '=', scope).executeTakeFirst();
  const until = performance.now() + (seen === undefined || seen.lock_file === lockFile ? 0 : patienceMs);

  /** `null`: too early to tell. */
  const look = () =>
    db.transaction().execute(async (transaction): Promise<boolean | null> => {
      const owner = await transaction
        .selectFrom('session_owner')
        .selectAll()
        .where('scope', '=', scope)
        .executeTakeFirst();
      if (owner?.boot !== seen?.boot || owner?.beat !== seen?.beat) return false;
      if (performance.now() < until) return null;
      await transaction
        .insertInto('session_owner')
        .values({ scope, ...own })
        .onConflict((conflict) => conflict.column('scope').doUpdateSet(own))
        .execute();
      return true;
    });
  let isOurs = await look();
  for (; isOurs === null; isOurs = await look()) await pass(WATCH_EVERY_MS);
  if (!isOurs) return null;

  return {
    wasCutOff: seen !== undefined,
    async leave() {
      await db.deleteFrom('session_owner').where('scope', '=', scope).where('boot', '=', boot).execute();
    },
  };
}

/**
 * Shows that these runs live, and answers those that own their session still; another run owns the others'. Also a write that tells
 * whether the store can be written.
 */
export async function beat(db: Kysely<Tables>, boots: readonly string[]): Promise<ReadonlySet<string>> {
  if (boots.length === 0) return new Set();
  const rows = await db
    .updateTable('session_owner')
    .set((row) => ({ beat: row('beat', '+', 1) }))
    .where('boot', 'in', boots)
    .returning('boot')
    .execute();
  return new Set(rows.map(({ boot }) => boot));
}
