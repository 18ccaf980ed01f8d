import type { Invite } from './invites.ts';

/** Somebody who asked to join a chat and waits for an admin. */
export interface JoinRequest {
  readonly userId: bigint;
  /** Unix seconds. */
  readonly date: number;
  /** The requester's bio; empty where they have none. */
  readonly about: string;
  /** The link they came by; `null`: a public chat's username. */
  readonly invite: Invite | null;
}
