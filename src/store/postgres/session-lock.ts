import { once } from 'node:events';
import { hostname } from 'node:os';
import { setTimeout as pass } from 'node:timers/promises';
import type { Logger } from '../../base/log.ts';
import { StoreError, sessionTaken } from '../store-error.ts';
import { type BoundedClient, connectDirectly } from './client.ts';

const BEAT_EVERY_MS = 2_000;
const TRY_EVERY_MS = 250;
/** How long the session is used after the server was last known to hold the lock for this process. */
const USED_FOR_MS = 5_000;
/**
 * How long a process waits that follows one which did not leave: as long as that one, cut off from the server, may go on, and a second
 * for what is still on its way.
 */
export const FOLLOW_AFTER_MS = USED_FOR_MS + 1_000;

/** The first number of every advisory lock of ours; the second is a session's, or that of all sessions together. */
const OURS = 0x7467_6777;
const ALL_SESSIONS = 0;

/** The lock on a session, held by this process over a connection of its own. */
export interface SessionLock {
  /** Whether the session may be used at this very moment, also after the process or its machine has slept. */
  mayUse(): boolean;
  /** Nobody looks after the lock from here on: its loss is none any more. */
  stop(): Promise<void>;
  release(): Promise<void>;
}

export interface SessionLockOptions {
  readonly url: string;
  readonly scope: string;
  readonly log: Logger;
  /** The run that the store names as the session's owner; `null`: none. */
  readonly ownerBoot: (client: BoundedClient) => Promise<string | null>;
  readonly boot: string;
  readonly onLost: (reason: string) => void;
  readonly onSuspend: () => void;
}

/**
 * Keeps every other process off the session until it is released, or until the server has lost this process. When the connection fails, it
 * is made anew at once; where the lock is not had again within five seconds, `onSuspend`. A session
 * that another process has had meanwhile is lost (`onLost`). Throws `StoreError` when another process has it.
 */
export async function lockSession(options: SessionLockOptions): Promise<SessionLock> {
  const { url, scope, log, boot, ownerBoot, onLost, onSuspend } = options;
  const session = numberOf(scope);
  const connect = () => connectDirectly(url, `process ${process.pid} on ${hostname()}`);
  const over = new AbortController();
  let isHeld = true;
  let until = { monotonic: 0, wall: 0 };
  let expiry: NodeJS.Timeout | undefined;

  const first = now();
  let client = await connect();
  let backend: Backend;
  try {
    backend = await identify(client);
    if (!(await takeLock(client, session))) throw await refusalOf(client, session);
  } catch (error) {
    client.drop();
    throw error;
  }
  confirm(first);
  const keeping = keep();

  // Two clocks: the monotonic one stands still while the machine sleeps, the other one may be set.
  function mayUse(): boolean {
    return performance.now() < until.monotonic && Date.now() < until.wall;
  }

  /** The server had the lock for us after this moment. */
  function confirm({ monotonic, wall }: { readonly monotonic: number; readonly wall: number }): void {
    if (over.signal.aborted) return;
    until = { monotonic: monotonic + USED_FOR_MS, wall: wall + USED_FOR_MS };
    clearTimeout(expiry);
    expiry = setTimeout(expire, until.monotonic - performance.now()).unref();
    if (isHeld) return;
    isHeld = true;
    log.info('the lock on the session is held again');
  }

  function expire(): void {
    isHeld = false;
    log.error('the lock on the session cannot be held; nothing is sent to Telegram until it is held again');
    onSuspend();
  }

  async function keep(): Promise<void> {
    while (!over.signal.aborted) {
      const rest = pass(BEAT_EVERY_MS, undefined, { ref: false, signal: over.signal });
      await Promise.race([rest, once(client, 'end', { signal: over.signal })]).catch(() => {});
      if (over.signal.aborted) return;
      const asked = now();
      try {
        const { pid } = await identify(client);
        if (pid !== backend.pid)
          throw new Error('DATABASE_DIRECT_URL leads through a pooler, which shares connections');
        confirm(asked);
      } catch (error) {
        log.warn({ err: error }, 'the connection that holds the lock on the session has failed');
        client.drop();
        await regain();
      }
    }
  }

  async function regain(): Promise<void> {
    while (!over.signal.aborted && !(await tryAgain().catch(() => false))) {
      await pass(TRY_EVERY_MS, undefined, { ref: false });
    }
  }

  /** Whether the lock is ours again, or never will be. */
  async function tryAgain(): Promise<boolean> {
    const asked = now();
    const next = await connect();
    try {
      const isTaken = await takeLock(next, session);
      if ((await ownerBoot(next)) !== boot) {
        over.abort();
        clearTimeout(expiry);
        onLost('Another gateway has taken the session over.');
        next.drop();
        return true;
      }
      if (isTaken) {
        backend = await identify(next);
        client = next;
        confirm(asked);
        return true;
      }
      // The server has not noticed the end of the connection that held it.
      await next.ask('select pg_terminate_backend(pid) from pg_stat_activity where pid = $1 and backend_start = $2', [
        backend.pid,
        backend.since,
      ]);
    } catch (error) {
      log.debug({ err: error }, 'the lock on the session is not held again yet');
    }
    next.drop();
    return false;
  }

  async function stop(): Promise<void> {
    over.abort();
    clearTimeout(expiry);
    await keeping;
  }

  return {
    mayUse,
    stop,
    async release() {
      await stop();
      await client.leave();
    },
  };
}

