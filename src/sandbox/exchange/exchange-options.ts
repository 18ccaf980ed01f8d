import type { AuthKey } from '../crypto/auth-key.ts';
import type { ServerKey } from '../crypto/rsa-key.ts';

/** A key that an exchange has just made. */
export interface NewKey {
  readonly authKey: AuthKey;
  /** Unix seconds for a temporary key, `null` for a permanent one. */
  readonly expiresAt: number | null;
  /** new_nonce XOR server_nonce, 64 bits: both sides know it without a word. */
  readonly firstSalt: bigint;
}

export interface ExchangeOptions {
  readonly serverKey: ServerKey;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly random: (size: number) => Buffer;
  /** False where a key with this id exists already: the client is asked for another g^b. */
  isFree(authKeyId: string): boolean;
  onKey(key: NewKey): void;
}
