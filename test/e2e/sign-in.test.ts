import { Api } from 'telegram';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SandboxOptions } from '../../src/sandbox/sandbox.ts';
import { openSeal } from '../../src/store/seal.ts';
import { openAccounts } from '../../src/store/store.ts';
import { trustServerKey } from '../../src/telegram/gramjs/server-key.ts';
import { signInRefusals } from '../../src/telegram/sign-in-refusals.ts';
import { makeDataDir } from '../support/data-dir.ts';
import { startTestGateway, type TestGateway } from '../support/start-gateway.ts';
import { account, connectGramjs, startSandbox } from '../support/start-sandbox.ts';
import { type SubscriptionClient, subscribeSse } from '../support/subscribe-sse.ts';

const STEP = `__typename id name step {
  kind
  ... on SignInScanQr { link qrCode expiresAt }
  ... on SignInEnterCode { delivery length codeHint: hint canResendAt }
  ... on SignInEnterPassword { hint }
  ... on SignInDone { user { peer username isBot } }
  ... on SignInFailed { error { ... on Error { __typename code message } } }
}`;
const FAILURE =
  '... on Error { __typename code message } ... on FieldError { path } ... on FloodWaitError { retryAfterSeconds }';

const KEYS = { ann: 'the-key-of-ann', bob: 'the-key-of-bob' };
const as = (caller: keyof typeof KEYS) => ({ authorization: `Bearer ${KEYS[caller]}` });
const env = { GATEWAY_API_KEYS: Object.values(KEYS).join(), LOG_LEVEL: 'trace' };

/** A gateway that trusts its sandbox's key, as a sign-in makes a new one with it. */
async function start(options: SandboxOptions = {}, more: Readonly<Record<string, string>> = {}): Promise<TestGateway> {
  const sandbox = await startSandbox(options);
  trustServerKey(sandbox.publicKey);
  return startTestGateway({ env: { ...env, ...more }, sandbox });
}

/** The accounts that have come in, beside the one that was there. */
async function signedIn(gateway: TestGateway) {
  const { data } = await gateway.query('{ accounts { name kind user { peer } state { status } } }', {}, as('ann'));
  const { accounts = [] }: { accounts?: readonly { readonly name: string }[] } = data ?? {};
  return accounts.filter(({ name }) => name !== 'default');
}

interface Answered {
  readonly __typename: string;
  readonly id: string;
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly retryAfterSeconds: number;
  readonly step: Readonly<Record<string, unknown>>;
}

/** A change of a sign-in, as one of the callers. */
async function change(
  gateway: TestGateway,
  name: string,
  input: object,
  caller: keyof typeof KEYS = 'ann',
  headers: Readonly<Record<string, string>> = {},
) {
  const type = `${name.replace(/^./, (letter) => letter.toUpperCase())}Input`;
  const document = `mutation ($input: ${type}!) { result: ${name}(input: $input) { ... on SignIn { ${STEP} } ${FAILURE} } }`;
  const answer = await gateway.query(document, { input }, { ...as(caller), ...headers });
  expect(answer.errors).toBeUndefined();
  const { result }: Record<string, unknown> = answer.data ?? {};
  return result as Answered; // JSON is untyped; the document says what it is
}

const watch = (gateway: TestGateway, id: string, caller: keyof typeof KEYS = 'ann') =>
  subscribeSse(gateway.app.url, `subscription ($id: ID!) { signIn(id: $id) { ${STEP} } }`, { id }, as(caller));

async function nextStep(steps: SubscriptionClient): Promise<Record<string, unknown>> {
  const { value } = await steps.next();
  const { signIn } = value?.data ?? {};
  if (typeof signIn !== 'object' || signIn === null || !('step' in signIn)) throw new Error(JSON.stringify(value));
  return signIn.step as Record<string, unknown>; // the same
}

