/**
 * What links have become by this gateway's own changes, for as long as idempotency keys are kept. Where a link cannot be read
 * again, as by a bot account, this tells what its kept answers do not.
 */
export interface ChangedLinks {
  /** Writes one state by each name, over what was there before. */
  write(states: ReadonlyMap<string, unknown>): Promise<void>;
  /** The states of these names, without those that have none. States are JSON. */
  read(names: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
}
