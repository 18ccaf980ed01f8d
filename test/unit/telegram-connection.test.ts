import { createPublicKey } from 'node:crypto';
import { once } from 'node:events';
import { createServer, Socket } from 'node:net';
import { _serverKeys } from 'telegram/crypto/RSA.js';
import { PromisedNetSockets } from 'telegram/extensions/index.js';
import { Logger, LogLevel } from 'telegram/extensions/Logger.js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createLogger } from '../../src/base/log.ts';
import { startKeepAlive } from '../../src/telegram/gramjs/keep-alive.ts';
import { pauseAfter } from '../../src/telegram/gramjs/link.ts';
import { trustServerKey } from '../../src/telegram/gramjs/server-key.ts';
import { PacketConnection } from '../../src/telegram/wire/packet-connection.ts';
import { dial } from '../../src/telegram/wire/socket.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the socket below GramJS', () => {
  test('has TCP_NODELAY set once it is connected', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const setNoDelay = vi.spyOn(Socket.prototype, 'setNoDelay');
    const socket = await dial(port, '127.0.0.1', 1_000);
    expect(setNoDelay).toHaveBeenCalledExactlyOnceWith(true);
    socket.destroy();
    server.close();
    await once(server, 'close');
  });

  test('gives up a dial that nobody answers', async () => {
    vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket) {
      return this;
    });
    await expect(dial(443, '127.0.0.1', 10)).rejects.toThrow('no TCP connection to 127.0.0.1:443 within 0.01 s');
  });
});

test('what a connection has written and the peer has not read by its end is never delivered', async () => {
  const peers: Socket[] = [];
  const server = createServer({ pauseOnConnect: true }, (peer) => void peers.push(peer)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const connection = new PacketConnection({
    ip: '127.0.0.1',
    port: typeof address === 'object' && address ? address.port : 0,
    dcId: 2,
    loggers: new Logger(LogLevel.NONE),
    socket: PromisedNetSockets,
    testServers: false,
  });
  const written = vi.spyOn(Socket.prototype, 'write');
  await connection.connect();
  // Until the system takes no more: the peer's buffer is full and so is ours.
  let bytes = 0;
  do {
    const drained = new Promise<void>((resolve) => setTimeout(resolve, 50));
    for (let packet = 0; packet < 16; packet += 1) await connection.send(Buffer.alloc(65_536));
    await drained;
    bytes += 16 * 65_548;
  } while (written.mock.results.at(-1)?.value === true && bytes < 64 * 1024 * 1024);
  const line = written.mock.contexts[0];
  if (!(line instanceof Socket)) throw new Error('a socket writes');
  const taken = line.bytesWritten - line.writableLength;
  await connection.disconnect();
  await vi.waitUntil(() => peers.length === 1);
  const [peer] = peers;
  let received = 0;
  peer?.on('data', (chunk) => {
    received += chunk.length;
  });
  peer?.on('error', () => {});
  peer?.resume();
  if (peer) await new Promise((resolve) => peer.once('close', resolve));
  expect(received).toBeLessThan(taken);
  server.close();
  await once(server, 'close');
});

describe('keeping a connection alive', () => {
  function keep(connection: () => object | null, ping: () => Promise<unknown>) {
    vi.useFakeTimers();
    const reconnect = vi.fn();
    const log = createLogger({ level: 'silent' });
    return { reconnect, stop: startKeepAlive({ ping, reconnect, connection, everyMs: 10, log }) };
  }

  test('a ping without an answer drops it', async () => {
    const standing = {};
    const { reconnect, stop } = keep(
      () => standing,
      () => Promise.reject(new Error('no answer')),
    );
    await vi.advanceTimersByTimeAsync(10);
    expect(reconnect).toHaveBeenCalledOnce();
    stop();
  });

  test('not one that has come after it', async () => {
    let standing = {};
    const ping = Promise.withResolvers<never>();
    const { reconnect, stop } = keep(
      () => standing,
      () => ping.promise,
    );
    await vi.advanceTimersByTimeAsync(10);
    standing = {};
    ping.reject(new Error('no answer'));
    await vi.advanceTimersByTimeAsync(0);
    expect(reconnect).not.toHaveBeenCalled();
    stop();
  });

  test('not one that is down by then, or that has been closed', async () => {
    let isUp: object | null = {};
    const ping = Promise.withResolvers<never>();
    const { reconnect, stop } = keep(
      () => isUp,
      () => ping.promise,
    );
    await vi.advanceTimersByTimeAsync(10);
    isUp = null;
    ping.reject(new Error('the connection was lost'));
    await vi.advanceTimersByTimeAsync(10);
    isUp = {};
    const last = Promise.withResolvers<never>();
    const other = keep(
      () => isUp,
      () => last.promise,
    );
    await vi.advanceTimersByTimeAsync(10);
    other.stop();
    last.reject(new Error('closed'));
    await vi.advanceTimersByTimeAsync(1);
    expect([reconnect.mock.calls, other.reconnect.mock.calls]).toEqual([[], []]);
    stop();
  });
});

describe('pauses between dials', () => {
  test.each([
    [1, 250],
    [2, 500],
    [5, 4_000],
    [8, 30_000],
    [1_000, 30_000],
  ])('after failure %i: from half of %i ms to all of it', (failures, longest) => {
    expect(pauseAfter(failures, () => 0)).toBe(longest / 2);
    expect(pauseAfter(failures, () => 1)).toBe(longest);
  });
});

describe('trusting a server key', () => {
  test('gives Telegram’s own keys the fingerprints that GramJS knows them by', () => {
    const known = [..._serverKeys];
    expect(known.length).toBeGreaterThan(0);
    _serverKeys.clear();
    for (const [, { n, e }] of known) {
      const hex = BigInt(n.toString()).toString(16);
      const key = {
        kty: 'RSA',
        n: Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex').toString('base64url'),
        e: Buffer.from([e >> 16, (e >> 8) & 255, e & 255]).toString('base64url'),
      };
      trustServerKey(createPublicKey({ key, format: 'jwk' }).export({ type: 'pkcs1', format: 'pem' }).toString());
    }
    expect([..._serverKeys].map(([fingerprint, { n }]) => [fingerprint, n.toString()])).toEqual(
      known.map(([fingerprint, { n }]) => [fingerprint, n.toString()]),
    );
  });

  test.each(['', 'hello', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----'])(
    'refuses %j with the reason',
    (pem) => {
      expect(() => trustServerKey(pem)).toThrow(/no public key in PEM form/);
    },
  );
});
