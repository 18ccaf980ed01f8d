import { randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Api } from 'telegram';
import { returnBigInt } from 'telegram/Helpers.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDispatcher } from '../../src/sandbox/dispatcher.ts';
import { RpcError } from '../../src/sandbox/rpc-error.ts';
import { type MtprotoServer, startMtprotoServer } from '../../src/sandbox/server.ts';
import {
  BAD_MSG_NOTIFICATION,
  BAD_SERVER_SALT,
  DESTROY_AUTH_KEY_OK,
  DESTROY_SESSION_NONE,
  DESTROY_SESSION_OK,
  FUTURE_SALTS,
  MSGS_ACK,
  MSGS_STATE_INFO,
  NEW_SESSION_CREATED,
  PONG,
  RPC_ANSWER_DROPPED,
  RPC_ANSWER_DROPPED_RUNNING,
  RPC_ANSWER_UNKNOWN,
  RPC_ERROR,
  RPC_RESULT,
} from '../../src/sandbox/tl/constructors.ts';
import { tlReader } from '../../src/sandbox/tl/reader.ts';
import { tlBytes, tlLong, tlUint } from '../../src/sandbox/tl/writer.ts';
import {
  clientMsgId,
  connectRaw,
  containerOf,
  initialised,
  keyId,
  type RawConnection,
  type RawSession,
  rawSession,
  type ServerMessage,
  transportError,
} from '../support/mtproto-client.ts';

/** One server for the file, because its RSA key takes a while; each test has a key, a connection and a session of its own. */
let server: MtprotoServer;
const dispatcher = createDispatcher();
let connection: RawConnection;
let session: RawSession;
let key: Buffer;
let authKeyId: string;
let executed: number;
let time: number;
/** What the server's onFault was told in this test. */
const faults: unknown[] = [];
/** Lets a `help.getSupport` that runs be answered. */
let release: (() => void)[];

const ping = (id = 1n) => Buffer.concat([tlUint(0x7abe77ec), tlLong(id)]);
const ids = (id: number, msgIds: readonly bigint[]) =>
  Buffer.concat([tlUint(id), tlUint(0x1cb5c415), tlUint(msgIds.length), ...msgIds.map(tlLong)]);
const stateRequest = (msgIds: readonly bigint[]) => ids(0xda69fb52, msgIds);
const nearestDc = new Api.help.GetNearestDc().getBytes();
const slow = new Api.help.GetSupport().getBytes();
const failing = new Api.help.GetSupportName().getBytes();

beforeAll(async () => {
  const onFault = (error: unknown) => faults.push(error);
  server = await startMtprotoServer({ host: '127.0.0.1', port: 0, dispatcher, clock: () => time, onFault });
});
beforeEach(async () => {
  faults.length = 0;
  time = Date.now();
  executed = 0;
  release = [];
  dispatcher.register(Api.help.GetNearestDc, () => {
    executed += 1;
    return new Api.NearestDc({ country: 'AQ', thisDc: 2, nearestDc: 2 });
  });
  dispatcher.register(Api.help.GetSupport, async () => {
    executed += 1;
    await new Promise<void>((resolve) => release.push(resolve));
    return new Api.help.Support({ phoneNumber: '1', user: new Api.UserEmpty({ id: returnBigInt(1) }) });
  });
  dispatcher.register(Api.help.GetSupportName, () => {
    throw new RpcError(420, 'FLOOD_WAIT_30');
  });
  key = randomBytes(256);
  authKeyId = server.addAuthKey(key);
  connection = await connectRaw(server);
  session = rawSession(connection, key);
  await open(session);
});
afterEach(() => connection.close());
afterAll(() => server.close());

/** Learns the salt, and passes new_session_created. */
async function open(fresh: RawSession): Promise<ServerMessage> {
  fresh.request(ping());
  fresh.salt = (await fresh.receiveOf(BAD_SERVER_SALT)).body.readBigInt64LE(20);
  fresh.request(ping());
  const created = await fresh.receiveOf(NEW_SESSION_CREATED);
  await fresh.receiveOf(PONG);
  return created;
}

