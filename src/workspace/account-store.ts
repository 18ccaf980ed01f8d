import type { HoldStore } from '../services/account/hold-store.ts';
import type { PeerStore } from '../services/chats/peer-store.ts';
import type { ServicesDeps } from '../services/index.ts';
import type { RightsStore, StoredRight } from '../services/routing/rights.ts';

/** What outlives the process of one account. */
export interface AccountStore extends Pick<ServicesDeps, 'ledger' | 'openRequests' | 'claims' | 'changedLinks'> {
  readonly holds: HoldStore;
  readonly peers: PeerStore;
  readonly rights: RightsStore & { load(): Promise<StoredRight[]> };
  /** The process before this one did not close its store: what it alone remembered is lost, like the links that it had just given. */
  readonly wasCutOff: boolean;
  /** Writes what is waiting. */
  flush(): Promise<void>;
}

/** A session that no other process uses while this is not closed. */
export interface AccountSession {
  /** Whether the session may be used at this very moment; costs nothing to ask. */
  mayUse(): boolean;
  /**
   * What keeps requests with an idempotency key from being written down, a sentence for an operator without secrets; `null`:
   * nothing. Not older than some seconds, and costs nothing to ask.
   */
  health(): Promise<string | null>;
  /**
   * What is kept of the account, by Telegram's user id, so that a new login finds it. Throws `StoreError` when another session of the same
   * user is in use.
   */
  open(userId: string): Promise<AccountStore>;
  /** Gives the session free. */
  close(): Promise<void>;
}

/** What becomes of the right to use the session. Called also before the store is there. */
export interface SessionEvents {
  /** The session may be another process's from now on, and nothing may be sent any more. Called once at the most. */
  onLost(reason: Error): void;
  /** Nothing may be sent until `mayUse` allows it again. */
  onSuspend(): void;
}

/** Keeps every other process off the session that `scope` names. */
export type LockSession = (scope: string, events: SessionEvents) => Promise<AccountSession>;
