import { checkLength, type ReadPacket, type Transport } from './transport.ts';

/** Length in bytes as a 32-bit integer, whose top bit asks for a quick ack. */
export function intermediate(): Transport {
  return {
    name: 'intermediate',
    read: readPacket,
    write: (payload) => Buffer.concat([uint32(payload.length), payload]),
    quickAck: uint32,
  };
}

/**
 * Intermediate with 0 to 15 random bytes behind the payload.
 * A transport error goes out without them: four bytes are how a client tells an error from a message.
 */
export function paddedIntermediate(random: (size: number) => Buffer): Transport {
  return {
    name: 'padded intermediate',
    read(bytes) {
      const packet = readPacket(bytes);
      return packet && { ...packet, payload: withoutPadding(packet.payload) };
    },
    write(payload) {
      const padding = payload.length === 4 ? 0 : (random(1)[0] ?? 0) & 15;
      return Buffer.concat([uint32(payload.length + padding), payload, random(padding)]);
    },
    quickAck: uint32,
  };
}

function readPacket(bytes: Buffer): ReadPacket | null {
  if (bytes.length < 4) return null;
  const header = bytes.readUInt32LE(0);
  const length = checkLength(header & 0x7fff_ffff);
  const used = 4 + length;
  if (bytes.length < used) return null;
  return { payload: bytes.subarray(4, used), quickAck: header >= 0x8000_0000, used };
}

/**
 * The padding's length is written nowhere. An encrypted message is 24 bytes and whole AES blocks;
 * a plain one (key id 0) says its own length at byte 16.
 */
function withoutPadding(payload: Buffer): Buffer {
  if (payload.length < 24) return payload;
  if (payload.readBigInt64LE(0) === 0n)
    return payload.subarray(0, Math.min(payload.length, 20 + payload.readUInt32LE(16)));
  return payload.subarray(0, payload.length - ((payload.length - 24) % 16));
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
