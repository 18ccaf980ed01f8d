import { Api } from 'telegram';
import { returnBigInt } from 'telegram/Helpers.js';
import { computeCheck } from 'telegram/Password.js';
import { describe, expect, test } from 'vitest';
import type { WorldEvent } from '../../src/sandbox/world/events.ts';
import { type Invoke, refusalOf, seededWorld } from '../support/seeded-world.ts';

const app = { apiId: 1, apiHash: 'hash' };
const ownerPhone = '9996620001';
const guardedPhone = '9996620003';

const sendCode = (phoneNumber: string, api = app) =>
  new Api.auth.SendCode({ phoneNumber, ...api, settings: new Api.CodeSettings({}) });

async function codeFor(device: Invoke, phoneNumber: string): Promise<string> {
  const sent = await device(sendCode(phoneNumber));
  if (!(sent instanceof Api.auth.SentCode)) throw new Error(sent.className);
  return sent.phoneCodeHash;
}

const signIn = (phoneNumber: string, phoneCodeHash: string, phoneCode: string) =>
  new Api.auth.SignIn({ phoneNumber, phoneCodeHash, phoneCode });

const whoAmI = async (device: Invoke) => {
  const [self] = await device(new Api.users.GetUsers({ id: [new Api.InputUserSelf()] }));
  return self instanceof Api.User ? self.username : null;
};

describe('by code', () => {
  test('a known number and its code sign the device in', async () => {
    const device = seededWorld().device('new');
    const sent = await device(sendCode('+999 66 2-0001'));
    expect(sent).toMatchObject({ type: { className: 'auth.SentCodeTypeApp', length: 5 } });
    const hash = await codeFor(device, ownerPhone);
    const answer = await device(signIn(ownerPhone, hash, '22222'));
    expect(answer).toMatchObject({ user: { self: true, username: 'sandbox_owner' } });
    expect(await whoAmI(device)).toBe('sandbox_owner');
  });

  test('many devices, many accounts: each is its own', async () => {
    const { device, as } = seededWorld();
    for (const [key, phone] of [
      ['one', ownerPhone],
      ['two', ownerPhone],
      ['three', '9996620004'],
    ] as const) {
      await device(key)(signIn(phone, await codeFor(device(key), phone), '22222'));
    }
    expect(await Promise.all(['one', 'two', 'three'].map((key) => whoAmI(device(key))))).toEqual([
      'sandbox_owner',
      'sandbox_owner',
      'sandbox_ada',
    ]);
    await device('one')(new Api.auth.LogOut());
    expect(await refusalOf(whoAmI(device('one')))).toBe('401 AUTH_KEY_UNREGISTERED');
    expect(await whoAmI(device('two'))).toBe('sandbox_owner');
    expect(await whoAmI(as('owner'))).toBe('sandbox_owner');
  });

  test.each([
    ['', '400 PHONE_NUMBER_INVALID'],
    ['12', '400 PHONE_NUMBER_INVALID'],
    ['1'.repeat(16), '400 PHONE_NUMBER_INVALID'],
    ['9996620099', '400 PHONE_NUMBER_UNOCCUPIED'],
  ])('sendCode to %j answers %s', async (phone, refusal) => {
    expect(await refusalOf(seededWorld().device('new')(sendCode(phone)))).toBe(refusal);
  });

  test('without api id or hash: API_ID_INVALID', async () => {
    const device = seededWorld().device('new');
    expect(await refusalOf(device(sendCode(ownerPhone, { ...app, apiId: 0 })))).toBe('400 API_ID_INVALID');
    expect(await refusalOf(device(sendCode(ownerPhone, { ...app, apiHash: '' })))).toBe('400 API_ID_INVALID');
  });

  test('a wrong, an empty and an expired code are told apart', async () => {
    const { device, time } = seededWorld();
    const hash = await codeFor(device('new'), ownerPhone);
    expect(await refusalOf(device('new')(signIn(ownerPhone, hash, '11111')))).toBe('400 PHONE_CODE_INVALID');
    expect(await refusalOf(device('new')(signIn(ownerPhone, hash, '')))).toBe('400 PHONE_CODE_EMPTY');
    expect(await refusalOf(device('new')(signIn(ownerPhone, '', '22222')))).toBe('400 PHONE_CODE_HASH_EMPTY');
    expect(await refusalOf(device('new')(signIn(ownerPhone, 'stale', '22222')))).toBe('400 PHONE_CODE_EXPIRED');
    expect(await refusalOf(device('new')(signIn(guardedPhone, hash, '22222')))).toBe('400 PHONE_CODE_EXPIRED');
    expect(await refusalOf(device('else')(signIn(ownerPhone, hash, '22222')))).toBe('400 PHONE_CODE_EXPIRED');
    time.now += 301_000;
    expect(await refusalOf(device('new')(signIn(ownerPhone, hash, '22222')))).toBe('400 PHONE_CODE_EXPIRED');
  });

  test('resendCode: the code comes by SMS under a new hash', async () => {
    const device = seededWorld().device('new');
    const first = await codeFor(device, ownerPhone);
    const again = await device(new Api.auth.ResendCode({ phoneNumber: ownerPhone, phoneCodeHash: first }));
    if (!(again instanceof Api.auth.SentCode)) throw new Error(again.className);
    expect(again.type).toBeInstanceOf(Api.auth.SentCodeTypeSms);
    expect(await refusalOf(device(signIn(ownerPhone, first, '22222')))).toBe('400 PHONE_CODE_EXPIRED');
    await device(signIn(ownerPhone, again.phoneCodeHash, '22222'));
  });
});