/** What the app does that scans: GramJS as it comes from npm, signed in already. */
async function scan(gateway: TestGateway, name: string, link: unknown): Promise<void> {
  await using phone = await connectGramjs(gateway.sandbox, account(gateway.sandbox, name).session);
  const token = Buffer.from(/^tg:\/\/login\?token=([\w-]+)$/.exec(String(link))?.[1] ?? '', 'base64url');
  await phone.client.invoke(new Api.auth.AcceptLoginToken({ token }));
}

const phoneOf = (gateway: TestGateway, name: string) => account(gateway.sandbox, name).phone ?? '';
const begin = (gateway: TestGateway, phone: string, name = 'support') =>
  change(gateway, 'beginSignIn', { phone: { name, phoneNumber: phone } });

describe('each way, through GraphQL alone', () => {
  test('QR: a code is replaced when it runs out; scanned, the account is in and its session works', async () => {
    // The world runs 29 s behind, so that its tokens seem to end at once and are asked for again after the shortest wait.
    let shift = -29_000;
    await using gateway = await start({ clock: () => Date.now() + shift });
    const { id, step } = await change(gateway, 'beginSignIn', { qr: { name: 'support' } });
    expect(step).toMatchObject({ kind: 'SCAN_QR', link: expect.stringMatching(/^tg:\/\/login\?token=/) });
    expect(step['qrCode']).toMatch(/^data:image\/svg\+xml;base64,/);
    await using steps = await watch(gateway, id);
    expect(await nextStep(steps)).toEqual(step);
    shift += 31_000;
    const second = await nextStep(steps);
    expect(second['kind']).toBe('SCAN_QR');
    expect(second['link']).not.toBe(step['link']);
    await scan(gateway, 'ada', second['link']);
    expect(await nextStep(steps)).toEqual({
      kind: 'DONE',
      user: { peer: '7000000004', username: 'sandbox_ada', isBot: false },
    });
    expect((await steps.next()).done).toBe(true);

    expect(await signedIn(gateway)).toEqual([
      { name: 'support', kind: 'USER', user: { peer: '7000000004' }, state: { status: 'READY' } },
    ]);
    // It acts at once.
    const { data } = await gateway.query(
      '{ chat(peer: "sandbox_community", account: "support") { title } }',
      {},
      as('ann'),
    );
    expect(data).toMatchObject({ chat: { title: expect.any(String) } });
  });

  test('QR of an account with a password: asks for it as well', async () => {
    await using gateway = await start();
    const { id, step } = await change(gateway, 'beginSignIn', { qr: { name: 'support' } });
    await using steps = await watch(gateway, id);
    await nextStep(steps);
    await scan(gateway, 'guarded', step['link']);
    expect(await nextStep(steps)).toEqual({ kind: 'ENTER_PASSWORD', hint: 'horse' });
    const done = await change(gateway, 'submitSignInPassword', { id, password: 'correct horse' });
    expect(done.step).toMatchObject({ kind: 'DONE', user: { username: 'sandbox_guarded' } });
  });

  test('phone, code sent again, code and password: what is wrong is told, and asked for again', async () => {
    await using gateway = await start();
    const { id, step } = await begin(gateway, `+${phoneOf(gateway, 'guarded')}`);
    expect(step).toMatchObject({ kind: 'ENTER_CODE', delivery: 'APP', length: 5, codeHint: null });
    expect(Date.parse(String(step['canResendAt']))).toBeLessThanOrEqual(Date.now());
    await using steps = await watch(gateway, id);

    const again = await change(gateway, 'resendSignInCode', { id });
    expect(again.step).toMatchObject({ kind: 'ENTER_CODE', delivery: 'SMS', canResendAt: null });
    expect(await change(gateway, 'resendSignInCode', { id })).toMatchObject({
      __typename: 'SendCodeUnavailableError',
      code: 'SEND_CODE_UNAVAILABLE',
    });
    expect(await change(gateway, 'submitSignInPassword', { id, password: 'correct horse' })).toMatchObject({
      __typename: 'SignInStepError',
      message: 'The sign-in stands at ENTER_CODE and takes no password now.',
    });
    expect(await change(gateway, 'submitSignInCode', { id, code: '11111' })).toMatchObject({
      __typename: 'PhoneCodeInvalidError',
      path: ['input', 'code'],
    });
    const password = await change(gateway, 'submitSignInCode', { id, code: '222-22' });
    expect(password.step).toEqual({ kind: 'ENTER_PASSWORD', hint: 'horse' });
    expect(await change(gateway, 'submitSignInPassword', { id, password: 'wrong horse' })).toMatchObject({
      __typename: 'PasswordHashInvalidError',
      path: ['input', 'password'],
    });
    const done = await change(gateway, 'submitSignInPassword', { id, password: 'correct horse' });
    expect(done.step).toMatchObject({ kind: 'DONE', user: { peer: '7000000003', username: 'sandbox_guarded' } });
    expect(await signedIn(gateway)).toMatchObject([{ name: 'support', kind: 'USER', user: { peer: '7000000003' } }]);

    const seen = [];
    for await (const { data } of steps) seen.push(data?.['signIn']);
    expect(seen.at(-1)).toMatchObject({ step: { kind: 'DONE' } });
    expect(await change(gateway, 'submitSignInCode', { id, code: '22222' })).toMatchObject({
      __typename: 'SignInStepError',
      message: 'The sign-in has ended: it is DONE.',
    });
  });

  test('bot token: the bot is in at once', async () => {
    await using gateway = await start();
    const { botToken: token } = account(gateway.sandbox, 'bot');
    const done = await change(gateway, 'beginSignIn', { bot: { name: 'doorman', token } });
    expect(done.step).toEqual({
      kind: 'DONE',
      user: { peer: '7000000002', username: 'sandbox_doorman_bot', isBot: true },
    });
    expect(await signedIn(gateway)).toMatchObject([{ name: 'doorman', kind: 'BOT' }]);
  });
});

