import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { withCallScope } from '../../src/base/call-scope.ts';
import { GatewayError, TooManySignInsError } from '../../src/services/errors/errors.ts';
import type { SignInDeps } from '../../src/services/sign-in/run-sign-in.ts';
import type { AccountKeeper } from '../../src/services/sign-in/sign-in.ts';
import { createSignIns, type SignIns } from '../../src/services/sign-in/sign-ins.ts';
import type { SentCode } from '../../src/telegram/sign-in/dialog.ts';
import { SignInError } from '../../src/telegram/sign-in/errors.ts';
import { Api, toLong } from '../../src/telegram/tl.ts';
import { createMemoryKeeper } from '../support/memory-keeper.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const SENT: SentCode = { delivery: 'SMS', length: 5, hint: null, resendAfterSeconds: 60 };
const USER = new Api.User({ id: toLong(7n), firstName: 'Ada', self: true });
const PHONE = { way: 'phone', name: 'support', phoneNumber: '9996620004' } as const;

/** Telegram sends codes, and takes the code 22222. */
const byCode: SignInDeps['signIn'] = async ({ dialog }) => {
  while ((await dialog.code(SENT, null)) !== '22222');
  return { session: 'a session', user: USER, address: '127.0.0.1:443' };
};

function setUp(options: Partial<SignInDeps> = {}): SignIns & { readonly ended: string[]; readonly logged: unknown[] } {
  const ended: string[] = [];
  const logged: unknown[] = [];
  const note = (details: unknown) => void logged.push(details);
  const signIns = createSignIns({
    signIn: byCode,
    signOut: async (session) => void ended.push(session),
    keeper: createMemoryKeeper(),
    clock: () => new Date(),
    log: { error: note, warn: note },
    ...options,
  });
  return { ...signIns, ended, logged };
}

/** As one of the callers, who has all the time. */
function as<T>(caller: string, work: () => T): T {
  const { signal } = new AbortController();
  return withCallScope({ caller, deadline: Number.POSITIVE_INFINITY, signal, waitsForFloods: false }, work);
}

const codeOf = (error: unknown) => (error instanceof GatewayError ? error.code : String(error));
const refusalOf = (work: Promise<unknown>) => work.then(() => 'none', codeOf);

describe('time', () => {
  test('ten minutes after its beginning a sign-in ends, and ten minutes after its end it is forgotten', async () => {
    const signIns = setUp();
    const { id, expiresAt } = await signIns.begin(PHONE);
    expect(expiresAt.getTime() - Date.now()).toBe(600_000);
    const steps = signIns.watch(id);
    expect((await steps.next()).value?.step.kind).toBe('ENTER_CODE');
    await vi.advanceTimersByTimeAsync(599_999);
    const next = steps.next();
    await vi.advanceTimersByTimeAsync(1);
    expect((await next).value?.step).toMatchObject({ kind: 'FAILED', error: { code: 'SIGN_IN_EXPIRED' } });
    expect((await steps.next()).done).toBe(true);
    expect(await refusalOf(signIns.submitCode(id, '22222'))).toBe('SIGN_IN_STEP');
    await vi.advanceTimersByTimeAsync(600_001);
    expect(await refusalOf(signIns.submitCode(id, '22222'))).toBe('SIGN_IN_NOT_FOUND');
  });

  test('a code is sent again no earlier than Telegram says, and the wait is told', async () => {
    const signIns = setUp();
    const { id, step } = await signIns.begin(PHONE);
    expect(step).toMatchObject({ canResendAt: new Date(Date.now() + 60_000) });
    await vi.advanceTimersByTimeAsync(20_500);
    await expect(signIns.resendCode(id)).rejects.toMatchObject({ code: 'FLOOD_WAIT', retryAfterSeconds: 40 });
    await vi.advanceTimersByTimeAsync(39_500);
    expect((await signIns.resendCode(id)).step).toMatchObject({ canResendAt: new Date(Date.now() + 60_000) });
  });

  test('who is refused for ten others learns when the oldest of them ends', async () => {
    const signIns = setUp();
    for (let count = 0; count < 10; count += 1) {
      await as(count < 5 ? 'ann' : 'cyd', () => signIns.begin({ ...PHONE, name: `support-${count}` }));
      await vi.advanceTimersByTimeAsync(1_000);
    }
    const refused = await as('bob', () => signIns.begin(PHONE)).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TooManySignInsError);
    expect(refused).toMatchObject({ retryAfterSeconds: 590 });
    await vi.advanceTimersByTimeAsync(590_000);
    expect((await as('bob', () => signIns.begin(PHONE))).step.kind).toBe('ENTER_CODE');
  });

  test('32 that begin at once are no more than ten', async () => {
    const signIns = setUp();
    const begun = await Promise.allSettled(
      Array.from({ length: 32 }, (_, count) =>
        as(`caller-${count % 4}`, () => signIns.begin({ ...PHONE, name: `support-${count}` })),
      ),
    );
    expect(begun.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    await signIns.close();
  });
});

