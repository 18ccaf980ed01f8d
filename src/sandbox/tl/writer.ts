/** Bare TL values as bytes (core.telegram.org/mtproto/serialize); `Buffer.concat` puts them together. */
export function tlUint(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

/** Signed or unsigned: the 64 bits are the same. */
export function tlLong(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(BigInt.asIntN(64, value));
  return bytes;
}

/** `bytes` or `string`: length, content, zeros up to four bytes. */
export function tlBytes(content: Buffer): Buffer {
  const header = content.length < 254 ? Buffer.from([content.length]) : tlUint(((content.length << 8) | 254) >>> 0);
  const padding = Buffer.alloc((4 - ((header.length + content.length) % 4)) % 4);
  return Buffer.concat([header, content, padding]);
}
