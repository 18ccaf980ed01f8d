import type { Connection } from '../connection.ts';
import { type AuthKey, authKeyOf } from '../crypto/auth-key.ts';
import type { NewKey } from '../exchange/exchange-options.ts';
import { createSaltSchedule, type SaltSchedule } from './salts.ts';
import type { Session } from './session.ts';

/** One authorization key with all that hangs on it. */
export interface KeyRecord {
  readonly authKey: AuthKey;
  readonly salts: SaltSchedule;
  /** Unix seconds for a temporary key, `null` for a permanent one. */
  readonly expiresAt: number | null;
  /** By session id. They outlive their TCP connections. */
  readonly sessions: Map<bigint, Session>;
  /** The permanent key that a temporary one was bound to. */
  boundTo: KeyRecord | null;
  /** What the client said with invokeWithLayer; kept on the permanent key once there is one. */
  layer: number | null;
  /** initConnection was called. */
  initialised: boolean;
  /** The connection that brought the last call with the permanent key. */
  caller: Connection | null;
  /** Those that brought calls before that. */
  readonly callersBefore: WeakSet<Connection>;
}

export interface KeyStore {
  /** `null` for a key that is unknown, removed or expired. */
  find(authKeyId: string): KeyRecord | null;
  add(key: NewKey): KeyRecord;
  /** A permanent key made elsewhere, the record there is where it is known. Throws RangeError unless it has 256 bytes. */
  addReadyMade(key: Buffer): KeyRecord;
  /** The key and the temporary ones bound to it, all of them now unknown; empty where there was none. */
  remove(authKeyId: string): readonly KeyRecord[];
  /** The key and the temporary ones bound to it. */
  family(authKeyId: string): readonly KeyRecord[];
  all(): readonly KeyRecord[];
}

export function createKeyStore(clock: () => number, random: (size: number) => Buffer): KeyStore {
  const records = new Map<string, KeyRecord>();

  function insert(authKey: AuthKey, expiresAt: number | null, firstSalt: bigint | null): KeyRecord {
    const salts = createSaltSchedule(firstSalt, clock, random);
    const record: KeyRecord = {
      authKey,
      salts,
      expiresAt,
      sessions: new Map(),
      boundTo: null,
      layer: null,
      initialised: false,
      caller: null,
      callersBefore: new WeakSet(),
    };
    records.set(authKey.id, record);
    return record;
  }

  function find(authKeyId: string): KeyRecord | null {
    const record = records.get(authKeyId);
    if (!record) return null;
    if (record.expiresAt === null || record.expiresAt > clock() / 1000) return record;
    records.delete(authKeyId);
    return null;
  }

  function family(authKeyId: string): readonly KeyRecord[] {
    return [...records.values()].filter(
      (record) => record.authKey.id === authKeyId || record.boundTo?.authKey.id === authKeyId,
    );
  }

  return {
    find,
    family,
    all: () => [...records.values()],
    add: (key) => insert(key.authKey, key.expiresAt, key.firstSalt),
    addReadyMade(key) {
      const authKey = authKeyOf(Buffer.from(key));
      return records.get(authKey.id) ?? insert(authKey, null, null);
    },
    remove(authKeyId) {
      const removed = family(authKeyId);
      for (const record of removed) records.delete(record.authKey.id);
      return removed;
    },
  };
}

/** The key that calls are made with: the permanent one behind a bound temporary one. */
export function callingKey(record: KeyRecord): KeyRecord {
  return record.boundTo ?? record;
}

/**
 * Notes a call, and says whether the key is used from two connections at once: each has called after the other. One that
 * follows another for good, as after a reconnect, is none (https://core.telegram.org/api/errors#406-not-acceptable).
 */
export function isCallInParallel(key: KeyRecord, connection: Connection | null): boolean {
  if (connection === null || connection === key.caller) return false;
  if (key.caller) key.callersBefore.add(key.caller);
  key.caller = connection;
  return key.callersBefore.has(connection);
}
