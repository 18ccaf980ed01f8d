import { lstatSync } from 'node:fs';
import { chmod, link, lstat, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { StoreError, toStoreError } from '../store-error.ts';

const OTHERS = 0o077;
const OTHERS_WRITE = 0o022;
const EVERYBODY_WRITES = 0o002;
const STICKY = 0o1000;

/**
 * Makes the directory, with what leads to it, for this user alone. One that is there has to be closed to writers: whoever may
 * write into it may put another store there. One of our own is closed, another's is refused (`StoreError`), and so is a shared one
 * such as /tmp. A group may write where another user has let it, as Kubernetes lets a volume's.
 */
export async function makePrivateDirectory(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    const { mode, uid } = await stat(path);
    if (process.getuid === undefined || (mode & OTHERS_WRITE) === 0) return;
    if (uid === process.getuid() && (mode & STICKY) === 0) return await chmod(path, 0o700);
    if ((mode & EVERYBODY_WRITES) === 0) return;
    const digits = (mode & 0o7777).toString(8);
    throw new StoreError(
      `The store cannot use ${path}: everybody may write there (mode ${digits}). Let DATA_DIR name a directory of this user's own.`,
    );
  } catch (error) {
    throw toStoreError(error, path);
  }
}

/**
 * Has a file of this user's own, readable by nobody else, in that place. One that is there is not even opened: closing it would
 * take away the locks that this process holds on it (https://www.sqlite.org/howtocorrupt.html). A new one is written by `fill`
 * under another name first, so that it is never seen half made. Throws `StoreError`; a symbolic link is not followed.
 */
export async function makePrivateFile(path: string, fill?: (path: string) => void): Promise<void> {
  if (await closeToOthers(path)) return;
  const draft = `${path}.${process.pid}-${performance.now()}`;
  try {
    await writeFile(draft, '', { mode: 0o600, flag: 'wx' });
    fill?.(draft);
    await link(draft, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw toStoreError(error, path); // else another process was quicker, with the same
  } finally {
    await rm(draft, { force: true });
  }
}

/** Whether the file is there; then nobody else can read it afterwards. Throws `StoreError` where that cannot be had. */
export async function closeToOthers(path: string): Promise<boolean> {
  try {
    const found = await lstat(path);
    if (!found.isFile()) {
      throw new StoreError(
        `The store ${path} cannot be opened: a symbolic link, or what else is no file, is not followed. ` +
          'Put the file itself there, or name another DATA_DIR.',
      );
    }
    if (process.getuid === undefined || (found.mode & OTHERS) === 0) return true;
    if (found.uid !== process.getuid()) {
      throw new StoreError(
        `The store ${path} is another user's and others may read it. Give it to this user, or name another DATA_DIR.`,
      );
    }
    await chmod(path, 0o600);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw toStoreError(error, path);
  }
}

/** The number of the file in this place; empty when none is there. */
export function inode(path: string): string {
  return lstatSync(path, { bigint: true, throwIfNoEntry: false })?.ino.toString() ?? '';
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