/** Makes the key one that said invokeWithLayer and initConnection. */
async function initialise(): Promise<void> {
  const msgId = session.request(initialised(nearestDc));
  expect((await result(msgId)).id).toBe(0x8e1a1775);
  executed = 0;
}

/** The content of the rpc_result for this request. */
async function result(msgId: bigint, from = session): Promise<{ id: number; body: Buffer; message: ServerMessage }> {
  for (;;) {
    const message = await from.receiveOf(RPC_RESULT);
    if (message.body.readBigInt64LE(4) !== msgId) continue;
    const body = message.body.subarray(12);
    return { id: body.readUInt32LE(0), body, message };
  }
}

async function rpcError(msgId: bigint, from = session): Promise<string> {
  const { id, body } = await result(msgId, from);
  expect(id).toBe(RPC_ERROR);
  const reader = tlReader(body.subarray(4));
  return `${reader.int()} ${reader.bytes()}`;
}

async function fault(): Promise<{ msgId: bigint; code: number }> {
  const { body } = await session.receiveOf(BAD_MSG_NOTIFICATION);
  return { msgId: body.readBigInt64LE(4), code: body.readUInt32LE(16) };
}

const running = (count: number) => expect.poll(() => release.length, { interval: 1 }).toBe(count);

describe('the envelope', () => {
  test('unknown auth key: answers transport error -404 and closes', async () => {
    const stranger = rawSession(connection, randomBytes(256));
    stranger.request(ping());
    expect(transportError(await connection.receive())).toBe(-404);
    await connection.closed;
  });

  test('a removed key: its connections close, and it is unknown from then on', async () => {
    server.removeAuthKey(authKeyId);
    await connection.closed;
    connection = await connectRaw(server);
    rawSession(connection, key).request(ping());
    expect(transportError(await connection.receive())).toBe(-404);
  });

  test('wrong msg_key: answers transport error -404 and closes', async () => {
    const packet = session.seal(ping(), session.number(true));
    packet[8] = (packet[8] ?? 0) ^ 1;
    connection.send(packet);
    expect(transportError(await connection.receive())).toBe(-404);
    await connection.closed;
  });

  test.each([
    ['less than 12 bytes of padding', { padding: 4 }],
    ['more than 1024 bytes of padding', { padding: 1028 + 12 }],
    ['a length beyond the packet', { length: 1024 }],
    ['a length that is no multiple of four', { length: 11 }],
  ])('%s: answers transport error -404 and closes', async (_, overrides) => {
    session.request(ping(), overrides);
    expect(transportError(await connection.receive())).toBe(-404);
    await connection.closed;
  });

  test('a packet of the key id and noise: answers transport error -404', async () => {
    connection.send(Buffer.concat([keyId(key), randomBytes(50)]));
    expect(transportError(await connection.receive())).toBe(-404);
  });
});

describe('salts', () => {
  test('a wrong salt is answered with bad_server_salt 48 and the right one, and the message is not executed', async () => {
    await initialise();
    const msgId = session.request(nearestDc, { salt: 1n });
    const { body } = await session.receiveOf(BAD_SERVER_SALT);
    expect(body.readBigInt64LE(4)).toBe(msgId);
    expect(body.readUInt32LE(16)).toBe(48);
    expect(body.readBigInt64LE(20)).toBe(session.salt);
    expect(executed).toBe(0);
  });

  test('get_future_salts: salts follow each other every half hour, each good for an hour', async () => {
    const msgId = session.request(Buffer.concat([tlUint(0xb921bd04), tlUint(3)]));
    const reader = tlReader((await session.receiveOf(FUTURE_SALTS)).body.subarray(4));
    expect(reader.long()).toBe(msgId);
    expect(reader.int()).toBe(Math.floor(time / 1000));
    const salts = Array.from({ length: reader.int() }, () => [reader.int(), reader.int(), reader.long()] as const);
    expect(salts).toHaveLength(3);
    expect(salts[0]?.[2]).toBe(session.salt);
    expect(salts.map(([since, until]) => until - since)).toEqual([3600, 3600, 3600]);
    expect((salts[1]?.[0] ?? 0) - (salts[0]?.[0] ?? 0)).toBe(1800);
  });

  test('the last salt is accepted for half an hour after its turn, then no more', async () => {
    time += 1_900_000;
    session.request(ping(), { msgId: clientMsgId(1900) });
    expect((await session.receiveOf(PONG)).salt).not.toBe(session.salt);
    time += 1_800_000;
    session.request(ping(), { msgId: clientMsgId(3700) });
    await session.receiveOf(BAD_SERVER_SALT);
  });
});

