import { expect, test } from 'vitest';
import { sessionScope } from '../../src/telegram/gramjs/session-scope.ts';

const session = (key: Buffer, address: Buffer) =>
  `1${Buffer.concat([Buffer.from([2]), address, Buffer.from([1, 187]), key]).toString('base64')}`;
const KEY = Buffer.alloc(256, 251);
const inWords = Buffer.concat([Buffer.from([0, 9]), Buffer.from('127.0.0.1')]);

test('the scope of a session is its key alone: the same at another address and in another program’s form', () => {
  const scope = sessionScope(session(KEY, inWords));
  expect(scope).toMatch(/^[0-9a-f]{64}$/);
  expect(sessionScope(session(KEY, Buffer.from([10, 0, 0, 1])))).toBe(scope);
  expect(sessionScope(session(KEY, inWords).replaceAll('+', '-').replaceAll('/', '_'))).toBe(scope);
});

test('another key is another scope', () => {
  expect(sessionScope(session(Buffer.alloc(256, 250), inWords))).not.toBe(sessionScope(session(KEY, inWords)));
});
