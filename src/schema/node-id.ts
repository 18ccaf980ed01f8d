import { encodeGlobalID } from '@pothos/plugin-relay';
import { type GraphQLSchema, isInterfaceType } from 'graphql';

/** The `id` of a node: its type and this text, sealed up as one. */
export function nodeId<Model>(resolve: (model: Model) => string, description: string) {
  return { resolve, description, extensions: { idOf: resolve } };
}

/** The `id` that the node of this type and text has, also where it is gone. */
export { encodeGlobalID as globalId };

/** Relay's plugin answers each id as a promise, and so makes one of every object above it. Here they are values. */
export function withIdsAsValues(schema: GraphQLSchema): GraphQLSchema {
  const node = schema.getType('Node');
  for (const type of isInterfaceType(node) ? schema.getPossibleTypes(node) : []) {
    const { id } = type.getFields();
    const idOf = id?.extensions['idOf'];
    if (id && typeof idOf === 'function') id.resolve = (model) => encodeGlobalID(type.name, idOf(model));
  }
  return schema;
}
