import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import type { GatewayContext } from '../context.ts';
import { isReplay } from '../services/once/idempotency.ts';
import type { builder } from './builder.ts';

type SchemaTypes = (typeof builder)['$inferSchemaTypes'];

/** The field that every mutation's input has. */
export function idempotencyKeyField(t: PothosSchemaTypes.InputFieldBuilder<SchemaTypes, 'InputObject'>) {
  return t.string({
    description:
      'A key of your choice, a UUID for instance: 1 to 255 printable ASCII characters. The same key with the same input is ' +
      'done once and answered the same link and outcome, with their present fields, for 24 hours, also while the first ' +
      'request is under way or when the gateway was restarted meanwhile; `extensions.replayed` of the response lists the ' +
      'paths of such answers. With another input it is IdempotencyKeyReusedError. A failure frees the key unless it is ' +
      'unknown what was done: then repeating the request finds out. Keys are each caller’s own. Absent or `null`: none.',
  });
}

/** Has each mutation note when its answer is a replay, for `extensions.replayed`. */
export function notingReplays(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve = defaultFieldResolver } = field;
    field.resolve = async (root, args, context: GatewayContext, info) => {
      const answer: unknown = await resolve(root, args, context, info);
      if (isReplay(answer)) context.replayed.push([info.path.key]);
      return answer;
    };
  }
  return schema;
}
