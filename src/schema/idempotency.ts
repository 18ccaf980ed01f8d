import type { ObjectRef } from '@pothos/core';
import { builder } from './builder.ts';

type SchemaTypes = (typeof builder)['$inferSchemaTypes'];

/** The field that every mutation's input has. */
export function idempotencyKeyField(t: PothosSchemaTypes.InputFieldBuilder<SchemaTypes, 'InputObject'>) {
  return t.string({
    description:
      'A key of your choice, a UUID for instance: 1 to 255 printable ASCII characters. The same key with the same input is ' +
      'done once and answered the same, for 24 hours, also while the first request is under way or when the gateway was ' +
      'restarted meanwhile; with another input it is IdempotencyKeyReusedError. A failure frees the key unless it is unknown ' +
      'what was done: then repeating the request finds out. Keys are each caller’s own. Absent or `null`: none.',
  });
}

/** Gives a mutation's success type the field that tells a kept answer from a new one. */
export function addReplayed<Model extends object>(type: ObjectRef<SchemaTypes, Model>): void {
  builder.objectField(type, 'replayed', (t) =>
    t.boolean({
      description:
        'Whether this is the kept answer of an earlier request with this `idempotencyKey`, as it was then. `false` where ' +
        'it was read, or is part of another answer.',
      resolve: (answer) => 'replayed' in answer && answer.replayed === true,
    }),
  );
}
