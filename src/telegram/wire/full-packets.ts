import { crc32 } from 'node:zlib';

/**
 * The full transport (https://core.telegram.org/mtproto/mtproto-transports#full) of one connection: length, number, payload and
 * CRC32. In place of GramJS's codec, which waits for a promise twice a packet, copies what was received with each chunk
 * and computes the CRC32 in JavaScript.
 */
export interface FullPackets {
  write(payload: Buffer): Buffer;
  /** The payloads that are complete with this chunk. Throws on what is no packet; the connection is of no use then. */
  read(chunk: Buffer): Buffer[];
}

/** Length, number and CRC32. */
const OVERHEAD = 12;
/** Sixteen times what Telegram lets a message have. */
const LONGEST = 16 * 1024 * 1024;

export function createFullPackets(): FullPackets {
  let sent = 0;
  let chunks: Buffer[] = [];
  let received = 0;
  let needed = 4;

  return {
    write(payload) {
      const packet = Buffer.allocUnsafe(payload.length + OVERHEAD);
      packet.writeUInt32LE(packet.length, 0);
      packet.writeUInt32LE(sent, 4);
      payload.copy(packet, 8);
      packet.writeUInt32LE(crc32(packet.subarray(0, -4)), packet.length - 4);
      sent += 1;
      return packet;
    },

    read(chunk) {
      chunks.push(chunk);
      received += chunk.length;
      if (received < needed) return [];
      const bytes = chunks.length === 1 ? chunk : Buffer.concat(chunks);
      const payloads: Buffer[] = [];
      let place = 0;
      needed = 4;
      while (bytes.length - place >= 4) {
        const length = bytes.readInt32LE(place);
        if (length < OVERHEAD || length > LONGEST) throw new Error(`${length} is no length of a packet`);
        if (bytes.length - place < length) {
          needed = length;
          break;
        }
        const end = place + length;
        if (crc32(bytes.subarray(place, end - 4)) !== bytes.readUInt32LE(end - 4)) throw new Error('wrong CRC32');
        payloads.push(bytes.subarray(place + 8, end - 4));
        place = end;
      }
      received = bytes.length - place;
      chunks = received > 0 ? [bytes.subarray(place)] : [];
      return payloads;
    },
  };
}
