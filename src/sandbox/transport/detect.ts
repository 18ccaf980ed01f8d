import { abridged } from './abridged.ts';
import { full } from './full.ts';
import { intermediate, paddedIntermediate } from './intermediate.ts';
import { HEADER_SIZE, type Obfuscation, openObfuscation } from './obfuscation.ts';
import { type Transport, TransportError } from './transport.ts';

export interface Detected {
  readonly transport: Transport;
  readonly obfuscation: Obfuscation | null;
  /** Bytes of the stream that named the transport and belong to no packet. */
  readonly used: number;
}

/** What no obfuscated header may begin with: other protocols that end up on a Telegram port. */
const STRANGERS = ['HEAD', 'POST', 'GET ', 'OPTI', 'PUT ', '\x16\x03\x01\x02'].map((word) =>
  Buffer.from(word, 'latin1'),
);

/**
 * Tells the transport by the first bytes: `null` while there are too few, TransportError where none fits.
 * Full is told by its first packet number, 0 at bytes 4..8, which an obfuscated header may not have there.
 */
export function detectTransport(first: Buffer, random: (size: number) => Buffer): Detected | null {
  if (first[0] === 0xef) return { transport: abridged(), obfuscation: null, used: 1 };
  if (first.length < 4) return null;
  const word = first.toString('hex', 0, 4);
  const plain = word === 'efefefef' ? null : byTag(word, random);
  if (plain) return { transport: plain, obfuscation: null, used: 4 };
  if (STRANGERS.some((stranger) => first.subarray(0, 4).equals(stranger))) {
    throw new TransportError('another protocol speaks here');
  }
  if (first.length < 8) return null;
  if (first.readUInt32LE(4) === 0) return { transport: full(), obfuscation: null, used: 0 };
  if (first.length < HEADER_SIZE) return null;
  const obfuscation = openObfuscation(first.subarray(0, HEADER_SIZE));
  const transport = byTag(obfuscation.tag, random);
  if (!transport) throw new TransportError(`no transport has the tag ${obfuscation.tag}`);
  return { transport, obfuscation, used: HEADER_SIZE };
}

function byTag(tag: string, random: (size: number) => Buffer): Transport | null {
  if (tag === 'efefefef') return abridged();
  if (tag === 'eeeeeeee') return intermediate();
  if (tag === 'dddddddd') return paddedIntermediate(random);
  return null;
}
