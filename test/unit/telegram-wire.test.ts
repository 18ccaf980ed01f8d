import { randomBytes, randomInt } from 'node:crypto';
import { AuthKey } from 'telegram/crypto/AuthKey.js';
import { BinaryReader } from 'telegram/extensions/index.js';
import { MTProtoSender } from 'telegram/network/index.js';
import { MTProtoState } from 'telegram/network/MTProtoState.js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { authKeyOf } from '../../src/sandbox/crypto/auth-key.ts';
import { openEnvelope, sealEnvelope } from '../../src/sandbox/crypto/envelope.ts';
import { mendLostAnswers } from '../../src/telegram/gramjs/lost-answers.ts';
import { Api, fromLong, toLong } from '../../src/telegram/tl.ts';
import { createEnvelope } from '../../src/telegram/wire/envelope.ts';
import { createFullPackets } from '../../src/telegram/wire/full-packets.ts';
import { installWire } from '../../src/telegram/wire/install-wire.ts';
import { nextMessageId } from '../../src/telegram/wire/message-numbers.ts';
import { createRequestState } from '../../src/telegram/wire/request-state.ts';
import { requireUnseen } from '../../src/telegram/wire/seen-messages.ts';
import { writeObject } from '../../src/telegram/wire/write-object.ts';

afterEach(() => {
  vi.useRealTimers();
});

function randomLong() {
  return toLong(randomBytes(8).readBigInt64LE());
}

function textOf(length: number): string {
  return randomBytes(length).toString('latin1');
}

describe('packets under the authorization key', () => {
  const bytes = randomBytes(256);
  const envelope = createEnvelope(bytes);
  const authKey = authKeyOf(bytes);

  test('what is sealed opens at the server', () => {
    for (let length = 0; length <= 200; length += 4) {
      const body = randomBytes(length);
      const header = Buffer.alloc(16);
      header.writeBigInt64LE(0x7000_0000_0000_0004n);
      header.writeInt32LE(5, 8);
      header.writeInt32LE(length, 12);
      const packet = envelope.seal(-7n, 2n ** 63n + 5n, Buffer.concat([header, body]));
      expect(openEnvelope(authKey, packet)).toMatchObject({
        salt: -7n,
        sessionId: -(2n ** 63n) + 5n,
        msgId: 0x7000_0000_0000_0004n,
        seqNo: 5,
        body,
      });
    }
  });

  test('what the server seals opens, and not with a bit changed anywhere', () => {
    const message = { salt: 1n, sessionId: 2n, msgId: 0x7000_0000_0000_0001n, seqNo: 3, body: randomBytes(44) };
    const packet = sealEnvelope(authKey, message, randomBytes);
    const { msgId, seqNo, body } = message;
    expect(envelope.open(packet)).toEqual({ msgId, seqNo, body });
    for (let place = 0; place < packet.length; place += 1) {
      const changed = Buffer.from(packet);
      changed.writeUInt8(changed.readUInt8(place) ^ (1 << randomInt(8)), place);
      expect(() => envelope.open(changed)).toThrow();
    }
    expect(() => envelope.open(packet.subarray(0, 40))).toThrow('no whole number of blocks');
  });
});

describe('packets of the full transport', () => {
  test('come out whole however the stream is cut', () => {
    const sender = createFullPackets();
    const payloads = [4, 40, 0, 400].map((length) => randomBytes(length));
    const stream = Buffer.concat(payloads.map(sender.write));
    for (const step of [1, 3, 11, 50, 500]) {
      const receiver = createFullPackets();
      const received: Buffer[] = [];
      for (let place = 0; place < stream.length; place += step)
        received.push(...receiver.read(stream.subarray(place, place + step)));
      expect(received).toEqual(payloads);
    }
  });

  test('are refused with a wrong length or checksum', () => {
    const packet = createFullPackets().write(Buffer.from('abcd'));
    packet.writeUInt8(packet.readUInt8(9) ^ 1, 9);
    expect(() => createFullPackets().read(packet)).toThrow('wrong CRC32');
    packet.writeInt32LE(-429);
    expect(() => createFullPackets().read(packet)).toThrow('-429 is no length of a packet');
  });
});

describe('requests', () => {
  const peer = () => new Api.InputPeerChannel({ channelId: randomLong(), accessHash: randomLong() });
  const requests: Record<string, () => Api.AnyRequest> = {
    ExportChatInvite: () =>
      new Api.messages.ExportChatInvite({
        peer: peer(),
        title: textOf(randomInt(600)),
        requestNeeded: randomInt(2) === 1,
        ...(randomInt(2) === 1 && { expireDate: randomInt(2 ** 31), usageLimit: 0 }),
        ...(randomInt(2) === 1 && {
          subscriptionPricing: new Api.StarsSubscriptionPricing({ period: 5, amount: randomLong() }),
        }),
      }),
    EditExportedChatInvite: () =>
      new Api.messages.EditExportedChatInvite({
        peer: peer(),
        link: 'x',
        requestNeeded: randomInt(2) === 1,
        title: '',
      }),
    GetChatInviteImporters: () =>
      new Api.messages.GetChatInviteImporters({
        peer: peer(),
        link: textOf(30),
        offsetDate: 0,
        offsetUser: new Api.InputUser({ userId: randomLong(), accessHash: randomLong() }),
        limit: 100,
      }),
    GetUsers: () => new Api.users.GetUsers({ id: [new Api.InputUserSelf(), new Api.InputUserEmpty()] }),
    CheckChatInvite: () => new Api.messages.CheckChatInvite({ hash: textOf(randomInt(300)) }),
    'Ping, which is not in the scheme of the API': () => new Api.Ping({ pingId: randomLong() }),
    'InvokeWithLayer, which holds another one': () =>
      new Api.InvokeWithLayer({ layer: 198, query: new Api.help.GetConfig() }),
  };

  test.each(Object.entries(requests))('%s: the bytes are those that GramJS writes', (_name, make) => {
    for (let round = 0; round < 50; round += 1) {
      const request = make();
      expect(writeObject(request)).toEqual(request.getBytes());
    }
  });

  test('one that lacks an object is refused', () => {
    const request = new Api.messages.ExportChatInvite({ peer: peer() });
    Reflect.deleteProperty(request, 'peer');
    expect(() => writeObject(request)).toThrow('a TL object was expected');
  });
});

