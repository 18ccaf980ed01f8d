import { randomBytes } from 'node:crypto';
import { Api } from 'telegram';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createDispatcher } from '../../src/sandbox/dispatcher.ts';
import { type MtprotoServer, startMtprotoServer } from '../../src/sandbox/server.ts';
import { RES_PQ } from '../../src/sandbox/tl/constructors.ts';
import { tlLong, tlUint } from '../../src/sandbox/tl/writer.ts';
import { detectTransport } from '../../src/sandbox/transport/detect.ts';
import { full } from '../../src/sandbox/transport/full.ts';
import {
  connectRaw,
  initialised,
  plainPacket,
  type RawConnection,
  rawSession,
  type TransportName,
  transportError,
} from '../support/mtproto-client.ts';

let server: MtprotoServer;
beforeAll(async () => {
  server = await startMtprotoServer({ host: '127.0.0.1', port: 0, dispatcher: createDispatcher() });
});
afterAll(() => server.close());

const getNearestDc = new Api.help.GetNearestDc().getBytes();
const reqPq = () => plainPacket(Buffer.concat([tlUint(0xbe7e8ef1), randomBytes(16)]));

async function expectService(connection: RawConnection): Promise<void> {
  connection.send(reqPq());
  const answer = await connection.receive();
  expect(answer.readUInt32LE(20)).toBe(RES_PQ);
}

const STREAMS: readonly (readonly [TransportName, boolean])[] = [
  ['abridged', false],
  ['intermediate', false],
  ['padded intermediate', false],
  ['full', false],
  ['abridged', true],
  ['intermediate', true],
  ['padded intermediate', true],
];

describe('a connection is served over', () => {
  test.each(STREAMS)('%s, obfuscated: %s', async (name, obfuscated) => {
    const connection = await connectRaw(server, name, obfuscated);
    await expectService(connection);
    await expectService(connection);
    connection.close();
  });

  test('a packet that arrives byte by byte', async () => {
    const connection = await connectRaw(server, 'abridged');
    connection.socket.setNoDelay(true);
    const packet = reqPq();
    const framed = Buffer.concat([Buffer.from([packet.length / 4]), packet]);
    for (const byte of framed) connection.write(Buffer.from([byte]));
    expect((await connection.receive()).readUInt32LE(20)).toBe(RES_PQ);
    connection.close();
  });

  test('several packets in one write', async () => {
    const connection = await connectRaw(server, 'full');
    const framer = full();
    connection.write(Buffer.concat([framer.write(reqPq()), framer.write(reqPq())]));
    await connection.receive();
    expect((await connection.receive()).readUInt32LE(20)).toBe(RES_PQ);
    connection.close();
  });
});

describe('detection', () => {
  test('waits while the first bytes may still become any of several transports', () => {
    expect(detectTransport(Buffer.alloc(0), randomBytes)).toBeNull();
    expect(detectTransport(Buffer.from('eeee', 'hex'), randomBytes)).toBeNull();
    expect(detectTransport(Buffer.alloc(63, 1), randomBytes)).toBeNull();
  });

  test.each(['GET / HTTP/1.1\r\n', 'POST /api HTTP/1.1\r\n', 'HEAD / HTTP/1.1\r\n'])('refuses %j', async (text) => {
    const connection = await connectRaw(server, 'full');
    connection.write(Buffer.from(text));
    await connection.closed;
  });

  test('refuses an obfuscated header that names no transport', async () => {
    const connection = await connectRaw(server, 'full');
    connection.write(Buffer.concat([Buffer.from('0102030405060708', 'hex'), randomBytes(56)]));
    await connection.closed;
  });
});

