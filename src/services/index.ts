/**
 * Telegram's rules in terms of plain models. Knows nothing of GraphQL, and of GramJS only the port and the wire's names.
 */
import { randomBytes } from 'node:crypto';
import { createLogger, type Logger } from '../base/log.ts';
import type { ConnectionStatus, TelegramPort, TelegramUpdates } from '../telegram/port.ts';
import type { AccountHold } from './account/account-hold.ts';
import { type AccountState, accountState } from './account/account-state.ts';
import { type Chats, createChats } from './chats/chats.ts';
import { createPeers, type KeptPeers } from './chats/peers.ts';
import { createSelf, createUsers, type Users } from './chats/users.ts';
import { withDomainErrors } from './errors/rpc-errors.ts';
import { type ChatInvites, createChatInvites } from './invites/chat-invites.ts';
import { createCheckedInvites } from './invites/checked-invites.ts';
import { createLiveEvents, type LiveEvents } from './live/live-events.ts';
import { type ChangedLinks, NO_CHANGED_LINKS } from './once/changed-links.ts';
import { createIdempotency } from './once/idempotency.ts';
import { type ClaimStore, createInviteClaims, NO_CLAIM_STORE } from './once/invite-claims.ts';
import { type Ledger, NO_LEDGER } from './once/ledger.ts';
import { createTelegramTime } from './once/telegram-time.ts';
import { createCursors } from './page/cursor.ts';
import { withAccountHold } from './port/account-hold.ts';
import { doubtingRefusedPeers } from './port/doubting-refused-peers.ts';
import { withFloodGate } from './port/flood-gate.ts';
import { forgettingChangedInvites } from './port/forgetting-changed-invites.ts';
import { withPressure } from './port/pressure.ts';
import { withRetries } from './port/retries.ts';
import { withSharedReads } from './port/shared-reads.ts';

export interface Services {
  /** How the gateway's account stands; asks nothing of Telegram. */
  accountState(): Promise<AccountState>;
  readonly chatInvites: ChatInvites;
  readonly chats: Chats;
  readonly liveEvents: LiveEvents;
  readonly users: Users;
}

export interface ServicesDeps {
  readonly telegram: TelegramPort;
  /** How the connection behind it stands; one that always does by default. */
  readonly connection?: () => ConnectionStatus;
  /** Whether the account's writes are stopped; never by default. */
  readonly hold?: AccountHold;
  /** None by default: live events then come by the timer alone. */
  readonly updates?: TelegramUpdates;
  /** The wall clock: dates that callers read, and rules about dates. */
  readonly clock?: () => Date;
  /** Milliseconds since any moment: waits, and when a request was sent. `performance.now` by default. */
  readonly monotonic?: () => number;
  /** Seals cursors, 32 bytes: those of a process are good in the next one that has the same. Random by default. */
  readonly cursorSecret?: Buffer;
  /** The account's peers as they outlive the process; in memory alone by default. */
  readonly peers?: KeptPeers;
  /** Idempotency keys as they outlive the process; none does by default. */
  readonly ledger?: Ledger;
  /** Which links were given to whom, as it outlives the process; in memory alone by default. */
  readonly claims?: ClaimStore;
  /** What links have become by this gateway's changes, as it outlives the process; nothing is by default. */
  readonly changedLinks?: ChangedLinks;
  /** Silent by default. */
  readonly log?: Pick<Logger, 'error'>;
}

/** The services of one account. Everything they throw on purpose is a `GatewayError`. */
export function createServices({
  telegram,
  connection = () => ({ state: 'UP', since: new Date(0), end: null }),
  hold = { current: async () => null, note: async () => {} },
  updates = { listen: () => () => {} },
  clock = () => new Date(),
  monotonic = () => performance.now(),
  cursorSecret = randomBytes(32),
  peers: kept,
  ledger = NO_LEDGER,
  claims = NO_CLAIM_STORE,
  changedLinks = NO_CHANGED_LINKS,
  log = createLogger({ level: 'silent' }),
}: ServicesDeps): Services {
  const checked = createCheckedInvites(clock);
  // A flood wait is told without a place in the queue, and a call between two tries gives its place back.
  const bounded = withFloodGate(
    withDomainErrors(telegram, clock),
    clock,
    (port) => withRetries(withPressure(port)),
    monotonic,
  );
  // Outside of these: who joins a read takes no place of its own.
  const shared = withSharedReads(bounded);
  // Outside of all: what an operator has to decide takes no place and waits for nothing.
  const asked = forgettingChangedInvites(withAccountHold(shared, hold), checked);
  const self = createSelf(asked);
  const peers = createPeers(asked, self, clock, kept);
  const port = doubtingRefusedPeers(asked, peers);
  const chats = createChats(port, peers);
  const time = createTelegramTime(port, monotonic);
  const users = createUsers(port, peers, self);
  return {
    accountState: () => accountState(connection(), hold),
    chats,
    users,
    // A read that somebody began before an update came may not show what the update is about.
    liveEvents: createLiveEvents({ telegram: bounded, updates, chats, peers, self }),
    chatInvites: createChatInvites({
      telegram: port,
      chats,
      peers,
      self,
      clock,
      time,
      cursors: createCursors(cursorSecret),
      checked,
      users,
      changedLinks,
      log,
      claims: createInviteClaims(claims, { monotonic, log }),
      idempotency: createIdempotency({ ledger, time, clock, log }),
    }),
  };
}
