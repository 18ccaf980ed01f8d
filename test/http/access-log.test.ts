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
