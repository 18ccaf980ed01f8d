import { RpcError } from '../rpc-error.ts';
import { now, type World } from '../world.ts';
import type { Invite } from './invites.ts';

/** core.telegram.org/bots/api, member_limit. */
const MAX_USAGE = 99_999;
const MAX_TITLE = 32;

/**
 * What a link may be limited to, when it is made and when it is edited: an expiry in the future, 1 to 99999 uses, and
 * no limit beside approval. Throws EXPIRE_DATE_INVALID or USAGE_LIMIT_INVALID.
 */
export function checkLimits(
  world: World,
  limits: Readonly<Pick<Invite, 'expireDate' | 'usageLimit' | 'requestNeeded'>>,
): void {
  const { expireDate, usageLimit, requestNeeded } = limits;
  if (expireDate !== null && expireDate <= now(world)) throw new RpcError(400, 'EXPIRE_DATE_INVALID');
  if (usageLimit === null) return;
  if (usageLimit < 1 || usageLimit > MAX_USAGE) throw new RpcError(400, 'USAGE_LIMIT_INVALID');
  // Clients refuse approval together with a limit before sending. Assumed: the server names the limit.
  if (requestNeeded) throw new RpcError(400, 'USAGE_LIMIT_INVALID');
}

/** TDLib calls 32 characters a limit of the server and cuts before sending. Assumed: the server cuts too, at code points. */
export function cutTitle(title: string | null): string | null {
  return title ? [...title].slice(0, MAX_TITLE).join('') : null;
}
