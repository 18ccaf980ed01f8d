import { type GraphQLObjectType, getNamedType, isInterfaceType, isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../src/schema/index.ts';

/** https://relay.dev/graphql/connections.htm and https://relay.dev/graphql/objectidentification.htm, rule by rule. */
const objects = Object.values(schema.getTypeMap()).filter(isObjectType);
const typeOf = (type: GraphQLObjectType | undefined, field: string) => String(type?.getFields()[field]?.type);
const connections = objects.filter(({ name }) => name.endsWith('Connection'));
const edgeOf = (connection: GraphQLObjectType) =>
  objects.find(({ name }) => name === connection.name.replace(/Connection$/, 'Edge'));

test('there are connections, and no edge without one', () => {
  expect(connections.length).toBeGreaterThan(1);
  const edges = objects.filter(({ name }) => name.endsWith('Edge'));
  expect(edges.map(({ name }) => name).sort()).toEqual(connections.map((each) => edgeOf(each)?.name).sort());
});

describe.each(connections.map((connection) => [connection.name, connection] as const))('%s', (_name, connection) => {
  test('has its edges, where they lie and, where it is known, how many there are', () => {
    const edge = edgeOf(connection)?.name;
    expect(typeOf(connection, 'edges')).toBe(`[${edge}!]!`);
    expect(typeOf(connection, 'pageInfo')).toBe('PageInfo!');
    // Telegram counts no chats by what the account may do there.
    expect(typeOf(connection, 'totalCount')).toBe(connection.name === 'ChatConnection' ? 'undefined' : 'Int!');
  });

  test('has edges of a node, which is no list, and a cursor', () => {
    const edge = edgeOf(connection);
    expect(typeOf(edge, 'cursor')).toBe('String!');
    expect(typeOf(edge, 'node')).toMatch(/^\w+!$/);
  });

  test('is nullable wherever a field answers it, and is paged forwards', () => {
    const fields = objects.flatMap((type) =>
      Object.values(type.getFields()).filter((field) => getNamedType(field.type) === connection),
    );
    expect(fields.length).toBeGreaterThan(0);
    for (const field of fields) {
      expect(String(field.type)).toBe(connection.name);
      const paging = field.args.filter(({ name }) => name === 'first' || name === 'after');
      expect(paging.map(({ name, type }) => `${name}: ${type}`).sort()).toEqual(['after: String', 'first: Int']);
    }
  });
});

test('PageInfo is the same for all', () => {
  const info = objects.find(({ name }) => name === 'PageInfo');
  const fields = Object.values(info?.getFields() ?? {}).map(({ name, type }) => `${name}: ${type}`);
  expect(fields.toSorted()).toEqual([
    'endCursor: String',
    'hasNextPage: Boolean!',
    'hasPreviousPage: Boolean!',
    'startCursor: String',
  ]);
});

test('node fetches any Node by its id', () => {
  const node = schema.getQueryType()?.getFields()['node'];
  expect(String(node?.type)).toBe('Node');
  expect(node?.args.map(({ name, type }) => `${name}: ${type}`)).toEqual(['id: ID!']);
  const type = schema.getType('Node');
  expect(isInterfaceType(type) && Object.keys(type.getFields())).toEqual(['id']);
  for (const each of isInterfaceType(type) ? schema.getPossibleTypes(type) : []) expect(typeOf(each, 'id')).toBe('ID!');
});
