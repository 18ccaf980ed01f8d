/**
 * The TCP transports of core.telegram.org/mtproto/mtproto-transports: how packets are framed on the stream.
 * Abridged, intermediate and padded intermediate stand alone or inside obfuscation (obfuscated2); full stands alone:
 * obfuscation names the inner transport by a tag, and Telegram gave full none.
 * Left out on purpose: HTTP, WebSocket, and MTProxy with its secrets.
 */
export interface Transport {
  readonly name: 'abridged' | 'intermediate' | 'padded intermediate' | 'full';
  /** The first packet of the bytes so far, or `null` while it is not all there. Throws TransportError where none can come. */
  read(bytes: Buffer): ReadPacket | null;
  write(payload: Buffer): Buffer;
  /** The answer to a packet that asked for a quick acknowledgement; `null` where the transport has none. */
  quickAck(token: number): Buffer | null;
}

export interface ReadPacket {
  readonly payload: Buffer;
  /** The client wants the packet's token back as soon as it is decrypted. */
  readonly quickAck: boolean;
  /** Bytes taken from the stream, header and checksum included. */
  readonly used: number;
}

/** The stream cannot be understood from here on: the connection is closed without an answer. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
}

/** Bytes. A container may be 1 MiB (core.telegram.org/mtproto/service_messages#containers); the rest is headers and padding. */
const MAX_PAYLOAD = 1024 * 1024 + 4096;

/** Throws TransportError for a length that no MTProto packet has. */
export function checkLength(length: number): number {
  if (length > MAX_PAYLOAD) throw new TransportError(`a packet of ${length} bytes is over the limit of ${MAX_PAYLOAD}`);
  if (length < 4) throw new TransportError(`a packet of ${length} bytes is too short`);
  return length;
}
