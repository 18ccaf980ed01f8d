import { expect, test } from 'vitest';
import { post } from './support/post.ts';
import { startToyGateway } from './support/toy-gateway.ts';

test('an unexpected error reaches the caller as "Unexpected error." with the request id', async () => {
  await using gateway = await startToyGateway();
  const { body, headers } = await post(gateway.url, '{ hello broken }');
  expect(body.data).toEqual({ hello: 'world', broken: null });
  expect(body.errors).toEqual([
    {
      message: 'Unexpected error.',
      locations: [{ line: 1, column: 9 }],
      path: ['broken'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: headers.get('x-request-id') },
    },
  ]);
});

test('an unexpected error is logged once, with its message, stack, path and request id', async () => {
  await using gateway = await startToyGateway();
  const { headers } = await post(gateway.url, '{ broken }');
  const logged = gateway.lines.filter((line) => line['level'] === 'error');
  expect(logged).toHaveLength(1);
  expect(logged[0]).toMatchObject({
    msg: 'unexpected error',
    path: 'broken',
    requestId: headers.get('x-request-id'),
    err: { type: 'Error', message: 'the secret is 42', stack: expect.stringContaining('toy-gateway.ts') },
  });
});

test.each(['leaky', 'wrapped'])('a GraphQLError that a library throws in a resolver is masked: %s', async (field) => {
  await using gateway = await startToyGateway();
  const { body } = await post(gateway.url, `{ ${field} }`);
  expect(body.errors?.map((error) => [error.message, error.extensions?.['code']])).toEqual([
    ['Unexpected error.', 'INTERNAL_SERVER_ERROR'],
  ]);
  expect(JSON.stringify(body)).not.toMatch(/10\.0\.0\.7|secret|DB_DOWN/);
});

test('a resolver that breaks its own type answers a masked error', async () => {
  await using gateway = await startToyGateway();
  const { body, status } = await post(gateway.url, '{ hole }');
  expect(body.data).toBeNull();
  expect(body.errors?.[0]?.message).toBe('Unexpected error.');
  expect(status).toBe(200);
});

test('an expected failure passes with its code and its place, and is not logged as an error', async () => {
  await using gateway = await startToyGateway();
  const { body } = await post(gateway.url, '{ hello missing }');
  expect(body).toEqual({
    data: { hello: 'world', missing: null },
    errors: [
      {
        message: 'no such thing',
        locations: [{ line: 1, column: 9 }],
        path: ['missing'],
        extensions: { code: 'NOT_THERE', telegramCode: 400 },
      },
    ],
  });
  expect(gateway.lines.filter((line) => line['level'] === 'error')).toEqual([]);
});

test.each([
  ['a syntax error', '{ hello', /^Syntax Error: Expected Name/, 'GRAPHQL_PARSE_FAILED'],
  ['an unknown field, with a suggestion', '{ helo }', /Did you mean "hello"/, 'GRAPHQL_VALIDATION_FAILED'],
  ['a missing variable', 'query ($t: String!) { echo(text: $t) }', /Variable "\$t" of required type/, 'BAD_USER_INPUT'],
  [
    'a variable that a default hid and null broke',
    'query ($t: String = "a") { echo(text: $t) }',
    /must not be null/,
    'BAD_USER_INPUT',
  ],
])('what is wrong with the request itself passes: %s', async (_, query, message, code) => {
  await using gateway = await startToyGateway();
  const { body, status } = await post(gateway.url, query, query.includes('= "a"') ? { variables: { t: null } } : {});
  expect(body.errors?.[0]).toMatchObject({ message: expect.stringMatching(message), extensions: { code } });
  expect(status).toBe(body.data === undefined ? 400 : 200);
});
