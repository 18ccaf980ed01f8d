import type { Member } from './chats.ts';
import type { Invite } from './invites.ts';
import type { JoinRequest } from './join-requests.ts';

/** A QR code's token was accepted on another device. */
export interface LoginTokenAccepted {
  readonly kind: 'loginTokenAccepted';
  /** The authorization key that waits with a QR code on its screen. */
  readonly authKeyId: string;
}

/** Somebody asked to join a chat, or somebody's request was answered or taken back. */
export interface JoinRequestsChanged {
  readonly kind: 'joinRequestsChanged';
  /** Marked. */
  readonly chatId: bigint;
  /** The request that was made; `null` when there are fewer now. */
  readonly made: JoinRequest | null;
}

/** Somebody came into a chat, left it, or stands differently in it. */
export interface MembershipChanged {
  readonly kind: 'membershipChanged';
  /** Marked. */
  readonly chatId: bigint;
  readonly userId: bigint;
  /** Who did it: the user, or the admin who approved or removed them. */
  readonly actorId: bigint;
  /** Unix seconds. */
  readonly date: number;
  /** `null`: was never in the chat. */
  readonly previous: Member | null;
  readonly current: Member;
  /** The link they came by; `null`: none. */
  readonly invite: Invite | null;
}

/** What happened that a client should be told of without asking. The server's side turns it into updates. */
export type WorldEvent = LoginTokenAccepted | JoinRequestsChanged | MembershipChanged;
