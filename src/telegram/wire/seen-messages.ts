import { errors } from 'telegram';
import type { MTProtoState } from 'telegram/network/MTProtoState.js';
import type { Long } from '../tl.ts';

/** As many as GramJS remembers, which looks for them in a list of strings. */
const REMEMBERED = 500;

const seen = new WeakMap<Long, Set<bigint>>();

/**
 * Throws GramJS's `SecurityError` for a message that this MTProto session has received before
 * (https://core.telegram.org/mtproto/security_guidelines#checking-msg-id). A session is known by the object that GramJS keeps its id in.
 */
export function requireUnseen(state: MTProtoState, msgId: bigint): void {
  const ids = seen.get(state['id']) ?? new Set();
  if (ids.size === 0) seen.set(state['id'], ids);
  if (ids.has(msgId)) throw new errors.SecurityError('a message that came before');
  ids.add(msgId);
  if (ids.size <= REMEMBERED) return;
  for (const oldest of ids) {
    ids.delete(oldest);
    break;
  }
}
