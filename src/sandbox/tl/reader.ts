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
  return new BufferReader(buffer);
}

/** A class, as five are made for each packet: V8 gives a shape of its own to an object that brings its own getter. */
class BufferReader implements TlReader {
  readonly #buffer: Buffer;
  #position = 0;

  constructor(buffer: Buffer) {
    this.#buffer = buffer;
  }

  get remaining(): number {
    return this.#buffer.length - this.#position;
  }

  uint(): number {
    return this.#buffer.readUInt32LE(this.#take(4));
  }

  int(): number {
    return this.#buffer.readInt32LE(this.#take(4));
  }

  long(): bigint {
    return this.#buffer.readBigInt64LE(this.#take(8));
  }

  double(): number {
    return this.#buffer.readDoubleLE(this.#take(8));
  }

  raw(size = this.remaining): Buffer {
    const start = this.#take(size);
    return this.#buffer.subarray(start, start + size);
  }

  bytes(): Buffer {
    const first = this.#buffer.readUInt8(this.#take(1));
    if (first === 255) throw new TlError('no string begins with 255');
    const header = first === 254 ? 4 : 1;
    const size = first === 254 ? this.#buffer.readUIntLE(this.#take(3), 3) : first;
    const content = this.raw(size);
    this.#take((4 - ((header + size) % 4)) % 4);
    return content;
  }

  longs(): bigint[] {
    if (this.uint() !== VECTOR) throw new TlError('a vector was expected');
    const count = this.uint();
    if (count * 8 > this.remaining) throw new TlError(`a vector of ${count} longs does not fit`);
    return Array.from({ length: count }, () => this.long());
  }

  #take(size: number): number {
    if (size < 0 || this.#position + size > this.#buffer.length)
      throw new TlError(`${size} bytes wanted, ${this.#buffer.length - this.#position} left`);
    const start = this.#position;
    this.#position += size;
    return start;
  }
}
