import { type Kysely, type RawBuilder, sql } from 'kysely';
import { ROWS_AT_ONCE, type Tables } from './tables.ts';

/** A row of any table, as the database gives it. */
export type RawRow = Readonly<Record<string, unknown>>;

/** Writes rows of one table, all with the columns of the first. */
export async function insertRows(
  db: Kysely<Tables>,
  table: keyof Tables,
  rows: readonly RawRow[],
  onConflict: RawBuilder<unknown> = sql``,
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    values ${sql.join(values)} ${onConflict}`.execute(db);
}

/** The columns, beside the scope, that tell the rows of one account apart. */
export const KEYS_IN_SCOPE = {
  peer: ['id'],
  username: ['username'],
  ledger: ['caller', 'idempotency_key'],
  claimed_link: ['link_hash'],
  changed_link: ['name'],
  hold: [],
} as const satisfies Partial<Record<keyof Tables, readonly string[]>>;

/** Takes rows of the account out of the table, as many as one statement does; none are left when it answers none. */
export async function takeRows(
  db: Kysely<Tables>,
  table: keyof typeof KEYS_IN_SCOPE,
  scope: string,
): Promise<readonly RawRow[]> {
  const key = sql.join(['scope', ...KEYS_IN_SCOPE[table]].map((column) => sql.ref(column)));
  const { rows } = await sql<RawRow>`delete from ${sql.table(table)} where (${key}) in
    (select ${key} from ${sql.table(table)} where scope = ${scope} limit ${ROWS_AT_ONCE}) returning *`.execute(db);
  return rows;
}
