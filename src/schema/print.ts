/** Writes `schema/schema.graphql`, the contract as a file: sorted, so that a change shows as a change. */
import { writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from './index.ts';

writeFileSync(
  new URL('../../schema/schema.graphql', import.meta.url),
  `${printSchema(lexicographicSortSchema(schema))}\n`,
);
