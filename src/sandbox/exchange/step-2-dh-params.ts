import { createDhSecret, DH_GENERATOR, DH_PRIME, type DhSecret } from '../crypto/diffie-hellman.ts';
import { sha1 } from '../crypto/hash.ts';
import { encryptIge } from '../crypto/ige.ts';
import { SERVER_DH_INNER_DATA, SERVER_DH_PARAMS_FAIL, SERVER_DH_PARAMS_OK } from '../tl/constructors.ts';
import type { TlReader } from '../tl/reader.ts';
import { tlBytes, tlUint } from '../tl/writer.ts';
import { ExchangeError } from './exchange-error.ts';
import type { ExchangeOptions } from './exchange-options.ts';
import { type InnerData, openInnerData } from './inner-data.ts';
import { fromBigEndian, type PqState } from './step-1-pq.ts';

/** What the server remembers between server_DH_params_ok and set_client_DH_params. */
export interface DhState {
  readonly step: 2;
  readonly nonce: Buffer;
  readonly serverNonce: Buffer;
  readonly newNonce: Buffer;
  readonly secret: DhSecret;
  /** AES-IGE key and IV of both inner messages, made of the nonces. */
  readonly cipher: { readonly key: Buffer; readonly iv: Buffer };
  /** Seconds that the key shall live; `null` for a permanent one. */
  readonly expiresIn: number | null;
  /** What retry_id must be: 0 first, then the aux hash of the key that was refused. */
  readonly retryId: bigint;
  /** How often dh_gen_retry was answered. */
  readonly retries: number;
}

/**
 * Step 2: the client shows p and q twice, openly and inside RSA, and learns our half of Diffie-Hellman.
 * Wrong open values (nonces, p, q, fingerprint) or RSA data that cannot be opened leave nobody to answer: ExchangeError.
 * Opened data that contradicts them is answered with server_DH_params_fail, whose hash proves that we could read it.
 */
export function answerDhParams(
  reader: TlReader,
  state: PqState,
  options: ExchangeOptions,
): { answer: Buffer; state: DhState | { step: 0 } } {
  if (!reader.raw(16).equals(state.nonce)) throw new ExchangeError('nonce differs');
  if (!reader.raw(16).equals(state.serverNonce)) throw new ExchangeError('server_nonce differs');
  if (fromBigEndian(reader.bytes()) !== state.p || fromBigEndian(reader.bytes()) !== state.q) {
    throw new ExchangeError('p or q is wrong');
  }
  if (reader.long() !== options.serverKey.fingerprint) throw new ExchangeError('the fingerprint is not ours');
  const inner = openInnerData(options.serverKey, reader.bytes());
  if (!inner) throw new ExchangeError('encrypted_data cannot be opened');

  const nonces = Buffer.concat([state.nonce, state.serverNonce]);
  if (!agrees(inner, state)) {
    const hash = sha1(inner.newNonce).subarray(4);
    return { answer: Buffer.concat([tlUint(SERVER_DH_PARAMS_FAIL), nonces, hash]), state: { step: 0 } };
  }
  if (inner.dc !== null && !isDataCentre(inner.dc)) throw new ExchangeError('no such data centre', -444);

  const newNonce = Buffer.from(inner.newNonce);
  const cipher = cipherOf(newNonce, state.serverNonce);
  const secret = createDhSecret(options.random);
  const data = Buffer.concat([
    tlUint(SERVER_DH_INNER_DATA),
    nonces,
    tlUint(DH_GENERATOR),
    tlBytes(DH_PRIME),
    tlBytes(secret.publicValue),
    tlUint(Math.floor(options.clock() / 1000)),
  ]);
  const hashed = Buffer.concat([sha1(data), data]);
  const plain = Buffer.concat([hashed, options.random((16 - (hashed.length % 16)) % 16)]);
  const encrypted = encryptIge(plain, cipher.key, cipher.iv);
  return {
    answer: Buffer.concat([tlUint(SERVER_DH_PARAMS_OK), nonces, tlBytes(encrypted)]),
    state: {
      step: 2,
      nonce: state.nonce,
      serverNonce: state.serverNonce,
      newNonce,
      secret,
      cipher,
      expiresIn: inner.expiresIn,
      retryId: 0n,
      retries: 0,
    },
  };
}

function agrees(inner: InnerData, state: PqState): boolean {
  return (
    inner.nonce.equals(state.nonce) &&
    inner.serverNonce.equals(state.serverNonce) &&
    fromBigEndian(inner.pq) === state.p * state.q &&
    fromBigEndian(inner.p) === state.p &&
    fromBigEndian(inner.q) === state.q &&
    (inner.expiresIn === null || inner.expiresIn > 0)
  );
}

/** The sandbox is every data centre at once: 1 to 5, from 10000 on the test ones, negative for media. */
function isDataCentre(dc: number): boolean {
  const number = Math.abs(dc) % 10_000;
  return number >= 1 && number <= 5 && Math.abs(dc) < 20_000;
}

/** core.telegram.org/mtproto/auth_key, step 5: tmp_aes_key and tmp_aes_iv. */
function cipherOf(newNonce: Buffer, serverNonce: Buffer): { key: Buffer; iv: Buffer } {
  const a = sha1(newNonce, serverNonce);
  const b = sha1(serverNonce, newNonce);
  const c = sha1(newNonce, newNonce);
  return {
    key: Buffer.concat([a, b.subarray(0, 12)]),
    iv: Buffer.concat([b.subarray(12), c, newNonce.subarray(0, 4)]),
  };
}
