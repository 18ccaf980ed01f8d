import { gzipSync, unzipSync } from 'node:zlib';
import { GZIP_PACKED } from './constructors.ts';
import { TlError, type TlReader } from './reader.ts';
import { tlBytes, tlUint } from './writer.ts';

/** Bytes that packed data may grow to: four of the largest packets. */
const MAX_INFLATED = 4 * 1024 * 1024;

/** Results above it are packed (bytes); the limit at which GramJS and Telethon pack their requests. */
const PACK_ABOVE = 512;

/**
 * The content of a gzip_packed whose constructor was read already, in gzip's own format or in zlib's, which mtcute sends.
 * Throws TlError where it is neither or grows too large.
 */
export function unpackGzip(reader: TlReader): Buffer {
  const packed = reader.bytes();
  try {
    return unzipSync(packed, { maxOutputLength: MAX_INFLATED });
  } catch {
    throw new TlError('packed data is broken or too large');
  }
}

/** gzip_packed of a long object that gets shorter by it, otherwise the object as it is. */
export function packIfShorter(object: Buffer): Buffer {
  if (object.length <= PACK_ABOVE) return object;
  const packed = Buffer.concat([tlUint(GZIP_PACKED), tlBytes(gzipSync(object))]);
  return packed.length < object.length ? packed : object;
}
