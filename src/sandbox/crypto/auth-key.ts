import { sha1 } from './hash.ts';

/** The 2048 bits that client and server share, with what is derived from them (core.telegram.org/mtproto/description). */
export interface AuthKey {
  /** 256 bytes. */
  readonly key: Buffer;
  /** The lower 64 bits of the key's SHA-1 as they stand on the wire, 16 hexadecimal digits. */
  readonly id: string;
  readonly idBytes: Buffer;
  /** The higher 64 bits of the key's SHA-1, part of the hashes that end the exchange. */
  readonly auxHash: Buffer;
}

/** Throws RangeError unless the key has 256 bytes. */
export function authKeyOf(key: Buffer): AuthKey {
  if (key.length !== 256) throw new RangeError(`an authorization key has 256 bytes, not ${key.length}`);
  const hash = sha1(key);
  const idBytes = hash.subarray(12, 20);
  return { key, id: idBytes.toString('hex'), idBytes, auxHash: hash.subarray(0, 8) };
}
