import type { InputFieldMap, InputObjectRef, ObjectParam, ObjectRef, UnionRef } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { costs } from '../base/price.ts';
import type { GatewayContext } from '../context.ts';
import { builder } from './builder.ts';

export type SchemaTypes = (typeof builder)['$inferSchemaTypes'];
export type InputFieldBuilder = PothosSchemaTypes.InputFieldBuilder<SchemaTypes, 'InputObject'>;

interface UnionMutation<Input extends object> {
  readonly description: string;
  /** Telegram calls that it makes at the most. */
  readonly calls: number;
  readonly input: {
    readonly description: string;
    /** Of the argument. */
    readonly argument: string;
    readonly isOneOf?: boolean;
    readonly fields: (t: InputFieldBuilder) => InputFieldMap;
  };
  readonly result: {
    readonly description: string;
    /** The types of the success, then those of the failures. */
    readonly types: ObjectParam<SchemaTypes>[];
    /** Which success an answer is. */
    readonly resolveType: (answer: object) => ObjectRef<SchemaTypes, object>;
  };
  readonly resolve: (input: Input, context: GatewayContext, info: GraphQLResolveInfo) => Promise<object>;
}

/** A mutation with one `input`, its `…Input`, and its `…Result`: a union of successes and errors. `Input` is the shape of `fields`. */
export function unionMutation<Input extends object>(
  name: string,
  { description, calls, input, result, resolve }: UnionMutation<Input>,
): void {
  const capital = name.replace(/^./, (letter) => letter.toUpperCase());
  const { argument, isOneOf = false, fields } = input;
  const type: InputObjectRef<SchemaTypes, object> = builder.inputType(`${capital}Input`, {
    description: input.description,
    isOneOf,
    fields,
  });
  const union: UnionRef<SchemaTypes, object> = builder.errorUnion(`${capital}Result`, result);
  builder.mutationField(name, (t) =>
    t.field({
      type: union,
      description,
      extensions: costs({ calls }),
      args: { input: t.arg({ type, required: true, description: argument }) },
      // Pothos made the input's type of these fields, and TypeScript cannot follow that through a type parameter.
      resolve: (_root, args, context, info) => resolve(args.input as Input, context, info),
    }),
  );
}
