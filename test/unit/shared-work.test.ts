import { expect, test } from 'vitest';
import { callScope, withCallScope } from '../../src/base/call-scope.ts';
import { FloodWaitError, TelegramUnavailableError } from '../../src/services/errors/errors.ts';
import { askShared } from '../../src/services/shared-work.ts';
import { callScopeOf } from '../support/call-scope.ts';

/** A question that is answered from outside; `scopes` are those it was begun in. */
function question() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const scopes: unknown[] = [];
  let underWay: Promise<string> | null = null;
  const ask = () => {
    if (underWay === null) scopes.push(callScope());
    underWay ??= promise;
    return underWay;
  };
  return { ask, answer: resolve, fail: reject, scopes };
}

test('shared work does not die with the caller who began it', async () => {
  const { ask, answer, scopes } = question();
  const leaving = new AbortController();
  const first = withCallScope(callScopeOf({ caller: 'first', signal: leaving.signal }), () => askShared(ask));
  const second = withCallScope(callScopeOf(), () => askShared(ask));
  leaving.abort();
  await expect(first).rejects.toBeInstanceOf(TelegramUnavailableError);
  answer('the answer');
  await expect(second).resolves.toBe('the answer');
  expect(scopes).toMatchObject([{ caller: 'first', deadline: Number.POSITIVE_INFINITY, signal: { aborted: false } }]);
});

test('who joined keeps their own deadline', async () => {
  const { ask, answer } = question();
  const patient = withCallScope(callScopeOf(), () => askShared(ask));
  const hurried = withCallScope(callScopeOf({ left: 5 }), () => askShared(ask));
  await expect(hurried).rejects.toMatchObject({ name: 'TelegramUnavailableError', outcome: 'NOT_EXECUTED' });
  answer('the answer');
  await expect(patient).resolves.toBe('the answer');
});

test('a flood is told to everybody but who would rather wait it out', async () => {
  let floods = 1;
  const ask = async () => {
    if (floods-- > 0) {
      throw new FloodWaitError({ code: 'FLOOD_WAIT', telegramCode: 420, retryAfterSeconds: 0.01, now: new Date() });
    }
    return 'the answer';
  };
  await expect(withCallScope(callScopeOf({ waitsForFloods: true }), () => askShared(ask))).resolves.toBe('the answer');
  floods = 1;
  await expect(withCallScope(callScopeOf(), () => askShared(ask))).rejects.toBeInstanceOf(FloodWaitError);
});
