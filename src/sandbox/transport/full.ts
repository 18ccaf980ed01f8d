import { crc32 } from 'node:zlib';
import { checkLength, type Transport, TransportError } from './transport.ts';

/**
 * Length of the whole packet, its number (each side counts its own from 0), payload, CRC32 of all before.
 * Has no quick acks.
 */
export function full(): Transport {
  let received = 0;
  let sent = 0;
  return {
    name: 'full',
    read(bytes) {
      if (bytes.length < 8) return null;
      const used = bytes.readUInt32LE(0);
      checkLength(used - 12);
      const number = bytes.readInt32LE(4);
      if (number !== received) throw new TransportError(`packet ${number} came where ${received} was due`);
      if (bytes.length < used) return null;
      const checksum = bytes.readUInt32LE(used - 4);
      if (crc32(bytes.subarray(0, used - 4)) !== checksum) throw new TransportError('the CRC32 does not match');
      received += 1;
      return { payload: bytes.subarray(8, used - 4), quickAck: false, used };
    },
    write(payload) {
      const packet = Buffer.alloc(payload.length + 12);
      packet.writeUInt32LE(packet.length, 0);
      packet.writeInt32LE(sent, 4);
      payload.copy(packet, 8);
      packet.writeUInt32LE(crc32(packet.subarray(0, -4)), packet.length - 4);
      sent += 1;
      return packet;
    },
    quickAck: () => null,
  };
}
