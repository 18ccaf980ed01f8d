import type { Peers } from '../chats/peers.ts';
import type { Chat, User } from '../models.ts';

/** Something that happened, with what is known of those it names, so that nobody has to be asked for it. */
export interface LiveEvent<Event> {
  readonly event: Event;
  readonly users: readonly User[];
  readonly chats: readonly Chat[];
}

/** The event with the entities behind the marked ids that it names; those that were never seen are left out. */
export function toLiveEvent<Event>(
  event: Event,
  ids: readonly (string | null | undefined)[],
  peers: Peers,
): LiveEvent<Event> {
  const known = ids.flatMap((id) => (id ? (peers.known(id) ?? []) : []));
  return {
    event,
    users: known.flatMap((peer) => (peer.kind === 'USER' ? peer.user : [])),
    chats: known.flatMap((peer) => (peer.kind === 'USER' ? [] : peer.chat)),
  };
}
