import { createHash, randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDispatcher } from '../../src/sandbox/dispatcher.ts';
import { type MtprotoServer, startMtprotoServer } from '../../src/sandbox/server.ts';
import {
  DH_GEN_FAIL,
  DH_GEN_OK,
  DH_GEN_RETRY,
  SERVER_DH_PARAMS_FAIL,
  SERVER_DH_PARAMS_OK,
} from '../../src/sandbox/tl/constructors.ts';
import { tlLong, tlUint } from '../../src/sandbox/tl/writer.ts';
import { connectRaw, plainPacket, type RawConnection, rawSession, transportError } from '../support/mtproto-client.ts';
import {
  agreeOnDh,
  ask,
  clientDh,
  type DhRequestChanges,
  dhRequest,
  exchangeKey,
  type InnerDataChanges,
  innerData,
  nonceHash,
  oldPad,
  requestPq,
  rsaPad,
} from '../support/mtproto-exchange.ts';

let server: MtprotoServer;
let connection: RawConnection;
let time = Date.now();
beforeAll(async () => {
  server = await startMtprotoServer({ host: '127.0.0.1', port: 0, dispatcher: createDispatcher(), clock: () => time });
});
beforeEach(async () => {
  time = Date.now();
  connection = await connectRaw(server);
});
afterEach(() => connection.close());
afterAll(() => server.close());

const idOf = (answer: Buffer | number) => (typeof answer === 'number' ? answer : answer.readUInt32LE(0));
const ping = Buffer.concat([tlUint(0x7abe77ec), tlLong(5n)]);

describe('a key comes of', () => {
  test.each([
    ['p_q_inner_data', 0x83c95aec],
    ['p_q_inner_data_dc', 0xa9f55f95],
    ['p_q_inner_data_temp', 0x3c6a84d4],
    ['p_q_inner_data_temp_dc', 0x56fddf88],
  ] as const)('%s, and messages pass under it with the salt both sides know', async (_, form) => {
    const { key, salt } = await exchangeKey(connection, server.publicKey, { form });
    const session = rawSession(connection, key, { salt });
    session.request(ping);
    expect((await session.receiveOf(0x347773c5)).salt).toBe(salt);
  });

  test('req_pq and the older RSA padding', async () => {
    const pq = await requestPq(connection, 0x60469778);
    const answer = await ask(connection, dhRequest(pq, oldPad(server.publicKey, innerData(pq))));
    expect(idOf(answer)).toBe(SERVER_DH_PARAMS_OK);
  });

  test('an exchange begun anew on the same connection', async () => {
    await agreeOnDh(connection, server.publicKey);
    await exchangeKey(connection, server.publicKey);
    await exchangeKey(connection, server.publicKey);
  });

  test('Telegram’s prime, generator 3 and a g_a within the safe range', async () => {
    const { dh } = await agreeOnDh(connection, server.publicKey);
    expect(dh.g).toBe(3);
    expect(dh.prime.toString(16)).toMatch(/^c71caeb9c6b1c904.*2fcc5b$/);
    expect(dh.gA > 2n ** 1984n && dh.gA < dh.prime - 2n ** 1984n).toBe(true);
    expect(dh.serverTime).toBe(Math.floor(time / 1000));
  });
});

test('a temporary key is unknown once it has expired', async () => {
  const { key, salt } = await exchangeKey(connection, server.publicKey, { form: 0x56fddf88, expiresIn: 60 });
  time += 61_000;
  connection.send(rawSession(connection, key, { salt }).seal(ping, { msgId: 4n, seqNo: 1 }));
  expect(transportError(await connection.receive())).toBe(-404);
});

