import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { createClientAddress } from '../../src/http/request/client-address.ts';

/** A request as Node hands it on, from this address and with this header. */
function requestFrom(remoteAddress: string, forwarded?: string): IncomingMessage {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: remoteAddress });
  const request = new IncomingMessage(socket);
  if (forwarded !== undefined) request.headers['x-forwarded-for'] = forwarded;
  return request;
}

test.each<[trusted: string[], from: string, forwarded: string | undefined, address: string]>([
  [[], '192.0.2.1', '198.51.100.1', '192.0.2.1'],
  [[], '::ffff:192.0.2.1', undefined, '192.0.2.1'],
  [['10.0.0.0/8'], '192.0.2.1', '198.51.100.1', '192.0.2.1'],
  [['10.0.0.0/8'], '10.1.2.3', undefined, '10.1.2.3'],
  [['10.0.0.0/8'], '10.1.2.3', '', '10.1.2.3'],
  [['10.0.0.0/8'], '10.1.2.3', '198.51.100.1', '198.51.100.1'],
  [['10.0.0.0/8'], '::ffff:10.1.2.3', '198.51.100.1', '198.51.100.1'],
  // What the caller wrote itself stands left of what the proxy has seen.
  [['10.0.0.0/8'], '10.1.2.3', '10.9.9.9, 127.0.0.1,198.51.100.1', '198.51.100.1'],
  [['10.0.0.0/8', '172.16.0.1'], '10.1.2.3', '198.51.100.1, 203.0.113.5, 172.16.0.1, 10.0.0.2', '203.0.113.5'],
  [['10.0.0.0/8'], '10.1.2.3', '10.0.0.9, 10.0.0.8', '10.0.0.9'],
  [['10.0.0.0/8'], '10.1.2.3', '198.51.100.1, unknown', '10.1.2.3'],
  [['10.0.0.0/8'], '10.1.2.3', '198.51.100.1:4711', '198.51.100.1'],
  [['::1', 'fd00::/8'], '::1', '[2001:db8::7]:4711, fd00::1', '2001:db8::7'],
  [['fd00::/8'], 'fd12::1', '2001:db8::7', '2001:db8::7'],
])('trusting %j, from %s with X-Forwarded-For %j: %s', (trusted, from, forwarded, address) => {
  expect(createClientAddress(trusted)(requestFrom(from, forwarded))).toBe(address);
});
