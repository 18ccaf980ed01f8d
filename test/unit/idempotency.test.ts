import { expect, test } from 'vitest';
import { withCallScope } from '../../src/base/call-scope.ts';
import { IdempotencyUnavailableError, TelegramUnavailableError } from '../../src/services/errors/errors.ts';
import { ChatAdminRequiredError } from '../../src/services/errors/telegram-errors.ts';
import type { Attempt } from '../../src/services/once/certain.ts';
import { createIdempotency, isReplay } from '../../src/services/once/idempotency.ts';
import type { Ledger } from '../../src/services/once/ledger.ts';
import type { Span, TelegramTime } from '../../src/services/once/telegram-time.ts';
import { callScopeOf } from '../support/call-scope.ts';
import { makeDataDir } from '../support/data-dir.ts';
import { openTestStore } from '../support/open-test-store.ts';

/** Telegram's seconds 100 and 101. */
const SPAN: Span = { earliest: 100, latest: 101 };
const telegramClock = { now: SPAN, spanOf: () => SPAN };
const time: Pick<TelegramTime, 'known'> = { known: async () => telegramClock };
const METHOD = 'messages.exportChatInvite';
const NOW = new Date();
const lost = () => new TelegramUnavailableError('The connection was lost.', 'UNKNOWN');

/** An input under the key k. */
const keyed = (fields: object = {}) => ({ idempotencyKey: 'k', ...fields });

/** It is this answer once more, and known as a replay. */
async function replayed(request: Promise<object>, answer: object): Promise<void> {
  expect(await request).toEqual(answer);
  expect(isReplay(await request)).toBe(true);
}

/** Idempotency over a ledger, with a mutation that makes a numbered link each time that it runs. */
function over(ledger: Ledger) {
  const logged: string[] = [];
  const made: number[] = [];
  const idempotency = createIdempotency({
    ledger,
    claims: { opens: async () => {}, ended: () => {} },
    self: async () => ({ id: '7000000001' }),
    time,
    clock: () => NOW,
    log: { error: (_fields: unknown, message?: string) => void logged.push(String(message)) },
  });
  const make = async () => {
    made.push(made.length + 1);
    return { link: `link ${made.length}`, date: NOW, parts: [{ at: NOW, none: null }] };
  };
  return { ...idempotency, logged, made, make };
}

test('without a key each request stands for itself, and the answer is as it came', async () => {
  await using store = await openTestStore(null);
  const { once, make, made } = over(store.ledger);
  expect(isReplay(await once(METHOD, { idempotencyKey: null }, make))).toBe(false);
  await once(METHOD, {}, make);
  expect(made).toHaveLength(2);
});

test('a key that comes again is answered the same, dates included, and nothing is done', async () => {
  await using store = await openTestStore(null);
  const { once, make, made } = over(store.ledger);
  const first = await once(METHOD, { idempotencyKey: 'k' }, make);
  expect(isReplay(first)).toBe(false);
  await replayed(once(METHOD, { idempotencyKey: 'k' }, make), first);
  expect(made).toHaveLength(1);
});

test('a kept answer is given as it is by then; the first one, and one that was shared under way, as it was', async () => {
  await using store = await openTestStore(null);
  const { once, make } = over(store.ledger);
  const present = async (kept: Awaited<ReturnType<typeof make>>) => ({ ...kept, link: `${kept.link}, edited` });
  const ask = () => once(METHOD, { idempotencyKey: 'k' }, make, present);
  expect(await Promise.all([ask(), ask()])).toMatchObject([{ link: 'link 1' }, { link: 'link 1' }]);
  await replayed(ask(), { link: 'link 1, edited', date: NOW, parts: [{ at: NOW, none: null }] });
});

test('the answer is there after a restart', async () => {
  await using dir = await makeDataDir();
  const before = await openTestStore(dir.path);
  const first = await over(before.ledger).once(METHOD, { idempotencyKey: 'k' }, over(before.ledger).make);
  await before.close();
  await using after = await openTestStore(dir.path);
  const { once, make, made } = over(after.ledger);
  await replayed(once(METHOD, { idempotencyKey: 'k' }, make), first);
  expect(made).toEqual([]);
});

test('callers do not see each other’s keys', async () => {
  await using store = await openTestStore(null);
  const { once, make, made } = over(store.ledger);
  for (const caller of ['web', 'mobile', 'web']) {
    await withCallScope(callScopeOf({ caller }), () => once(METHOD, { idempotencyKey: 'k' }, make));
  }
  expect(made).toHaveLength(2);
});