describe('refusals', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await start();
  });
  afterAll(() => gateway[Symbol.asyncDispose]());

  const typeOf = (name: string) =>
    `${name.toLowerCase().replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}Error`;
  const refuse = (method: string, type: string, code = 400) =>
    gateway.sandbox.faults.add({ method, fault: { kind: 'rpcError', code, type }, times: null });
  const numbers = (group: Readonly<Record<string, { readonly code: number }>>) =>
    Object.entries(group).map(([name, { code }]) => [name, code] as const);

  test.each(numbers({ ...signInRefusals.number, ...signInRefusals.sending }))(
    'a code that is not sent: %s',
    async (name, code) => {
      const rule = refuse('auth.sendCode', name, code);
      const answer = await begin(gateway, '9996620004');
      rule.remove();
      expect(answer).toMatchObject({ __typename: typeOf(name), code: name });
      expect(answer.path).toEqual(name in signInRefusals.number ? ['input', 'phone', 'phoneNumber'] : undefined);
    },
  );

  test.each(numbers(signInRefusals.bot))('a bot: %s', async (name, code) => {
    const rule = refuse('auth.importBotAuthorization', name, code);
    const answer = await change(gateway, 'beginSignIn', { bot: { name: 'support', token: '1:x' } });
    rule.remove();
    expect(answer).toMatchObject({ __typename: typeOf(name), code: name, path: ['input', 'bot', 'token'] });
  });

  test.each(numbers(signInRefusals.qr))('a QR code: %s', async (name, code) => {
    const rule = refuse('auth.exportLoginToken', name, code);
    const answer = await change(gateway, 'beginSignIn', { qr: { name: 'support' } });
    rule.remove();
    expect(answer).toMatchObject({ __typename: typeOf(name), code: name });
  });

  test.each(numbers(signInRefusals.code))('a code: %s', async (name, code) => {
    const { id } = await begin(gateway, '9996620004');
    const rule = refuse('auth.signIn', name, code);
    const answer = await change(gateway, 'submitSignInCode', { id, code: '22222' });
    rule.remove();
    expect(answer).toMatchObject({ __typename: typeOf(name), code: name });
  });

  test.each(numbers(signInRefusals.password))('a password: %s', async (name, code) => {
    const { id } = await begin(gateway, '9996620003');
    await change(gateway, 'submitSignInCode', { id, code: '22222' });
    const rule = refuse('auth.checkPassword', name, code);
    const answer = await change(gateway, 'submitSignInPassword', { id, password: 'correct horse' });
    rule.remove();
    expect(answer).toMatchObject({ __typename: typeOf(name), code: name });
  });

  test.each([
    ['FLOOD_WAIT_7', 420, { __typename: 'FloodWaitError', code: 'FLOOD_WAIT', retryAfterSeconds: 7 }],
    ['USER_DEACTIVATED_BAN', 401, { __typename: 'AccountUnavailableError', code: 'USER_DEACTIVATED_BAN' }],
    ['API_ID_INVALID', 400, { __typename: 'UnexpectedTelegramError', code: 'API_ID_INVALID' }],
    ['BRAND_NEW_NAME', 400, { __typename: 'UnexpectedTelegramError', code: 'BRAND_NEW_NAME' }],
  ])('of no step: %s', async (name, code, expected) => {
    const rule = refuse('auth.sendCode', name, code);
    expect(await begin(gateway, '9996620004')).toMatchObject(expected);
    rule.remove();
  });

  test('of the world itself, nothing on demand', async () => {
    expect(await begin(gateway, '12')).toMatchObject({ code: 'PHONE_NUMBER_INVALID' });
    expect(await begin(gateway, '+9996629999')).toMatchObject({ code: 'PHONE_NUMBER_UNOCCUPIED' });
    const bot = { name: 'support', token: '7000000002:wrong' };
    expect(await change(gateway, 'beginSignIn', { bot })).toMatchObject({ code: 'ACCESS_TOKEN_INVALID' });
  });

  test('three wrong codes end it, and the step says why', async () => {
    const { id } = await begin(gateway, '9996620004');
    await using steps = await watch(gateway, id);
    for (const code of ['1', '2', '3']) {
      expect(await change(gateway, 'submitSignInCode', { id, code })).toMatchObject({ code: 'PHONE_CODE_INVALID' });
    }
    const seen = [];
    for await (const { data } of steps) seen.push(data?.['signIn']);
    const error = { __typename: 'PhoneCodeInvalidError', code: 'PHONE_CODE_INVALID', message: 'The code is wrong.' };
    expect(seen.at(-1)).toMatchObject({ step: { kind: 'FAILED', error } });
    const late = await watch(gateway, id);
    expect(await nextStep(late)).toMatchObject({ kind: 'FAILED', error });
    expect((await late.next()).done).toBe(true);
  });

  test('rules that are broken: all at once, and nothing is sent', async () => {
    const before = gateway.calls.length;
    const refused = await begin(gateway, ' ', 'Support!');
    expect(refused).toMatchObject({ __typename: 'InvalidInputError' });
    expect(refused.message).toContain('input.phone.name');
    expect(refused.message).toContain('input.phone.phoneNumber');
    const long = await change(gateway, 'beginSignIn', { bot: { name: 'a', token: 'x'.repeat(257) } });
    expect(long.message).toBe('input.bot.token: token has at most 256 characters.');
    expect(gateway.calls.length).toBe(before);
  });

  test('Telegram cannot be reached: is told as such', async () => {
    const rule = gateway.sandbox.faults.add({ fault: { kind: 'refuse' } });
    const answer = await begin(gateway, '9996620004');
    rule.remove();
    expect(answer).toMatchObject({ __typename: 'TelegramUnavailableError', code: 'TELEGRAM_UNAVAILABLE' });
  });
});