describe('message ids and sequence numbers', () => {
  test.each([
    ['16 for one that is 301 seconds old', () => clientMsgId(-301), 16],
    ['17 for one that is 40 seconds ahead', () => clientMsgId(40), 17],
    ['18 for one that four does not divide', () => clientMsgId() + 1n, 18],
  ])('answers %s', async (_, msgId, code) => {
    const id = msgId();
    session.request(ping(), { msgId: id });
    expect(await fault()).toEqual({ msgId: id, code });
  });

  test('accepts one that is 290 seconds old and one that is 20 seconds ahead', async () => {
    const old = rawSession(connection, key, { salt: session.salt });
    old.request(ping(), { msgId: clientMsgId(-290) });
    await old.receiveOf(PONG);
    old.request(ping(), { msgId: clientMsgId(20) });
    await old.receiveOf(PONG);
  });

  test('answers 20 for one older than all that is remembered', async () => {
    const early = clientMsgId(-200);
    for (let sent = 0; sent < 5; sent += 1) {
      const messages = Array.from({ length: 1000 }, () => ({ ...session.number(true), body: ping() }));
      session.notice(containerOf(messages));
    }
    session.request(ping(77n));
    for (let pong = await session.receiveOf(PONG); pong.body.readBigInt64LE(12) !== 77n; ) {
      pong = await session.receiveOf(PONG);
    }
    session.request(ping(), { msgId: early });
    expect(await fault()).toEqual({ msgId: early, code: 20 });
  });

  test('answers 32 for a sequence number below one before', async () => {
    session.request(ping(), { seqNo: 21 });
    session.request(ping(), { seqNo: 19 });
    expect((await fault()).code).toBe(32);
  });

  test('answers 33 for a sequence number above one after', async () => {
    const earlier = clientMsgId();
    session.request(ping(), { seqNo: 21 });
    session.request(ping(), { msgId: earlier, seqNo: 23 });
    expect((await fault()).code).toBe(33);
  });

  test('answers 34 for a container with an odd number', async () => {
    const inner = { ...session.number(true), body: ping() };
    session.request(containerOf([inner]));
    expect((await fault()).code).toBe(34);
  });

  test('answers 35 for a request with an even number', async () => {
    session.notice(nearestDc);
    expect((await fault()).code).toBe(35);
  });
});

describe('containers', () => {
  test('each message is executed, one with an unknown method too', async () => {
    await initialise();
    const known = { ...session.number(true), body: nearestDc };
    const unknown = { ...session.number(true), body: tlUint(0x12345678) };
    const last = { ...session.number(true), body: nearestDc };
    session.notice(containerOf([known, unknown, last]));
    expect(await Promise.all([rpcErrorOrNull(), rpcErrorOrNull(), rpcErrorOrNull()])).toContain(
      '400 INPUT_METHOD_INVALID',
    );
    expect(executed).toBe(2);
  });

  async function rpcErrorOrNull(): Promise<string | null> {
    const { body } = await session.receiveOf(RPC_RESULT);
    if (body.readUInt32LE(12) !== RPC_ERROR) return null;
    const reader = tlReader(body.subarray(16));
    return `${reader.int()} ${reader.bytes()}`;
  }

  test('answers 19 for a container that came before', async () => {
    const numbers = { msgId: clientMsgId(), seqNo: 4 };
    session.notice(containerOf([]), numbers);
    session.notice(containerOf([]), numbers);
    expect(await fault()).toEqual({ msgId: numbers.msgId, code: 19 });
  });

  test.each([
    ['cut off in the middle of a message', (inner: Buffer) => inner.subarray(0, -4)],
    ['with bytes behind the last message', (inner: Buffer) => Buffer.concat([inner, Buffer.alloc(4)])],
    ['that holds a container', (inner: Buffer) => containerOf([{ msgId: clientMsgId(), seqNo: 0, body: inner }])],
    ['of more than 1020 messages', () => Buffer.concat([tlUint(0x73f1f8dc), tlUint(1021)])],
  ])('answers 64 for one %s', async (_, broken) => {
    session.notice(broken(containerOf([{ ...session.number(true), body: ping() }])));
    expect((await fault()).code).toBe(64);
  });

  test('answers 64 for one older than its messages', async () => {
    const msgId = clientMsgId();
    session.notice(containerOf([{ ...session.number(true), body: ping() }]), { msgId });
    expect(await fault()).toEqual({ msgId, code: 64 });
  });
});

