import { readdirSync, readFileSync } from 'node:fs';
import {
  type DocumentNode,
  type GraphQLField,
  getNamedType,
  getNullableType,
  getVariableValues,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
  Kind,
  parse,
} from 'graphql';
import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config/index.ts';
import { DEFAULT_LIMITS } from '../../src/http/limits.ts';
import { priceOf } from '../../src/http/price/operation-price.ts';
import { fragmentsOf } from '../../src/http/price/use-operation-price.ts';
import { schema } from '../../src/schema/index.ts';

const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
  (isObjectType(type) || isInterfaceType(type)) && !isIntrospectionType(type)
    ? Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field, type }))
    : [],
);

const isPriced = (field: GraphQLField<unknown, unknown>) => field.extensions['price'] !== undefined;

/** The source of what a field was defined by. */
function definition({ extensions: { pothosOptions } }: GraphQLField<unknown, unknown>): string {
  if (typeof pothosOptions !== 'object' || pothosOptions === null) return '';
  return Object.values(pothosOptions)
    .filter((option) => typeof option === 'function')
    .map(String)
    .join('\n');
}

test('every field that is resolved by a service states its price', () => {
  // `unionMutation` hands its input on.
  const served = fields.filter(({ field }) => /\b(route|signIns)\b|\bresolve\(args\.input/.test(definition(field)));
  expect(served.length).toBeGreaterThan(15);
  expect(served.filter(({ field }) => !isPriced(field)).map(({ name }) => name)).toEqual([]);
});

test('every list, and every connection, states how many rows it has', () => {
  const lists = fields.filter(
    ({ name, field }) => isListType(getNullableType(field.type)) && !name.endsWith('Connection.edges'),
  );
  const connections = fields.filter(({ field }) => getNamedType(field.type).name.endsWith('Connection'));
  expect(connections.length).toBeGreaterThan(4);
  expect([...lists, ...connections].filter(({ field }) => !isPriced(field)).map(({ name }) => name)).toEqual([]);
});

test('a type that is loaded by its id states what that costs', () => {
  const loaded = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && type.extensions['getDataloader'],
  );
  expect(loaded.map(({ name }) => name)).toEqual(expect.arrayContaining(['Chat', 'User']));
  expect(loaded.filter(({ extensions }) => extensions['price'] === undefined)).toEqual([]);
});

const folder = new URL('../../schema/operations/', import.meta.url);
const documents = [
  ...readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
  ...[...readFileSync(new URL('../../README.md', import.meta.url), 'utf8').matchAll(/```graphql\n(.*?)```/gs)].map(
    ([, text = ''], index) => [`README.md, ${index + 1}`, text],
  ),
] as const;

test.each(documents)('%s costs less than half of what an operation may', (_, text = '') => {
  const limits = { ...DEFAULT_LIMITS.price, calls: loadConfig({}).http.operationCalls };
  for (const price of prices(parse(text))) {
    expect(price.rows * 2).toBeLessThan(limits.rows);
    expect(price.calls * 2).toBeLessThan(limits.calls);
    expect(price.drawingMs * 2).toBeLessThan(limits.drawingMs);
    expect(price.bytes * 2).toBeLessThan(limits.bytes);
  }
});

test('who waits: the link of the list is one call and may fail in each row; a request alone is looked for with ten', () => {
  const link = 'https://t.me/+AbCdEfGhIjKlMnOp';
  const priceOfList = (args: string, row: string) =>
    prices(parse(`{ chat(peer: "sandbox_big") { joinRequests(first: 500${args}) { edges { node { ${row} } } } } }`))[0];
  const without = priceOfList('', 'id');
  const withLink = priceOfList(`, link: "${link}"`, 'id invite { id }');
  expect(withLink?.calls).toBe((without?.calls ?? 0) + 1);
  expect((withLink?.bytes ?? 0) - (without?.bytes ?? 0)).toBeGreaterThan(500 * 600);
  const node = (text: string) =>
    prices(parse(`{ node(id: "${Buffer.from(text).toString('base64')}") { id } }`))[0]?.calls;
  expect([node('JoinRequest:-1:2'), node('ExportedChatInvite:-1:AbCd'), node('')]).toEqual([10, 1, 1]);
});

test.each([
  ['{ pageInfo { hasNextPage } }', 10],
  ['{ edges { node { title } } }', 11],
])('a page of chats %s costs %i calls, however long it is', (selected, calls) => {
  for (const first of [1, 20, 100, 500])
    expect(prices(parse(`{ chats(first: ${first}) ${selected} }`))).toMatchObject([{ calls }]);
});

function prices(document: DocumentNode) {
  const fragments = fragmentsOf(document);
  return document.definitions.flatMap((operation) => {
    if (operation.kind !== Kind.OPERATION_DEFINITION) return [];
    const { coerced: variables = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], {});
    return [priceOf({ schema, operation, fragments, variables })];
  });
}
