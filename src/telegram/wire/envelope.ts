import { hash } from 'node:crypto';
import { errors } from 'telegram';
import { decryptIge, encryptIge } from './ige.ts';
import { createRandomBytes } from './random-bytes.ts';

/** A message as it stands inside an encrypted packet, or inside a container of them. */
export interface Message {
  readonly msgId: bigint;
  readonly seqNo: number;
  readonly body: Buffer;
}

/** Packets under one authorization key (https://core.telegram.org/mtproto/description#protocol-description). */
export interface Envelope {
  /** Encrypts what is to be sent: a message, or a container, with its header. */
  seal(salt: bigint, sessionId: bigint, message: Buffer): Buffer;
  /** Throws GramJS's `SecurityError` for a packet that breaks a rule of https://core.telegram.org/mtproto/security_guidelines. */
  open(packet: Buffer): Message;
}

/** The key's id and msg_key, which stand before what is encrypted. */
const OUTER_HEADER = 24;
/** Salt, session id, message id, sequence number and length, which stand before the body. */
const INNER_HEADER = 32;
/** The part of the authorization key that is hashed before the plaintext. Its room holds the outer header afterwards. */
const HASHED_KEY = 32;

/**
 * Does what GramJS's `MTProtoState` does in `encryptMessageData` and `decryptMessageData`, at once instead of over six awaited
 * promises, with the parts of the key cut out once and each packet built in the one buffer it leaves in.
 */
export function createEnvelope(authKey: Buffer): Envelope {
  const keyId = hash('sha1', authKey, 'buffer').subarray(12, 20);
  const ours = createKeyMaker(authKey, 0);
  const theirs = createKeyMaker(authKey, 8);
  const random = createRandomBytes();

  return {
    seal(salt, sessionId, message) {
      const length = 16 + message.length;
      const padding = 12 + ((16 - ((length + 12) % 16)) % 16);
      const bytes = Buffer.allocUnsafe(HASHED_KEY + length + padding);
      authKey.copy(bytes, 0, 88, 88 + HASHED_KEY);
      bytes.writeBigInt64LE(BigInt.asIntN(64, salt), HASHED_KEY);
      bytes.writeBigInt64LE(BigInt.asIntN(64, sessionId), HASHED_KEY + 8);
      message.copy(bytes, HASHED_KEY + 16);
      random(padding).copy(bytes, HASHED_KEY + length);
      const msgKey = msgKeyOf(bytes);
      const { key, iv } = ours(msgKey);
      bytes.set(encryptIge(bytes.subarray(HASHED_KEY), key, iv), HASHED_KEY);
      const packet = bytes.subarray(HASHED_KEY - OUTER_HEADER);
      keyId.copy(packet, 0);
      packet.write(msgKey, 8, 'latin1');
      return packet;
    },

    open(packet) {
      const encrypted = packet.subarray(OUTER_HEADER);
      if (!packet.subarray(0, 8).equals(keyId)) throw new errors.SecurityError('another key than ours');
      if (encrypted.length < INNER_HEADER + 16 || encrypted.length % 16 !== 0)
        throw new errors.SecurityError('no whole number of blocks, or too few');
      const msgKey = packet.toString('latin1', 8, OUTER_HEADER);
      const { key, iv } = theirs(msgKey);
      const bytes = Buffer.allocUnsafe(HASHED_KEY + encrypted.length);
      const plain = bytes.subarray(HASHED_KEY);
      plain.set(decryptIge(encrypted, key, iv));
      authKey.copy(bytes, 0, 96, 96 + HASHED_KEY);
      if (msgKeyOf(bytes) !== msgKey) throw new errors.SecurityError('msg_key is not that of the content');
      const length = plain.readUInt32LE(28);
      const padding = plain.length - INNER_HEADER - length;
      if (length % 4 !== 0 || padding < 12 || padding > 1024) throw new errors.SecurityError('wrong length or padding');
      return {
        msgId: plain.readBigInt64LE(16),
        seqNo: plain.readInt32LE(24),
        body: plain.subarray(INNER_HEADER, INNER_HEADER + length),
      };
    },
  };
}

/** A SHA-256, a character for each byte: Node makes such a text in half the time of a buffer. */
function sha256(bytes: Buffer): string {
  return hash('sha256', bytes, 'binary');
}

function msgKeyOf(bytes: Buffer): string {
  return sha256(bytes).slice(8, 24);
}

/** A message's AES key and iv from its msg_key; `x` is 0 for what the client sends and 8 for what the server sends. */
function createKeyMaker(authKey: Buffer, x: 0 | 8): (msgKey: string) => { key: Buffer; iv: Buffer } {
  const before = Buffer.concat([Buffer.alloc(16), authKey.subarray(x, x + 36)]);
  const after = Buffer.concat([authKey.subarray(x + 40, x + 76), Buffer.alloc(16)]);
  const key = Buffer.alloc(32);
  const iv = Buffer.alloc(32);
  return (msgKey) => {
    before.write(msgKey, 0, 'latin1');
    after.write(msgKey, 36, 'latin1');
    const a = sha256(before);
    const b = sha256(after);
    key.write(a.slice(0, 8) + b.slice(8, 24) + a.slice(24), 'latin1');
    iv.write(b.slice(0, 8) + a.slice(8, 24) + b.slice(24), 'latin1');
    return { key, iv };
  };
}