test('a code that has run out: is told, another one is sent and taken', async () => {
  let late = 0;
  await using gateway = await start({ clock: () => Date.now() + late });
  const { id } = await begin(gateway, '9996620004');
  late = 301_000;
  expect(await change(gateway, 'submitSignInCode', { id, code: '22222' })).toMatchObject({
    __typename: 'PhoneCodeExpiredError',
  });
  expect(gateway.calls.filter((method) => method === 'auth.SendCode')).toHaveLength(2);
  expect((await change(gateway, 'submitSignInCode', { id, code: '22222' })).step).toMatchObject({ kind: 'DONE' });
});

test('another caller can neither see nor finish it', async () => {
  await using gateway = await start();
  const { id } = await begin(gateway, '9996620004');
  const calls = gateway.calls.length;
  const others = [
    await change(gateway, 'submitSignInCode', { id, code: '22222' }, 'bob'),
    await change(gateway, 'resendSignInCode', { id }, 'bob'),
    await change(gateway, 'submitSignInPassword', { id, password: 'x' }, 'bob'),
    await change(gateway, 'cancelSignIn', { id }, 'bob'),
  ];
  expect(new Set(others.map(({ __typename }) => __typename))).toEqual(new Set(['SignInNotFoundError']));
  await using steps = await watch(gateway, id, 'bob');
  const { value } = await steps.next();
  expect(value?.errors?.[0]?.extensions).toEqual({ code: 'SIGN_IN_NOT_FOUND' });
  expect(gateway.calls.length).toBe(calls);
  expect((await change(gateway, 'submitSignInCode', { id, code: '22222' })).step).toMatchObject({ kind: 'DONE' });
  expect(await signedIn(gateway)).toHaveLength(1);
  expect(await change(gateway, 'cancelSignIn', { id }, 'bob')).toMatchObject({ __typename: 'SignInNotFoundError' });
});

