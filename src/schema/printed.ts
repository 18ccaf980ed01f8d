import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from './index.ts';

/** The whole schema as text, sorted, with a newline at the end. */
export function printContract(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
