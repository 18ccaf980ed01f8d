/**
 * methods/ answers the calls, one file per namespace of Telegram's: each checks who calls, reads its arguments with
 * input-peer.ts, leaves the decision to the world's functions and shows the outcome through views/.
 */
import type { Call } from '../dispatcher.ts';
import { RpcError } from '../rpc-error.ts';
import { type User, userOf } from '../world/users.ts';
import type { World } from '../world.ts';

/** Who is signed in on the calling key. Throws 401: AUTH_KEY_UNREGISTERED, or SESSION_PASSWORD_NEEDED half way in. */
export function requireAccount(world: World, call: Call): User {
  const authorization = world.authorizations.get(call.authKeyId);
  if (authorization) return userOf(world, authorization.userId);
  throw new RpcError(
    401,
    world.awaitingPassword.has(call.authKeyId) ? 'SESSION_PASSWORD_NEEDED' : 'AUTH_KEY_UNREGISTERED',
  );
}

/** The same for what only people may call: bots get 400 BOT_METHOD_INVALID. */
export function requirePerson(world: World, call: Call): User {
  const account = requireAccount(world, call);
  if (account.isBot) throw new RpcError(400, 'BOT_METHOD_INVALID');
  return account;
}
