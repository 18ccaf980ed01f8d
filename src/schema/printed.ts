import { isAbstractType, lexicographicSortSchema, printSchema } from 'graphql';
import { errorList } from './error-list.ts';
import { schema } from './index.ts';

const sorted = lexicographicSortSchema(schema);

/** schema/schema.graphql: the whole schema as text, sorted, with a newline at the end. */
export function printContract(): string {
  return `${printSchema(sorted)}\n`;
}

/** schema/possible-types.json: what each interface and union may be, as Apollo Client's `possibleTypes`. */
export function printPossibleTypes(): string {
  const lines = Object.values(sorted.getTypeMap())
    .filter(isAbstractType)
    .map((type) => `  "${type.name}": ${JSON.stringify(sorted.getPossibleTypes(type).map(({ name }) => name))}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** schema/errors.json: everything that can fail, a line each. */
export function printErrors(): string {
  return `[\n${errorList.map((error) => `  ${JSON.stringify(error)}`).join(',\n')}\n]\n`;
}
