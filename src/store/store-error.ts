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

/** The error as a `StoreError` where an operator can help; any other is a bug and is answered as it is. */
export function toStoreError(error: unknown, path: string): unknown {
  if (!(error instanceof Error)) return error;
  if ('errcode' in error && typeof error.errcode === 'number') {
    const advice = ADVICE[error.errcode & 0xff]; // the high bits say more than an operator needs
    return advice === undefined ? error : new StoreError(`The store ${path} ${advice}`, { cause: error });
  }
  if ('syscall' in error && 'code' in error) {
    return new StoreError(
      `The store cannot use ${path} (${error.code}). Let DATA_DIR name a directory that this user may write to.`,
      { cause: error },
    );
  }
  return error;
}

/** Why the store cannot be written, for `/readyz`, which strangers read: it names no path. */
export function describeFault(error: unknown): string {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  if (code === 5) return 'The store is locked by another program.';
  if (code === 13) return 'The disk of the store is full.';
  return 'The store cannot be written; the log says why.';
}
