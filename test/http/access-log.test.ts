import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { post } from './support/post.ts';
import { startToyGateway } from './support/toy-gateway.ts';

const LINK_HASH = 'AbCdEfGhIjKlMnOp';

test('one line for an operation: name, type, status, time; no document, no variables, no answer', async () => {
  await using gateway = await startToyGateway();
  const query = 'query Echo($text: String!) { echo(text: $text) }';
  await post(gateway.url, query, { variables: { text: 'a private word' } });
  expect(gateway.lines).toEqual([
    {
      level: 'info',
      time: expect.any(String),
      requestId: expect.any(String),
      operation: 'Echo',
      type: 'query',
      caller: 'anonymous',
      address: '127.0.0.1',
      status: 200,
      ms: expect.any(Number),
      msg: 'operation',
    },
  ]);
  expect(gateway.logText()).not.toContain('private');
});

test('the line tells which of several operations ran, and its error codes', async () => {
  await using gateway = await startToyGateway();
  await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'query A { hello } query B { missing again: missing }', operationName: 'B' }),
  });
  expect(gateway.lines).toHaveLength(1);
  expect(gateway.lines[0]).toMatchObject({ operation: 'B', type: 'query', status: 200, errorCodes: ['NOT_THERE'] });
});

test.each([
  ['{ hello', 'GRAPHQL_PARSE_FAILED'],
  ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
])('a document that never ran has a line with its code: %s', async (query, code) => {
  await using gateway = await startToyGateway();
  await post(gateway.url, query);
  expect(gateway.lines).toHaveLength(1);
  expect(gateway.lines[0]).toMatchObject({ operation: null, type: null, status: 400, errorCodes: [code] });
});

test('an operation without a name has a line all the same', async () => {
  await using gateway = await startToyGateway();
  await post(gateway.url, 'mutation { poke }');
  expect(gateway.lines[0]).toMatchObject({ operation: null, type: 'mutation', status: 200 });
});

test('health checks and the page only appear at debug', async () => {
  await using gateway = await startToyGateway();
  await fetch(`${gateway.origin}/healthz`);
  await (await fetch(gateway.url, { headers: { accept: 'text/html' } })).arrayBuffer();
  expect(gateway.lines).toEqual([]);
});

test('an error text with secrets in it is logged without them', async () => {
  const session = `1${'A'.repeat(368)}`;
  await using gateway = await startToyGateway({
    presentError: () => {
      throw new Error(`https://t.me/+${LINK_HASH} ${session}`);
    },
  });
  await post(gateway.url, '{ broken }');
  expect(gateway.logText()).not.toContain(LINK_HASH);
  expect(gateway.logText()).not.toContain('A'.repeat(50));
});

test('what ran has its line though its caller is gone', async () => {
  await using gateway = await startToyGateway({ config: { apiKeys: ['web:first-key-0123456789'] } });
  const leaving = new AbortController();
  const started = once(gateway.events, 'slow');
  const headers = { authorization: 'Bearer first-key-0123456789' };
  const asked = post(gateway.url, 'query Slow { slow }', { headers, signal: leaving.signal });
  await started;
  leaving.abort();
  await expect(asked).rejects.toThrow();
  await expect.poll(() => gateway.lines).toMatchObject([{ operation: 'Slow', caller: 'web', address: '127.0.0.1' }]);
});

test('a mutation with an empty Host header leaves a line, or does not run', async () => {
  await using gateway = await startToyGateway({ config: { apiKeys: ['web:first-key-0123456789'] } });
  const { hostname, port } = new URL(gateway.origin);
  const body = JSON.stringify({ query: 'mutation { poke }' });
  const lines = ['POST /graphql HTTP/1.1', 'Host: ', 'Connection: close', 'Authorization: Bearer first-key-0123456789'];
  lines.push('Content-Type: application/json', `Content-Length: ${body.length}`, '', body);
  const socket = connect(Number(port), hostname);
  socket.write(lines.join('\r\n'));
  await text(socket);
  expect(gateway.lines.filter(({ msg }) => msg === 'operation')).toHaveLength(gateway.calls.length);
});