test('the order of an input’s fields is no part of it; a value, a field and the method are', async () => {
  await using store = await openTestStore(null);
  const { once, make, made } = over(store.ledger);
  const key = { idempotencyKey: 'k' };
  const input = { ...key, peer: 'a', pricing: { period: 1, amount: 2 }, expireDate: NOW };
  await once(METHOD, input, make);
  const turned = { expireDate: new Date(NOW), pricing: { amount: 2, period: 1 }, peer: 'a', ...key };
  expect(isReplay(await once(METHOD, turned, make))).toBe(true);
  for (const other of [
    { ...input, peer: 'b' },
    { ...input, title: null },
    { ...input, expireDate: null },
  ]) {
    await expect(once(METHOD, other, make)).rejects.toMatchObject({ name: 'IdempotencyKeyReusedError' });
  }
  const another = once('messages.deleteExportedChatInvite', input, make);
  await expect(another).rejects.toMatchObject({ name: 'IdempotencyKeyReusedError' });
  expect(made).toHaveLength(1);
});

test.each(['', 'x'.repeat(256), 'ключ', 'a\nb'])(
  '%j is no key: InvalidInputError, and nothing is done',
  async (key) => {
    await using store = await openTestStore(null);
    const { once, make, made } = over(store.ledger);
    const send = async (attempt: Attempt) => {
      await attempt.sending([]);
      return make();
    };
    await expect(once(METHOD, { idempotencyKey: key }, send)).rejects.toMatchObject({
      name: 'InvalidInputError',
      issues: [{ path: ['input', 'idempotencyKey'] }],
    });
    expect(made).toEqual([]);
  },
);

test('two at once: one effect, and both have the answer; another input meanwhile is refused', async () => {
  await using store = await openTestStore(null);
  const { once, make, made } = over(store.ledger);
  const input = keyed({ peer: 'a' });
  const both = [once(METHOD, input, make), once(METHOD, input, make)];
  await expect(once(METHOD, keyed({ peer: 'b' }), make)).rejects.toMatchObject({
    name: 'IdempotencyKeyReusedError',
  });
  const [first, second] = await Promise.all(both);
  expect(second).toEqual(first);
  expect([first, second].map(isReplay)).toEqual([false, true]);
  expect(made).toHaveLength(1);
});

