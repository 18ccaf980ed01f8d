/**
 * The server's half of the password check (core.telegram.org/api/srp): it never sees the password, only proof that the
 * client computed the same key from it. Names are the page's: g, p, x, v, k, b, B, A, u, S, K, M1.
 */
import { createHash, pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const SIZE = 256;
export const SRP_G = 3;
/** Telegram's own 2048-bit safe prime; GramJS accepts no other. */
export const SRP_P = Buffer.from(
  'c71caeb9c6b1c9048e6c522f70f13f73980d40238e3e21c14934d037563d930f48198a0aa7c14058229493d22530f4dbfa336f6e0ac925139543aed4' +
    '4cce7c3720fd51f69458705ac68cd4fe6b6b13abdc9746512969328454f18faf8c595f642477fe96bb2a941d5bcd1d4ac8cc49880708fa9b378e3c4f' +
    '3a9060bee67cf9a4a4a695811051907e162753b56b0f6b410dba74d8a84b2a14b3144e0ef1284754fd17ed950d5965b4b9dd46582db1178d169c6bc4' +
    '65b0d6ff9ca3928fef5b9ae4e418fc15e83ebea0f87fa9ff5eed70050ded2849f47bf959d956850ce929851f0d8115f635b105ee2e4e15d04b2454bf' +
    '6f4fadf034b10403119cd8e3b92fcc5b',
  'hex',
);
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

function sha256(...parts: Buffer[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function xor(left: Buffer, right: Buffer): Buffer {
  return Buffer.from(left.map((byte, index) => byte ^ (right[index] ?? 0)));
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
