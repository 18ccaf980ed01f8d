import type { Kysely } from 'kysely';
import type { Logger } from '../base/log.ts';
import type { Tables } from './tables/tables.ts';

/** A PostgreSQL. Both addresses may hold a password. */
export interface DatabaseAddress {
  readonly url: string;
  /** Leads around a pooler that gives a connection to others after each transaction. */
  readonly directUrl: string;
  /** Connections of the store, beside those that hold the locks on sessions. */
  readonly poolSize: number;
}

/** For whom a session is locked. */
export interface SessionOptions {
  /** The account, as `sessionScope` names it. */
  readonly scope: string;
  /** Names this use of the session, which ends with the process at the latest. */
  readonly boot: string;
  readonly log: Logger;
  /** The session may be another process's from now on. */
  readonly onLost: (reason: string) => void;
  /** Another process might take the session: nothing may be sent until `mayUse` allows it. */
  readonly onSuspend: () => void;
}

/** A session that no other process uses. */
export interface LockedSession {
  /** Whether the database says whose the session is; `false`: nobody else can have it. */
  readonly isOwned: boolean;
  /** Whether the one who used it before has ended without a word. */
  readonly wasCutOff: boolean;
  /** Whether the next process would find the lock that this one holds. */
  isLockInPlace(): boolean;
  /** Whether the session may be used at this very moment. */
  mayUse(): boolean;
  release(): Promise<void>;
}

/** A database with its tables up to date, for all accounts of the process. */
export interface Engine {
  readonly db: Kysely<Tables>;
  /** How messages name the database; without secrets. */
  readonly name: string;
  /** Whether the next start will find what is written now. */
  isInPlace(): boolean;
  /** Keeps every other process off the session. Throws `StoreError` when one has it. */
  lock(options: SessionOptions): Promise<LockedSession>;
  /** To be called when all sessions are released. */
  close(): Promise<void>;
}
