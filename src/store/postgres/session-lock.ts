import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { setTimeout as pass } from 'node:timers/promises';
import { createTurns } from '../../base/in-turn.ts';
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

/** The lock on a session. */
export interface SessionLock {
  /** Nobody looks after the lock from here on: its loss is none any more. */
  stop(): void;
  release(): Promise<void>;
}

export interface SessionLockOptions {
  readonly scope: string;
  /** The run that the store names as the session's owner; `null`: none. */
  readonly ownerBoot: (client: BoundedClient) => Promise<string | null>;
  readonly boot: string;
  readonly onLost: (reason: string) => void;
  readonly onSuspend: () => void;
}

/** The locks of this process, all over one connection of their own. */
export interface SessionLocks {
  /** Whether the sessions may be used at this very moment, also after the process or its machine has slept. */
  mayUse(): boolean;
  /**
   * Keeps every other process off the session until it is released, or until the server has lost this process. Throws `StoreError` when
   * another process has it. Whoever has the lock in this process may have it once more: the workspace keeps accounts apart.
   */
  lock(options: SessionLockOptions): Promise<SessionLock>;
}

interface Held extends SessionLockOptions {
  /** Its number. */
  readonly session: number;
}

/**
 * When the connection fails, it is made anew at once; where the locks are not had again within five seconds, `onSuspend`. A session
 * that another process has had meanwhile is lost (`onLost`).
 */
export function createSessionLocks(url: string, log: Logger): SessionLocks {
  const held = new Set<Held>();
  /** A connection answers one question after the other, and each for itself in time. */
  const inTurn = createTurns(1);
  let over = new AbortController();
  let connection: { client: BoundedClient; backend: Backend } | null = null;
  let isHeld = true;
  let until = { monotonic: 0, wall: 0 };
  let expiry: NodeJS.Timeout | undefined;

  async function connect() {
    const client = await connectDirectly(url, `process ${process.pid} on ${hostname()}`);
    try {
      return { client, backend: await identify(client) };
    } catch (error) {
      client.drop();
      throw error;
    }
  }

  /** The server had the locks for us after this moment. */
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
    for (const { onSuspend } of held) onSuspend();
  }

  async function keep({ signal }: AbortController): Promise<void> {
    while (!signal.aborted && connection) {
      const { client, backend } = connection;
      const rest = pass(BEAT_EVERY_MS, undefined, { ref: false, signal });
      await Promise.race([rest, once(client, 'end', { signal })]).catch(() => {});
      if (signal.aborted) return;
      const asked = now();
      try {
        const { pid } = await inTurn(() => identify(client));
        if (pid !== backend.pid)
          throw new Error('DATABASE_DIRECT_URL leads through a pooler, which shares connections');
        confirm(asked);
      } catch (error) {
        if (signal.aborted) return;
        log.warn({ err: error }, 'the connection that holds the lock on the session has failed');
        client.drop();
        while (!signal.aborted && !(await inTurn(tryAgain).catch(() => false))) {
          await pass(TRY_EVERY_MS, undefined, { ref: false });
        }
      }
    }
  }

  /** Whether the locks are ours again, those that another process has taken excepted. */
  async function tryAgain(): Promise<boolean> {
    const asked = now();
    const next = await connect();
    try {
      for (const one of [...held]) {
        const isTaken = await takeLock(next.client, one.session);
        if ((await one.ownerBoot(next.client)) !== one.boot) {
          held.delete(one);
          if (isTaken) await freeLock(next.client, one.session);
          one.onLost('Another gateway has taken the session over.');
        } else if (!isTaken) {
          // The server has not noticed the end of the connection that held it.
          await next.client.ask(
            'select pg_terminate_backend(pid) from pg_stat_activity where pid = $1 and backend_start = $2',
            [connection?.backend.pid, connection?.backend.since],
          );
          next.client.drop();
          return false;
        }
      }
      connection = next;
      confirm(asked);
      return true;
    } catch (error) {
      log.debug({ err: error }, 'the lock on the session is not held again yet');
      next.client.drop();
      return false;
    }
  }

  /** Nobody needs the connection any more. */
  async function leave(): Promise<void> {
    over.abort();
    clearTimeout(expiry);
    const last = connection;
    connection = null;
    await last?.client.leave();
  }

  async function take(one: Held): Promise<void> {
    const asked = now();
    const isFirst = connection === null;
    connection ??= await connect();
    const { client } = connection;
    try {
      if (!(await takeLock(client, one.session))) throw await refusalOf(client, one.session);
    } catch (error) {
      if (isFirst) await leave();
      else if (error instanceof StoreError) await freeShared(client);
      throw error;
    }
    held.add(one);
    if (!isFirst) return;
    over = new AbortController();
    isHeld = true;
    confirm(asked);
    void keep(over);
  }

  return {
    // Two clocks: the monotonic one stands still while the machine sleeps, the other one may be set.
    mayUse: () => performance.now() < until.monotonic && Date.now() < until.wall,
    async lock(options) {
      const one = { ...options, session: numberOf(options.scope) };
      await inTurn(() => take(one));
      return {
        stop: () => void held.delete(one),
        release: () =>
          inTurn(async () => {
            held.delete(one);
            if (held.size === 0) await leave();
            else if (connection) await freeLock(connection.client, one.session).catch(() => {});
          }),
      };
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

/** What `sessionScope` answers is a digest; a user id is none. */
function numberOf(scope: string): number {
  const digest = scope.length === 64 ? scope : createHash('sha256').update(scope).digest('hex');
  return Buffer.from(digest.slice(0, 8), 'hex').readUInt32BE() >>> 1 || 1;
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

/** Gives a lock free that is held as often as it was taken. */
async function freeLock(client: BoundedClient, session: number): Promise<void> {
  await client.ask('select pg_advisory_unlock_shared($1, $2), pg_advisory_unlock($1, $3)', [
    OURS,
    ALL_SESSIONS,
    session,
  ]);
}

async function freeShared(client: BoundedClient): Promise<void> {
  await client.ask('select pg_advisory_unlock_shared($1, $2)', [OURS, ALL_SESSIONS]);
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
