import { createHmac, createSecretKey } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { World } from '../world.ts';

const MOST_KEPT = 10_000;

/** Access hashes by whom and what they are for. All are derived from one secret, and those looked at lately are kept. */
export function createAccessHashes(secret: Buffer): LRUCache<string, bigint> {
  const key = createSecretKey(secret);
  return new LRUCache({
    max: MOST_KEPT,
    memoMethod: (name) => createHmac('sha256', key).update(name).digest().readBigInt64LE(0) || 1n,
  });
}

/**
 * The number an account must show to address somebody. It belongs to one account and one entity: what one account has
 * seen is of no use to another (core.telegram.org/api/peers). Derived, so the same at every look; never 0, which clients
 * send where they have none.
 */
export function accessHash(world: World, viewerId: bigint, kind: 'user' | 'channel', id: bigint): bigint {
  return world.accessHashes.memo(`${viewerId} ${kind} ${id}`);
}
