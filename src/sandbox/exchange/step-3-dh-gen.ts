import { authKeyOf } from '../crypto/auth-key.ts';
import { isSafePublicValue } from '../crypto/diffie-hellman.ts';
import { sha1 } from '../crypto/hash.ts';
import { decryptIge, xor } from '../crypto/ige.ts';
import { CLIENT_DH_INNER_DATA, DH_GEN_FAIL, DH_GEN_OK, DH_GEN_RETRY } from '../tl/constructors.ts';
import { type TlReader, tlReader } from '../tl/reader.ts';
import { tlUint } from '../tl/writer.ts';
import { ExchangeError } from './exchange-error.ts';
import type { ExchangeOptions } from './exchange-options.ts';
import type { DhState } from './step-2-dh-params.ts';

/** How often a client may be asked for another g^b; a colliding 64-bit id is a one in 10^19 chance already. */
const MAX_RETRIES = 5;

/** client_DH_inner_data, with what its SHA-1 says. */
interface ClientDh {
  readonly hashMatches: boolean;
  readonly nonce: Buffer;
  readonly serverNonce: Buffer;
  readonly retryId: bigint;
  readonly gB: Buffer;
}

/**
 * Step 3: the client's half, and the key is made.
 *
 * - dh_gen_ok: the key is kept.
 * - dh_gen_retry: its id is taken; the client sends another g^b on the same nonces.
 * - dh_gen_fail: the hash, a nonce, retry_id or g^b is not as it must be; the exchange is over.
 *
 * Data that is no client_DH_inner_data at all has no g^b, so none of the three hashes exists: ExchangeError.
 */
export function answerClientDh(
  reader: TlReader,
  state: DhState,
  options: ExchangeOptions,
): { answer: Buffer; state: DhState | { step: 0 } } {
  if (!reader.raw(16).equals(state.nonce)) throw new ExchangeError('nonce differs');
  if (!reader.raw(16).equals(state.serverNonce)) throw new ExchangeError('server_nonce differs');
  const inner = openClientDh(reader.bytes(), state);
  if (!inner) throw new ExchangeError('encrypted_data cannot be opened');

  const sound =
    inner.hashMatches &&
    inner.nonce.equals(state.nonce) &&
    inner.serverNonce.equals(state.serverNonce) &&
    inner.retryId === state.retryId;
  const fail = (auxHash: Buffer) => ({ answer: outcome(DH_GEN_FAIL, 3, state, auxHash), state: { step: 0 as const } });
  if (!isSafePublicValue(inner.gB)) return fail(Buffer.alloc(8));
  const authKey = authKeyOf(state.secret.computeKey(inner.gB));
  if (!sound) return fail(authKey.auxHash);
  if (!options.isFree(authKey.id)) {
    if (state.retries === MAX_RETRIES) return fail(authKey.auxHash);
    return {
      answer: outcome(DH_GEN_RETRY, 2, state, authKey.auxHash),
      state: { ...state, retryId: authKey.auxHash.readBigInt64LE(), retries: state.retries + 1 },
    };
  }
  options.onKey({
    authKey,
    expiresAt: state.expiresIn === null ? null : Math.floor(options.clock() / 1000) + state.expiresIn,
    firstSalt: xor(state.newNonce.subarray(0, 8), state.serverNonce).readBigInt64LE(),
  });
  return { answer: outcome(DH_GEN_OK, 1, state, authKey.auxHash), state: { step: 0 } };
}

/**
 * new_nonce_hash1, 2 or 3: proof that we know new_nonce and the key.
 * For an unsafe g^b no key is computed, and zeros stand for its hash.
 */
function outcome(kind: number, number: 1 | 2 | 3, state: DhState, auxHash: Buffer): Buffer {
  const hash = sha1(state.newNonce, Buffer.from([number]), auxHash).subarray(4);
  return Buffer.concat([tlUint(kind), state.nonce, state.serverNonce, hash]);
}

function openClientDh(encrypted: Buffer, state: DhState): ClientDh | null {
  if (encrypted.length < 48 || encrypted.length % 16 !== 0) return null;
  const plain = decryptIge(encrypted, state.cipher.key, state.cipher.iv);
  const data = plain.subarray(20);
  const reader = tlReader(data);
  if (reader.uint() !== CLIENT_DH_INNER_DATA) return null;
  const fields = {
    nonce: reader.raw(16),
    serverNonce: reader.raw(16),
    retryId: reader.long(),
    gB: reader.bytes(),
  };
  const size = data.length - reader.remaining;
  return { ...fields, hashMatches: sha1(data.subarray(0, size)).equals(plain.subarray(0, 20)) };
}
