/** PostgreSQL over the network, so that nothing waits longer than a bound and nothing that was given up arrives later. */
import { Socket } from 'node:net';
import { PostgresDialect } from 'kysely';
import pg from 'pg';

/** How long a connection, a place in the pool, and the answer to a statement are waited for. */
const PATIENCE_MS = 2_000;

/** A connection that is thrown away when an answer does not come: nobody could tell what a later one belongs to. */
export class BoundedClient extends pg.Client {
  private readonly wire: Socket;

  constructor(config?: string | pg.ClientConfig) {
    const wire = new Socket();
    super({ ...(typeof config === 'string' ? { connectionString: config } : config), stream: () => wire });
    this.wire = wire;
    wire.on('timeout', () => this.drop());
    this.on('error', () => {}); // the statement that waits for it tells
  }

  /** From now on the server may be silent for so many milliseconds; 0: for ever. */
  expectAnswers(patienceMs: number): void {
    this.wire.setTimeout(patienceMs);
  }

  /** The rows of one statement, of which the caller says what they hold. */
  async ask<Row extends pg.QueryResultRow>(statement: string, values: readonly unknown[] = []): Promise<Row[]> {
    this.expectAnswers(PATIENCE_MS);
    try {
      return (await this.query<Row>(statement, [...values])).rows;
    } finally {
      this.expectAnswers(0);
    }
  }

  /** Says good-bye, which nobody may hear. */
  async leave(): Promise<void> {
    this.expectAnswers(PATIENCE_MS);
    await this.end().catch(() => {});
  }

  /** What the system still holds of what was written is thrown away as well. */
  drop(): void {
    if (this.wire.remoteAddress === undefined) this.wire.destroy();
    else this.wire.resetAndDestroy();
  }
}

/** A connection of its own, connected; its name is what the server's list of connections shows. */
export async function connectDirectly(url: string, name: string): Promise<BoundedClient> {
  const client = new BoundedClient({ ...settings(url), application_name: name });
  try {
    await client.connect();
    return client;
  } catch (error) {
    client.drop();
    throw error;
  }
}

/** Kysely's dialect over so many connections. `patienceMs`: how long the answer to a statement is waited for. */
export function postgresDialect(url: string, poolSize: number, patienceMs: number = PATIENCE_MS): PostgresDialect {
  const pool = new pg.Pool({ ...settings(url), Client: BoundedClient, max: poolSize });
  pool.on('error', () => {}); // an idle connection has ended; the next statement gets another one
  pool.on('acquire', (client) => {
    if (client instanceof BoundedClient) client.expectAnswers(patienceMs);
  });
  pool.on('release', (_error, client) => {
    if (client instanceof BoundedClient) client.expectAnswers(0);
  });
  return new PostgresDialect({ pool });
}

function settings(url: string) {
  return {
    connectionString: url,
    connectionTimeoutMillis: PATIENCE_MS,
    keepAlive: true,
    application_name: 'telegram-graphql-gateway',
  } as const;
}
