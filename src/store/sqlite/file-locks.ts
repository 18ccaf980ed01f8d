import { DatabaseSync } from 'node:sqlite';

/** Locks on files that are held until they are given back, or until the process ends. */
export interface FileLocks {
  /** Locks the file, an SQLite database. Answers what gives it back. Throws where another connection has it: `isBusy`. */
  take(path: string): () => void;
}

/** Databases that a connection may attach: SQLITE_MAX_ATTACHED (https://www.sqlite.org/limits.html). */
const MOST_ATTACHED = 10;

interface Connection {
  readonly database: DatabaseSync;
  readonly names: Set<string>;
}

/**
 * A connection takes some 60 kB, so ten files share one: each is attached and stays locked by its own locking mode
 * (https://www.sqlite.org/pragma.html#pragma_locking_mode), while no transaction is open.
 */
export function createFileLocks(): FileLocks {
  const connections = new Set<Connection>();
  let taken = 0;

  function withRoom(): Connection {
    for (const connection of connections) if (connection.names.size < MOST_ATTACHED) return connection;
    const connection = { database: new DatabaseSync(':memory:', { timeout: 0 }), names: new Set<string>() };
    connections.add(connection);
    return connection;
  }

  function leave({ database, names }: Connection, name: string): void {
    if (database.isTransaction) database.exec('rollback');
    if (names.delete(name)) database.exec(`detach ${name}`);
  }

  function closeUnused(connection: Connection): void {
    if (connection.names.size > 0) return;
    connections.delete(connection);
    connection.database.close();
  }

  return {
    take(path) {
      const connection = withRoom();
      const { database, names } = connection;
      taken += 1;
      const name = `lock_${taken}`;
      const release = () => {
        leave(connection, name);
        closeUnused(connection);
      };
      try {
        database.prepare(`attach ? as ${name}`).run(path);
        names.add(name);
        // Nothing is ever read from it or written: its cache would take 85 kB, and a journal would stay beside it.
        for (const setting of [
          'page_size = 512',
          'cache_size = 1',
          'journal_mode = memory',
          'locking_mode = exclusive',
        ]) {
          database.exec(`pragma ${name}.${setting}`);
        }
        database.exec('begin exclusive; rollback');
        return release;
      } catch (error) {
        release();
        throw error;
      }
    },
  };
}