describe('req_DH_params: transport error -404 and the end of the connection for', () => {
  const wrong: readonly (readonly [string, DhRequestChanges])[] = [
    ['another nonce', { nonce: randomBytes(16) }],
    ['another server_nonce', { serverNonce: randomBytes(16) }],
    ['a wrong p', { p: 3n }],
    ['a wrong q', { q: 3n }],
    ['a fingerprint that is not ours', { fingerprint: 1n }],
  ];
  test.each(wrong)('%s', async (_, changes) => {
    const pq = await requestPq(connection);
    const request = dhRequest(pq, rsaPad(server.publicKey, innerData(pq)), changes);
    expect(await ask(connection, request)).toBe(-404);
    await connection.closed;
  });

  test('RSA data that cannot be opened', async () => {
    const pq = await requestPq(connection);
    expect(await ask(connection, dhRequest(pq, randomBytes(256).fill(0, 0, 1)))).toBe(-404);
  });

  test('RSA data above the modulus', async () => {
    const pq = await requestPq(connection);
    expect(await ask(connection, dhRequest(pq, Buffer.alloc(256, 255)))).toBe(-404);
  });

  test('the older padding with a wrong SHA-1', async () => {
    const pq = await requestPq(connection);
    const sealed = oldPad(server.publicKey, innerData(pq), Buffer.alloc(20));
    expect(await ask(connection, dhRequest(pq, sealed))).toBe(-404);
  });
});

describe('req_DH_params: server_DH_params_fail with the hash of new_nonce for inner data with', () => {
  const wrong: readonly (readonly [string, InnerDataChanges])[] = [
    ['another nonce', { nonce: randomBytes(16) }],
    ['another server_nonce', { serverNonce: randomBytes(16) }],
    ['a wrong p', { p: 3n }],
    ['a wrong q', { q: 3n }],
    ['a life of no seconds', { form: 0x3c6a84d4, expiresIn: 0 }],
  ];
  test.each(wrong)('%s', async (_, changes) => {
    const pq = await requestPq(connection);
    const answer = await ask(connection, dhRequest(pq, rsaPad(server.publicKey, innerData(pq, changes))));
    expect(idOf(answer)).toBe(SERVER_DH_PARAMS_FAIL);
  });
});

test('req_DH_params: transport error -444 for a data centre that does not exist', async () => {
  const pq = await requestPq(connection);
  const sealed = rsaPad(server.publicKey, innerData(pq, { form: 0xa9f55f95, dc: 9 }));
  expect(await ask(connection, dhRequest(pq, sealed))).toBe(-444);
});

