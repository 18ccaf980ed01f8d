import { createHmac } from 'node:crypto';
import type { World } from '../world.ts';

/**
 * The number an account must show to address somebody. It belongs to one account and one entity: what one account has
 * seen is of no use to another (core.telegram.org/api/peers). Derived, so the same at every look; never 0, which clients
 * send where they have none.
 */
export function accessHash(world: World, viewerId: bigint, kind: 'user' | 'channel', id: bigint): bigint {
  const name = `${viewerId} ${kind} ${id}`;
  const known = world.accessHashes.get(name);
  if (known !== undefined) return known;
  const digest = createHmac('sha256', world.secret).update(name).digest();
  const derived = digest.readBigInt64LE(0) || 1n;
  world.accessHashes.set(name, derived);
  return derived;
}
