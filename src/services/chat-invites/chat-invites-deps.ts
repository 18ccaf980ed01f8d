import type { Logger } from '../../log.ts';
import type { TelegramPort } from '../../telegram/port.ts';
import type { ChangedLinks } from '../changed-links.ts';
import type { Chats } from '../chats.ts';
import type { Cursors } from '../cursor.ts';
import type { Idempotency } from '../idempotency.ts';
import type { InviteClaims } from '../invite-claims.ts';
import type { User } from '../models.ts';
import type { Peers } from '../peers.ts';
import type { TelegramTime } from '../telegram-time.ts';
import type { Users } from '../users.ts';
import type { CheckedInvites } from './checked-invites.ts';

/** What every verb of a link works with. */
export interface ChatInvitesDeps {
  readonly telegram: TelegramPort;
  readonly chats: Chats;
  readonly peers: Peers;
  readonly self: () => Promise<User>;
  readonly clock: () => Date;
  readonly time: TelegramTime;
  readonly cursors: Cursors;
  readonly claims: InviteClaims;
  readonly idempotency: Idempotency;
  readonly checked: CheckedInvites;
  readonly users: Users;
  readonly changedLinks: ChangedLinks;
  readonly log: Pick<Logger, 'error'>;
}

/** Where a mutation's input names the chat. */
export const PEER_PATH = ['input', 'peer'];
