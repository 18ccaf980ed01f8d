import { expect, test } from 'vitest';
import { exchange } from './support/raw.ts';
import { startToyGateway } from './support/toy-gateway.ts';

// One reading of the address for the routes, the log and Yoga.

const BODY = '{"query":"mutation { poke }"}';
const request = (line: string, ...headers: string[]) =>
  [
    line,
    ...headers,
    'content-type: application/json',
    `content-length: ${BODY.length}`,
    'connection: close',
    '',
    BODY,
  ].join('\r\n');

test.each([
  ['POST /graphql HTTP/1.1', 'host: 127.0.0.1:4000'],
  ['POST http://127.0.0.1:4000/graphql HTTP/1.1', 'host: 127.0.0.1:4000'],
  ['POST http://localhost/graphql HTTP/1.1', 'host: elsewhere.example'],
  ['POST HTTP://LOCALHOST/graphql?x=1 HTTP/1.1', 'host: x'],
  ['POST /graphql HTTP/1.0', 'x-none: 1'],
])('%s, %s: is carried out, and told in the log', async (line, host) => {
  await using gateway = await startToyGateway();
  expect(await exchange(gateway.url, request(line, host))).toMatch(/^HTTP\/1\.1 200 .*\{"data":\{"poke":1\}\}/s);
  expect(gateway.lines).toMatchObject([{ msg: 'operation', type: 'mutation', status: 200 }]);
});

test.each([
  ['POST /graphql HTTP/1.1', 'host:', 400],
  ['POST /graphql HTTP/1.1', 'host: /', 400],
  ['POST /graphql HTTP/1.1', 'host: //localhost', 400],
  ['POST /graphql HTTP/1.1', 'host: x@localhost', 400],
  ['POST ftp://localhost/graphql HTTP/1.1', 'host: localhost', 400],
  ['POST http:///graphql HTTP/1.1', 'host: localhost', 403],
  ['POST http://elsewhere.example/graphql HTTP/1.1', 'host: localhost', 403],
  ['POST * HTTP/1.1', 'host: localhost', 400],
])('%s, %s: is refused before anything runs', async (line, host, status) => {
  await using gateway = await startToyGateway();
  expect(await exchange(gateway.url, request(line, host))).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(gateway.calls).toEqual([]);
});

test('an upgrade has its address read the same way', async () => {
  await using gateway = await startToyGateway();
  const upgrade = (target: string, host: string) =>
    exchange(
      gateway.url,
      `GET ${target} HTTP/1.1\r\nhost: ${host}\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n`,
    );
  expect(await upgrade('/graphql', '')).toMatch(/^HTTP\/1\.1 400 .*BAD_REQUEST/s);
  expect(await upgrade('http://elsewhere.example/graphql', 'localhost')).toMatch(/^HTTP\/1\.1 403 .*FORBIDDEN_HOST/s);
  // Past the address; the handshake itself is not complete.
  expect(await upgrade('http://localhost/graphql', 'elsewhere.example')).toMatch(/^HTTP\/1\.1 400 .*Sec-WebSocket/s);
});
