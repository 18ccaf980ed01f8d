import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { decryptIge, encryptIge } from '../../src/sandbox/crypto/ige.ts';
import type { MtprotoServer } from '../../src/sandbox/server.ts';
import { tlReader } from '../../src/sandbox/tl/reader.ts';
import { tlBytes, tlLong, tlUint } from '../../src/sandbox/tl/writer.ts';
import { abridged } from '../../src/sandbox/transport/abridged.ts';
import { full } from '../../src/sandbox/transport/full.ts';
import { intermediate, paddedIntermediate } from '../../src/sandbox/transport/intermediate.ts';
import type { Transport } from '../../src/sandbox/transport/transport.ts';

/** A connection of which every byte is under the test's hand. */
export interface RawConnection {
  readonly socket: Socket;
  /** Bytes as they are, past transport and obfuscation. */
  write(bytes: Buffer): void;
  /** One packet in the transport. */
  send(payload: Buffer): void;
  /** The next packet; rejects where the server closes first. */
  receive(): Promise<Buffer>;
  /** Resolves when the server has closed. */
  readonly closed: Promise<void>;
  close(): void;
}

export type TransportName = Transport['name'];

const TRANSPORTS: Record<TransportName, { create: () => Transport; start: string; tag: string }> = {
  abridged: { create: abridged, start: 'ef', tag: 'efefefef' },
  intermediate: { create: intermediate, start: 'eeeeeeee', tag: 'eeeeeeee' },
  'padded intermediate': { create: () => paddedIntermediate(randomBytes), start: 'dddddddd', tag: 'dddddddd' },
  full: { create: full, start: '', tag: '' },
};

export async function connectRaw(
  server: Pick<MtprotoServer, 'host' | 'port'>,
  name: TransportName = 'intermediate',
  obfuscated = false,
): Promise<RawConnection> {
  const { create, start, tag } = TRANSPORTS[name];
  const transport = create();
  const socket = connect(server.port, server.host);
  await once(socket, 'connect');
  const streams = obfuscated ? obfuscate(socket, tag) : null;
  if (!streams && start) socket.write(Buffer.from(start, 'hex'));

  const packets: Buffer[] = [];
  const waiting: { resolve: (packet: Buffer) => void; reject: (error: Error) => void }[] = [];
  let pending = Buffer.alloc(0);
  let ended = false;
  socket.on('data', (chunk) => {
    pending = Buffer.concat([pending, streams ? streams.incoming.update(chunk) : chunk]);
    for (let packet = transport.read(pending); packet; packet = transport.read(pending)) {
      pending = pending.subarray(packet.used);
      const next = waiting.shift();
      if (next) next.resolve(packet.payload);
      else packets.push(packet.payload);
    }
  });
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => {
      ended = true;
      for (const one of waiting.splice(0)) one.reject(new Error('the server closed the connection'));
      resolve();
    });
  });
  const write = (bytes: Buffer) => void socket.write(streams ? streams.outgoing.update(bytes) : bytes);
  return {
    socket,
    closed,
    write: (bytes) => void socket.write(bytes),
    send: (payload) => write(transport.write(payload)),
    receive() {
      const packet = packets.shift();
      if (packet) return Promise.resolve(packet);
      if (ended) return Promise.reject(new Error('the server closed the connection'));
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    close: () => void socket.destroy(),
  };
}

/** The header of core.telegram.org/mtproto/mtproto-transports#transport-obfuscation, written out anew and sent. */
function obfuscate(socket: Socket, tag: string) {
  const header = randomBytes(64);
  header[0] = 0x01;
  header.writeUInt32LE(0x1234_5678, 4);
  Buffer.from(tag, 'hex').copy(header, 56);
  const reversed = Buffer.from(header).reverse();
  const outgoing = createCipheriv('aes-256-ctr', header.subarray(8, 40), header.subarray(40, 56));
  const incoming = createCipheriv('aes-256-ctr', reversed.subarray(8, 40), reversed.subarray(40, 56));
  const encrypted = outgoing.update(header);
  socket.write(Buffer.concat([header.subarray(0, 56), encrypted.subarray(56)]));
  return { outgoing, incoming };
}

/** A step of the key exchange or anything else without a key. */
export function plainPacket(body: Buffer, msgId = clientMsgId()): Buffer {
  return Buffer.concat([tlLong(0n), tlLong(msgId), tlUint(body.length), body]);
}

/** The transport error in a packet of four bytes, as −404. */
export function transportError(packet: Buffer): number | null {
  return packet.length === 4 ? packet.readInt32LE() : null;
}

let lastMsgId = 0n;

/** An id as a client makes it, of now plus so many seconds, always rising where the time is the same. */
export function clientMsgId(offsetSeconds = 0): bigint {
  const now = (BigInt(Date.now() + offsetSeconds * 1000) << 32n) / 1000n;
  const id = now & ~3n;
  if (offsetSeconds !== 0) return id;
  lastMsgId = id > lastMsgId ? id : lastMsgId + 4n;
  return lastMsgId;
}

/** A message of the server's, opened. */
export interface ServerMessage {
  readonly salt: bigint;
  readonly sessionId: bigint;
  readonly msgId: bigint;
  readonly seqNo: number;
  readonly body: Buffer;
  /** Its constructor. */
  readonly id: number;
}

/** What of an encrypted message a test may want to be other than right. */
export interface Overrides {
  readonly msgId?: bigint;
  readonly seqNo?: number;
  readonly salt?: bigint;
  /** Bytes; what fills the block by default. */
  readonly padding?: number;
  /** The inner length field. */
  readonly length?: number;
}

