import { RpcError } from '../rpc-error.ts';
import type { World } from '../world.ts';
import { type Chat, isPresent, type Member } from './chats.ts';
import { requireInvite, requireRight } from './invite-rights.ts';
import type { Invite } from './invites.ts';
import type { JoinRequest } from './join-requests.ts';
import { pageLimit } from './page-limit.ts';
import { userOf } from './users.ts';

/** What messages.getChatInviteImporters carries beside its peer. `null`: the field was not sent. */
export interface ImportersParameters {
  readonly requested: boolean;
  readonly subscriptionExpired: boolean;
  readonly link: string | null;
  /** The empty one finds everybody. */
  readonly q: string | null;
  /** The last row of the page before, `userId` being `null` where it named nobody; `null` on the first page. */
  readonly after: { readonly date: number; readonly userId: bigint | null } | null;
  readonly limit: number;
}

/** One who came by a link, left it for want of payment, or waits. */
export interface Importer {
  readonly userId: bigint;
  /** When they came in, or asked to. Unix seconds. */
  readonly date: number;
  readonly requested: boolean;
  /** Of who waits; empty in the other lists. */
  readonly about: string;
  readonly approvedBy: bigint | null;
}

export interface ImporterList {
  /** People in the whole list. */
  readonly count: number;
  readonly page: readonly Importer[];
}

/**
 * One page of who came by a link, or of who waits, newest first and of one second the higher id first: a row's date
 * and user alone tell what comes behind it, whatever has become of that row and whoever came since. Throws
 * SEARCH_WITH_LINK_NOT_SUPPORTED for `q` beside a link, and INVITE_HASH_EXPIRED where neither a link is named nor
 * `requested` set.
 */
export function listImporters(world: World, chat: Chat, callerId: bigint, asked: ImportersParameters): ImporterList {
  requireRight(chat, callerId);
  if (asked.link !== null && asked.q) throw new RpcError(400, 'SEARCH_WITH_LINK_NOT_SUPPORTED');
  const invite = asked.link === null ? null : requireInvite(world, chat, callerId, asked.link);
  const all = importers(world, chat, invite, asked).sort(newestFirst);
  return { count: all.length, page: all.filter((row) => isBehind(row, asked.after)).slice(0, pageLimit(asked.limit)) };
}

/** Assumed: `requested` wins over `subscription_expired`; nobody is in the list of joiners who has left since. */
function importers(world: World, chat: Chat, invite: Invite | null, asked: ImportersParameters): Importer[] {
  if (asked.requested) {
    const waiting = chat.pendingRequests.filter((request) => !invite || request.invite === invite);
    return waiting.filter(({ userId }) => isNamed(world, userId, asked.q ?? '')).map(fromRequest);
  }
  if (!invite) throw new RpcError(400, 'INVITE_HASH_EXPIRED');
  const isListed = asked.subscriptionExpired
    ? (member: Member) => member.subscriptionExpired
    : (member: Member) => isPresent(chat, member.userId);
  const came = [...chat.members.values()].filter((member) => member.invite === invite && isListed(member));
  return came.map(fromMember);
}

/** Names and usernames are searched without case, anywhere within. */
function isNamed(world: World, userId: bigint, q: string): boolean {
  const { firstName, lastName, username } = userOf(world, userId);
  const written = [firstName, lastName, username && `@${username}`].filter(Boolean).join(' ');
  return written.toLowerCase().includes(q.trim().toLowerCase());
}

function fromRequest({ userId, date, about }: JoinRequest): Importer {
  return { userId, date, requested: true, about, approvedBy: null };
}

function fromMember({ userId, since, approvedBy }: Member): Importer {
  return { userId, date: since, requested: false, about: '', approvedBy };
}

function newestFirst(left: Importer, right: Importer): number {
  return right.date - left.date || (left.userId < right.userId ? 1 : -1);
}

function isBehind({ date, userId }: Importer, after: ImportersParameters['after']): boolean {
  if (!after || date < after.date) return true;
  return date === after.date && after.userId !== null && userId < after.userId;
}
