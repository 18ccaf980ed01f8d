import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import type { PricedOperation } from './operation-price.ts';

/**
 * Rows and bytes of `__schema` or `__type`, `null` for another field. The schema is at hand, so that each of its parts is looked at
 * once, with how often the answer would tell of it: fifteen introspections of one operation take as long as one.
 */
export function introspectionPrice(
  { schema, operation, fragments, variables }: PricedOperation,
  root: GraphQLObjectType,
  nodes: readonly FieldNode[],
): { readonly rows: number; readonly bytes: number } | null {
  let rows = 0;
  let bytes = 0;

  /** `sources`: the parts of the schema whose field is asked for, each with how often. */
  function add(
    parentType: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    fieldNodes: readonly FieldNode[],
    sources: ReadonlyMap<unknown, number>,
  ): void {
    const [node] = fieldNodes;
    if (node === undefined) return;
    const args = getArgumentValues(field, node, variables);
    const info = {
      fieldName: field.name,
      fieldNodes,
      returnType: field.type,
      parentType,
      path: { prev: undefined, key: field.name, typename: parentType.name },
      schema,
      fragments,
      rootValue: undefined,
      operation,
      variableValues: variables,
    };
    const values = new Map<unknown, number>();
    let objects = 0;
    for (const [source, times] of sources) {
      const value: unknown = field.resolve?.(source, args, undefined, info) ?? [];
      const items: readonly unknown[] = Array.isArray(value) ? value : [value];
      objects += times * items.length;
      for (const item of items) values.set(item, (values.get(item) ?? 0) + times);
    }
    if (isListType(getNullableType(field.type))) rows += objects;
    const type = getNamedType(field.type);
    if (!isObjectType(type)) {
      for (const [value, times] of values) bytes += times * (JSON.stringify(value).length + 1);
      return;
    }
    for (const [key, below] of collectSubfields(schema, fragments, variables, type, fieldNodes)) {
      bytes += objects * (key.length + 8);
      const subfield = type.getFields()[below[0]?.name.value ?? ''];
      if (subfield) add(type, subfield, below, values);
      else bytes += objects * type.name.length; // __typename
    }
  }

  const meta = [SchemaMetaFieldDef, TypeMetaFieldDef].find(({ name }) => name === nodes[0]?.name.value);
  if (!meta) return null;
  add(root, meta, nodes, new Map([[undefined, 1]]));
  return { rows, bytes };
}
