import { createHash, randomBytes } from 'node:crypto';
import { Api } from 'telegram';
import { returnBigInt } from 'telegram/Helpers.js';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { encryptIge } from '../../src/sandbox/crypto/ige.ts';
import { type Call, createDispatcher } from '../../src/sandbox/dispatcher.ts';
import { type MtprotoServer, startMtprotoServer } from '../../src/sandbox/server.ts';
import { NEW_SESSION_CREATED, RPC_ERROR, RPC_RESULT } from '../../src/sandbox/tl/constructors.ts';
import { tlReader } from '../../src/sandbox/tl/reader.ts';
import { tlLong, tlUint } from '../../src/sandbox/tl/writer.ts';
import {
  connectRaw,
  initialised,
  keyId,
  type RawConnection,
  type RawSession,
  rawSession,
} from '../support/mtproto-client.ts';
import { exchangeKey } from '../support/mtproto-exchange.ts';

let server: MtprotoServer;
let connection: RawConnection;
let permanent: Buffer;
let temporary: Buffer;
let session: RawSession;
const calls: Call[] = [];
const usernameCheck = new Api.account.CheckUsername({ username: 'name' }).getBytes();

beforeAll(async () => {
  const dispatcher = createDispatcher();
  dispatcher.register(Api.account.CheckUsername, (_, call) => {
    calls.push(call);
    return true;
  });
  server = await startMtprotoServer({ host: '127.0.0.1', port: 0, dispatcher });
});
beforeEach(async () => {
  calls.length = 0;
  connection = await connectRaw(server);
  permanent = randomBytes(256);
  server.addAuthKey(permanent);
  const made = await exchangeKey(connection, server.publicKey, { form: 0x56fddf88, expiresIn: 3600 });
  temporary = made.key;
  session = rawSession(connection, temporary, { salt: made.salt });
});
afterEach(() => connection.close());
afterAll(() => server.close());

interface BindChanges {
  readonly key?: Buffer;
  readonly nonce?: bigint;
  readonly msgId?: bigint;
  readonly sessionId?: bigint;
  readonly expiresAt?: number;
}

/** auth.bindTempAuthKey as core.telegram.org/api/pfs has it, with anything that the permanent key signs replaced. */
function bind(from: RawSession, changes: BindChanges = {}): bigint {
  const numbers = from.number(true);
  const nonce = 7n;
  const expiresAt = changes.expiresAt ?? Math.floor(Date.now() / 1000) + 3600;
  const plain = Buffer.concat([
    randomBytes(16),
    tlLong(changes.msgId ?? numbers.msgId),
    tlUint(0),
    tlUint(40),
    tlUint(0x75a3f765),
    tlLong(changes.nonce ?? nonce),
    keyId(temporary),
    keyId(permanent),
    tlLong(changes.sessionId ?? from.sessionId),
    tlUint(expiresAt),
  ]);
  const request = new Api.auth.BindTempAuthKey({
    permAuthKeyId: returnBigInt(keyId(permanent).readBigInt64LE()),
    nonce: returnBigInt(nonce),
    expiresAt,
    encryptedMessage: sealOld(changes.key ?? permanent, plain),
  });
  return from.request(request.getBytes(), numbers);
}

/** MTProto 1.0 encryption from client to server. */
function sealOld(key: Buffer, plain: Buffer): Buffer {
  const sha1 = (...parts: readonly Buffer[]) => createHash('sha1').update(Buffer.concat(parts)).digest();
  const msgKey = sha1(plain).subarray(4, 20);
  const [a, b, c, d] = [
    sha1(msgKey, key.subarray(0, 32)),
    sha1(key.subarray(32, 48), msgKey, key.subarray(48, 64)),
    sha1(key.subarray(64, 96), msgKey),
    sha1(msgKey, key.subarray(96, 128)),
  ] as const;
  const aesKey = Buffer.concat([a.subarray(0, 8), b.subarray(8, 20), c.subarray(4, 16)]);
  const iv = Buffer.concat([a.subarray(8, 20), b.subarray(0, 8), c.subarray(16, 20), d.subarray(0, 8)]);
  return Buffer.concat([keyId(permanent), msgKey, encryptIge(Buffer.concat([plain, randomBytes(8)]), aesKey, iv)]);
}

/** `true`, or the error's code and name. */
async function outcome(msgId: bigint, from = session): Promise<true | string> {
  const { body } = await from.receiveOf(RPC_RESULT);
  expect(body.readBigInt64LE(4)).toBe(msgId);
  if (body.readUInt32LE(12) !== RPC_ERROR) return true;
  const reader = tlReader(body.subarray(16));
  return `${reader.int()} ${reader.bytes()}`;
}

test('a bound temporary key: its calls and its updates are the permanent key’s', async () => {
  expect(await outcome(bind(session))).toBe(true);
  expect(await outcome(session.request(initialised(usernameCheck)))).toBe(true);
  const permanentId = keyId(permanent).toString('hex');
  expect(calls).toEqual([{ authKeyId: permanentId, layer: 198 }]);
  server.push(permanentId, new Api.UpdatesTooLong());
  expect((await session.receive()).id).toBe(0xe317af7e);
});

test('an unbound temporary key: answers AUTH_KEY_PERM_EMPTY', async () => {
  expect(await outcome(session.request(initialised(usernameCheck)))).toBe('401 AUTH_KEY_PERM_EMPTY');
  expect(calls).toEqual([]);
});

test('binding again to the same permanent key is well', async () => {
  expect(await outcome(bind(session))).toBe(true);
  expect(await outcome(bind(session))).toBe(true);
});

test('binding to a second permanent key: answers TEMP_AUTH_KEY_ALREADY_BOUND', async () => {
  expect(await outcome(bind(session))).toBe(true);
  permanent = randomBytes(256);
  server.addAuthKey(permanent);
  expect(await outcome(bind(session))).toBe('400 TEMP_AUTH_KEY_ALREADY_BOUND');
});

test('binding on a permanent key: answers TEMP_AUTH_KEY_EMPTY', async () => {
  const made = await exchangeKey(connection, server.publicKey);
  const own = rawSession(connection, made.key, { salt: made.salt });
  const msgId = bind(own);
  await own.receiveOf(NEW_SESSION_CREATED);
  expect(await outcome(msgId, own)).toBe('400 TEMP_AUTH_KEY_EMPTY');
});

test('binding until a time that is past: answers EXPIRES_AT_INVALID', async () => {
  expect(await outcome(bind(session, { expiresAt: 1 }))).toBe('400 EXPIRES_AT_INVALID');
});

test('binding to a key the server does not know: answers ENCRYPTED_MESSAGE_INVALID', async () => {
  permanent = randomBytes(256);
  expect(await outcome(bind(session))).toBe('400 ENCRYPTED_MESSAGE_INVALID');
});

test.each<readonly [string, BindChanges]>([
  ['by another key', { key: randomBytes(256) }],
  ['for another nonce', { nonce: 8n }],
  ['for another message', { msgId: 4n }],
  ['for another session', { sessionId: 1n }],
])('a bind message signed %s: answers ENCRYPTED_MESSAGE_INVALID', async (_, changes) => {
  expect(await outcome(bind(session, changes))).toBe('400 ENCRYPTED_MESSAGE_INVALID');
});

test('removing the permanent key removes the temporary one', async () => {
  expect(await outcome(bind(session))).toBe(true);
  server.removeAuthKey(keyId(permanent).toString('hex'));
  await connection.closed;
});
