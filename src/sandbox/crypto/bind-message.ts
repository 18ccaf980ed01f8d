import { BIND_AUTH_KEY_INNER } from '../tl/constructors.ts';
import { tlReader } from '../tl/reader.ts';
import type { AuthKey } from './auth-key.ts';
import { sha1 } from './hash.ts';
import { decryptIge } from './ige.ts';

/** What the permanent key signs to vouch for a temporary one: bind_auth_key_inner and the id of the message that brings it. */
export interface BindMessage {
  readonly msgId: bigint;
  readonly nonce: bigint;
  readonly tempAuthKeyId: bigint;
  readonly permAuthKeyId: bigint;
  readonly tempSessionId: bigint;
  /** Unix seconds. */
  readonly expiresAt: number;
}

/**
 * Opens `encrypted_message` of auth.bindTempAuthKey with the permanent key (core.telegram.org/api/bindTempAuthKey):
 * MTProto 1.0 encryption, where msg_key is SHA-1 over the plaintext without its padding. `null` for anything else.
 */
export function openBindMessage(authKey: AuthKey, message: Buffer): BindMessage | null {
  const encrypted = message.subarray(24);
  if (encrypted.length !== 80 || !message.subarray(0, 8).equals(authKey.idBytes)) return null;
  const msgKey = message.subarray(8, 24);
  const { key, iv } = cipherOf(authKey.key, msgKey);
  const plain = decryptIge(encrypted, key, iv).subarray(0, 72);
  if (!sha1(plain).subarray(4, 20).equals(msgKey)) return null;
  const reader = tlReader(plain.subarray(16));
  const msgId = reader.long();
  if (reader.int() !== 0 || reader.uint() !== 40 || reader.uint() !== BIND_AUTH_KEY_INNER) return null;
  return {
    msgId,
    nonce: reader.long(),
    tempAuthKeyId: reader.long(),
    permAuthKeyId: reader.long(),
    tempSessionId: reader.long(),
    expiresAt: reader.int(),
  };
}

/** core.telegram.org/mtproto/description_v1#defining-aes-key-and-initialization-vector, from client to server. */
function cipherOf(key: Buffer, msgKey: Buffer): { key: Buffer; iv: Buffer } {
  const a = sha1(msgKey, key.subarray(0, 32));
  const b = sha1(key.subarray(32, 48), msgKey, key.subarray(48, 64));
  const c = sha1(key.subarray(64, 96), msgKey);
  const d = sha1(msgKey, key.subarray(96, 128));
  return {
    key: Buffer.concat([a.subarray(0, 8), b.subarray(8, 20), c.subarray(4, 16)]),
    iv: Buffer.concat([a.subarray(8, 20), b.subarray(0, 8), c.subarray(16, 20), d.subarray(0, 8)]),
  };
}
