import * as v from 'valibot';
import { type Given, guarded, quote } from './values.ts';

/** A PostgreSQL that the store is in. Both addresses may hold a password. */
export interface DatabaseConfig {
  readonly url: string;
  /** Leads around a pooler that gives a connection to others after each transaction; the same as `url` where there is none. */
  readonly directUrl: string;
  /** Connections of the store, beside the one that holds the lock on the session. */
  readonly poolSize: number;
}

const address = (name: 'DATABASE_URL' | 'DATABASE_DIRECT_URL') =>
  v.pipe(
    v.string(),
    v.check(
      (text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text),
      `${name} is not the address of a PostgreSQL: write postgres://USER:PASSWORD@HOST:PORT/DATABASE, ` +
        'with % codes for what is special in a password (%40 for @).',
    ),
  );

export const databaseVariables = {
  DATABASE_URL: v.optional(address('DATABASE_URL')),
  DATABASE_DIRECT_URL: v.optional(address('DATABASE_DIRECT_URL')),
  DATABASE_POOL_SIZE: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[1-9]\d?$/, ({ input }) => `DATABASE_POOL_SIZE is ${quote(input)}: give a whole number from 1 to 99.`),
      v.transform(Number),
    ),
    '6',
  ),
} as const;

/** `null`: the store is an SQLite file. */
export function readDatabase(
  values: v.InferOutput<v.ObjectSchema<typeof databaseVariables, undefined>>,
): DatabaseConfig | null {
  const { DATABASE_URL: url, DATABASE_DIRECT_URL: directUrl = url, DATABASE_POOL_SIZE: poolSize } = values;
  if (url === undefined || directUrl === undefined) return null;
  return guarded<DatabaseConfig>({ url, directUrl, poolSize }, { url: '[hidden]', directUrl: '[hidden]' });
}

export function databaseProblems(given: Given): string[] {
  const beside = ['DATABASE_DIRECT_URL', 'DATABASE_POOL_SIZE'].filter((name) => given[name] !== undefined);
  if (beside.length === 0 || given['DATABASE_URL'] !== undefined) return [];
  return [`${beside.join(' and ')} without DATABASE_URL: set DATABASE_URL, or leave the store in DATA_DIR.`];
}
