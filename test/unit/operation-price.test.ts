import { buildSchema, GraphQLError, getOperationAST, getVariableValues, parse } from 'graphql';
import { expect, test } from 'vitest';
import { costs, type Pricing, type ReadArgument } from '../../src/base/price.ts';
import { type OperationPrice, priceOf } from '../../src/http/price/operation-price.ts';
import { fragmentsOf } from '../../src/http/price/use-operation-price.ts';

const schema = buildSchema(/* GraphQL */ `
  type Query {
    shop(id: ID): Shop
    pets(first: Int = 20): Pets
    any: [Animal!]!
    name: String
  }
  type Shop {
    pets(first: Int = 20): Pets
    keeper: Keeper
    owner: Keeper
    photo(size: Int = 1): String
  }
  type Pets {
    edges: [PetEdge!]!
  }
  type PetEdge {
    node: Pet!
  }
  type Pet {
    name: String
    keeper: Keeper
    shop: Shop
  }
  type Keeper {
    name: String
  }
  union Animal = Pet | Keeper
`);

const page = (argument: ReadArgument) => ({ calls: 1, rows: Number(argument('first') ?? 20) });
const PRICES: Readonly<Record<string, Readonly<Record<string, Pricing>>>> = {
  Query: { shop: { calls: 2 }, pets: page, any: { rows: 3 } },
  Shop: { pets: page, photo: (argument) => ({ drawingMs: Number(argument('size')), bytes: 5_000 }) },
};
for (const [type, fields] of Object.entries(PRICES)) {
  const object = schema.getType(type);
  for (const [name, price] of Object.entries(fields)) {
    if (object && 'getFields' in object) Object.assign(object.getFields()[name] ?? {}, { extensions: costs(price) });
  }
}
Object.assign(schema.getType('Keeper') ?? {}, { extensions: costs({ calls: 1 }) });

function price(query: string, given: Record<string, unknown> = {}, mostRows?: number): OperationPrice {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  const { coerced: variables = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  return priceOf({ schema, operation, fragments: fragmentsOf(document), variables }, mostRows);
}

const NAMES = '{ edges { node { name } } }';

test.each<[string, string, Record<string, unknown>, number]>([
  ['a literal', `{ pets(first: 7) ${NAMES} }`, {}, 7],
  ['the default of the argument', `{ pets ${NAMES} }`, {}, 20],
  ['a variable', `query ($n: Int) { pets(first: $n) ${NAMES} }`, { n: 60 }, 60],
  ['the default of a variable', `query ($n: Int = 5) { pets(first: $n) ${NAMES} }`, {}, 5],
  ['a variable in place of its default', `query ($n: Int = 5) { pets(first: $n) ${NAMES} }`, { n: 9 }, 9],
  ['an absent variable: the default of the argument', `query ($n: Int) { pets(first: $n) ${NAMES} }`, {}, 20],
  ['a null', `query ($n: Int) { pets(first: $n) ${NAMES} }`, { n: null }, 20],
  ['a list without a size', '{ any { ... on Pet { name } } }', {}, 3],
])('rows by %s', (_, query, variables, rows) => {
  expect(price(query, variables).rows).toBe(rows);
});

test('lists multiply, and so do the calls and the drawing of what is in them', () => {
  const query =
    'query ($n: Int) { pets(first: $n) { edges { node { shop { photo(size: 2) pets(first: 10) { edges { node { name } } } } } } } }';
  expect(price(query, { n: 30 })).toMatchObject({ rows: 30 + 300, calls: 1 + 30, drawingMs: 60 });
});

test('a selection that comes twice, by fragments too, costs once; under two aliases, twice', () => {
  const once = price(`{ pets ${NAMES} }`);
  expect(
    price(`{ pets ${NAMES} pets ${NAMES} ...F } fragment F on Query { pets ${NAMES} ... { pets ${NAMES} } }`),
  ).toEqual(once);
  expect(price(`{ pets ${NAMES} ...F } fragment F on Query { b: pets ${NAMES} }`)).toMatchObject({
    rows: 40,
    calls: 2,
  });
});

test('what a directive leaves out costs nothing', () => {
  const query = `query ($b: Boolean!) { pets @include(if: $b) ${NAMES} name ...F @skip(if: $b) } fragment F on Query { shop { photo } }`;
  expect(price(query, { b: true })).toMatchObject({ rows: 20, calls: 1, drawingMs: 0 });
  expect(price(query, { b: false })).toMatchObject({ rows: 0, calls: 2, drawingMs: 1 });
});

test('of a union the dearest member counts', () => {
  expect(price('{ any { ... on Pet { shop { photo(size: 5) } } ... on Keeper { name } } }').drawingMs).toBe(15);
  expect(price('{ any { ... on Keeper { name } } }').drawingMs).toBe(0);
});

test('what a loader loads is one call for each answer in which it is asked for', () => {
  expect(price('{ pets { edges { node { keeper { name } } } } }').calls).toBe(1 + 1);
  expect(price('{ shop { keeper { name } owner { name } } }').calls).toBe(2 + 1);
  expect(
    price('{ pets(first: 4) { edges { node { shop { pets { edges { node { keeper { name } } } } } } } } }').calls,
  ).toBe(1 + 4 + 4);
});

test('a page can be priced as if it were shorter', () => {
  expect(price('{ pets(first: 500) { edges { node { name } } } }', {}, 50).rows).toBe(50);
});

test('bytes are those of the longest values, and of names as they are answered', () => {
  const short = price('{ shop { photo } }').bytes;
  expect(short).toBeGreaterThan(5_000);
  expect(price(`{ shop { ${'x'.repeat(1_000)}: photo } }`).bytes).toBe(short + 1_000 - 'photo'.length);
});

test('fragments that unfold to more than anybody means are refused without unfolding them all', () => {
  const fragments = Array.from(
    { length: 20 },
    (_, n) =>
      `fragment F${n} on Shop { ${['a', 'b', 'c'].map((alias) => `${alias}: pets { edges { node { shop { ${n < 19 ? `...F${n + 1}` : 'photo'} } } } }`).join(' ')} }`,
  );
  expect(() => price(`{ shop { ...F0 } } ${fragments.join(' ')}`)).toThrow(GraphQLError);
});
