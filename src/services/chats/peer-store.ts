import type { KnownPeer } from './entities.ts';

/** Which entity a username led to, and when Telegram said so. */
export interface ResolvedUsername {
  /** In lower case, without @. */
  readonly username: string;
  /** Marked id of the entity. */
  readonly id: string;
  readonly askedAt: Date;
}

/** What was kept of an account's peers. */
export interface StoredPeers {
  /** The one seen longest ago first. */
  readonly peers: readonly KnownPeer[];
  readonly usernames: readonly ResolvedUsername[];
}

/**
 * Where one account's peers outlive the process. Writing goes on in the background and its failures are not thrown:
 * whatever is not kept, Telegram can be asked for again.
 */
export interface PeerStore {
  load(): Promise<StoredPeers>;
  keep(peers: readonly KnownPeer[]): void;
  keepUsername(username: ResolvedUsername): void;
  /** A username, in lower case, that is not to be trusted any more. */
  forgetUsername(username: string): void;
}