test('ten at a time; one that is cancelled, or begun again with its name, makes room', async () => {
  await using gateway = await start();
  const ids: string[] = [];
  for (let count = 0; count < 5; count += 1) ids.push((await begin(gateway, '9996620004', `support-${count}`)).id);
  // One caller leaves room for the others.
  const own = await change(gateway, 'beginSignIn', { qr: { name: 'one-more' } });
  expect(own).toMatchObject({ __typename: 'TooManySignInsError', message: expect.stringContaining('5') });
  for (let count = 5; count < 10; count += 1) {
    await change(gateway, 'beginSignIn', { qr: { name: `support-${count}` } }, 'bob');
  }
  const refused = await change(gateway, 'beginSignIn', { qr: { name: 'one-more' } }, 'bob');
  expect(refused).toMatchObject({ __typename: 'TooManySignInsError', code: 'TOO_MANY_SIGN_INS' });

  const cancelled = await change(gateway, 'cancelSignIn', { id: ids[0] });
  expect(cancelled.step).toMatchObject({
    kind: 'FAILED',
    error: { __typename: 'SignInEndedError', code: 'SIGN_IN_CANCELLED' },
  });
  const { id } = await change(gateway, 'beginSignIn', { qr: { name: 'support-5' } }, 'bob');
  expect(id).toEqual(expect.any(String));
  expect((await begin(gateway, '9996620004', 'support-2')).id).toEqual(expect.any(String));
  expect((await change(gateway, 'cancelSignIn', { id: ids[2] })).step).toMatchObject({ kind: 'FAILED' });
  expect((await change(gateway, 'cancelSignIn', { id: ids[1] })).step).toMatchObject({ kind: 'FAILED' });
});

test('a name in use is told before Telegram is asked; a user who is there already, after, and the session is ended', async () => {
  await using gateway = await start();
  const { botToken: token } = account(gateway.sandbox, 'bot');
  await change(gateway, 'beginSignIn', { bot: { name: 'doorman', token } });
  const sessions = gateway.sandbox.world.authorizations.size;
  const calls = gateway.calls.length;
  expect(await change(gateway, 'beginSignIn', { bot: { name: 'doorman', token } })).toMatchObject({
    __typename: 'AccountNameTakenError',
    code: 'ACCOUNT_NAME_TAKEN',
  });
  expect(gateway.calls.length).toBe(calls);
  expect(await change(gateway, 'beginSignIn', { bot: { name: 'another', token } })).toMatchObject({
    __typename: 'AccountExistsError',
    message: expect.stringContaining('the account doorman'),
  });
  expect(gateway.calls).toContain('auth.LogOut');
  expect(gateway.sandbox.world.authorizations.size).toBe(sessions);
  expect(await signedIn(gateway)).toHaveLength(1);
});

