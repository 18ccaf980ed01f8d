import type { Logger } from '../../base/log.ts';
import type { TelegramPort } from '../../telegram/port.ts';
import type { Chats } from '../chats/chats.ts';
import type { Peers } from '../chats/peers.ts';
import type { Users } from '../chats/users.ts';
import type { ToldRequests } from '../live/told-requests.ts';
import type { User } from '../models.ts';
import type { CertainDeps } from '../once/certain.ts';
import type { ChangedLinks } from '../once/changed-links.ts';
import type { Idempotency } from '../once/idempotency.ts';
import type { InviteClaims } from '../once/invite-claims.ts';
import type { TelegramTime } from '../once/telegram-time.ts';
import type { Cursors } from '../page/cursor.ts';
import type { CheckedInvites } from './checked-invites.ts';

/** What every verb of a link works with. */
export interface ChatInvitesDeps {
  readonly telegram: TelegramPort;
  readonly told: ToldRequests;
  readonly readAnew: CertainDeps['readAnew'];
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