describe('numbers', () => {
  test('64-bit integers are read as GramJS reads them', () => {
    installWire();
    const edges = [0n, 1n, -1n, 2n ** 63n - 1n, -(2n ** 63n), 255n, -256n];
    for (const value of [...edges, ...Array.from({ length: 200 }, () => randomBytes(8).readBigInt64LE())]) {
      const bytes = Buffer.alloc(8);
      bytes.writeBigInt64LE(value);
      for (const signed of [true, false]) {
        const read = new BinaryReader(bytes).readLong(signed);
        expect(read.equals(new BinaryReader(bytes).readLargeInt(64, signed))).toBe(true);
      }
      expect(fromLong(new BinaryReader(bytes).readLong())).toBe(value);
      expect(toLong(value).toString()).toBe(value.toString());
    }
  });

  test('message ids are those of GramJS but for the rounding of its fractions, and rise where the clock stands still', () => {
    vi.useFakeTimers({ now: 1_790_000_000_123 });
    const ours = new MTProtoState();
    for (const timeOffset of [0, 30, -3]) {
      ours.reset();
      const theirs = new MTProtoState();
      ours.timeOffset = timeOffset;
      theirs.timeOffset = timeOffset;
      const id = nextMessageId(ours);
      const nanoseconds = (id - fromLong(theirs._getNewMsgId())) / 4n;
      expect(Math.abs(Number(nanoseconds))).toBeLessThan(1_000);
      expect([nextMessageId(ours), nextMessageId(ours)]).toEqual([id + 4n, id + 8n]);
    }
  });

  test('a message that came before is refused, until five hundred later ones or a new session', () => {
    const state = new MTProtoState();
    for (let id = 1n; id <= 501n; id += 1n) requireUnseen(state, id);
    expect(() => requireUnseen(state, 2n)).toThrow('came before');
    requireUnseen(state, 1n);
    state.reset();
    requireUnseen(state, 501n);
  });
});

test('an answer that exists and is too long to be sent unasked is asked for, and not acknowledged unseen', async () => {
  const options = { ...MTProtoSender.DEFAULT_OPTIONS, logger: null, isMainSender: true, dcId: 2 };
  const sender: unknown = Reflect.construct(MTProtoSender, [new AuthKey(), options]);
  if (!(sender instanceof MTProtoSender)) throw new Error('a sender is made');
  Reflect.set(sender, '_log', { debug() {} });
  mendLostAnswers(sender, () => {});
  const [msgId, answerMsgId, another] = [toLong(4n), toLong(9n), toLong(13n)];
  sender._pendingState.set(msgId, createRequestState(new Api.help.GetConfig()));
  const info = { bytes: 1_000_000, status: 0 };
  const handler = sender['_handlers'][Api.MsgDetailedInfo.CONSTRUCTOR_ID.toString()];
  await handler({ obj: new Api.MsgDetailedInfo({ msgId, answerMsgId, ...info }) });
  await handler({ obj: new Api.MsgDetailedInfo({ msgId: toLong(8n), answerMsgId: another, ...info }) });
  const queued = sender['_sendQueue'].values().map(({ request }: { request: unknown }) => request);
  expect(queued).toEqual([new Api.MsgResendReq({ msgIds: [answerMsgId] })]);
  expect([...sender['_pendingAck']]).toEqual([another]);
});

describe('GramJS keeps its things where they are reached for', () => {
  const options = { ...MTProtoSender.DEFAULT_OPTIONS, logger: null, isMainSender: true, dcId: 2 };
  const sender: object = Reflect.construct(MTProtoSender, [new AuthKey(), options]);

  test('the sender', () => {
    expect(Object.keys(sender)).toEqual(
      expect.arrayContaining([
        ...['_state', '_sendQueue', '_pendingAck', '_pendingState', '_handlers', '_client', '_log', '_currentRetries'],
        ...[
          '_sendLoopHandle',
          '_recvLoopHandle',
          '_userConnected',
          'isReconnecting',
          'userDisconnected',
          '_connection',
        ],
      ]),
    );
    for (const method of [
      '_sendLoop',
      '_recvLoop',
      '_reconnect',
      '_disconnect',
      '_handleUpdate',
      '_handleBadAuthKey',
      'reconnect',
    ])
      expect(Reflect.get(MTProtoSender.prototype, method)).toBeTypeOf('function');
  });

  test('its queue and its state', () => {
    expect(Object.keys(Reflect.get(sender, '_sendQueue'))).toEqual(expect.arrayContaining(['_queue', 'setReady']));
    expect(Object.keys(Reflect.get(sender, '_state'))).toEqual(
      expect.arrayContaining(['id', 'salt', 'timeOffset', '_lastMsgId', '_sequence']),
    );
    expect([Reflect.get(sender, '_pendingAck'), Reflect.get(sender, '_handlers')]).toEqual([
      new Set(),
      expect.objectContaining({ [Api.Pong.CONSTRUCTOR_ID]: expect.any(Function) }),
    ]);
  });
});
