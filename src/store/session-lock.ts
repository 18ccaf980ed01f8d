import { readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { makePrivateFile } from './private-file.ts';
import { StoreError, toStoreError } from './store-error.ts';

const SQLITE_BUSY = 5;
const holders = v.object({ pid: v.number(), host: v.string(), since: v.string() });

/**
 * Keeps every other process of this data directory off the session until it is released, or until this process ends in
 * whatever way: the lock is one that the operating system holds on an SQLite file, so no stale one can be left behind.
 * The holder is named in a file beside it, as a locked one cannot be read. Throws `StoreError` when somebody has it.
 */
export async function lockSession(dataDir: string, scope: string): Promise<{ release(): Promise<void> }> {
  const path = join(dataDir, `session-${scope.slice(0, 16)}`);
  const holderPath = `${path}.json`;
  await makePrivateFile(`${path}.lock`);
  const lock = takeLock(`${path}.lock`);
  if (lock === null) throw new StoreError(await refusal(holderPath));
  try {
    const holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
    await writeFile(holderPath, JSON.stringify(holder), { mode: 0o600 });
  } catch (error) {
    lock.close();
    throw toStoreError(error, holderPath);
  }
  return {
    async release() {
      await rm(holderPath, { force: true });
      lock.close();
    },
  };
}

/** `null` when another connection has it. The lock lasts as long as the connection. */
function takeLock(path: string): DatabaseSync | null {
  let lock: DatabaseSync | null = null;
  try {
    lock = new DatabaseSync(path, { timeout: 0 });
    lock.exec('begin exclusive');
    return lock;
  } catch (error) {
    lock?.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return null;
    throw toStoreError(error, path);
  }
}

async function refusal(holderPath: string): Promise<string> {
  return (
    `Another gateway runs on this session: ${await describeHolder(holderPath)}. Two on one session make Telegram end it ` +
    'for good (AUTH_KEY_DUPLICATED), so this one has not connected. Stop the other one first, or give this one a session ' +
    'of its own with "npm run login".'
  );
}

async function describeHolder(path: string): Promise<string> {
  try {
    const { pid, host, since } = v.parse(holders, JSON.parse(await readFile(path, 'utf8')));
    return `process ${pid} on ${host}, since ${since}`;
  } catch {
    return 'a process that has not said its name yet'; // it has the lock, but has not written the file
  }
}
