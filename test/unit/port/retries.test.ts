import { expect, test } from 'vitest';
import { withCallScope } from '../../../src/base/call-scope.ts';
import { FloodWaitError, TelegramUnavailableError } from '../../../src/services/errors/errors.ts';
import { withRetries } from '../../../src/services/port/retries.ts';
import { Api } from '../../../src/telegram/tl.ts';
import { callScopeOf } from '../../support/call-scope.ts';

const READ = new Api.messages.GetAdminsWithInvites({ peer: new Api.InputPeerSelf() });
const EXPORT = new Api.messages.ExportChatInvite({ peer: new Api.InputPeerSelf() });
const POLICY = { firstPauseMs: 1, longestPauseMs: 4, attemptsWithoutDeadline: 3 };

/** Fails so many times before it answers. */
function failing(times: number) {
  let calls = 0;
  const port = {
    async invoke() {
      calls += 1;
      if (calls <= times) throw new TelegramUnavailableError('Telegram has trouble of its own.', 'UNKNOWN');
      return 'read' as never; // the fake answers every method alike
    },
  };
  return { port: withRetries(port, POLICY), calls: () => calls };
}

test('a read is repeated until Telegram answers', async () => {
  const { port, calls } = failing(6);
  await expect(withCallScope(callScopeOf(), () => port.invoke(READ))).resolves.toBe('read');
  expect(calls()).toBe(7);
});

test('a read whose deadline comes is answered with what went wrong last', async () => {
  const { port } = failing(Number.POSITIVE_INFINITY);
  await expect(withCallScope(callScopeOf({ left: 30 }), () => port.invoke(READ))).rejects.toBeInstanceOf(
    TelegramUnavailableError,
  );
});

test('what is no trouble of Telegram’s is thrown at once', async () => {
  const wait = new FloodWaitError({ code: 'FLOOD_WAIT', telegramCode: 420, retryAfterSeconds: 5, now: new Date(0) });
  const failures = [new TelegramUnavailableError('The connection was lost.', 'UNKNOWN'), wait];
  const port = withRetries({ invoke: async () => Promise.reject(failures.shift()) }, POLICY);
  await expect(port.invoke(READ)).rejects.toBe(wait);
});

test('what may not run twice is sent once', async () => {
  const { port, calls } = failing(1);
  await expect(withCallScope(callScopeOf(), () => port.invoke(EXPORT))).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  expect(calls()).toBe(1);
});

test('without a deadline a read is tried a few times', async () => {
  const { port, calls } = failing(Number.POSITIVE_INFINITY);
  await expect(port.invoke(READ)).rejects.toBeInstanceOf(TelegramUnavailableError);
  expect(calls()).toBe(POLICY.attemptsWithoutDeadline);
});

test('a read is not repeated for a caller that went away', async () => {
  const { port, calls } = failing(Number.POSITIVE_INFINITY);
  const leaving = new AbortController();
  leaving.abort();
  const read = withCallScope(callScopeOf({ signal: leaving.signal }), () => port.invoke(READ));
  await expect(read).rejects.toBeInstanceOf(TelegramUnavailableError);
  expect(calls()).toBe(1);
});
