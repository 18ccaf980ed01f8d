import { type GraphQLSchema, getNamedType, isAbstractType } from 'graphql';
import { currentRecord } from './request-record.ts';

/** One root field of a mutation, for the access log. */
export interface MutationOutcome {
  readonly field: string;
  /**
   * The type of its result, `UNKNOWN` or `NOT_EXECUTED` in place of a `TelegramUnavailableError`; `null`: it has none, and the
   * error codes of the line tell why.
   */
  outcome: string | null;
}

const watched = new WeakSet<GraphQLSchema>();

/**
 * Has the schema's mutations note in the record of their request how they ended, whatever the client selects of the result. Each
 * answers a union, whose type graphql-js asks for and is told at once. Changes the schema in place, once: a copy would double its memory.
 */
export function watchMutations(schema: GraphQLSchema): void {
  if (watched.has(schema)) return;
  watched.add(schema);
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve } = field;
    if (resolve) {
      field.resolve = (source, args, context, info) => {
        currentRecord().mutations.set(info.path.key, { field: info.fieldName, outcome: null });
        return resolve(source, args, context, info);
      };
    }
    const type = getNamedType(field.type);
    const resolveType = isAbstractType(type) ? type.resolveType : null;
    if (!isAbstractType(type) || !resolveType) continue;
    type.resolveType = (value, context, info, abstractType) => {
      const name = resolveType(value, context, info, abstractType);
      const mutation = info.path.prev === undefined && currentRecord().mutations.get(info.path.key);
      if (mutation && typeof name === 'string') mutation.outcome = outcomeOf(value, name);
      return name;
    };
  }
}

function outcomeOf(value: unknown, type: string): string {
  const isOpen =
    type === 'TelegramUnavailableError' && typeof value === 'object' && value !== null && 'outcome' in value;
  return isOpen ? String(value.outcome) : type;
}
