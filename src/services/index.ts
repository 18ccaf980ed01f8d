/**
 * Telegram's rules in terms of plain models. Knows nothing of GraphQL, and of GramJS only the port and the wire's names.
 */
import type { Logger } from '../base/log.ts';
import type { ConnectionStatus, TelegramPort, TelegramUpdates } from '../telegram/port.ts';
import type { AccountHold } from './account/account-hold.ts';
import { type AccountState, accountState } from './account/account-state.ts';
import { type Chats, createChats } from './chats/chats.ts';
import { type ChatPage, listChats } from './chats/list-chats.ts';
import { createPeers, type KeptPeers, type Peers } from './chats/peers.ts';
import { createUsers, type Users } from './chats/users.ts';
import { type ChatInvites, createChatInvites } from './invites/chat-invites.ts';
import { createCheckedInvites } from './invites/checked-invites.ts';
import { createLiveEvents, type LiveEvents } from './live/live-events.ts';
import type { ToldRequests } from './live/told-requests.ts';
import type { User } from './models.ts';
import type { ChangedLinks } from './once/changed-links.ts';
import { createIdempotency } from './once/idempotency.ts';
import { type ClaimStore, createInviteClaims } from './once/invite-claims.ts';
import { claimantOf, type Ledger, type LedgerKey } from './once/ledger.ts';
import { createTelegramTime } from './once/telegram-time.ts';
import { createCursors } from './page/cursor.ts';
import type { PageRequest } from './page/page.ts';
import { createPortStack } from './port/stack.ts';
import { type AccountFacts, createAccountFacts, createLinkCreators, seeAnswer } from './routing/account-facts.ts';
import { createRights, type KeptRights } from './routing/rights.ts';

export interface Services {
  /** How the account stands; asks nothing of Telegram. */
  accountState(): Promise<AccountState>;
  readonly chatInvites: ChatInvites;
  readonly chats: Pick<Chats, 'idOf' | 'load'> & {
    /** A page of the chats in which the account may make links, with so many calls at the most. */
    list(query: PageRequest, mostCalls?: number): Promise<ChatPage>;
  };
  readonly liveEvents: LiveEvents;
  readonly users: Users;
  /** What a choice between accounts goes by. */
  readonly facts: AccountFacts;
  /** To be awaited before the first request where an earlier process was cut off: `TelegramTime.leaveBehind`. */
  leaveBehind(since: number): Promise<void>;
  /** Writes down what waits to be written. To be called when no call is under way any more. */
  close(): Promise<void>;
}

/** One account: its connection, what it has kept, and the machine's clocks. */
export interface ServicesDeps {
  readonly telegram: TelegramPort;
  /** The account's own entity; costs nothing once it is known. */
  readonly self: () => Promise<User>;
  /** How the connection behind it stands. */
  readonly connection: () => ConnectionStatus;
  /** Whether the account's writes are stopped. */
  readonly hold: AccountHold;
  readonly updates: TelegramUpdates;
  /** Shared by the accounts of the gateway. */
  readonly told: ToldRequests;
  /** The wall clock: dates that callers read, and rules about dates. */
  readonly clock: () => Date;
  /** Milliseconds since any moment: waits, and when a request was sent. */
  readonly monotonic: () => number;
  /** Seals cursors, 32 bytes: those of a process are good in the next one that has the same. */
  readonly cursorSecret: Buffer;
  /** The account's peers as they outlive the process. */
  readonly peers: KeptPeers;
  /** What the account may do in its chats, as it outlives the process. */
  readonly rights: KeptRights;
  /** Idempotency keys as they outlive the process. */
  readonly ledger: Ledger;
  /** Requests that earlier processes have sent and whose end the ledger does not have. */
  readonly openRequests: readonly LedgerKey[];
  /** Which links were given to whom, as it outlives the process. */
  readonly claims: ClaimStore;
  /** What links have become by this gateway's changes, as it outlives the process. */
  readonly changedLinks: ChangedLinks;
  /** Aborted when the account is closed while others go on; its reason is a `GatewayError`. */
  readonly over: AbortSignal;
  readonly log: Pick<Logger, 'error'>;
}

/** The services of one account. Everything they throw on purpose is a `GatewayError`. */
export function createServices(deps: ServicesDeps): Services {
  const { telegram, self, connection, hold, updates, told, clock, monotonic, log, ledger, changedLinks } = deps;
  const checked = createCheckedInvites(clock);
  const rights = createRights(deps.rights, clock);
  const creators = createLinkCreators();
  const { port, feedPort, readAnew, stopOf } = createPortStack({
    telegram,
    connection,
    hold,
    checked,
    doubt: (id) => peers.doubt(id),
    seen: (answer) => seeAnswer(answer, rights, creators),
    clock,
    monotonic,
  });
  const peers: Peers = createPeers(port, self, clock, deps.peers);
  const chats = createChats(port, peers);
  const cursors = createCursors(deps.cursorSecret);
  const time = createTelegramTime(port, monotonic);
  const users = createUsers(port, peers, self);
  const claims = createInviteClaims(deps.claims, { open: deps.openRequests.map(claimantOf), monotonic, log });
  updates.listen({ onUpdate: told.note, onGap: () => {} });
  return {
    accountState: () => accountState(connection(), hold),
    chats: {
      ...chats,
      list: (query, mostCalls) => listChats({ telegram: port, peers, self, cursors }, query, mostCalls),
    },
    users,
    facts: createAccountFacts({ telegram: port, connection, hold, stopOf, peers, rights, creators }),
    liveEvents: createLiveEvents({ telegram: feedPort, updates, told, chats, peers, self, over: deps.over }),
    chatInvites: createChatInvites({
      telegram: port,
      told,
      readAnew,
      chats,
      peers,
      self,
      clock,
      time,
      cursors,
      checked,
      users,
      changedLinks,
      log,
      claims,
      idempotency: createIdempotency({ ledger, claims, self, time, clock, log }),
    }),
    leaveBehind: time.leaveBehind,
    close: claims.flush,
  };
}
