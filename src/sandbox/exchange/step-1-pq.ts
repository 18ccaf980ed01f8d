import { generatePrimeSync } from 'node:crypto';
import { RES_PQ } from '../tl/constructors.ts';
import { type TlReader, VECTOR } from '../tl/reader.ts';
import { tlBytes, tlLong, tlUint } from '../tl/writer.ts';
import type { ExchangeOptions } from './exchange-options.ts';

/** What the server remembers between resPQ and req_DH_params. */
export interface PqState {
  readonly step: 1;
  /** 16 bytes, the client's. */
  readonly nonce: Buffer;
  /** 16 bytes, ours. */
  readonly serverNonce: Buffer;
  readonly p: bigint;
  readonly q: bigint;
}

/**
 * Bits of p and of q. Telegram's have 30 or 31; one less costs the slowest client a tenth of a second instead of a fifth.
 * Not fewer: the product must take eight bytes with the top bit clear, because GramJS reads it as a signed number.
 */
const PRIME_BITS = 29;

/** Step 1: a challenge to factor, so that opening a connection costs the client more than the server, and our key's name. */
export function answerPq(reader: TlReader, options: ExchangeOptions): { answer: Buffer; state: PqState } {
  const nonce = Buffer.from(reader.raw(16));
  const serverNonce = options.random(16);
  const [p, q] = twoPrimes();
  const answer = Buffer.concat([
    tlUint(RES_PQ),
    nonce,
    serverNonce,
    tlBytes(bigEndian(p * q)),
    tlUint(VECTOR),
    tlUint(1),
    tlLong(options.serverKey.fingerprint),
  ]);
  return { answer, state: { step: 1, nonce, serverNonce, p, q } };
}

/** The smaller one first. */
function twoPrimes(): [bigint, bigint] {
  for (;;) {
    const one = generatePrimeSync(PRIME_BITS, { bigint: true });
    const other = generatePrimeSync(PRIME_BITS, { bigint: true });
    if (one < other) return [one, other];
  }
}

/** Numbers in the exchange are strings of bytes, the highest first, without leading zeros. */
function bigEndian(number: bigint): Buffer {
  const digits = number.toString(16);
  return Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
}

/** The way back. */
export function fromBigEndian(bytes: Buffer): bigint {
  return BigInt(`0x0${bytes.toString('hex')}`);
}
