import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { _serverKeys } from 'telegram/crypto/RSA.js';
import { toLong } from '../tl.ts';

/**
 * Trusts one more server key for the key exchange, for a private server.
 * GramJS keeps its keys in an exported map from fingerprint to modulus and exponent; the map is the process's.
 * Throws an Error with a sentence for people when the text is not an RSA public key in PEM.
 */
export function trustServerKey(pem: string): void {
  const { n, e } = readKey(pem);
  _serverKeys.set(fingerprint(n, e), {
    n: toLong(BigInt(`0x${n.toString('hex')}`)),
    e: Number.parseInt(e.toString('hex'), 16),
  });
}

function readKey(pem: string): { n: Buffer; e: Buffer } {
  let key: KeyObject;
  try {
    key = createPublicKey(pem);
  } catch {
    throw new Error('it holds no public key in PEM form (a block that begins with "-----BEGIN PUBLIC KEY-----")');
  }
  const { n, e } = key.export({ format: 'jwk' });
  if (!n || !e) throw new Error('it holds a public key, but not an RSA one');
  return { n: Buffer.from(n, 'base64url'), e: Buffer.from(e, 'base64url') };
}

/**
 * The last eight bytes of the SHA-1 of the key's TL form, as a signed 64-bit integer in decimal
 * (https://core.telegram.org/mtproto/auth_key, step 2).
 */
function fingerprint(n: Buffer, e: Buffer): string {
  const digest = createHash('sha1')
    .update(Buffer.concat([tlBytes(n), tlBytes(e)]))
    .digest();
  return digest.readBigInt64LE(12).toString();
}

/** TL `bytes`: a length of one byte, or 254 and three; then the bytes, padded to four. */
function tlBytes(value: Buffer): Buffer {
  const head =
    value.length < 254
      ? Buffer.from([value.length])
      : Buffer.from([254, value.length & 255, (value.length >> 8) & 255, value.length >> 16]);
  const body = Buffer.concat([head, value]);
  return Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
}
