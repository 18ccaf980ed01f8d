import { Api } from 'telegram';
import type { Call, Dispatcher } from '../dispatcher.ts';
import { RpcError } from '../rpc-error.ts';
import { fromLong, toLong } from '../views/long.ts';
import { viewUser } from '../views/view-user.ts';
import * as signIn from '../world/sign-in.ts';
import { checkSrp, isGoodA } from '../world/srp.ts';
import { type User, userOf } from '../world/users.ts';
import { now, type World } from '../world.ts';
import { userBehindPassword } from './account.ts';
import { requireAccount, requirePerson } from './caller.ts';

export function registerAuth(dispatcher: Dispatcher, world: World): void {
  registerCodes(dispatcher, world);
  registerQr(dispatcher, world);

  dispatcher.register(Api.auth.CheckPassword, ({ password }, call) => {
    const user = userBehindPassword(world, call);
    if (!(password instanceof Api.InputCheckPasswordSRP)) throw new RpcError(400, 'PASSWORD_HASH_INVALID');
    const challenge = world.srpChallenges.get(call.authKeyId);
    if (challenge?.srpId !== fromLong(password.srpId)) throw new RpcError(400, 'SRP_ID_INVALID');
    world.srpChallenges.delete(call.authKeyId);
    if (!isGoodA(password.A)) throw new RpcError(400, 'SRP_A_INVALID');
    if (!checkSrp(challenge, password.A, password.M1)) throw new RpcError(400, 'PASSWORD_HASH_INVALID');
    signIn.authorize(world, call.authKeyId, user.id);
    return authorization(world, user);
  });

  dispatcher.register(Api.auth.ImportBotAuthorization, (request, call) => {
    checkApi(request);
    const bot = signIn.userByBotToken(world, request.botAuthToken);
    if (!bot) throw new RpcError(400, 'ACCESS_TOKEN_INVALID');
    return authorization(world, signIn.signInOrAskPassword(world, call.authKeyId, bot));
  });

  dispatcher.register(Api.auth.LogOut, (_request, call) => {
    requireAccount(world, call);
    signIn.revokeAuthorization(world, call.authKeyId);
    return new Api.auth.LoggedOut({});
  });
}

function registerCodes(dispatcher: Dispatcher, world: World): void {
  dispatcher.register(Api.auth.SendCode, (request, call) => {
    checkApi(request);
    const sent = signIn.sendCode(world, call.authKeyId, request.phoneNumber);
    const type = new Api.auth.SentCodeTypeApp({ length: sent.length });
    return new Api.auth.SentCode({ type, phoneCodeHash: sent.hash, nextType: new Api.auth.CodeTypeSms() });
  });

  /** Says that the same code went out by SMS, which is what clients ask it for. */
  dispatcher.register(Api.auth.ResendCode, (request, call) => {
    const { phone } = signIn.pendingCode(world, call.authKeyId, request.phoneNumber, request.phoneCodeHash);
    const sent = signIn.sendCode(world, call.authKeyId, phone);
    const type = new Api.auth.SentCodeTypeSms({ length: sent.length });
    return new Api.auth.SentCode({ type, phoneCodeHash: sent.hash });
  });

  dispatcher.register(Api.auth.SignIn, (request, call) => {
    if (!request.phoneCode) throw new RpcError(400, 'PHONE_CODE_EMPTY');
    const sent = signIn.pendingCode(world, call.authKeyId, request.phoneNumber, request.phoneCodeHash);
    const user = signIn.userByPhone(world, sent.phone);
    if (!user || user.code !== request.phoneCode) throw new RpcError(400, 'PHONE_CODE_INVALID');
    return authorization(world, signIn.signInOrAskPassword(world, call.authKeyId, user));
  });
}

/** core.telegram.org/api/qr-login: asked again after the token was accepted, the first method answers the account. */
function registerQr(dispatcher: Dispatcher, world: World): void {
  dispatcher.register(Api.auth.ExportLoginToken, (request, call) => {
    checkApi(request);
    const user = signedIn(world, call);
    if (user) return new Api.auth.LoginTokenSuccess({ authorization: authorization(world, user) });
    const waiting = signIn.loginToken(world, call.authKeyId, request.exceptIds.map(fromLong));
    if (waiting.acceptedBy === null) return new Api.auth.LoginToken({ token: waiting.token, expires: waiting.expires });
    const scanned = signIn.signInOrAskPassword(world, call.authKeyId, userOf(world, waiting.acceptedBy));
    return new Api.auth.LoginTokenSuccess({ authorization: authorization(world, scanned) });
  });

  dispatcher.register(Api.auth.AcceptLoginToken, (request, call) => {
    const account = requirePerson(world, call);
    signIn.acceptLoginToken(world, account.id, request.token);
    return device(world);
  });
}

function signedIn(world: World, call: Call): User | null {
  const found = world.authorizations.get(call.authKeyId);
  return found ? userOf(world, found.userId) : null;
}

/** Any application is welcome that names itself. */
function checkApi({ apiId, apiHash }: { apiId: number; apiHash: string }): void {
  if (!apiId || !apiHash) throw new RpcError(400, 'API_ID_INVALID');
}

function authorization(world: World, user: User): Api.auth.Authorization {
  return new Api.auth.Authorization({ user: viewUser(world, user.id, user) });
}

/** The device just let in, as far as the sandbox asks devices about themselves: not at all. */
function device(world: World): Api.Authorization {
  const date = now(world);
  return new Api.Authorization({
    hash: toLong(world.random(8).readBigInt64LE(0)),
    deviceModel: 'unknown',
    platform: 'unknown',
    systemVersion: '',
    apiId: 0,
    appName: 'unknown',
    appVersion: '',
    dateCreated: date,
    dateActive: date,
    ip: '127.0.0.1',
    country: '',
    region: '',
  });
}