describe('packed messages', () => {
  const packed = (content: Buffer) => Buffer.concat([tlUint(0x3072cfa1), tlBytes(gzipSync(content))]);

  test('a packed request is executed, inside initConnection too', async () => {
    const msgId = session.request(packed(initialised(packed(nearestDc))));
    expect((await result(msgId)).id).toBe(0x8e1a1775);
  });

  test('one that inflates beyond the limit is refused', async () => {
    session.request(packed(Buffer.alloc(5 * 1024 * 1024)));
    expect((await fault()).code).toBe(64);
  });

  test('one that is no gzip is refused', async () => {
    session.request(Buffer.concat([tlUint(0x3072cfa1), tlBytes(Buffer.from('no gzip'))]));
    expect((await fault()).code).toBe(64);
  });

  test('a long answer comes packed', async () => {
    const country = 'A'.repeat(2000);
    dispatcher.register(Api.help.GetNearestDc, () => new Api.NearestDc({ country, thisDc: 2, nearestDc: 2 }));
    const { id, body } = await result(session.request(initialised(nearestDc)));
    expect(id).toBe(0x3072cfa1);
    expect(gunzipSync(tlReader(body.subarray(4)).bytes()).readUInt32LE(0)).toBe(0x8e1a1775);
  });
});

describe('one message, one execution', () => {
  test('the same msg_id is executed once and answered again with the same message', async () => {
    await initialise();
    const numbers = session.number(true);
    session.request(nearestDc, numbers);
    const first = await result(numbers.msgId);
    session.request(nearestDc, numbers);
    const second = await result(numbers.msgId);
    expect(second.message.msgId).toBe(first.message.msgId);
    expect(executed).toBe(1);
  });

  test('while it runs, the one execution answers', async () => {
    await initialise();
    const numbers = session.number(true);
    session.request(slow, numbers);
    session.request(slow, numbers);
    session.request(ping());
    await session.receiveOf(PONG);
    expect(release).toHaveLength(1);
    release[0]?.();
    await result(numbers.msgId);
    expect(executed).toBe(1);
  });

  test('a repeated message in a container is executed once', async () => {
    await initialise();
    const numbers = session.number(true);
    session.request(nearestDc, numbers);
    await result(numbers.msgId);
    session.notice(containerOf([{ ...numbers, body: nearestDc }]));
    await result(numbers.msgId);
    expect(executed).toBe(1);
  });

  test('a session goes on over another TCP connection, and an answer it missed is sent when asked for', async () => {
    await initialise();
    const numbers = session.number(true);
    session.request(slow, numbers);
    await running(1);
    const others = server.connections - 1;
    connection.close();
    await expect.poll(() => server.connections, { interval: 1 }).toBe(others);
    release[0]?.();
    connection = await connectRaw(server);
    const again = rawSession(connection, key, { sessionId: session.sessionId, salt: session.salt });
    again.request(slow, numbers);
    const { id } = await result(numbers.msgId, again);
    expect(id).toBe(0x17c6b5f6);
    expect(executed).toBe(1);
  });

  test('once acknowledged, an answer is forgotten and a repetition is acknowledged', async () => {
    await initialise();
    const numbers = session.number(true);
    session.request(nearestDc, numbers);
    const { message } = await result(numbers.msgId);
    session.notice(ids(MSGS_ACK, [message.msgId]));
    session.request(nearestDc, numbers);
    const ack = await session.receiveOf(MSGS_ACK);
    expect(tlReader(ack.body.subarray(4)).longs()).toContain(numbers.msgId);
    expect(executed).toBe(1);
  });

  test('a request that takes long is acknowledged before it is answered', async () => {
    await initialise();
    const msgId = session.request(slow);
    expect(tlReader((await session.receiveOf(MSGS_ACK)).body.subarray(4)).longs()).toEqual([msgId]);
    release[0]?.();
    await result(msgId);
  });
});