/** Runs the work while no session of the database is in use, and keeps it so. Throws `StoreError` when one is. */
export async function withoutSessions<T>(url: string, work: () => Promise<T>): Promise<T> {
  const client = await connectDirectly(url, `process ${process.pid} on ${hostname()}`);
  try {
    const [lock] = await client.ask<{ free: boolean }>('select pg_try_advisory_lock($1, $2) as free', [
      OURS,
      ALL_SESSIONS,
    ]);
    if (!lock?.free) throw new StoreError('A gateway runs on this database. Stop it first.');
    return await work();
  } finally {
    client.drop();
  }
}

function now() {
  return { monotonic: performance.now(), wall: Date.now() };
}

function numberOf(scope: string): number {
  return Buffer.from(scope.slice(0, 8), 'hex').readUInt32BE() >>> 1 || 1;
}

/** Whether this connection has the session now. A machine that goes without a word gives it free half a minute later. */
async function takeLock(client: BoundedClient, session: number): Promise<boolean> {
  await client.ask(`select set_config('tcp_keepalives_idle', '10', false),
    set_config('tcp_keepalives_interval', '5', false), set_config('tcp_keepalives_count', '4', false)`);
  const [taken] = await client.ask<{ shared: boolean; own: boolean }>(
    'select pg_try_advisory_lock_shared($1, $2) as shared, pg_try_advisory_lock($1, $3) as own',
    [OURS, ALL_SESSIONS, session],
  );
  return Boolean(taken?.shared && taken.own);
}

/** The server's process for a connection; numbers come again, so with the time of its start. */
interface Backend {
  readonly pid: number;
  readonly since: string;
}

async function identify(client: BoundedClient): Promise<Backend> {
  const [own] = await client.ask<Backend>(
    'select pid, backend_start::text as since from pg_stat_activity where pid = pg_backend_pid()',
  );
  if (!own) throw new Error('a connection is in the list of its server');
  return own;
}

async function refusalOf(client: BoundedClient, session: number): Promise<StoreError> {
  const [holder] = await client.ask<{ name: string | null; since: Date }>(
    `select application_name as name, backend_start as since from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and classid = $1 and objid in ($2, $3) and mode = 'ExclusiveLock' and granted
        and database = (select oid from pg_database where datname = current_database())`,
    [OURS, ALL_SESSIONS, session],
  );
  if (!holder?.name) return sessionTaken('a process that has not said its name');
  return sessionTaken(`${holder.name}, since ${holder.since.toISOString()}`);
}
