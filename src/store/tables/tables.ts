import type { Generated } from 'kysely';

/**
 * The tables as Kysely sees them. Types that SQLite and PostgreSQL hold alike: 64-bit numbers and times are text, times
 * as ISO 8601 in UTC, which sorts as time does.
 */
export interface Tables {
  readonly peer: InWorkspace<PeerRow>;
  readonly username: InWorkspace<UsernameRow>;
  readonly ledger: InWorkspace<LedgerRow>;
  readonly hold: InWorkspace<HoldRow>;
  readonly claimed_link: InWorkspace<ClaimedLinkRow>;
  readonly changed_link: InWorkspace<ChangedLinkRow>;
  readonly session_owner: InWorkspace<SessionOwnerRow>;
  readonly observed_time: InWorkspace<ObservedTimeRow>;
  readonly account: AccountRow;
  readonly key_account: KeyAccountRow;
  readonly chat_right: ChatRightRow;
  readonly session_account: SessionAccountRow;
}

/** A row is the workspace `main`'s unless told. */
type InWorkspace<Row> = Row & { readonly workspace: Generated<string> };

/** Rows that one statement writes at the most: it takes 32,766 parameters (https://www.sqlite.org/limits.html). */
export const ROWS_AT_ONCE = 500;

/** A user or chat that an account has seen. */
export interface PeerRow {
  /**
   * The account: Telegram's user id, or before that is known what `sessionScope` names the session. Access hashes are
   * good for one account alone.
   */
  scope: string;
  /** Marked. */
  id: string;
  kind: 'USER' | 'BASIC_GROUP' | 'SUPERGROUP' | 'CHANNEL';
  /** `null` for basic groups, which have none. */
  access_hash: string | null;
  username: string | null;
  /** Of a chat. */
  title: string | null;
  participants_count: number | null;
  /** Of a user, like `last_name` and `is_bot`. */
  first_name: string | null;
  last_name: string | null;
  /** 0 or 1. */
  is_bot: number;
  /** Within an hour. */
  seen_at: string;
}

/** A username that Telegram was asked about. A peer can have several. */
interface UsernameRow {
  scope: string;
  /** In lower case. */
  username: string;
  /** Marked id. */
  peer_id: string;
  asked_at: string;
}

/** A request with an idempotency key. */
export interface LedgerRow {
  scope: string;
  caller: string;
  idempotency_key: string;
  method: string;
  fingerprint: string;
  state: 'begun' | 'sending' | 'done';
  /** JSON, like `answer`, which may hold invite links. */
  hint: string | null;
  answer: string | null;
  started_at: string;
  finished_at: string | null;
  /** When it began, as `ObservedTime` counts. */
  minute: number;
  /** The run of the process that has the claim. */
  owner: string;
}

/** A link that was given to the caller it was made for. */
interface ClaimedLinkRow {
  scope: string;
  /** SHA-256 in hexadecimal digits. */
  link_hash: string;
  /** `null`: a request without an idempotency key. */
  claimant: string | null;
  claimed_at: string;
  /** The same by `ObservedTime`. */
  minute: number;
}

/** What a link has become by a change of this gateway. */
interface ChangedLinkRow {
  scope: string;
  /** Not the link itself. */
  name: string;
  /** JSON, without the link. */
  state: string;
  /** When, by `ObservedTime`. */
  minute: number;
}

/** That an account's writes are stopped; no row: they are not. */
interface HoldRow {
  scope: string;
  reason: 'LIMITED' | 'FROZEN';
  /** The number and name that Telegram sent. */
  code: number;
  type: string;
  since: string;
}

/** The run of the process that uses a session. */
interface SessionOwnerRow {
  scope: string;
  boot: string;
  /** The file that it has locked, as `SessionLock.file` names it. */
  lock_file: string;
  /** Counts up for as long as the run lives. */
  beat: number;
}

/** One row, for all accounts. */
interface ObservedTimeRow {
  id: number;
  minutes: number;
}

/** An account that is signed in. */
interface AccountRow {
  workspace: string;
  /** Telegram's user id. */
  id: string;
  /** The operator's. */
  name: string;
  kind: 'USER' | 'BOT';
  /** As `Seal.seal` makes it, for the id. */
  session_sealed: string;
  /** Of the key that has sealed it. */
  key_id: string;
  /** JSON; `null`: the connection leads through none. */
  proxy: string | null;
  created_at: string;
}

/** To which account an idempotency key went. */
interface KeyAccountRow {
  workspace: string;
  caller: string;
  idempotency_key: string;
  /** Telegram's user id. */
  account: string;
  /** When, by `ObservedTime`. */
  minute: number;
}

/** What an account may do in a chat. */
export interface ChatRightRow {
  workspace: string;
  /** Telegram's user id. */
  account: string;
  /** Marked id. */
  chat: string;
  /** OWNER: everything; ADMIN: it may invite; MEMBER: it may not; OUTSIDE: it is not in there. */
  standing: 'OWNER' | 'ADMIN' | 'MEMBER' | 'OUTSIDE';
  seen_at: string;
}

/** Whose a session is, once Telegram has told it. */
interface SessionAccountRow {
  workspace: string;
  /** What `sessionScope` names the session. */
  scope: string;
  /** Telegram's user id. */
  account: string;
}
