import { createHash, createPublicKey, randomBytes } from 'node:crypto';
import { decryptIge, encryptIge } from '../../src/sandbox/crypto/ige.ts';
import { tlReader } from '../../src/sandbox/tl/reader.ts';
import { tlBytes, tlLong, tlUint } from '../../src/sandbox/tl/writer.ts';
import { plainPacket, type RawConnection, transportError } from './mtproto-client.ts';

/**
 * A client's side of core.telegram.org/mtproto/auth_key, one function per step, so that a test can put anything wrong in
 * between. Written apart from the server's side and checked against clients that others wrote.
 */
export interface ResPq {
  readonly nonce: Buffer;
  readonly serverNonce: Buffer;
  readonly p: bigint;
  readonly q: bigint;
  readonly fingerprint: bigint;
}

/** What the server answered: a body, or the transport error before it closed. */
export async function ask(connection: RawConnection, body: Buffer): Promise<Buffer | number> {
  connection.send(plainPacket(body));
  const packet = await connection.receive();
  return transportError(packet) ?? packet.subarray(20, 20 + packet.readUInt32LE(16));
}

/** req_pq_multi, or req_pq. */
export async function requestPq(connection: RawConnection, method = 0xbe7e8ef1): Promise<ResPq> {
  const nonce = randomBytes(16);
  const answer = await ask(connection, Buffer.concat([tlUint(method), nonce]));
  if (typeof answer === 'number') throw new Error(`transport error ${answer}`);
  const reader = tlReader(answer.subarray(20));
  const serverNonce = reader.raw(16);
  const pq = number(reader.bytes());
  const [fingerprint = 0n] = reader.longs();
  const p = factor(pq);
  return { nonce, serverNonce, p, q: pq / p, fingerprint };
}

export interface InnerDataChanges {
  readonly form?: 0x83c95aec | 0xa9f55f95 | 0x3c6a84d4 | 0x56fddf88;
  readonly p?: bigint;
  readonly q?: bigint;
  readonly nonce?: Buffer;
  readonly serverNonce?: Buffer;
  readonly newNonce?: Buffer;
  readonly dc?: number;
  readonly expiresIn?: number;
}

/** p_q_inner_data in the form named, with anything in it replaced. */
export function innerData(pq: ResPq, changes: InnerDataChanges = {}): Buffer {
  const { form: id = 0x83c95aec, p = pq.p, q = pq.q, dc = 2, expiresIn = 60 } = changes;
  return Buffer.concat([
    tlUint(id),
    ...[p * q, p, q].map((value) => tlBytes(bytes(value))),
    changes.nonce ?? pq.nonce,
    changes.serverNonce ?? pq.serverNonce,
    changes.newNonce ?? randomBytes(32),
    ...(id === 0xa9f55f95 || id === 0x56fddf88 ? [tlUint(dc)] : []),
    ...(id === 0x3c6a84d4 || id === 0x56fddf88 ? [tlUint(expiresIn)] : []),
  ]);
}

/** RSA_PAD of step 4.1. */
export function rsaPad(publicKey: string, data: Buffer): Buffer {
  const padded = Buffer.concat([data, randomBytes(192 - data.length)]);
  for (;;) {
    const tempKey = randomBytes(32);
    const hashed = Buffer.concat([Buffer.from(padded).reverse(), sha256(tempKey, padded)]);
    const encrypted = encryptIge(hashed, tempKey, Buffer.alloc(32));
    const key = xor(tempKey, sha256(encrypted));
    const sealed = rawRsa(publicKey, Buffer.concat([key, encrypted]));
    if (sealed) return sealed;
  }
}

/** SHA1(data) + data + padding, as older clients have it. */
export function oldPad(publicKey: string, data: Buffer, digest = sha1(data)): Buffer {
  const block = Buffer.concat([Buffer.alloc(1), digest, data, randomBytes(235 - data.length)]);
  return rawRsa(publicKey, block) ?? Buffer.alloc(256);
}

export interface DhRequestChanges {
  readonly nonce?: Buffer;
  readonly serverNonce?: Buffer;
  readonly p?: bigint;
  readonly q?: bigint;
  readonly fingerprint?: bigint;
}

/** req_DH_params with anything in it replaced. */
export function dhRequest(pq: ResPq, encrypted: Buffer, changes: DhRequestChanges = {}): Buffer {
  return Buffer.concat([
    tlUint(0xd712e4be),
    changes.nonce ?? pq.nonce,
    changes.serverNonce ?? pq.serverNonce,
    tlBytes(bytes(changes.p ?? pq.p)),
    tlBytes(bytes(changes.q ?? pq.q)),
    tlLong(changes.fingerprint ?? pq.fingerprint),
    tlBytes(encrypted),
  ]);
}

export interface DhParams {
  readonly g: number;
  readonly prime: bigint;
  readonly gA: bigint;
  readonly serverTime: number;
  readonly cipher: { readonly key: Buffer; readonly iv: Buffer };
}

/** Opens server_DH_params_ok; throws where its hash or nonces are wrong. */
export function openDhParams(answer: Buffer, pq: ResPq, newNonce: Buffer): DhParams {
  const reader = tlReader(answer);
  if (reader.uint() !== 0xd0e8075c) throw new Error('not server_DH_params_ok');
  const nonces = Buffer.concat([pq.nonce, pq.serverNonce]);
  if (!reader.raw(32).equals(nonces)) throw new Error('nonces differ');
  const cipher = cipherOf(newNonce, pq.serverNonce);
  const plain = decryptIge(reader.bytes(), cipher.key, cipher.iv);
  const inner = tlReader(plain.subarray(20));
  if (inner.uint() !== 0xb5890dba || !inner.raw(32).equals(nonces)) throw new Error('inner nonces differ');
  const params = {
    g: inner.int(),
    prime: number(inner.bytes()),
    gA: number(inner.bytes()),
    serverTime: inner.int(),
    cipher,
  };
  const size = plain.length - 20 - inner.remaining;
  if (!sha1(plain.subarray(20, 20 + size)).equals(plain.subarray(0, 20))) throw new Error('SHA-1 differs');
  return params;
}