describe('service messages', () => {
  test('new_session_created names the first message and the salt', async () => {
    const fresh = rawSession(connection, key, { salt: session.salt });
    const msgId = fresh.request(ping());
    const { body, seqNo } = await fresh.receiveOf(NEW_SESSION_CREATED);
    expect(body.readBigInt64LE(4)).toBe(msgId);
    expect(body.readBigInt64LE(20)).toBe(session.salt);
    expect(seqNo % 2).toBe(1);
  });

  test('ping is answered with pong and both numbers', async () => {
    const msgId = session.request(ping(99n));
    const { body, msgId: answerId } = await session.receiveOf(PONG);
    expect([body.readBigInt64LE(4), body.readBigInt64LE(12)]).toEqual([msgId, 99n]);
    expect(answerId % 4n).toBe(1n);
  });

  test('ping_delay_disconnect closes the connection after its delay', async () => {
    session.request(Buffer.concat([tlUint(0xf3427b8c), tlLong(1n), tlUint(0)]));
    await session.receiveOf(PONG);
    await connection.closed;
  });

  test('ping_delay_disconnect is put off by the next', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      session.request(Buffer.concat([tlUint(0xf3427b8c), tlLong(1n), tlUint(10)]));
      session.request(Buffer.concat([tlUint(0xf3427b8c), tlLong(1n), tlUint(60)]));
      await session.receiveOf(PONG);
      await session.receiveOf(PONG);
      vi.advanceTimersByTime(59_000);
      session.request(ping());
      await session.receiveOf(PONG);
      vi.advanceTimersByTime(1_000);
      await connection.closed;
    } finally {
      vi.useRealTimers();
    }
  });

  test('msgs_state_req tells received, running, answered, missing and future messages apart', async () => {
    await initialise();
    const missing = clientMsgId();
    const answered = session.request(nearestDc);
    await result(answered);
    const runningId = session.request(slow);
    await running(1);
    const future = clientMsgId(10);
    session.request(stateRequest([answered, runningId, missing, future]));
    const { body } = await session.receiveOf(MSGS_STATE_INFO);
    expect([...tlReader(body.subarray(12)).bytes()]).toEqual([4 + 8 + 32 + 64, 4 + 32, 2, 3]);
    release[0]?.();
  });

  test('msg_resend_req sends a message again under its own number', async () => {
    await initialise();
    const msgId = session.request(nearestDc);
    const { message } = await result(msgId);
    session.request(ids(0x7d861a08, [message.msgId]));
    const again = await session.receive();
    expect([again.msgId, again.seqNo, again.body]).toEqual([message.msgId, message.seqNo, message.body]);
  });

  test('rpc_drop_answer: a running request goes on and its answer is not sent', async () => {
    await initialise();
    const request = session.request(slow);
    await running(1);
    const drop = session.request(Buffer.concat([tlUint(0x58e4a740), tlLong(request)]));
    expect((await result(drop)).id).toBe(RPC_ANSWER_DROPPED_RUNNING);
    release[0]?.();
    const next = session.request(nearestDc);
    expect((await session.receiveOf(RPC_RESULT)).body.readBigInt64LE(4)).toBe(next);
  });

  test('rpc_drop_answer: an answer that was not acknowledged is dropped, and then unknown', async () => {
    await initialise();
    const request = session.request(nearestDc);
    const { message } = await result(request);
    const drop = () => session.request(Buffer.concat([tlUint(0x58e4a740), tlLong(request)]));
    const dropped = await result(drop());
    expect(dropped.id).toBe(RPC_ANSWER_DROPPED);
    expect(dropped.body.readBigInt64LE(4)).toBe(message.msgId);
    expect((await result(drop())).id).toBe(RPC_ANSWER_UNKNOWN);
  });

  test('destroy_session forgets another session of the key and not its own', async () => {
    const other = rawSession(connection, key, { salt: session.salt });
    other.request(ping());
    await other.receiveOf(PONG);
    const destroy = (id: bigint) => session.request(Buffer.concat([tlUint(0xe7512126), tlLong(id)]));
    destroy(other.sessionId);
    await session.receiveOf(DESTROY_SESSION_OK);
    destroy(other.sessionId);
    await session.receiveOf(DESTROY_SESSION_NONE);
    destroy(session.sessionId);
    await session.receiveOf(DESTROY_SESSION_NONE);
  });

  test('destroy_auth_key forgets the key and closes', async () => {
    session.request(tlUint(0xd1435160));
    await session.receiveOf(DESTROY_AUTH_KEY_OK);
    await connection.closed;
  });

  test('http_wait is ignored', async () => {
    session.notice(Buffer.concat([tlUint(0x9299359f), Buffer.alloc(12)]));
    session.request(ping());
    expect((await session.receive()).id).toBe(PONG);
  });

  test('a broken service message is answered with 64', async () => {
    session.request(tlUint(0x7abe77ec));
    expect((await fault()).code).toBe(64);
  });
});