describe('set_client_DH_params', () => {
  test('dh_gen_ok with new_nonce_hash1', async () => {
    const { pq, dh, newNonce } = await agreeOnDh(connection, server.publicKey);
    const { request, key } = clientDh(pq, dh);
    const answer = await ask(connection, request);
    expect(idOf(answer)).toBe(DH_GEN_OK);
    expect(hashOf(answer)).toEqual(nonceHash(newNonce, 1, key));
  });

  test('dh_gen_retry with new_nonce_hash2 where the key’s id is taken, and dh_gen_ok with the right retry_id', async () => {
    const { pq, dh, newNonce } = await agreeOnDh(connection, server.publicKey);
    const first = clientDh(pq, dh);
    server.addAuthKey(first.key);
    const retry = await ask(connection, first.request);
    expect(idOf(retry)).toBe(DH_GEN_RETRY);
    expect(hashOf(retry)).toEqual(nonceHash(newNonce, 2, first.key));
    const retryId = auxHash(first.key);
    expect(idOf(await ask(connection, clientDh(pq, dh, { retryId }).request))).toBe(DH_GEN_OK);
  });

  test('dh_gen_fail where retry_id is not that of the key refused', async () => {
    const { pq, dh } = await agreeOnDh(connection, server.publicKey);
    const first = clientDh(pq, dh);
    server.addAuthKey(first.key);
    await ask(connection, first.request);
    expect(idOf(await ask(connection, clientDh(pq, dh).request))).toBe(DH_GEN_FAIL);
  });

  test('dh_gen_fail with new_nonce_hash3 for a wrong hash, and the exchange is over', async () => {
    const { pq, dh, newNonce } = await agreeOnDh(connection, server.publicKey);
    const { request, key } = clientDh(pq, dh, { breakHash: true });
    const answer = await ask(connection, request);
    expect(idOf(answer)).toBe(DH_GEN_FAIL);
    expect(hashOf(answer)).toEqual(nonceHash(newNonce, 3, key));
    expect(await ask(connection, clientDh(pq, dh).request)).toBe(-404);
  });

  test.each([
    ['nonce', { nonce: randomBytes(16) }],
    ['server_nonce', { serverNonce: randomBytes(16) }],
    ['retry_id', { retryId: 7n }],
  ])('dh_gen_fail for a wrong inner %s', async (_, changes) => {
    const { pq, dh } = await agreeOnDh(connection, server.publicKey);
    expect(idOf(await ask(connection, clientDh(pq, dh, changes).request))).toBe(DH_GEN_FAIL);
  });

  test.each([
    ['1', () => 1n],
    ['just below 2^(2048-64)', () => 2n ** 1984n - 1n],
    ['just above the prime less 2^(2048-64)', (prime: bigint) => prime - 2n ** 1984n + 1n],
    ['the prime', (prime: bigint) => prime],
    ['longer than the prime', (prime: bigint) => prime << 64n],
  ])('dh_gen_fail for a g_b of %s', async (_, gB) => {
    const { pq, dh } = await agreeOnDh(connection, server.publicKey);
    expect(idOf(await ask(connection, clientDh(pq, dh, { gB: gB(dh.prime) }).request))).toBe(DH_GEN_FAIL);
  });

  test('transport error -404 for data that is not client_DH_inner_data', async () => {
    const { pq, dh } = await agreeOnDh(connection, server.publicKey);
    const { request } = clientDh(pq, { ...dh, cipher: { key: randomBytes(32), iv: randomBytes(32) } });
    expect(await ask(connection, request)).toBe(-404);
  });
});

describe('out of turn: transport error -404 for', () => {
  test('req_DH_params before req_pq', async () => {
    const pq = { nonce: randomBytes(16), serverNonce: randomBytes(16), p: 3n, q: 5n, fingerprint: 0n };
    expect(await ask(connection, dhRequest(pq, randomBytes(256)))).toBe(-404);
    await connection.closed;
  });

  test('set_client_DH_params before req_DH_params', async () => {
    await requestPq(connection);
    expect(await ask(connection, Buffer.concat([tlUint(0xf5045f1f), randomBytes(32)]))).toBe(-404);
  });

  test('a method of the API without a key', async () => {
    expect(await ask(connection, tlUint(0x1fb33026))).toBe(-404);
  });

  test('a plain message that ends too early', async () => {
    connection.send(Buffer.concat([Buffer.alloc(16), tlUint(100)]));
    expect(transportError(await connection.receive())).toBe(-404);
  });

  test('a plain message whose id is no client’s', async () => {
    connection.send(plainPacket(Buffer.concat([tlUint(0xbe7e8ef1), randomBytes(16)]), 5n));
    expect(transportError(await connection.receive())).toBe(-404);
  });
});

test('transport error -429 after 32 exchanges begun on one connection', async () => {
  const request = () => Buffer.concat([tlUint(0xbe7e8ef1), randomBytes(16)]);
  for (let starts = 0; starts < 32; starts += 1) expect(typeof (await ask(connection, request()))).toBe('object');
  expect(await ask(connection, request())).toBe(-429);
});

/** new_nonce_hash1, 2 or 3 behind constructor and nonces. */
function hashOf(answer: Buffer | number): Buffer {
  if (typeof answer === 'number') throw new Error(`transport error ${answer}`);
  return answer.subarray(36);
}

function auxHash(key: Buffer): bigint {
  return createHash('sha1').update(key).digest().readBigInt64LE(0);
}
