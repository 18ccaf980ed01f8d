import { createPublicKey } from 'node:crypto';
import { once } from 'node:events';
import { createServer, Socket } from 'node:net';
import { _serverKeys } from 'telegram/crypto/RSA.js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { pauseAfter } from '../../src/telegram/link.ts';
import { trustServerKey } from '../../src/telegram/server-key.ts';
import { dial } from '../../src/telegram/socket.ts';

afterEach(() => {
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