describe('by code and password', () => {
  async function halfWay() {
    const sandbox = seededWorld();
    const device = sandbox.device('new');
    const hash = await codeFor(device, guardedPhone);
    expect(await refusalOf(device(signIn(guardedPhone, hash, '22222')))).toBe('401 SESSION_PASSWORD_NEEDED');
    return { ...sandbox, device };
  }

  test('the account is closed until its password is proven, then open', async () => {
    const { device } = await halfWay();
    expect(await refusalOf(whoAmI(device))).toBe('401 SESSION_PASSWORD_NEEDED');
    const question = await device(new Api.account.GetPassword());
    expect(question).toMatchObject({ hasPassword: true, hint: 'horse' });
    const password = await computeCheck(question, 'correct horse');
    const answer = await device(new Api.auth.CheckPassword({ password }));
    expect(answer).toMatchObject({ user: { username: 'sandbox_guarded' } });
    expect(await whoAmI(device)).toBe('sandbox_guarded');
  });

  test('a wrong password: PASSWORD_HASH_INVALID; another question may be asked', async () => {
    const { device } = await halfWay();
    const wrong = await computeCheck(await device(new Api.account.GetPassword()), 'wrong horse');
    const refused = device(new Api.auth.CheckPassword({ password: wrong }));
    expect(await refusalOf(refused)).toBe('400 PASSWORD_HASH_INVALID');
    const right = await computeCheck(await device(new Api.account.GetPassword()), 'correct horse');
    await device(new Api.auth.CheckPassword({ password: right }));
  });

  test('a question is good once, and an older one not at all: SRP_ID_INVALID', async () => {
    const { device } = await halfWay();
    const stale = await computeCheck(await device(new Api.account.GetPassword()), 'correct horse');
    await device(new Api.account.GetPassword());
    expect(await refusalOf(device(new Api.auth.CheckPassword({ password: stale })))).toBe('400 SRP_ID_INVALID');
  });

  test('an A that would make the key known to everybody: SRP_A_INVALID', async () => {
    const { device } = await halfWay();
    const { srpId } = await device(new Api.account.GetPassword());
    const password = new Api.InputCheckPasswordSRP({
      srpId: srpId ?? returnBigInt(0),
      A: Buffer.alloc(256),
      M1: Buffer.alloc(32),
    });
    expect(await refusalOf(device(new Api.auth.CheckPassword({ password })))).toBe('400 SRP_A_INVALID');
  });

  test('no proof at all: PASSWORD_HASH_INVALID', async () => {
    const { device } = await halfWay();
    const request = new Api.auth.CheckPassword({ password: new Api.InputCheckPasswordEmpty() });
    expect(await refusalOf(device(request))).toBe('400 PASSWORD_HASH_INVALID');
  });

  test('getPassword: an account without one says so', async () => {
    const answer = await seededWorld().as('owner')(new Api.account.GetPassword());
    expect(answer).toMatchObject({ hasPassword: false, currentAlgo: null, hint: null });
  });
});

