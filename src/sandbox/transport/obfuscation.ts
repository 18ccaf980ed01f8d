import { type Cipheriv, createCipheriv } from 'node:crypto';

/** Both directions of an obfuscated stream: AES-256-CTR that runs on over the whole connection. */
export interface Obfuscation {
  readonly incoming: Cipheriv;
  readonly outgoing: Cipheriv;
  /** Names the transport inside, `efefefef` and so on. */
  readonly tag: string;
}

/** Bytes of the header that starts an obfuscated connection. */
export const HEADER_SIZE = 64;

/**
 * Opens the header (core.telegram.org/mtproto/mtproto-transports#transport-obfuscation): bytes 8..40 are the key and
 * 40..56 the IV of what the client sends; the same 48 bytes reversed serve the other direction.
 * The tag stands encrypted at 56..60, the data centre's number behind it, which nobody needs here.
 */
export function openObfuscation(header: Buffer): Obfuscation {
  const forward = header.subarray(8, 56);
  const backward = Buffer.from(forward).reverse();
  const incoming = createCipheriv('aes-256-ctr', forward.subarray(0, 32), forward.subarray(32));
  const outgoing = createCipheriv('aes-256-ctr', backward.subarray(0, 32), backward.subarray(32));
  const opened = incoming.update(header);
  return { incoming, outgoing, tag: opened.toString('hex', 56, 60) };
}