describe('only the connection that did it is closed by', () => {
  const frames: readonly (readonly [string, TransportName, () => Buffer])[] = [
    ['garbage', 'full', () => randomBytes(4096).fill(7, 0, 8)],
    ['an abridged packet over the limit', 'abridged', () => Buffer.from('7fffffff', 'hex')],
    ['an intermediate packet over the limit', 'intermediate', () => tlUint(2 ** 21)],
    ['an empty intermediate packet', 'intermediate', () => tlUint(0)],
    ['a full packet over the limit', 'full', () => Buffer.concat([tlUint(2 ** 24), tlUint(0)])],
    ['a full packet shorter than its own frame', 'full', () => Buffer.concat([tlUint(8), tlUint(0)])],
    ['a full packet with a wrong CRC32', 'full', () => corrupt(full().write(reqPq()))],
  ];

  test.each(frames)('%s', async (_, name, frame) => {
    const healthy = await connectRaw(server);
    const connection = await connectRaw(server, name);
    connection.write(frame());
    await connection.closed;
    await expectService(healthy);
    healthy.close();
  });

  test('a full packet out of turn', async () => {
    const connection = await connectRaw(server, 'full');
    const framer = full();
    connection.write(framer.write(reqPq()));
    await connection.receive();
    framer.write(reqPq());
    connection.write(framer.write(reqPq()));
    await connection.closed;
  });

  test('a message that is too short for a key id', async () => {
    const connection = await connectRaw(server);
    connection.send(Buffer.alloc(4, 1));
    expect(transportError(await connection.receive())).toBe(-404);
    await connection.closed;
  });
});

describe('a quick acknowledgement', () => {
  const cases: readonly (readonly [TransportName, (packet: Buffer) => Buffer, (token: Buffer) => number])[] = [
    [
      'abridged',
      (packet) => Buffer.concat([Buffer.from([0x80 | (packet.length / 4)]), packet]),
      (bytes) => bytes.readUInt32BE(),
    ],
    [
      'intermediate',
      (packet) => Buffer.concat([tlUint(0x8000_0000 + packet.length), packet]),
      (bytes) => bytes.readUInt32LE(),
    ],
  ];

  test.each(cases)('is answered with the top bit set over %s', async (name, frame, tokenOf) => {
    const key = randomBytes(256);
    server.addAuthKey(key);
    const connection = await connectRaw(server, name);
    const session = rawSession(connection, key);
    const ping = Buffer.concat([tlUint(0x7abe77ec), tlLong(1n)]);
    connection.socket.removeAllListeners('data');
    const first = new Promise<Buffer>((resolve) => connection.socket.once('data', resolve));
    connection.write(frame(session.seal(ping, session.number(true))));
    expect(tokenOf(await first)).toBeGreaterThanOrEqual(0x8000_0000);
    connection.close();
  });

  test('is not there over full', () => {
    expect(full().quickAck(0x8000_0001)).toBeNull();
  });
});

describe('a connection is closed that', () => {
  test('does not bring its first packet within the deadline', async () => {
    const impatient = await startImpatient();
    const connection = await connectRaw(impatient, 'full');
    connection.write(Buffer.from([1]));
    await connection.closed;
    await impatient.close();
  });

  test('does not finish a packet within the deadline', async () => {
    const impatient = await startImpatient();
    const connection = await connectRaw(impatient);
    await expectService(connection);
    connection.write(tlUint(64));
    await connection.closed;
    await impatient.close();
  });

  test('does not read what it asks for', async () => {
    const dispatcher = createDispatcher();
    const country = randomBytes(256 * 1024).toString('hex');
    dispatcher.register(Api.help.GetNearestDc, () => new Api.NearestDc({ country, thisDc: 2, nearestDc: 2 }));
    const limits = { maxUnsent: 1024 * 1024 };
    const narrow = await startMtprotoServer({ host: '127.0.0.1', port: 0, dispatcher, limits });
    const key = randomBytes(256);
    narrow.addAuthKey(key);
    const connection = await connectRaw(narrow);
    const session = rawSession(connection, key);
    session.request(Buffer.concat([tlUint(0x7abe77ec), tlLong(1n)]));
    session.salt = (await session.receive()).body.readBigInt64LE(20);
    connection.socket.pause();
    session.request(initialised(getNearestDc));
    for (let calls = 0; calls < 60; calls += 1) session.request(getNearestDc);
    await vi.waitFor(() => expect(narrow.connections).toBe(0), { timeout: 10_000 });
    connection.close();
    await narrow.close();
  });
});

function startImpatient(): Promise<MtprotoServer> {
  const dispatcher = createDispatcher();
  return startMtprotoServer({ host: '127.0.0.1', port: 0, dispatcher, limits: { packetDeadline: 100 } });
}

function corrupt(packet: Buffer): Buffer {
  packet.writeUInt32LE((packet.readUInt32LE(packet.length - 4) ^ 1) >>> 0, packet.length - 4);
  return packet;
}
