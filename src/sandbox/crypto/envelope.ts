import type { AuthKey } from './auth-key.ts';
import { sha256 } from './hash.ts';
import { decryptIge, encryptIge } from './ige.ts';

/** What stands inside an encrypted packet (core.telegram.org/mtproto/description#encrypted-message-encrypted-data). */
export interface Envelope {
  readonly salt: bigint;
  readonly sessionId: bigint;
  readonly msgId: bigint;
  readonly seqNo: number;
  readonly body: Buffer;
}

/** Bytes before the encrypted part: the key's id and msg_key. */
const OUTER_HEADER = 24;
/** Bytes before the body: salt, session id, message id, sequence number, length. */
const INNER_HEADER = 32;

/** Which half of the authorization key is taken: 0 for what the client sends, 8 for what the server sends. */
type Direction = 0 | 8;

/**
 * Opens a client's packet; `null` for one that breaks a rule of core.telegram.org/mtproto/security_guidelines:
 * whole AES blocks, msg_key computed over the plaintext with its padding, length a multiple of four, padding 12 to 1024.
 * `token` is what a quick acknowledgement answers.
 */
export function openEnvelope(authKey: AuthKey, packet: Buffer): (Envelope & { readonly token: number }) | null {
  const encrypted = packet.subarray(OUTER_HEADER);
  if (encrypted.length < INNER_HEADER + 16 || encrypted.length % 16 !== 0) return null;
  const msgKey = packet.subarray(8, OUTER_HEADER);
  const { key, iv } = cipherOf(authKey, msgKey, 0);
  const plain = decryptIge(encrypted, key, iv);
  const large = msgKeyLarge(authKey, plain, 0);
  if (!large.subarray(8, 24).equals(msgKey)) return null;
  const length = plain.readUInt32LE(28);
  const padding = plain.length - INNER_HEADER - length;
  if (length % 4 !== 0 || padding < 12 || padding > 1024) return null;
  return {
    salt: plain.readBigInt64LE(0),
    sessionId: plain.readBigInt64LE(8),
    msgId: plain.readBigInt64LE(16),
    seqNo: plain.readInt32LE(24),
    body: plain.subarray(INNER_HEADER, INNER_HEADER + length),
    token: (large.readUInt32LE(0) | 0x8000_0000) >>> 0,
  };
}

/** Closes a packet for the client. */
export function sealEnvelope(authKey: AuthKey, envelope: Envelope, random: (size: number) => Buffer): Buffer {
  const header = Buffer.alloc(INNER_HEADER);
  header.writeBigInt64LE(envelope.salt, 0);
  header.writeBigInt64LE(envelope.sessionId, 8);
  header.writeBigInt64LE(envelope.msgId, 16);
  header.writeInt32LE(envelope.seqNo, 24);
  header.writeUInt32LE(envelope.body.length, 28);
  const length = header.length + envelope.body.length;
  const padding = 12 + ((16 - ((length + 12) % 16)) % 16);
  const plain = Buffer.concat([header, envelope.body, random(padding)]);
  const msgKey = msgKeyLarge(authKey, plain, 8).subarray(8, 24);
  const { key, iv } = cipherOf(authKey, msgKey, 8);
  return Buffer.concat([authKey.idBytes, msgKey, encryptIge(plain, key, iv)]);
}

function msgKeyLarge(authKey: AuthKey, plain: Buffer, x: Direction): Buffer {
  return sha256(authKey.key.subarray(88 + x, 120 + x), plain);
}

function cipherOf(authKey: AuthKey, msgKey: Buffer, x: Direction): { key: Buffer; iv: Buffer } {
  const a = sha256(msgKey, authKey.key.subarray(x, x + 36));
  const b = sha256(authKey.key.subarray(40 + x, 76 + x), msgKey);
  return {
    key: Buffer.concat([a.subarray(0, 8), b.subarray(8, 24), a.subarray(24)]),
    iv: Buffer.concat([b.subarray(0, 8), a.subarray(8, 24), b.subarray(24)]),
  };
}