test('two at once, and the first is refused: both are told, and the key is free', async () => {
  await using store = await openTestStore(null);
  const { once, make } = over(store.ledger);
  const input = { idempotencyKey: 'k' };
  let runs = 0;
  const refused = async () => {
    runs += 1;
    throw new ChatAdminRequiredError();
  };
  const both = await Promise.allSettled([once(METHOD, input, refused), once(METHOD, input, refused)]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(runs).toBe(1);
  expect(await once(METHOD, keyed({ peer: 'another' }), make)).toMatchObject({ link: 'link 1' });
});

test('two at once, and the first does not learn what became of it: the second finds out', async () => {
  await using store = await openTestStore(null);
  const { once } = over(store.ledger);
  const attempts: Attempt[] = [];
  const work = async (attempt: Attempt) => {
    attempts.push(attempt);
    if (attempts.length > 1) return { link: 'found' };
    await attempt.sending([0]);
    throw lost();
  };
  const [first, second] = await Promise.allSettled([1, 2].map(() => once(METHOD, { idempotencyKey: 'k' }, work)));
  expect(first).toMatchObject({ status: 'rejected', reason: { outcome: 'UNKNOWN' } });
  expect(second).toMatchObject({ status: 'fulfilled', value: { link: 'found' } });
  expect(attempts.map(({ earlier }) => earlier)).toEqual([[], [SPAN]]);
  expect(attempts[1]?.claimant).toBe(attempts[0]?.claimant);
});

test('a failure before anything was sent, and a refusal after it, free the key', async () => {
  await using store = await openTestStore(null);
  const { once, make } = over(store.ledger);
  const unsent = once(METHOD, { idempotencyKey: 'k' }, async () => {
    throw lost();
  });
  await expect(unsent).rejects.toThrow();
  const refused = once(METHOD, keyed({ peer: 'b' }), async (attempt) => {
    expect(attempt.earlier).toEqual([]);
    await attempt.sending([0]);
    attempt.refused();
    throw new ChatAdminRequiredError();
  });
  await expect(refused).rejects.toBeInstanceOf(ChatAdminRequiredError);
  expect(await once(METHOD, keyed({ peer: 'c' }), make)).toMatchObject({ link: 'link 1' });
});

test('an unknown outcome keeps the key, also over a restart, until a request with it finds out', async () => {
  await using dir = await makeDataDir();
  const before = await openTestStore(dir.path);
  const input = { idempotencyKey: 'k' };
  const first = over(before.ledger).once(METHOD, input, async (attempt) => {
    await attempt.sending([0]);
    throw lost();
  });
  await expect(first).rejects.toThrow();
  await before.close();

  await using after = await openTestStore(dir.path);
  const { once, make } = over(after.ledger);
  const other = once(METHOD, keyed({ peer: 'b' }), make);
  await expect(other).rejects.toMatchObject({ name: 'IdempotencyKeyReusedError' });
  const stillUnknown = once(METHOD, input, async ({ earlier }) => {
    expect(earlier).toEqual([SPAN]);
    throw lost();
  });
  await expect(stillUnknown).rejects.toThrow();
  expect(await once(METHOD, input, async () => ({ link: 'found' }))).toEqual({ link: 'found' });
  await replayed(once(METHOD, input, make), { link: 'found' });
});

const full = async () => {
  throw new Error('database or disk is full');
};

test.each<[string, Partial<Ledger>]>([
  ['the claim', { begin: full }],
  ['that it is about to be sent', { sending: full }],
])('a full disk: when %s cannot be written, nothing is sent and the caller is told', async (_, broken) => {
  await using store = await openTestStore(null);
  const { once, logged } = over({ ...store.ledger, ...broken });
  let sent = 0;
  const request = once(METHOD, { idempotencyKey: 'k' }, async (attempt) => {
    await attempt.sending([0]);
    sent += 1;
    return {};
  });
  await expect(request).rejects.toMatchObject({
    name: 'IdempotencyUnavailableError',
    message: expect.stringContaining('nothing was sent'),
  });
  expect(sent).toBe(0);
  expect(logged).toHaveLength(1);
});

test('a full disk: an answer that cannot be kept is given all the same, and the failure is logged', async () => {
  await using store = await openTestStore(null);
  const { once, make, logged } = over({ ...store.ledger, finish: full });
  expect(await once(METHOD, { idempotencyKey: 'k' }, make)).toMatchObject({ link: 'link 1' });
  expect(logged).toEqual(['the end of a request was not written down']);
});

test('an answer that could not be kept is the key’s all the same, and is kept as soon as that can be', async () => {
  await using store = await openTestStore(null);
  let isFull = true;
  const finish: Ledger['finish'] = (key, answer, now) => (isFull ? full() : store.ledger.finish(key, answer, now));
  const { once, make, made } = over({ ...store.ledger, finish });
  const first = await once(METHOD, keyed(), make);
  expect(await once(METHOD, keyed(), make)).toEqual(first);
  await expect(once(METHOD, keyed({ peer: 'b' }), make)).rejects.toMatchObject({ name: 'IdempotencyKeyReusedError' });
  isFull = false;
  expect(await once(METHOD, keyed(), make)).toEqual(first);
  const another = over(store.ledger);
  expect(await another.once(METHOD, keyed(), another.make)).toEqual(first);
  expect([...made, ...another.made]).toHaveLength(1);
});

test('a full disk: a key that cannot be freed does not hide the refusal', async () => {
  await using store = await openTestStore(null);
  const { once, logged } = over({ ...store.ledger, release: full });
  const refused = once(METHOD, { idempotencyKey: 'k' }, async () => {
    throw new ChatAdminRequiredError();
  });
  await expect(refused).rejects.toBeInstanceOf(ChatAdminRequiredError);
  expect(logged).toHaveLength(1);
});

test('a write whose end is lost, and nothing sent: once the store answers, the key is as new', async () => {
  await using store = await openTestStore(null);
  let isCut = true;
  const { once, make, made } = over({
    ...store.ledger,
    async sending(key, hint) {
      await store.ledger.sending(key, hint);
      if (isCut) throw new Error('the connection is lost');
    },
    release: (key) => (isCut ? full() : store.ledger.release(key)),
  });
  const ask = () =>
    once(METHOD, keyed(), async (attempt) => {
      expect(attempt.earlier).toEqual([]);
      await attempt.sending([0]);
      return make();
    });
  await expect(ask()).rejects.toBeInstanceOf(IdempotencyUnavailableError);
  await expect(ask()).rejects.toBeInstanceOf(IdempotencyUnavailableError);
  isCut = false;
  expect(await ask()).toMatchObject({ link: 'link 1' });
  expect(made).toHaveLength(1);
});

test('each sending is written down with Telegram’s time before it leaves', async () => {
  await using store = await openTestStore(null);
  const hints: unknown[] = [];
  const sending: Ledger['sending'] = async (key, hint) => {
    hints.push(hint);
    await store.ledger.sending(key, hint);
  };
  await over({ ...store.ledger, sending }).once(METHOD, keyed(), async (attempt) => {
    await attempt.sending([0]);
    await attempt.sending([0, 5]);
    return {};
  });
  expect(hints).toEqual([{ sendings: [SPAN] }, { sendings: [SPAN, SPAN] }]);
});

test('what 0.1.0 wrote down, the machine’s time of the first sending, is a sending', async () => {
  await using store = await openTestStore(null);
  const { once } = over(store.ledger);
  const first = once(METHOD, keyed(), async (attempt) => {
    await attempt.sending([0]);
    throw lost();
  });
  await expect(first).rejects.toThrow();
  await store.ledger.sending({ caller: '', key: 'k' }, '2026-11-22T12:00:00.500Z');
  const second = Date.UTC(2026, 10, 22, 12) / 1000;
  await once(METHOD, keyed(), async ({ earlier }) => {
    expect(earlier).toEqual([{ earliest: second - 1, latest: second + 1 }]);
    return {};
  });
});

/** A request whose caller has gone; its answer is what `later` comes to. */
function leaving(later: Promise<object>) {
  return async (attempt: Attempt) => {
    await attempt.sending([0]);
    attempt.late(later);
    throw lost();
  };
}

test('an answer that comes when its caller has gone is kept for the key', async () => {
  await using store = await openTestStore(null);
  const { once, make, made } = over(store.ledger);
  const later = Promise.withResolvers<object>();
  await expect(once(METHOD, keyed(), leaving(later.promise))).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  const waiting = once(METHOD, keyed(), make);
  later.resolve({ link: 'late' });
  expect(await waiting).toEqual({ link: 'late' });
  expect(await once(METHOD, keyed(), make)).toEqual({ link: 'late' });
  expect(made).toEqual([]);
});

test('a repeated key whose time is over before the late answer comes is told UNKNOWN', async () => {
  await using store = await openTestStore(null);
  const { once, make, made } = over(store.ledger);
  const later = Promise.withResolvers<object>();
  const scope = () => callScopeOf({ left: 30 });
  const first = withCallScope(scope(), () => once(METHOD, keyed(), leaving(later.promise)));
  await expect(first).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  const second = withCallScope(scope(), () => once(METHOD, keyed(), make));
  await expect(second).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  expect(made).toEqual([]);
  later.resolve({ link: 'late' });
});

test('a refusal that comes late frees the key; an end without an answer leaves it to the next request', async () => {
  await using store = await openTestStore(null);
  const { once, make, made } = over(store.ledger);
  const later = Promise.withResolvers<object>();
  await expect(once(METHOD, keyed(), leaving(later.promise))).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  const waiting = once(METHOD, keyed(), make);
  later.reject(new ChatAdminRequiredError());
  await expect(waiting).rejects.toBeInstanceOf(ChatAdminRequiredError);
  expect(await once(METHOD, keyed(), make)).toMatchObject({ link: 'link 1' });

  const other = { idempotencyKey: 'other' };
  const never = Promise.withResolvers<object>();
  await expect(once(METHOD, other, leaving(never.promise))).rejects.toThrow();
  never.reject(lost());
  await once(METHOD, other, async ({ earlier }) => {
    expect(earlier).toEqual([SPAN]);
    return {};
  });
  expect(made).toHaveLength(1);
});

test('two callers with one key have two names for what is theirs', async () => {
  await using store = await openTestStore(null);
  const { once } = over(store.ledger);
  const names: (string | null)[] = [];
  for (const caller of ['web', 'mobile']) {
    await withCallScope(callScopeOf({ caller }), () =>
      once(METHOD, keyed(), async ({ claimant }) => {
        names.push(claimant);
        return {};
      }),
    );
  }
  expect(new Set(names).size).toBe(2);
});

test('two dates are two inputs', async () => {
  await using store = await openTestStore(null);
  const { once, make } = over(store.ledger);
  await once(METHOD, keyed({ expireDate: NOW }), make);
  const other = once(METHOD, keyed({ expireDate: new Date(NOW.getTime() + 1000) }), make);
  await expect(other).rejects.toMatchObject({ name: 'IdempotencyKeyReusedError' });
});

test('two at once, and the second’s time is over when the first is lost: it begins no try of its own', async () => {
  await using store = await openTestStore(null);
  const { once, make, made } = over(store.ledger);
  const left = Promise.withResolvers<void>();
  const first = withCallScope(callScopeOf(), () =>
    once(METHOD, keyed(), async () => {
      await left.promise;
      throw lost();
    }),
  );
  const over30Ms = withCallScope(callScopeOf({ left: 30 }), () => once(METHOD, keyed(), make));
  await expect(over30Ms).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  left.resolve();
  await expect(first).rejects.toThrow();
  expect(made).toEqual([]);
});
