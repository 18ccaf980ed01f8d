import type { World } from '../world.ts';

/**
 * The number an account must show to address somebody. It belongs to one account and one entity: what one account has
 * seen is of no use to another (core.telegram.org/api/peers). Derived, so the same at every look; never 0, which clients
 * send where they have none.
 */
export function accessHash(world: World, viewerId: bigint, kind: 'user' | 'channel', id: bigint): bigint {
  return world.accessHashes.memo(`${viewerId} ${kind} ${id}`);
}