test('no code, password, token or session reaches the log or an answer, whatever is wrong with the request', async () => {
  await using dataDir = await makeDataDir();
  await using gateway = await start({}, { DATA_DIR: dataDir.path });
  const token = account(gateway.sandbox, 'bot').botToken ?? '';
  const seen: unknown[] = [];
  const send = async (document: string, variables: object) =>
    void seen.push(await gateway.query(document, variables, as('ann')));
  const { id } = await begin(gateway, phoneOf(gateway, 'guarded'));
  const submitCode =
    'mutation ($input: SubmitSignInCodeInput!) { submitSignInCode(input: $input) { ... on Error { message } } }';
  await send(submitCode, { input: { id, code: 77_777 } });
  await send(submitCode, { input: { id, code: { digits: '77777' } } });
  await send(submitCode, { input: { id, code: '77777', more: true } });
  await send(submitCode, { input: [{ id, code: '77777', more: '; }' }] });
  await send(`mutation { submitSignInCode(input: { id: "${id}", code: "77777" }) { __typename } }`, {});
  await send(`mutation { submitSignInCode(input: { id: "${id}", code: 77777 }) { __typename } }`, {});
  await send(submitCode, { input: { id, code: '77777' } });
  seen.push(await change(gateway, 'submitSignInCode', { id, code: '22222' }));
  seen.push(await change(gateway, 'submitSignInPassword', { id, password: 'a wrong horse' }));
  seen.push(await change(gateway, 'submitSignInPassword', { id, password: 'correct horse' }));
  seen.push(await change(gateway, 'beginSignIn', { bot: { name: 'doorman', token } }));
  await send('mutation ($input: BeginSignInInput!) { beginSignIn(input: $input) { __typename } }', {
    input: { bot: { name: 'doorman', token }, qr: { name: 'doorman' } },
  });
  expect(await signedIn(gateway)).toHaveLength(2);
  const answers = JSON.stringify(seen);
  expect(answers).toContain('Field \\"more\\" is not defined');
  const logged = gateway.logLines.join('\n');
  expect(gateway.logLines.length).toBeGreaterThan(10);
  const place = { dataDir: dataDir.path, database: null };
  await using stored = await openAccounts(place, await openSeal(place, []));
  const kept = await Promise.all((await stored.list()).map(({ id: userId }) => stored.session(userId)));
  const sessions = kept.flatMap((session) => [session ?? '', session?.slice(40, 120) ?? '']);
  expect(sessions.filter((session) => session.length > 40)).toHaveLength(4);
  for (const secret of ['77777', '22222', 'wrong horse', 'correct horse', token, token.slice(12), ...sessions]) {
    expect(answers).not.toContain(secret);
    expect(logged).not.toContain(secret);
  }
});

test('who goes away before the first step leaves no sign-in behind; the end of the gateway ends those under way', async () => {
  const gateway = await start();
  const rule = gateway.sandbox.faults.add({ method: 'auth.sendCode', fault: { kind: 'silence' } });
  const input = { phone: { name: 'support', phoneNumber: '9996620004' } };
  expect(await change(gateway, 'beginSignIn', input, 'ann', { 'x-deadline-ms': '1000' })).toMatchObject({
    __typename: 'TelegramUnavailableError',
  });
  expect(rule.applied).toBe(1);
  for (let count = 0; count < 5; count += 1) {
    expect((await begin(gateway, '9996620004', `support-${count}`)).__typename).toBe('SignIn');
  }
  const { id } = await begin(gateway, '9996620004', 'support-0');
  const steps = await watch(gateway, id);
  await nextStep(steps);
  await gateway[Symbol.asyncDispose]();
  expect((await steps.next()).done).toBe(true);
});
