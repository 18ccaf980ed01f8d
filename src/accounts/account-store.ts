import type { HoldStore } from '../services/account/hold-store.ts';
import type { PeerStore } from '../services/chats/peer-store.ts';
import type { ServicesDeps } from '../services/index.ts';

/** What outlives the process of one account. */
export interface AccountStore extends Pick<ServicesDeps, 'ledger' | 'openRequests' | 'claims' | 'changedLinks'> {
  readonly holds: HoldStore;
  readonly peers: PeerStore;
  /** The process before this one did not close its store: what it alone remembered is lost, like the links that it had just given. */
  readonly wasCutOff: boolean;
  /**
   * What keeps requests with an idempotency key from being written down, a sentence for an operator without secrets; `null`:
   * nothing. Not older than some seconds, and costs nothing to ask.
   */
  health(): Promise<string | null>;
  /** Writes what is waiting, closes the file and gives the session free. */
  close(): Promise<void>;
}

/**
 * Opens the store of the account that `scope` names, which keeps every other process off the session. `onLost` is called once at
 * the most, also before the store is there: the session may be another process's from then on, and nothing may be sent any more.
 */
export type OpenAccountStore = (scope: string, onLost: (reason: Error) => void) => Promise<AccountStore>;
