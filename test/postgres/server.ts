import { startPostgres } from '../support/start-postgres.ts';

/** One server for all files of a run; each test makes a database of its own there. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await startPostgres();
  process.env['TEST_POSTGRES_URL'] = server.urlOf('postgres');
  return async () => server[Symbol.asyncDispose]();
}
