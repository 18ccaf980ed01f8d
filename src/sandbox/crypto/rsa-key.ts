import { constants, generateKeyPair, type KeyObject, privateDecrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { tlBytes } from '../tl/writer.ts';
import { sha1 } from './hash.ts';

/** The server's RSA key, made anew at each start: clients are told to trust it. */
export interface ServerKey {
  /** PEM, PKCS#1 ("RSA PUBLIC KEY"), the form in which Telegram publishes its own keys. */
  readonly publicKey: string;
  /** The lower 64 bits of the SHA-1 of the TL bytes of n and e; how a client and a server name the key. */
  readonly fingerprint: bigint;
  /** Undoes raw RSA; `null` where the number is not below the modulus. */
  decrypt(encrypted: Buffer): Buffer | null;
}

/** A key whose fingerprint has no leading zero digit: mtcute compares it in hexadecimal, one side padded and the other not. */
export async function createServerKey(): Promise<ServerKey> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const fingerprint = fingerprintOf(publicKey);
  if (BigInt.asUintN(64, fingerprint) >> 60n === 0n) return createServerKey();
  return {
    publicKey: publicKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    fingerprint,
    decrypt(encrypted) {
      try {
        return privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, encrypted);
      } catch {
        return null;
      }
    },
  };
}

function fingerprintOf(publicKey: KeyObject): bigint {
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  const parts = [n, e].map((part) => tlBytes(Buffer.from(part, 'base64url')));
  return sha1(...parts).readBigInt64LE(12);
}