describe('ends', () => {
  test('an account that nobody keeps is signed out, and the failure is the keeper’s', async () => {
    const keeper: AccountKeeper = { ...createMemoryKeeper(), keep: () => Promise.reject(new Error('no disk')) };
    const signIns = setUp({ keeper });
    const { id } = await signIns.begin(PHONE);
    expect(await refusalOf(signIns.submitCode(id, '22222'))).toBe('SIGN_IN_INTERRUPTED');
    expect(signIns.ended).toEqual(['a session']);
    expect(signIns.logged).toMatchObject([{ err: { message: 'no disk' }, account: 'support' }]);
  });

  test('cancelled while the account is being kept: it is in, and cancelling says so', async () => {
    const keeping = Promise.withResolvers<void>();
    const signIns = setUp({ keeper: { ...createMemoryKeeper(), keep: () => keeping.promise } });
    const { id } = await signIns.begin(PHONE);
    const submitted = signIns.submitCode(id, '22222');
    await vi.advanceTimersByTimeAsync(0);
    expect(await refusalOf(signIns.submitCode(id, '22222'))).toBe('SIGN_IN_STEP');
    const cancelled = signIns.cancel(id);
    keeping.resolve();
    expect((await cancelled).step.kind).toBe('DONE');
    expect((await submitted).step.kind).toBe('DONE');
  });

  test('cancelled while Telegram signs the account in: the session is ended', async () => {
    const signing = Promise.withResolvers<void>();
    const keeper = createMemoryKeeper();
    const signIns = setUp({
      keeper,
      async signIn(options) {
        const signedIn = await byCode(options);
        await signing.promise;
        return signedIn;
      },
    });
    const { id } = await signIns.begin(PHONE);
    const submitted = refusalOf(signIns.submitCode(id, '22222'));
    const cancelled = signIns.cancel(id);
    signing.resolve();
    expect((await cancelled).step).toMatchObject({ kind: 'FAILED', error: { code: 'SIGN_IN_CANCELLED' } });
    expect(await submitted).toBe('SIGN_IN_CANCELLED');
    expect(signIns.ended).toEqual(['a session']);
    expect(keeper.accounts).toEqual([]);
  });

  test.each([
    [new SignInError('UNSUPPORTED', 'Telegram wants an e-mail address.'), 'SIGN_IN_UNSUPPORTED'],
    [new SignInError('UNANSWERED', 'Telegram did not answer.'), 'TELEGRAM_UNAVAILABLE'],
    [new Error('a bug'), 'SIGN_IN_INTERRUPTED'],
  ])('%s: %s', async (error, code) => {
    const signIns = setUp({ signIn: () => Promise.reject(error) });
    expect(await refusalOf(signIns.begin(PHONE))).toBe(code);
  });

  test('a caller whose time is over gets an answer; a code that was given goes on, a beginning does not', async () => {
    const telegram = Promise.withResolvers<never>();
    const signIns = setUp({
      async signIn({ dialog }) {
        if ((await dialog.phoneNumber()) === '1') return telegram.promise;
        await dialog.code(SENT, null);
        return telegram.promise;
      },
    });
    const inASecond = <T>(work: () => T) => {
      const { signal } = new AbortController();
      return withCallScope({ caller: '', deadline: performance.now() + 1_000, signal, waitsForFloods: false }, work);
    };
    const { id } = await signIns.begin(PHONE);
    const late = refusalOf(inASecond(() => signIns.submitCode(id, '22222')));
    await vi.advanceTimersByTimeAsync(1_001);
    expect(await late).toBe('TELEGRAM_UNAVAILABLE');
    const steps = signIns.watch(id);
    expect((await steps.next()).value?.step.kind).toBe('ENTER_CODE');
    telegram.reject(new SignInError('UNANSWERED', 'Telegram did not answer.'));
    expect((await steps.next()).value?.step).toMatchObject({ kind: 'FAILED' });
  });
});
