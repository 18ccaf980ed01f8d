import { Api } from 'telegram';
import { expect, test } from 'vitest';
import { createLogger } from '../../src/base/log.ts';
import { RpcError } from '../../src/sandbox/rpc-error.ts';
import { GatewayError } from '../../src/services/errors/errors.ts';
import { createSignIns } from '../../src/services/sign-in/sign-ins.ts';
import { trustServerKey } from '../../src/telegram/gramjs/server-key.ts';
import { signIn } from '../../src/telegram/sign-in/sign-in.ts';
import { toLong } from '../../src/telegram/tl.ts';
import { createMemoryKeeper } from '../support/memory-keeper.ts';
import { startDataCentre } from '../support/start-data-centre.ts';

const NOWHERE = { host: '127.0.0.1', port: 1 };
const PHONE = { way: 'phone', name: 'support', phoneNumber: '+9996620004' } as const;
const log = createLogger({ level: 'silent' });

/** Sign-ins at a server that is no sandbox: it says what a test wants. */
function signInsAt(server: { readonly host: string; readonly port: number; readonly publicKey: string }) {
  trustServerKey(server.publicKey);
  const keeper = createMemoryKeeper();
  const application = { apiId: 12345, apiHash: 'hash', serverPublicKey: server.publicKey, log };
  const signIns = createSignIns({
    signIn: (options) => signIn({ ...application, ...options, server: { ...server, dc: 2 } }),
    signOut: async () => {},
    keeper,
    clock: () => new Date(),
    log,
  });
  return { ...signIns, keeper };
}

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof GatewayError ? `${error.code}: ${error.message}` : String(error)),
  );

function sent(type: Api.auth.TypeSentCodeType, timeout?: number): Api.auth.SentCode {
  const next = timeout === undefined ? {} : { timeout, nextType: new Api.auth.CodeTypeCall() };
  return new Api.auth.SentCode({ type, phoneCodeHash: 'hash', ...next });
}

test.each([
  [new Api.auth.SentCodeTypeSms({ length: 5 }), { delivery: 'SMS', length: 5, hint: null }],
  [new Api.auth.SentCodeTypeCall({ length: 6 }), { delivery: 'CALL', length: 6, hint: null }],
  [
    new Api.auth.SentCodeTypeMissedCall({ prefix: '447', length: 4 }),
    { delivery: 'MISSED_CALL', length: 4, hint: '447' },
  ],
  [
    new Api.auth.SentCodeTypeFragmentSms({ url: 'https://fragment.com/x', length: 5 }),
    { delivery: 'FRAGMENT', length: 5, hint: 'https://fragment.com/x' },
  ],
  [new Api.auth.SentCodeTypeSmsWord({ beginning: 'a' }), { delivery: 'SMS_WORDS', length: null, hint: 'a' }],
])('how a code was sent: $className', async (type, expected) => {
  await using server = await startDataCentre(NOWHERE, (dispatcher) => {
    dispatcher.register(Api.auth.SendCode, () => sent(type, 60));
  });
  const signIns = signInsAt(server);
  const { step } = await signIns.begin(PHONE);
  expect(step).toMatchObject({ kind: 'ENTER_CODE', ...expected });
  const left = step.kind === 'ENTER_CODE' ? Number(step.canResendAt) - Date.now() : 0;
  expect(left).toBeGreaterThan(50_000);
  await signIns.close();
});

test('words are given as they are, digits without their groups', async () => {
  const given: string[] = [];
  let type: Api.auth.TypeSentCodeType = new Api.auth.SentCodeTypeSmsPhrase({});
  await using server = await startDataCentre(NOWHERE, (dispatcher) => {
    dispatcher.register(Api.auth.SendCode, () => sent(type));
    dispatcher.register(Api.auth.SignIn, ({ phoneCode }) => {
      given.push(phoneCode ?? '');
      const user = new Api.User({ id: toLong(BigInt(given.length)), firstName: 'Ada', self: true });
      return new Api.auth.Authorization({ user });
    });
  });
  const signIns = signInsAt(server);
  const words = await signIns.begin(PHONE);
  expect((await signIns.submitCode(words.id, ' two red-ish words ')).step.kind).toBe('DONE');
  type = new Api.auth.SentCodeTypeApp({ length: 5 });
  const digits = await signIns.begin({ ...PHONE, name: 'other' });
  expect((await signIns.submitCode(digits.id, ' 222-2 2')).step.kind).toBe('DONE');
  expect(given).toEqual(['two red-ish words', '22222']);
});

test.each([
  [
    new Api.auth.SentCodeTypeEmailCode({ emailPattern: 'a***@example.org', length: 6 }),
    "SIGN_IN_UNSUPPORTED: Telegram sends this account's codes by e-mail (a***@example.org). Sign in by QR code.",
  ],
  [
    new Api.auth.SentCodeTypeSetUpEmailRequired({}),
    'SIGN_IN_UNSUPPORTED: Telegram wants an e-mail address for this account first. Add it in a Telegram app.',
  ],
  [
    new Api.auth.SentCodeTypeFirebaseSms({ length: 5 }),
    'SIGN_IN_UNSUPPORTED: Telegram offers only ways of sending a code that need its own app. Sign in by QR code.',
  ],
])('a code that the gateway cannot take: $className', async (type, refusal) => {
  await using server = await startDataCentre(NOWHERE, (dispatcher) => {
    dispatcher.register(Api.auth.SendCode, () => sent(type));
  });
  expect(await refusalOf(signInsAt(server).begin(PHONE))).toBe(refusal);
});

test('a number without an account is found out by its code: no sign-up is offered', async () => {
  await using server = await startDataCentre(NOWHERE, (dispatcher) => {
    dispatcher.register(Api.auth.SendCode, () => sent(new Api.auth.SentCodeTypeSms({ length: 5 })));
    dispatcher.register(Api.auth.SignIn, () => new Api.auth.AuthorizationSignUpRequired({}));
  });
  const signIns = signInsAt(server);
  const { id } = await signIns.begin(PHONE);
  expect(await refusalOf(signIns.submitCode(id, '22222'))).toMatch(/^PHONE_NUMBER_UNOCCUPIED: No account/);
  expect(signIns.keeper.accounts).toEqual([]);
});

test('Telegram has trouble of its own', async () => {
  await using server = await startDataCentre(NOWHERE, (dispatcher) => {
    dispatcher.register(Api.auth.SendCode, () => {
      throw new RpcError(500, 'RPC_CALL_FAIL');
    });
  });
  expect(await refusalOf(signInsAt(server).begin(PHONE))).toMatch(/^TELEGRAM_UNAVAILABLE: Telegram has trouble/);
}, 30_000);
