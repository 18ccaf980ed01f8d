import { expect, test } from 'vitest';
import { subscribeSse } from '../support/subscribe-sse.ts';
import { subscribeWs } from '../support/subscribe-ws.ts';
import { codes, post, read } from './support/post.ts';
import { startToyGateway } from './support/toy-gateway.ts';
import { collect } from './support/transports.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

test.each<[string, RequestInit, number, string]>([
  ['XML', { headers: { 'content-type': 'application/xml' }, body: '<query/>' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['not JSON', { headers: JSON_TYPE, body: '{"query": ' }, 400, 'BAD_REQUEST'],
  ['an empty body', { headers: JSON_TYPE, body: '' }, 400, 'BAD_REQUEST'],
  ['null', { headers: JSON_TYPE, body: 'null' }, 400, 'BAD_REQUEST'],
  ['a string', { headers: JSON_TYPE, body: '"{ hello }"' }, 400, 'BAD_REQUEST'],
  ['no query', { headers: JSON_TYPE, body: '{}' }, 400, 'BAD_REQUEST'],
  ['a query that is a number', { headers: JSON_TYPE, body: '{"query": 1}' }, 400, 'BAD_REQUEST'],
  [
    'variables that are a text',
    { headers: JSON_TYPE, body: '{"query":"{ hello }","variables":"{}"}' },
    400,
    'BAD_REQUEST',
  ],
  ['an unknown parameter', { headers: JSON_TYPE, body: '{"query":"{ hello }","qery":1}' }, 400, 'BAD_REQUEST'],
])('%s is refused with words', async (_, init, status, code) => {
  await using gateway = await startToyGateway();
  const answer = await read(
    await fetch(gateway.url, {
      ...init,
      method: 'POST',
      headers: { ...init.headers, accept: 'application/graphql-response+json' },
    }),
  );
  expect(answer.status).toBe(status);
  expect(codes(answer)).toEqual([code]);
  expect(answer.body.errors?.[0]?.message).toMatch(/\w/);
  expect(gateway.calls).toEqual([]);
  expect(gateway.lines.filter((line) => line['level'] === 'error')).toEqual([]);
});

test.each(['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'])('%s is not a method of GraphQL', async (method) => {
  await using gateway = await startToyGateway();
  const answer = await fetch(gateway.url, { method });
  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')).toBe('GET, POST');
});

test.each([
  'APPLICATION/JSON',
  'Application/Json; Charset=UTF-8',
  'application/json; charset="utf-8"',
  'application/json;charset=utf8',
])('a body of the type %s is read', async (type) => {
  await using gateway = await startToyGateway();
  const { body } = await post(gateway.url, '{ hello }', {
    headers: { 'content-type': type, accept: 'APPLICATION/JSON' },
  });
  expect(body).toEqual({ data: { hello: 'world' } });
});

test.each(['utf-16', 'ISO-8859-1', '"utf-16le"'])(
  'a body in %s is refused, and the text says what to send',
  async (charset) => {
    await using gateway = await startToyGateway();
    const answer = await post(gateway.url, '{ hello }', {
      headers: { 'content-type': `application/json; charset=${charset}` },
    });
    expect(answer.status).toBe(415);
    expect(codes(answer)).toEqual(['UNSUPPORTED_MEDIA_TYPE']);
    expect(answer.body.errors?.[0]?.message).toContain('UTF-8');
  },
);

test.each([true, false])('a body that is no UTF-8 is refused, its length told beforehand: %s', async (isTold) => {
  await using gateway = await startToyGateway();
  const bytes = Buffer.from('{"query":"{ echo(text: \\"caf\xe9\\") }"}', 'latin1');
  const body = isTold ? bytes : new Blob([bytes]).stream();
  const answer = await read(
    await fetch(gateway.url, { method: 'POST', headers: JSON_TYPE, body, ...(!isTold && { duplex: 'half' }) }),
  );
  expect(answer.status).toBe(400);
  expect(codes(answer)).toEqual(['BAD_REQUEST']);
  expect(answer.body.errors?.[0]?.message).toContain('UTF-8');
});

test('no cache keeps an answer of the API', async () => {
  await using gateway = await startToyGateway();
  const answers = [
    await post(gateway.url, '{ hello }'),
    await post(gateway.url, '{ nothing }'),
    await read(await fetch(`${gateway.url}?query={hello}`, { headers: { 'x-graphql-yoga-csrf': '1' } })),
    await read(await fetch(`${gateway.origin}/nowhere`)),
  ];
  for (const { headers } of answers) expect(headers.get('cache-control')).toBe('no-store');
});

test('variables in an address that are not JSON are the caller’s mistake', async () => {
  await using gateway = await startToyGateway();
  const answer = await read(
    await fetch(`${gateway.url}?query={hello}&variables={oops`, { headers: { 'x-graphql-yoga-csrf': '1' } }),
  );
  expect(answer.status).toBe(400);
  expect(codes(answer)).toEqual(['BAD_REQUEST']);
});

test.each([
  ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
  ['application/json', 'application/json; charset=utf-8'],
  ['*/*', 'application/json; charset=utf-8'],
])('a caller who accepts %s gets %s', async (accept, contentType) => {
  await using gateway = await startToyGateway();
  const answer = await fetch(gateway.url, {
    method: 'POST',
    headers: { ...JSON_TYPE, accept },
    body: '{"query":"{ hello }"}',
  });
  expect(answer.headers.get('content-type')).toBe(contentType);
  expect(await answer.json()).toEqual({ data: { hello: 'world' } });
});

const TWO = 'query One { hello } mutation Two { poke }';

test.each([
  ['several operations and no name', TWO, {}],
  ['a name that none has', TWO, { operationName: 'Three' }],
  ['an empty name', '{ hello }', { operationName: '' }],
  ['no operation', 'fragment Alone on Query { hello }', {}],
])('%s: the same code over HTTP and WebSocket, and nothing runs', async (_, query, named) => {
  await using gateway = await startToyGateway();
  const body = JSON.stringify({ query, ...named });
  const answer = await read(await fetch(gateway.url, { method: 'POST', headers: JSON_TYPE, body }));
  expect(answer.status).toBe(400);
  expect(codes(answer)).toEqual(['OPERATION_RESOLUTION_FAILURE']);
  await using client = await subscribeWs(gateway.url, query, {}, named);
  expect(await collect(client)).toMatchObject([{ errors: answer.body.errors }]);
  expect(gateway.calls).toEqual([]);
});

const OF_A_SUBSCRIPTION = /^A subscription .* "Accept: text\/event-stream"/;
const OF_ALL = /"Accept: application\/json" or "application\/graphql-response\+json".* "text\/event-stream"/;

test.each([
  ['mutation { poke }', 'application/xml', OF_ALL],
  ['mutation { poke }', 'application/json; charset=latin1', OF_ALL],
  ['subscription { ticks }', 'image/*', OF_ALL],
  ['subscription { ticks }', 'multipart/mixed', OF_ALL],
  ['subscription { ticks }', 'application/json', OF_A_SUBSCRIPTION],
  ['subscription { ticks }', 'application/graphql-response+json', OF_A_SUBSCRIPTION],
  ['subscription { ticks }', 'multipart/mixed;subscriptionSpec=1.0, application/json', OF_A_SUBSCRIPTION],
])(
  '%s for a caller who accepts only %s does not run, and the answer says what to accept',
  async (query, accept, words) => {
    await using gateway = await startToyGateway();
    const answer = await post(gateway.url, query, { headers: { accept } });
    expect(answer.status).toBe(406);
    expect(answer.body).toEqual({
      errors: [{ message: expect.stringMatching(words), extensions: { code: 'NOT_ACCEPTABLE' } }],
    });
    expect(gateway.calls).toEqual([]);
    expect(gateway.lines.at(-1)).toMatchObject({ status: 406, errorCodes: ['NOT_ACCEPTABLE'] });
  },
);

test.each(['text/event-stream', 'TEXT/*', 'application/json, */*;q=0.1', ''])(
  'a subscription for a caller who accepts %j runs',
  async (accept) => {
    await using gateway = await startToyGateway();
    await using client = await subscribeSse(gateway.url, 'subscription { ticks }', {}, { accept });
    expect((await client.next()).value).toEqual({ data: { ticks: 1 } });
  },
);
