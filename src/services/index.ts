/**
 * Telegram's rules in terms of plain models. Knows nothing of GraphQL, and of GramJS only the port and the wire's names.
 */
import { randomBytes } from 'node:crypto';
import type { TelegramPort, TelegramUpdates } from '../telegram/port.ts';
import { createCheckedInvites } from './chat-invites/checked-invites.ts';
import { type ChatInvites, createChatInvites } from './chat-invites.ts';
import { type Chats, createChats } from './chats.ts';
import { createCursors } from './cursor.ts';
import { doubtingRefusedPeers } from './doubting-refused-peers.ts';
import { forgettingChangedInvites } from './forgetting-changed-invites.ts';
import { createInviteClaims } from './invite-claims.ts';
import { createLiveEvents, type LiveEvents } from './live-events.ts';
import { createPeers, type KeptPeers } from './peers.ts';
import { withFloodGate } from './port/flood-gate.ts';
import { withPressure } from './port/pressure.ts';
import { withRetries } from './port/retries.ts';
import { withDomainErrors } from './rpc-errors.ts';
import { createSelf, createUsers, type Users } from './users.ts';

export interface Services {
  readonly chatInvites: ChatInvites;
  readonly chats: Chats;
  readonly liveEvents: LiveEvents;
  readonly users: Users;
}

export interface ServicesDeps {
  readonly telegram: TelegramPort;
  /** None by default: live events then come by the timer alone. */
  readonly updates?: TelegramUpdates;
  /** The time that rules and waits are measured by. */
  readonly clock?: () => Date;
  /** Seals cursors, 32 bytes: those of a process are good in the next one that has the same. Random by default. */
  readonly cursorSecret?: Buffer;
  /** The account's peers as they outlive the process; in memory alone by default. */
  readonly peers?: KeptPeers;
}

/** The services of one account. Everything they throw on purpose is a `GatewayError`. */
export function createServices({
  telegram,
  updates = { listen: () => () => {} },
  clock = () => new Date(),
  cursorSecret = randomBytes(32),
  peers: kept,
}: ServicesDeps): Services {
  const checked = createCheckedInvites(clock);
  // A flood wait is told without a place in the queue, and a call between two tries gives its place back.
  const bounded = withFloodGate(withDomainErrors(telegram, clock), clock, (port) => withRetries(withPressure(port)));
  const asked = forgettingChangedInvites(bounded, checked);
  const self = createSelf(asked);
  const peers = createPeers(asked, self, clock, kept);
  const port = doubtingRefusedPeers(asked, peers);
  const chats = createChats(port, peers);
  return {
    chats,
    users: createUsers(port, peers, self),
    liveEvents: createLiveEvents({ telegram: port, updates, chats, peers, self }),
    chatInvites: createChatInvites({
      telegram: port,
      chats,
      peers,
      self,
      clock,
      cursors: createCursors(cursorSecret),
      checked,
      claims: createInviteClaims({ claim: async () => true }),
    }),
  };
}