describe('requests', () => {
  test('a method before initConnection: answers CONNECTION_NOT_INITED', async () => {
    expect(await rpcError(session.request(nearestDc))).toBe('400 CONNECTION_NOT_INITED');
    const layerOnly = Buffer.concat([tlUint(0xda9b0d0d), tlUint(198), nearestDc]);
    expect(await rpcError(session.request(layerOnly))).toBe('400 CONNECTION_NOT_INITED');
  });

  test('layer and initConnection stay with the key in another session', async () => {
    await initialise();
    const other = rawSession(connection, key, { salt: session.salt });
    expect((await result(other.request(nearestDc), other)).id).toBe(0x8e1a1775);
  });

  test('the call carries the key’s id and the layer', async () => {
    const calls: unknown[] = [];
    dispatcher.register(Api.help.GetNearestDc, (_, call) => {
      calls.push(call);
      return new Api.NearestDc({ country: 'AQ', thisDc: 2, nearestDc: 2 });
    });
    await result(session.request(initialised(nearestDc, 177)));
    expect(calls).toEqual([{ authKeyId, layer: 177 }]);
  });

  test('a layer that never was: answers CONNECTION_LAYER_INVALID', async () => {
    expect(await rpcError(session.request(initialised(nearestDc, 0)))).toBe('400 CONNECTION_LAYER_INVALID');
  });

  const users = (...rest: readonly Buffer[]) => Buffer.concat([tlUint(0x0d91a548), tlUint(0x1cb5c415), ...rest]);

  test.each([
    ['an unknown constructor', '400 INPUT_METHOD_INVALID', tlUint(0x12345678)],
    ['a type instead of a method', '400 INPUT_METHOD_INVALID', tlUint(0x7da07ec9)],
    ['a method nobody registered', '400 INPUT_METHOD_INVALID', new Api.updates.GetState().getBytes()],
    ['a request that ends too early', '400 INPUT_FETCH_ERROR', users()],
    ['a request with bytes behind it', '400 INPUT_FETCH_ERROR', Buffer.concat([nearestDc, Buffer.alloc(4)])],
    ['a vector longer than the message', '400 INPUT_FETCH_ERROR', users(tlUint(0x7fffffff))],
    ['an object of another type', '400 INPUT_CONSTRUCTOR_INVALID', users(tlUint(1), tlUint(0x7da07ec9))],
    ['an unknown object', '400 INPUT_CONSTRUCTOR_INVALID', users(tlUint(1), tlUint(0x12345678))],
  ])('%s: answers %s', async (_, error, query) => {
    await initialise();
    expect(await rpcError(session.request(query))).toBe(error);
  });

  test('a broken vector leaves the next request of the same kind whole', async () => {
    await initialise();
    dispatcher.register(Api.users.GetUsers, (request) =>
      request.id.map(() => new Api.UserEmpty({ id: returnBigInt(1) })),
    );
    const broken = users(tlUint(1), tlUint(0x12345678));
    await rpcError(session.request(broken));
    const whole = new Api.users.GetUsers({ id: [new Api.InputUserSelf()] }).getBytes();
    const { id, body } = await result(session.request(whole));
    expect([id, body.readUInt32LE(4)]).toEqual([0x1cb5c415, 1]);
  });

  test('an RpcError is answered as rpc_error', async () => {
    await initialise();
    expect(await rpcError(session.request(failing))).toBe('420 FLOOD_WAIT_30');
    expect(faults).toEqual([]);
  });

  test.each([
    ['throws something else', 'a secret', () => Promise.reject(new TypeError('a secret'))],
    ['answers something that TL has no form for', 'TL', () => Promise.resolve({} as Api.NearestDc)],
  ])('a method that %s: answers INTERNAL_SERVER_ERROR, tells onFault, lives on', async (_, message, handler) => {
    await initialise();
    dispatcher.register(Api.help.GetNearestDc, handler);
    expect(await rpcError(session.request(nearestDc))).toBe('500 INTERNAL_SERVER_ERROR');
    expect(faults).toMatchObject([{ name: 'TypeError', message: expect.stringContaining(message) }]);
    session.request(ping());
    await session.receiveOf(PONG);
  });

  test('invokeAfterMsg waits for the message it names', async () => {
    await initialise();
    const first = session.request(slow);
    const second = session.request(Buffer.concat([tlUint(0xcb9f372d), tlLong(first), nearestDc]));
    await running(1);
    session.request(ping());
    await session.receiveOf(PONG);
    expect(executed).toBe(1);
    release[0]?.();
    await result(second);
    expect(executed).toBe(2);
  });

  test('invokeAfterMsgs: answers MSG_WAIT_FAILED where one of them failed or never came', async () => {
    await initialise();
    const failed = session.request(failing);
    const waiting = (msgIds: readonly bigint[]) => Buffer.concat([ids(0x3dc4b4f0, msgIds), nearestDc]);
    expect(await rpcError(session.request(waiting([failed])))).toBe('400 MSG_WAIT_FAILED');
    expect(await rpcError(session.request(waiting([clientMsgId()])))).toBe('400 MSG_WAIT_FAILED');
    expect(executed).toBe(0);
  });
});

