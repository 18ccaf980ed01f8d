import { sha1, sha256 } from '../crypto/hash.ts';
import { decryptIge, xor } from '../crypto/ige.ts';
import type { ServerKey } from '../crypto/rsa-key.ts';
import { P_Q_INNER_DATA, P_Q_INNER_DATA_DC, P_Q_INNER_DATA_TEMP, P_Q_INNER_DATA_TEMP_DC } from '../tl/constructors.ts';
import { tlReader } from '../tl/reader.ts';

/** p_q_inner_data in any of its forms. */
export interface InnerData {
  readonly pq: Buffer;
  readonly p: Buffer;
  readonly q: Buffer;
  readonly nonce: Buffer;
  readonly serverNonce: Buffer;
  /** 32 bytes that only the client and whoever holds the RSA key know. */
  readonly newNonce: Buffer;
  /** The data centre that the client believes in; `null` in the forms without. */
  readonly dc: number | null;
  /** Seconds that a temporary key shall live; `null` for a permanent one. */
  readonly expiresIn: number | null;
}

/**
 * Opens the 256 bytes of req_DH_params, with either padding in use: RSA_PAD (core.telegram.org/mtproto/auth_key, step 4.1),
 * and the older SHA1(data) + data + padding. `null` for bytes that are neither; throws TlError where they end too early.
 */
export function openInnerData(serverKey: ServerKey, encrypted: Buffer): InnerData | null {
  if (encrypted.length !== 256) return null;
  const opened = serverKey.decrypt(encrypted);
  if (!opened) return null;
  const padded = openRsaPad(opened);
  if (padded) return readInnerData(padded).data;
  if (opened[0] !== 0) return null;
  const digest = opened.subarray(1, 21);
  const { data, size } = readInnerData(opened.subarray(21));
  return sha1(opened.subarray(21, 21 + size)).equals(digest) ? data : null;
}

/** 192 bytes of data and padding, or `null` where the SHA-256 says that this is not RSA_PAD. */
function openRsaPad(opened: Buffer): Buffer | null {
  const encrypted = opened.subarray(32);
  const tempKey = xor(opened.subarray(0, 32), sha256(encrypted));
  const plain = decryptIge(encrypted, tempKey, Buffer.alloc(32));
  const data = Buffer.from(plain.subarray(0, 192)).reverse();
  return sha256(tempKey, data).equals(plain.subarray(192)) ? data : null;
}

function readInnerData(bytes: Buffer): { data: InnerData | null; size: number } {
  const reader = tlReader(bytes);
  const id = reader.uint();
  const temporary = id === P_Q_INNER_DATA_TEMP || id === P_Q_INNER_DATA_TEMP_DC;
  const withDc = id === P_Q_INNER_DATA_DC || id === P_Q_INNER_DATA_TEMP_DC;
  if (!temporary && !withDc && id !== P_Q_INNER_DATA) return { data: null, size: 0 };
  const data: InnerData = {
    pq: reader.bytes(),
    p: reader.bytes(),
    q: reader.bytes(),
    nonce: reader.raw(16),
    serverNonce: reader.raw(16),
    newNonce: reader.raw(32),
    dc: withDc ? reader.int() : null,
    expiresIn: temporary ? reader.int() : null,
  };
  return { data, size: bytes.length - reader.remaining };
}