/** One session on one key. It has no logic of its own: acknowledges nothing, repeats nothing. */
export interface RawSession {
  readonly sessionId: bigint;
  salt: bigint;
  /** Sends a content-related message and answers its id. */
  request(body: Buffer, overrides?: Overrides): bigint;
  /** Sends one that is not. */
  notice(body: Buffer, overrides?: Overrides): bigint;
  /** Numbers for a message that goes into a container. */
  number(content: boolean): { msgId: bigint; seqNo: number };
  seal(body: Buffer, numbers: { msgId: bigint; seqNo: number }, overrides?: Overrides): Buffer;
  receive(): Promise<ServerMessage>;
  /** The next message with this constructor; others before it are dropped. */
  receiveOf(id: number): Promise<ServerMessage>;
}

export function rawSession(
  connection: RawConnection,
  key: Buffer,
  given: { readonly sessionId?: bigint; readonly salt?: bigint } = {},
): RawSession {
  const sessionId = given.sessionId ?? randomBytes(8).readBigInt64LE();
  let contents = 0;
  const session: RawSession = {
    sessionId,
    salt: given.salt ?? 0n,
    request: (body, overrides) => send(body, true, overrides),
    notice: (body, overrides) => send(body, false, overrides),
    number(content) {
      const seqNo = contents * 2 + (content ? 1 : 0);
      if (content) contents += 1;
      return { msgId: clientMsgId(), seqNo };
    },
    seal(body, numbers, { salt = session.salt, padding, length = body.length } = {}) {
      const inner = Buffer.concat([
        tlLong(salt),
        tlLong(sessionId),
        tlLong(numbers.msgId),
        tlUint(numbers.seqNo),
        tlUint(length),
        body,
      ]);
      const plain = Buffer.concat([inner, randomBytes(padding ?? 12 + ((16 - ((inner.length + 12) % 16)) % 16))]);
      const msgKey = sha256(key.subarray(88, 120), plain).subarray(8, 24);
      const cipher = cipherOf(key, msgKey, 0);
      return Buffer.concat([keyId(key), msgKey, encryptIge(plain, cipher.key, cipher.iv)]);
    },
    async receive() {
      return openMessage(key, await connection.receive());
    },
    async receiveOf(id) {
      for (;;) {
        const message = await session.receive();
        if (message.id === id) return message;
      }
    },
  };
  function send(body: Buffer, content: boolean, overrides: Overrides = {}): bigint {
    const numbers = { ...session.number(content), ...pick(overrides) };
    connection.send(session.seal(body, numbers, overrides));
    return numbers.msgId;
  }
  return session;
}

function pick({ msgId, seqNo }: Overrides): { msgId?: bigint; seqNo?: number } {
  return { ...(msgId === undefined ? {} : { msgId }), ...(seqNo === undefined ? {} : { seqNo }) };
}

/** Opens a packet of the server's; throws where msg_key does not fit or it is a transport error. */
export function openMessage(key: Buffer, packet: Buffer): ServerMessage {
  if (packet.length === 4) throw new Error(`transport error ${packet.readInt32LE()}`);
  const msgKey = packet.subarray(8, 24);
  const cipher = cipherOf(key, msgKey, 8);
  const plain = decryptIge(packet.subarray(24), cipher.key, cipher.iv);
  if (!sha256(key.subarray(96, 128), plain).subarray(8, 24).equals(msgKey)) throw new Error('msg_key does not fit');
  const reader = tlReader(plain);
  const salt = reader.long();
  const sessionId = reader.long();
  const msgId = reader.long();
  const seqNo = reader.int();
  const body = reader.raw(reader.uint());
  return { salt, sessionId, msgId, seqNo, body, id: body.readUInt32LE(0) };
}

/** msg_container */
export function containerOf(messages: readonly { msgId: bigint; seqNo: number; body: Buffer }[]): Buffer {
  const parts = messages.map(({ msgId, seqNo, body }) =>
    Buffer.concat([tlLong(msgId), tlUint(seqNo), tlUint(body.length), body]),
  );
  return Buffer.concat([tlUint(0x73f1f8dc), tlUint(messages.length), ...parts]);
}

/** The first eight bytes of every encrypted packet. */
export function keyId(key: Buffer): Buffer {
  return createHash('sha1').update(key).digest().subarray(12);
}

function sha256(...parts: readonly Buffer[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}

function cipherOf(key: Buffer, msgKey: Buffer, x: 0 | 8): { key: Buffer; iv: Buffer } {
  const a = sha256(msgKey, key.subarray(x, x + 36));
  const b = sha256(key.subarray(x + 40, x + 76), msgKey);
  return {
    key: Buffer.concat([a.subarray(0, 8), b.subarray(8, 24), a.subarray(24, 32)]),
    iv: Buffer.concat([b.subarray(0, 8), a.subarray(8, 24), b.subarray(24, 32)]),
  };
}

/** The query as a client's first one, in invokeWithLayer and initConnection. */
export function initialised(query: Buffer, layer = 198): Buffer {
  const strings = ['model', 'system', 'version', 'en', '', 'en'].map((text) => tlBytes(Buffer.from(text)));
  const client = [tlUint(0xc1cd5ea9), tlUint(0), tlUint(1), ...strings];
  return Buffer.concat([tlUint(0xda9b0d0d), tlUint(layer), ...client, query]);
}
