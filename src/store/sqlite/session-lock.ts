import { readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { type StoreError, sessionTaken, toStoreError } from '../store-error.ts';
import type { FileLocks } from './file-locks.ts';
import { inode, makePrivateFile } from './private-file.ts';
import { isBusy } from './sqlite.ts';

const holders = v.object({ pid: v.number(), host: v.string(), since: v.string() });

/** The lock on a session, held by this process. */
export interface SessionLock {
  /** Names the locked file: while this process holds it no other one of the directory has the same name. */
  readonly file: string;
  /** Whether the locked file is still the one that the next process would lock. */
  isInPlace(): boolean;
  /** Writes down who holds it, for the message that the next one gets. */
  announce(): Promise<void>;
  /** What to say when another process has the session all the same. */
  refusal(): Promise<StoreError>;
  release(): Promise<void>;
}

/**
 * Keeps every other process of this data directory off the session until it is released, or until this process ends in
 * whatever way: the lock is one that the operating system holds on an SQLite file, so no stale one can be left behind.
 * The holder is named in a file beside it, as a locked one cannot be read. Throws `StoreError` when somebody has it.
 * Somebody who removes the file gets past it; `ownSession` is for that.
 */
export async function lockSession(locks: FileLocks, dataDir: string, scope: string): Promise<SessionLock> {
  const path = join(dataDir, `session-${scope.slice(0, 16)}`);
  const lockPath = `${path}.lock`;
  const holderPath = `${path}.json`;
  await makePrivateFile(lockPath);
  const unlock = takeLock(locks, lockPath);
  if (unlock === null) throw sessionTaken(await describeHolder(holderPath));
  const file = inode(lockPath);
  const isInPlace = () => inode(lockPath) === file;
  let announced = false;
  return {
    file,
    isInPlace,
    refusal: async () => sessionTaken(await describeHolder(holderPath)),
    async announce() {
      try {
        const holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
        await rm(holderPath, { force: true }); // whatever is there is neither followed nor does its mode stay
        await writeFile(holderPath, JSON.stringify(holder), { mode: 0o600, flag: 'wx' });
        announced = true;
      } catch (error) {
        throw toStoreError(error, holderPath);
      }
    },
    async release() {
      if (announced && isInPlace()) await rm(holderPath, { force: true });
      unlock();
    },
  };
}

/** `null` when somebody has it. */
function takeLock(locks: FileLocks, path: string): (() => void) | null {
  try {
    return locks.take(path);
  } catch (error) {
    if (isBusy(error)) return null;
    throw toStoreError(error, path);
  }
}

async function describeHolder(path: string): Promise<string> {
  try {
    const { pid, host, since } = v.parse(holders, JSON.parse(await readFile(path, 'utf8')));
    return `process ${pid} on ${host}, since ${since}`;
  } catch {
    return 'a process that has not said its name'; // it has the lock, but the file is not written yet, or gone
  }
}
