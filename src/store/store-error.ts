/** The store cannot be used. The message names the file and what to do; it is for people. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** Primary result codes of SQLite (https://www.sqlite.org/rescode.html) that an operator can do something about. */
const ADVICE: Readonly<Record<number, string>> = {
  5: 'is locked by another program. Close that program, then start again.',
  8: 'cannot be written: it is read-only for this user. Change its owner or permissions, or name another DATA_DIR.',
  10: 'cannot be read or written: the disk reports an error. Check the disk, or name another DATA_DIR.',
  11: 'is damaged. Put a backup in its place, or move it away: a new one is then made, and idempotency keys of the last 24 hours are not recognised.',
  13: 'cannot be written: the disk is full. Make room, then start again.',
  14: 'cannot be opened. Check that it is a file and that this user may read and write it, or name another DATA_DIR.',
  26: 'is not an SQLite database. Name another DATA_DIR, or move the file away: a new one is then made.',
};

/** The same for PostgreSQL and the way to it: SQLSTATEs (https://www.postgresql.org/docs/current/errcodes-appendix.html) and errors of Node. */
const POSTGRES_ADVICE: Readonly<Record<string, string>> = {
  '25006': 'is read-only: a standby, or set so. Let DATABASE_URL name the primary server.',
  '28000': 'refuses this user. Check the user of DATABASE_URL and the pg_hba.conf of the server.',
  '28P01': 'refuses the password. Put the present one into DATABASE_URL, then start again.',
  '3D000': 'is not there. Make it with "createdb", or name another DATABASE_URL.',
  '42501':
    'does not give this user the rights it needs. Let the user own the database, or a schema of its search_path.',
  '53100': 'cannot be written: the disk of the server is full. Make room, then start again.',
  '53300': 'has no connection to spare. Lower DATABASE_POOL_SIZE, or raise max_connections of the server.',
  '57P03': 'is starting or stopping. Try again in a moment.',
  EAI_AGAIN: 'cannot be found: no address is known for its host. Check DATABASE_URL.',
  ECONNREFUSED: 'cannot be reached: nothing listens there. Start the server, or check DATABASE_URL.',
  ENOTFOUND: 'cannot be found: no address is known for its host. Check DATABASE_URL.',
};
const UNREACHABLE = 'cannot be reached. Check DATABASE_URL, the server and the network.';

/** The error as a `StoreError` where an operator can help; any other is a bug and is answered as it is. */
export function toStoreError(error: unknown, store: string): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  if (store.startsWith('postgres')) {
    if (error instanceof TypeError || 'errcode' in error) return error;
    const code = codeOf(error);
    const advice = POSTGRES_ADVICE[code] ?? (isOfServer(error) ? undefined : `${UNREACHABLE} (${error.message})`);
    return advice === undefined ? error : new StoreError(`The store ${store} ${advice}`, { cause: error });
  }
  if ('errcode' in error && typeof error.errcode === 'number') {
    const advice = ADVICE[error.errcode & 0xff]; // the high bits say more than an operator needs
    return advice === undefined ? error : new StoreError(`The store ${store} ${advice}`, { cause: error });
  }
  if ('syscall' in error && 'code' in error) {
    return new StoreError(
      `The store cannot use ${store} (${error.code}). Let DATA_DIR name a directory that this user may write to.`,
      { cause: error },
    );
  }
  return error;
}

/** Why the store cannot be written, for `/readyz`, which strangers read: it names no path. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return UNKNOWN_FAULT;
  if ('errcode' in error) {
    const code = Number(error.errcode) & 0xff;
    if (code === 5) return 'The store is locked by another program.';
    return code === 13 ? FULL : UNKNOWN_FAULT;
  }
  const code = codeOf(error);
  if (code === '53100') return FULL;
  if (code === '25006') return 'The database of the store is read-only.';
  if (code.startsWith('28')) return 'The database of the store refuses the user or the password.';
  return isOfServer(error) ? UNKNOWN_FAULT : 'The database of the store does not answer.';
}

const FULL = 'The disk of the store is full.';
const UNKNOWN_FAULT = 'The store cannot be written; the log says why.';

/** What to say when another process has the session; `holder` names it. */
export function sessionTaken(holder: string): StoreError {
  return new StoreError(
    `Another gateway runs on this session: ${holder}. Two on one session make Telegram end it ` +
      'for good (AUTH_KEY_DUPLICATED), so this one has not connected. Stop the other one first, or give this one a session ' +
      'of its own with "npm run login".',
  );
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : '';
}

/** PostgreSQL itself has answered it: the way to it is open. */
function isOfServer(error: Error): boolean {
  return 'severity' in error && !codeOf(error).startsWith('57P');
}