describe('push', () => {
  const updates = () => new Api.UpdatesTooLong();

  test('reaches every session of the key, in a message that needs an acknowledgement', async () => {
    await initialise();
    const other = rawSession(connection, key, { salt: session.salt });
    await result(other.request(nearestDc), other);
    server.push(authKeyId, updates());
    const received = [await connectionMessage(), await connectionMessage()];
    expect(received.map(({ id }) => id)).toEqual([0xe317af7e, 0xe317af7e]);
    expect(new Set(received.map(({ sessionId }) => sessionId))).toEqual(new Set([session.sessionId, other.sessionId]));
    expect(received.map(({ seqNo, msgId }) => [seqNo % 2, msgId % 4n])).toEqual([
      [1, 3n],
      [1, 3n],
    ]);
  });

  const connectionMessage = () => session.receive();

  test('spares a session that made no call yet', async () => {
    session.request(ping());
    await session.receiveOf(PONG);
    server.push(authKeyId, updates());
    session.request(ping());
    expect((await session.receive()).id).toBe(PONG);
  });

  test('spares a session that asked invokeWithoutUpdates, and other keys', async () => {
    await result(session.request(initialised(Buffer.concat([tlUint(0xbf9459b7), nearestDc]))));
    server.push(authKeyId, updates());
    server.push('0000000000000000', updates());
    session.request(ping());
    expect((await session.receive()).id).toBe(PONG);
  });
});

test('close ends every connection and can be called twice', async () => {
  const brief = await startMtprotoServer({ host: '127.0.0.1', port: 0, dispatcher });
  const only = await connectRaw(brief);
  await expect.poll(() => brief.connections, { interval: 1 }).toBe(1);
  await brief.close();
  await only.closed;
  expect(brief.connections).toBe(0);
  await brief.close();
});