describe('by bot token', () => {
  const importBot = (botAuthToken: string) => new Api.auth.ImportBotAuthorization({ flags: 0, ...app, botAuthToken });

  test('the token signs the device in as the bot', async () => {
    const { device, world } = seededWorld();
    const token = [...world.users.values()].find((user) => user.isBot)?.botToken ?? '';
    expect(await device('new')(importBot(token))).toMatchObject({ user: { bot: true, self: true } });
    expect(await whoAmI(device('new'))).toBe('sandbox_doorman_bot');
  });

  test.each(['', '1:wrong'])('%j: ACCESS_TOKEN_INVALID', async (token) => {
    expect(await refusalOf(seededWorld().device('new')(importBot(token)))).toBe('400 ACCESS_TOKEN_INVALID');
  });
});

describe('by QR code', () => {
  const exportToken = (exceptIds: Api.auth.ExportLoginToken['exceptIds'] = []) =>
    new Api.auth.ExportLoginToken({ ...app, exceptIds });

  async function tokenFor(device: Invoke, request = exportToken()): Promise<Buffer> {
    const answer = await device(request);
    if (!(answer instanceof Api.auth.LoginToken)) throw new Error(answer.className);
    return answer.token;
  }

  test('another device accepts the token; the waiting one is told and signed in', async () => {
    const { device, as, world, time } = seededWorld();
    const events: WorldEvent[] = [];
    world.listeners.add((event) => events.push(event));
    const waiting = await device('new')(exportToken());
    expect(waiting).toMatchObject({ className: 'auth.LoginToken', expires: time.now / 1000 + 30 });
    const accepted = await as('ada')(new Api.auth.AcceptLoginToken({ token: await tokenFor(device('new')) }));
    expect(accepted).toBeInstanceOf(Api.Authorization);
    expect(events).toEqual([{ kind: 'loginTokenAccepted', authKeyId: 'new' }]);
    const success = await device('new')(exportToken());
    expect(success).toMatchObject({ authorization: { user: { username: 'sandbox_ada' } } });
    expect(await device('new')(exportToken())).toBeInstanceOf(Api.auth.LoginTokenSuccess);
    expect(await whoAmI(device('new'))).toBe('sandbox_ada');
  });

  test('an account with a password is asked for it', async () => {
    const { device, as } = seededWorld();
    await as('guarded')(new Api.auth.AcceptLoginToken({ token: await tokenFor(device('new')) }));
    expect(await refusalOf(device('new')(exportToken()))).toBe('401 SESSION_PASSWORD_NEEDED');
    const password = await computeCheck(await device('new')(new Api.account.GetPassword()), 'correct horse');
    await device('new')(new Api.auth.CheckPassword({ password }));
    expect(await whoAmI(device('new'))).toBe('sandbox_guarded');
  });

  test('tokens run out, are replaced, and are accepted once', async () => {
    const { device, as, time } = seededWorld();
    const accept = (token: Buffer) => as('ada')(new Api.auth.AcceptLoginToken({ token }));
    const first = await tokenFor(device('new'));
    expect(await tokenFor(device('new'))).toEqual(first);
    time.now += 31_000;
    expect(await refusalOf(accept(first))).toBe('400 AUTH_TOKEN_EXPIRED');
    const second = await tokenFor(device('new'));
    expect(await refusalOf(accept(first))).toBe('400 AUTH_TOKEN_INVALIDX');
    await accept(second);
    expect(await refusalOf(accept(second))).toBe('400 AUTH_TOKEN_ALREADY_ACCEPTED');
  });

  test('an account the client has already is not let in twice, bots scan nothing', async () => {
    const { device, as } = seededWorld();
    const token = await tokenFor(device('new'), exportToken([returnBigInt(7_000_000_004n)]));
    expect(await refusalOf(as('ada')(new Api.auth.AcceptLoginToken({ token })))).toBe('400 AUTH_TOKEN_EXCEPTION');
    expect(await refusalOf(as('bot')(new Api.auth.AcceptLoginToken({ token })))).toBe('400 BOT_METHOD_INVALID');
  });
});