export interface ClientDhChanges {
  readonly nonce?: Buffer;
  readonly serverNonce?: Buffer;
  readonly retryId?: bigint;
  readonly gB?: bigint;
  readonly breakHash?: boolean;
}

/** set_client_DH_params, and the key that comes of it. */
export function clientDh(pq: ResPq, dh: DhParams, changes: ClientDhChanges = {}): { request: Buffer; key: Buffer } {
  const b = number(randomBytes(256));
  const gB = changes.gB ?? power(BigInt(dh.g), b, dh.prime);
  const data = Buffer.concat([
    tlUint(0x6643b654),
    changes.nonce ?? pq.nonce,
    changes.serverNonce ?? pq.serverNonce,
    tlLong(changes.retryId ?? 0n),
    tlBytes(bytes(gB)),
  ]);
  const hashed = Buffer.concat([sha1(data), data]);
  if (changes.breakHash) hashed[0] = (hashed[0] ?? 0) ^ 1;
  const plain = Buffer.concat([hashed, randomBytes((16 - (hashed.length % 16)) % 16)]);
  const encrypted = encryptIge(plain, dh.cipher.key, dh.cipher.iv);
  const key = Buffer.from(power(dh.gA, b, dh.prime).toString(16).padStart(512, '0'), 'hex');
  return { request: Buffer.concat([tlUint(0xf5045f1f), pq.nonce, pq.serverNonce, tlBytes(encrypted)]), key };
}

/** new_nonce_hash1, 2 or 3. */
export function nonceHash(newNonce: Buffer, number: 1 | 2 | 3, key: Buffer): Buffer {
  return sha1(newNonce, Buffer.from([number]), sha1(key).subarray(0, 8)).subarray(4);
}

/** The first two steps as they should be, and the parameters that they bring. */
export async function agreeOnDh(
  connection: RawConnection,
  publicKey: string,
  changes: InnerDataChanges = {},
): Promise<{ pq: ResPq; dh: DhParams; newNonce: Buffer }> {
  const pq = await requestPq(connection);
  const newNonce = randomBytes(32);
  const answer = await ask(connection, dhRequest(pq, rsaPad(publicKey, innerData(pq, { newNonce, ...changes }))));
  if (typeof answer === 'number') throw new Error(`transport error ${answer}`);
  return { pq, newNonce, dh: openDhParams(answer, pq, newNonce) };
}

/** A whole exchange; answers the key and the salt that both sides know. */
export async function exchangeKey(
  connection: RawConnection,
  publicKey: string,
  changes: InnerDataChanges = {},
): Promise<{ key: Buffer; salt: bigint }> {
  const { pq, dh, newNonce } = await agreeOnDh(connection, publicKey, changes);
  const { request, key } = clientDh(pq, dh);
  const answer = await ask(connection, request);
  if (typeof answer === 'number' || answer.readUInt32LE(0) !== 0x3bcbf734) throw new Error('not dh_gen_ok');
  return { key, salt: xor(newNonce.subarray(0, 8), pq.serverNonce).readBigInt64LE() };
}

function rawRsa(publicKey: string, block: Buffer): Buffer | null {
  const { n = '', e = '' } = createPublicKey(publicKey).export({ format: 'jwk' });
  const modulus = number(Buffer.from(n, 'base64url'));
  const value = number(block);
  if (value >= modulus) return null;
  const sealed = power(value, number(Buffer.from(e, 'base64url')), modulus);
  return Buffer.from(sealed.toString(16).padStart(512, '0'), 'hex');
}

function cipherOf(newNonce: Buffer, serverNonce: Buffer): { key: Buffer; iv: Buffer } {
  const mixed = sha1(serverNonce, newNonce);
  return {
    key: Buffer.concat([sha1(newNonce, serverNonce), mixed.subarray(0, 12)]),
    iv: Buffer.concat([mixed.subarray(12), sha1(newNonce, newNonce), newNonce.subarray(0, 4)]),
  };
}

/** Pollard's rho; the smaller factor. */
function factor(pq: bigint): bigint {
  for (let c = 1n; ; c += 1n) {
    let slow = 2n;
    let fast = 2n;
    let divisor = 1n;
    while (divisor === 1n) {
      slow = (slow * slow + c) % pq;
      fast = (fast * fast + c) % pq;
      fast = (fast * fast + c) % pq;
      divisor = gcd(slow > fast ? slow - fast : fast - slow, pq);
    }
    if (divisor !== pq) return divisor < pq / divisor ? divisor : pq / divisor;
  }
}

function gcd(a: bigint, b: bigint): bigint {
  let [left, right] = [a, b];
  while (right !== 0n) [left, right] = [right, left % right];
  return left;
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

function number(value: Buffer): bigint {
  return BigInt(`0x0${value.toString('hex')}`);
}

function bytes(value: bigint): Buffer {
  const digits = value.toString(16);
  return Buffer.from(digits.length % 2 ? `0${digits}` : digits, 'hex');
}

function xor(left: Buffer, right: Buffer): Buffer {
  return Buffer.from(left.map((byte, index) => byte ^ (right[index] ?? 0)));
}

function sha1(...parts: readonly Buffer[]): Buffer {
  return createHash('sha1').update(Buffer.concat(parts)).digest();
}

function sha256(...parts: readonly Buffer[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}
