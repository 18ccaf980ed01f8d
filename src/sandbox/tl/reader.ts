/** Bytes that are not the TL they should be. */
export class TlError extends Error {
  override readonly name = 'TlError';
}

/** Reads bare TL values off a buffer (core.telegram.org/mtproto/serialize); throws TlError past its end. */
export interface TlReader {
  readonly remaining: number;
  uint(): number;
  int(): number;
  long(): bigint;
  double(): number;
  /** So many bytes as they stand; the rest without a number. */
  raw(size?: number): Buffer;
  /** `bytes` or `string`: length, content, zeros up to four bytes. */
  bytes(): Buffer;
  /** `Vector<long>` with its constructor in front. */
  longs(): bigint[];
}

/** Constructor of every boxed vector. */
export const VECTOR = 0x1cb5c415;

export function tlReader(buffer: Buffer): TlReader {
  let position = 0;
  function take(size: number): number {
    if (size < 0 || position + size > buffer.length)
      throw new TlError(`${size} bytes wanted, ${buffer.length - position} left`);
    const start = position;
    position += size;
    return start;
  }
  const reader: TlReader = {
    get remaining() {
      return buffer.length - position;
    },
    uint: () => buffer.readUInt32LE(take(4)),
    int: () => buffer.readInt32LE(take(4)),
    long: () => buffer.readBigInt64LE(take(8)),
    double: () => buffer.readDoubleLE(take(8)),
    raw(size = buffer.length - position) {
      const start = take(size);
      return buffer.subarray(start, start + size);
    },
    bytes() {
      const first = buffer.readUInt8(take(1));
      if (first === 255) throw new TlError('no string begins with 255');
      const header = first === 254 ? 4 : 1;
      const size = first === 254 ? buffer.readUIntLE(take(3), 3) : first;
      const content = reader.raw(size);
      take((4 - ((header + size) % 4)) % 4);
      return content;
    },
    longs() {
      if (reader.uint() !== VECTOR) throw new TlError('a vector was expected');
      const count = reader.uint();
      if (count * 8 > reader.remaining) throw new TlError(`a vector of ${count} longs does not fit`);
      return Array.from({ length: count }, () => reader.long());
    },
  };
  return reader;
}
