import { checkLength, type Transport } from './transport.ts';

/**
 * Length in words: one byte below 127, else 0x7f and three bytes. The top bit of the first byte asks for a quick ack.
 * The quick ack comes back with its bytes reversed, so that its own top bit stands where a length would be read.
 */
export function abridged(): Transport {
  return {
    name: 'abridged',
    read(bytes) {
      const first = bytes[0];
      if (first === undefined) return null;
      const short = first & 0x7f;
      const header = short === 0x7f ? 4 : 1;
      if (bytes.length < header) return null;
      const length = checkLength((header === 4 ? bytes.readUIntLE(1, 3) : short) * 4);
      const used = header + length;
      if (bytes.length < used) return null;
      return { payload: bytes.subarray(header, used), quickAck: (first & 0x80) !== 0, used };
    },
    write(payload) {
      const words = payload.length / 4;
      if (words < 0x7f) return Buffer.concat([Buffer.from([words]), payload]);
      const header = Buffer.alloc(4);
      header[0] = 0x7f;
      header.writeUIntLE(words, 1, 3);
      return Buffer.concat([header, payload]);
    },
    quickAck(token) {
      const answer = Buffer.alloc(4);
      answer.writeUInt32BE(token);
      return answer;
    },
  };
}
