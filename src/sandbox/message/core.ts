import type { Dispatcher } from '../dispatcher.ts';
import type { ServerFaults } from '../faults/faults.ts';
import type { KeyStore } from '../session/keys.ts';

/** What every message handler may need of the server. */
export interface Core {
  readonly dispatcher: Dispatcher;
  readonly keys: KeyStore;
  readonly faults: ServerFaults;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly random: (size: number) => Buffer;
  /** Is told what a method threw by mistake, once the client has its internal error. */
  onFault(error: unknown): void;
  /** Forgets a key, ends its sessions and closes the connections that use it. */
  removeKey(authKeyId: string): void;
}
