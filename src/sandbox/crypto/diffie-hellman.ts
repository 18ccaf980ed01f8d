import { createPrivateKey, createPublicKey, diffieHellman, type KeyObject } from 'node:crypto';

/** Telegram's own safe prime of 2048 bits, as core.telegram.org/mtproto/auth_key has it: clients know it and skip testing it. */
export const DH_PRIME = Buffer.from(
  'c71caeb9c6b1c9048e6c522f70f13f73980d40238e3e21c14934d037563d930f48198a0aa7c14058229493d22530f4dbfa336f6e0ac92513' +
    '9543aed44cce7c3720fd51f69458705ac68cd4fe6b6b13abdc9746512969328454f18faf8c595f642477fe96bb2a941d5bcd1d4ac8cc4988' +
    '0708fa9b378e3c4f3a9060bee67cf9a4a4a695811051907e162753b56b0f6b410dba74d8a84b2a14b3144e0ef1284754fd17ed950d5965b4' +
    'b9dd46582db1178d169c6bc465b0d6ff9ca3928fef5b9ae4e418fc15e83ebea0f87fa9ff5eed70050ded2849f47bf959d956850ce929851f' +
    '0d8115f635b105ee2e4e15d04b2454bf6f4fadf034b10403119cd8e3b92fcc5b',
  'hex',
);

/** Generates the subgroup of prime order: the prime is 2 modulo 3. */
export const DH_GENERATOR = 3;

const PRIME = BigInt(`0x${DH_PRIME.toString('hex')}`);
const MARGIN = 1n << 1984n;

/** core.telegram.org/mtproto/security_guidelines#g-a-and-g-b-validation: between 2^(2048-64) and the prime less that. */
export function isSafePublicValue(value: Buffer): boolean {
  const number = BigInt(`0x0${value.toString('hex')}`);
  return number >= MARGIN && number <= PRIME - MARGIN;
}

/** The server's half of one exchange. */
export interface DhSecret {
  /** g^a, 256 bytes. */
  readonly publicValue: Buffer;
  /** g^(ab) from the client's g^b, 256 bytes. The value must have been found safe before. */
  computeKey(publicValue: Buffer): Buffer;
}

/**
 * Key objects put together by hand, because Node's DiffieHellman tests the prime anew for half a second.
 * g^a is computed as if g were somebody's public value.
 */
export function createDhSecret(random: (size: number) => Buffer): DhSecret {
  for (;;) {
    const privateKey = privateKeyOf(random(256));
    const publicValue = derive(privateKey, Buffer.from([DH_GENERATOR]));
    if (isSafePublicValue(publicValue)) {
      return { publicValue, computeKey: (other) => derive(privateKey, other) };
    }
  }
}

function derive(privateKey: KeyObject, publicValue: Buffer): Buffer {
  const secret = diffieHellman({ privateKey, publicKey: publicKeyOf(publicValue) });
  return Buffer.concat([Buffer.alloc(256 - secret.length), secret]);
}

/** dhKeyAgreement of PKCS #3 with our prime and generator. */
const ALGORITHM = sequence(
  Buffer.from('06092a864886f70d010301', 'hex'),
  sequence(integer(DH_PRIME), integer(Buffer.from([DH_GENERATOR]))),
);

function publicKeyOf(value: Buffer): KeyObject {
  const bits = derValue(0x03, Buffer.from([0]), integer(value));
  return createPublicKey({ key: sequence(ALGORITHM, bits), format: 'der', type: 'spki' });
}

function privateKeyOf(value: Buffer): KeyObject {
  const version = integer(Buffer.from([0]));
  const octets = derValue(0x04, integer(value));
  return createPrivateKey({ key: sequence(version, ALGORITHM, octets), format: 'der', type: 'pkcs8' });
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return derValue(0x30, ...parts);
}

function integer(value: Buffer): Buffer {
  const start = value.findIndex((byte) => byte !== 0);
  const significant = start < 0 ? Buffer.alloc(1) : value.subarray(start);
  return derValue(0x02, (significant[0] ?? 0) >= 0x80 ? Buffer.alloc(1) : Buffer.alloc(0), significant);
}

function derValue(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const length =
    content.length < 0x80
      ? [content.length]
      : content.length < 0x100
        ? [0x81, content.length]
        : [0x82, content.length >> 8, content.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}
