import { mkdir, open } from 'node:fs/promises';
import { toStoreError } from './store-error.ts';

/** Makes the directory, with what leads to it, for this user's eyes only. One that is there stays as it is. */
export async function makePrivateDirectory(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw toStoreError(error, path);
  }
}

/**
 * Makes an empty file for this user's eyes only, so that SQLite finds it with these permissions. One that is there is not
 * even opened: closing it would take away the locks that this process holds on it (https://www.sqlite.org/howtocorrupt.html).
 */
export async function makePrivateFile(path: string): Promise<void> {
  try {
    await (await open(path, 'wx', 0o600)).close();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return;
    throw toStoreError(error, path);
  }
}
