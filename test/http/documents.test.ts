import { type FieldNode, GraphQLError, parse } from 'graphql';
import { createSchema, createYoga } from 'graphql-yoga';
import { expect, test } from 'vitest';
import { useDocuments } from '../../src/http/plugins/use-documents.ts';

const schema = createSchema({
  typeDefs: 'type Query { double(n: Int!): Int! }',
  resolvers: { Query: { double: (_: unknown, { n }: { n: number }) => 2 * n } },
});

/** Yoga with a check that notes what it sees and refuses what says so. */
function start() {
  const seen = { parsed: 0, validated: 0 };
  const plugin = useDocuments([
    {
      onParse({ setParseFn }) {
        setParseFn((source) => {
          seen.parsed += 1;
          return parse(source);
        });
      },
      onValidate({ addValidationRule }) {
        addValidationRule(() => {
          seen.validated += 1;
          return {
            Field({ alias }: FieldNode) {
              if (alias?.value === 'refused') throw new GraphQLError('Refused.', { extensions: { code: 'REFUSED' } });
            },
          };
        });
      },
    },
  ]);
  const yoga = createYoga({
    schema,
    plugins: [plugin],
    parserAndValidationCache: false,
    maskedErrors: false,
    logging: false,
  });
  async function ask(query: string, rest: { variables?: object; operationName?: string } = {}): Promise<unknown> {
    const answer = await yoga.fetch('http://127.0.0.1/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, ...rest }),
    });
    return answer.json();
  }
  return { ask, seen };
}

test('a document is parsed and checked once, whatever its variables and the operation chosen', async () => {
  const { ask, seen } = start();
  const query = 'query A($n: Int!) { double(n: $n) } query B { double(n: 21) }';
  expect(await ask(query, { variables: { n: 1 }, operationName: 'A' })).toEqual({ data: { double: 2 } });
  expect(await ask(query, { variables: { n: 2 }, operationName: 'A' })).toEqual({ data: { double: 4 } });
  expect(await ask(query, { operationName: 'B' })).toEqual({ data: { double: 42 } });
  expect(seen).toEqual({ parsed: 1, validated: 1 });
});

test.each([
  ['a check refuses', '{ refused: double(n: 1) }', 1],
  ['is invalid', '{ triple }', 1],
  ['is no GraphQL', '{ double(', 2],
])('a document that %s is answered the same again', async (_, query, parsed) => {
  const { ask, seen } = start();
  const first = await ask(query);
  expect(first).toHaveProperty('errors.0.message');
  expect(await ask(query)).toEqual(first);
  expect(seen.parsed).toBe(parsed);
});

test('the document that was asked for the longest ago makes room', async () => {
  const { ask, seen } = start();
  const large = (n: number) => `{ double(n: ${n}) } #${'x'.repeat(90_000)}`;
  for (const n of [1, 2, 3, 1, 4]) expect(await ask(large(n))).toEqual({ data: { double: 2 * n } });
  expect(seen.parsed).toBe(4);
  await ask(large(1));
  expect(seen.parsed).toBe(4);
  await ask(large(2));
  expect(seen.parsed).toBe(5);
});
