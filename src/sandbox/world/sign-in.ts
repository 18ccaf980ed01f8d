import { RpcError } from '../rpc-error.ts';
import { announce, now, type World } from '../world.ts';
import { type User, userOf } from './users.ts';

/** One device on which somebody is signed in. */
export interface Authorization {
  readonly authKeyId: string;
  readonly userId: bigint;
  /** Unix seconds. */
  readonly date: number;
}

export interface SentCode {
  readonly phone: string;
  /** What the client gives back as phone_code_hash. */
  readonly hash: string;
  /** Unix seconds after which the code is no longer taken. */
  readonly expires: number;
}

export interface LoginToken {
  readonly token: Buffer;
  readonly authKeyId: string;
  /** Accounts this client has already, which it does not want offered again. */
  readonly exceptIds: readonly bigint[];
  /** Unix seconds. */
  readonly expires: number;
  /** Who accepted it; `null`: nobody yet. */
  acceptedBy: bigint | null;
}

/** Seconds. Telegram says neither; minutes for a code and half a minute for a QR token are what clients meet. */
const CODE_LIFETIME = 300;
const TOKEN_LIFETIME = 30;

/** Signs an account in on a key without asking for anything. */
export function authorize(world: World, authKeyId: string, userId: bigint): Authorization {
  const authorization = { authKeyId, userId, date: now(world) };
  world.authorizations.set(authKeyId, authorization);
  world.awaitingPassword.delete(authKeyId);
  world.sentCodes.delete(authKeyId);
  world.loginTokens.delete(authKeyId);
  return authorization;
}

/** Signs the key out; what it was half way through is forgotten too. */
export function revokeAuthorization(world: World, authKeyId: string): void {
  world.authorizations.delete(authKeyId);
  world.awaitingPassword.delete(authKeyId);
  world.sentCodes.delete(authKeyId);
  world.loginTokens.delete(authKeyId);
  world.srpChallenges.delete(authKeyId);
}

/** Whatever proved the account, its password is asked for where it has one: 401 SESSION_PASSWORD_NEEDED. */
export function signInOrAskPassword(world: World, authKeyId: string, user: User): User {
  if (user.password !== null) {
    world.sentCodes.delete(authKeyId);
    world.awaitingPassword.set(authKeyId, user.id);
    throw new RpcError(401, 'SESSION_PASSWORD_NEEDED');
  }
  authorize(world, authKeyId, user.id);
  return user;
}

/** "+999 66 200-01" and 9996620001 are one number. */
function normalizePhone(phone: string): string {
  return phone.replace(/\D/g, '');
}

/** Telegram lets an unknown number sign up; the sandbox has no sign-up and says PHONE_NUMBER_UNOCCUPIED. */
export function sendCode(world: World, authKeyId: string, phoneNumber: string): SentCode & { readonly length: number } {
  const phone = normalizePhone(phoneNumber);
  if (phone.length < 5 || phone.length > 15) throw new RpcError(400, 'PHONE_NUMBER_INVALID');
  const user = userByPhone(world, phone);
  if (!user?.code) throw new RpcError(400, 'PHONE_NUMBER_UNOCCUPIED');
  const sent: SentCode = { phone, hash: world.random(9).toString('hex'), expires: now(world) + CODE_LIFETIME };
  world.sentCodes.set(authKeyId, sent);
  return { ...sent, length: user.code.length };
}

/** The code that was sent to this key for this number under this hash; any other is expired, as Telegram calls it. */
export function pendingCode(world: World, authKeyId: string, phoneNumber: string, hash: string): SentCode {
  if (!hash) throw new RpcError(400, 'PHONE_CODE_HASH_EMPTY');
  const sent = world.sentCodes.get(authKeyId);
  const fits = sent?.hash === hash && sent.phone === normalizePhone(phoneNumber) && now(world) < sent.expires;
  if (!sent || !fits) throw new RpcError(400, 'PHONE_CODE_EXPIRED');
  return sent;
}

export function userByPhone(world: World, phone: string): User | null {
  return [...world.users.values()].find((user) => user.phone === phone) ?? null;
}

export function userByBotToken(world: World, token: string): User | null {
  return [...world.users.values()].find((user) => user.botToken !== null && user.botToken === token) ?? null;
}

/** The key's live token, or a fresh one when there is none, it ran out, or other accounts are to be left out. */
export function loginToken(world: World, authKeyId: string, exceptIds: readonly bigint[]): LoginToken {
  const current = world.loginTokens.get(authKeyId);
  const same = current && current.exceptIds.join() === exceptIds.join() && now(world) < current.expires;
  if (current && (same || current.acceptedBy !== null)) return current;
  const expires = now(world) + TOKEN_LIFETIME;
  const token: LoginToken = { token: world.random(32), authKeyId, exceptIds, expires, acceptedBy: null };
  world.loginTokens.set(authKeyId, token);
  return token;
}

/** What scanning the QR code does, on the device that scans. The waiting key is told and asks again. */
export function acceptLoginToken(world: World, userId: bigint, token: Buffer): LoginToken {
  const found = [...world.loginTokens.values()].find((waiting) => waiting.token.equals(token));
  if (!found) throw new RpcError(400, 'AUTH_TOKEN_INVALIDX');
  if (found.acceptedBy !== null) throw new RpcError(400, 'AUTH_TOKEN_ALREADY_ACCEPTED');
  if (now(world) >= found.expires) throw new RpcError(400, 'AUTH_TOKEN_EXPIRED');
  if (found.exceptIds.includes(userId)) throw new RpcError(400, 'AUTH_TOKEN_EXCEPTION');
  found.acceptedBy = userOf(world, userId).id;
  announce(world, { kind: 'loginTokenAccepted', authKeyId: found.authKeyId });
  return found;
}
