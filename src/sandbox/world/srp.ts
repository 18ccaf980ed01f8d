/**
 * The server's half of the password check (core.telegram.org/api/srp): it never sees the password, only proof that the
 * client computed the same key from it. Names are the page's: g, p, x, v, k, b, B, A, u, S, K, M1.
 */
import { pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { DH_GENERATOR, DH_PRIME } from '../crypto/diffie-hellman.ts';
import { sha256 } from '../crypto/hash.ts';
import { xor } from '../crypto/ige.ts';

/** The key exchange's prime and generator, which are Telegram's own; GramJS accepts no others. */
export const SRP_P = DH_PRIME;
export const SRP_G = DH_GENERATOR;

const SIZE = 256;
const p = toNumber(SRP_P);
const g = BigInt(SRP_G);
const k = toNumber(sha256(SRP_P, toBytes(g)));

/** What the server keeps of a password. */
export interface SrpVerifier {
  readonly salt1: Buffer;
  readonly salt2: Buffer;
  readonly v: bigint;
}

/** One question put to one key; it is good for one answer. */
export interface SrpChallenge {
  readonly srpId: bigint;
  readonly verifier: SrpVerifier;
  readonly b: bigint;
  /** 256 bytes, what the client is sent. */
  readonly B: Buffer;
}

export async function srpVerifier(password: string, random: (size: number) => Buffer): Promise<SrpVerifier> {
  const salt1 = random(8);
  const salt2 = random(16);
  const inner = sha256(salt2, sha256(salt1, Buffer.from(password, 'utf8'), salt1), salt2);
  const stretched = await promisify(pbkdf2)(inner, salt1, 100_000, 64, 'sha512');
  return { salt1, salt2, v: modPow(g, toNumber(sha256(salt2, stretched, salt2)), p) };
}

export function srpChallenge(verifier: SrpVerifier, random: (size: number) => Buffer): SrpChallenge {
  const b = toNumber(random(SIZE));
  const B = toBytes((k * verifier.v + modPow(g, b, p)) % p);
  return { srpId: random(8).readBigInt64LE(0), verifier, b, B };
}

/** A of a sane size: 0 and its multiples would make the shared key known to everybody. */
export function isGoodA(A: Buffer): boolean {
  const number = toNumber(A);
  return A.length <= SIZE && number > 1n && number < p - 1n;
}

/** Whether M1 proves the password. */
export function checkSrp(challenge: SrpChallenge, clientA: Buffer, M1: Buffer): boolean {
  const { salt1, salt2, v } = challenge.verifier;
  const A = toBytes(toNumber(clientA));
  const u = toNumber(sha256(A, challenge.B));
  const S = modPow((toNumber(A) * modPow(v, u, p)) % p, challenge.b, p);
  const mixed = xor(sha256(SRP_P), sha256(toBytes(g)));
  const expected = sha256(mixed, sha256(salt1), sha256(salt2), A, challenge.B, sha256(toBytes(S)));
  return M1.length === expected.length && timingSafeEqual(M1, expected);
}

function toNumber(bytes: Buffer): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${bytes.toString('hex')}`);
}

/** Numbers are hashed as 256 bytes, big endian. */
function toBytes(number: bigint): Buffer {
  return Buffer.from(number.toString(16).padStart(SIZE * 2, '0'), 'hex');
}

function modPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let power = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * power) % modulus;
    power = (power * power) % modulus;
  }
  return result;
}
