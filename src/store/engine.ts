import type { Kysely } from 'kysely';
import type { Logger } from '../base/log.ts';
import type { SessionOwner } from './tables/session-owner.ts';
import type { Tables } from './tables/tables.ts';

/** A PostgreSQL. Both addresses may hold a password. */
export interface DatabaseAddress {
  readonly url: string;
  /** Leads around a pooler that gives a connection to others after each transaction. */
  readonly directUrl: string;
  /** Connections of the store, beside the one that holds the lock on the session. */
  readonly poolSize: number;
}

/** For whom a database is opened. */
export interface SessionOptions {
  /** The account, as `sessionScope` names it. */
  readonly scope: string;
  /** Names this run of the process. */
  readonly boot: string;
  readonly log: Logger;
  /** `StoreOptions.onLost`. */
  readonly onLost: (reason: string) => void;
  /** `StoreOptions.onSuspend`. */
  readonly onSuspend: () => void;
}

/** A database with its tables up to date, and a session that no other process uses. */
export interface Engine {
  readonly db: Kysely<Tables>;
  /** How messages name the database; without secrets. */
  readonly name: string;
  /** `null`: nobody else can have it. */
  readonly owner: SessionOwner | null;
  /** Whether the next start will find what is written now. */
  isInPlace(): boolean;
  /** Whether the next process would find the lock on the session that this one holds. */
  isLockInPlace(): boolean;
  /** Whether the session may be used at this very moment. */
  mayUse(): boolean;
  /** Gives the session free. */
  close(): Promise<void>;
}
