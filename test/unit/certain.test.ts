import { expect, test } from 'vitest';
import { withCallScope } from '../../src/call-scope.ts';
import { type Attempt, certainly, certainlyUnseen, SINGLE_ATTEMPT } from '../../src/services/certain.ts';
import { AccountUnavailableError, FloodWaitError, TelegramUnavailableError } from '../../src/services/errors.ts';
import { ChatAdminRequiredError } from '../../src/services/telegram-errors.ts';
import { callScopeOf } from '../support/call-scope.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const clock = () => NOW;

const connectionLost = () => new TelegramUnavailableError('The connection was lost.', 'UNKNOWN');
const serverFault = () => new TelegramUnavailableError('Trouble.', 'UNKNOWN', { code: 500, type: 'RPC_CALL_FAIL' });
const noAnswer = () => new TelegramUnavailableError('No answer.', 'UNKNOWN', null, { late: new Promise(() => {}) });

/** A Telegram in which each sending and each look goes as told, the last one for ever. */
function script(steps: { send: readonly (string | null | Error)[]; look: readonly (string | null | Error)[] }) {
  const done = { sends: 0, looks: [] as Date[] };
  const play = (parts: readonly (string | null | Error)[], index: number) => {
    const part = parts[Math.min(index, parts.length - 1)];
    if (part instanceof Error) throw part;
    return part ?? null;
  };
  return {
    done,
    effect: {
      async send() {
        done.sends += 1;
        return play(steps.send, done.sends - 1);
      },
      async look(since: Date) {
        done.looks.push(since);
        return play(steps.look, done.looks.length - 1);
      },
    },
  };
}

/** An attempt that notes what it is told. */
function noted(sentAt: Date | null = null): Attempt & { readonly told: string[] } {
  const told: string[] = [];
  return {
    told,
    claimant: 'somebody',
    sentAt,
    sending: async (at) => void told.push(`sending ${at.toISOString()}`),
    refused: () => void told.push('refused'),
  };
}

test('an answer that comes is answered, and nothing is looked for', async () => {
  const { effect, done } = script({ send: ['link'], look: [null] });
  const attempt = noted();
  await expect(certainly(attempt, clock, effect)).resolves.toBe('link');
  expect(done).toEqual({ sends: 1, looks: [] });
  expect(attempt.told).toEqual(['sending 2026-11-22T12:00:00.000Z']);
});

test('an answer that was lost is found, and nothing is sent again', async () => {
  const { effect, done } = script({ send: [connectionLost()], look: ['link'] });
  await expect(certainly(SINGLE_ATTEMPT, clock, effect)).resolves.toBe('link');
  expect(done).toEqual({ sends: 1, looks: [NOW] });
});

test('a lost connection with nothing done: looks twice, then sends again', async () => {
  const { effect, done } = script({ send: [connectionLost(), 'link'], look: [null] });
  await expect(certainly(SINGLE_ATTEMPT, clock, effect)).resolves.toBe('link');
  expect(done).toMatchObject({ sends: 2, looks: [NOW, NOW] });
});

test('a fault that Telegram told of is over: one look, then it goes out again', async () => {
  const { effect, done } = script({ send: [serverFault(), serverFault(), 'link'], look: [null] });
  await expect(certainly(SINGLE_ATTEMPT, clock, effect)).resolves.toBe('link');
  expect(done).toMatchObject({ sends: 3, looks: [NOW, NOW] });
});

test('no answer on a connection that stands: looked for until the deadline, never sent again', async () => {
  const { effect, done } = script({ send: [noAnswer()], look: [null] });
  const request = withCallScope(callScopeOf({ left: 700 }), () => certainly(SINGLE_ATTEMPT, clock, effect));
  await expect(request).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  expect(done).toMatchObject({ sends: 1, looks: [NOW, NOW] });
});

test('what another caller was given is not answered twice', async () => {
  const { effect, done } = script({ send: [null, 'another link'], look: [null] });
  await expect(certainly(SINGLE_ATTEMPT, clock, effect)).resolves.toBe('another link');
  expect(done.sends).toBe(2);
});

test('a look that fails leaves the outcome unknown', async () => {
  const flood = new FloodWaitError({ code: 420, type: 'FLOOD_WAIT', retryAfterSeconds: 9, now: NOW });
  const { effect, done } = script({ send: [connectionLost()], look: [flood] });
  const attempt = noted();
  await expect(certainly(attempt, clock, effect)).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  expect(done.sends).toBe(1);
  expect(attempt.told).not.toContain('refused');
});

test('a refusal is answered and noted as nothing done', async () => {
  const { effect } = script({ send: [new ChatAdminRequiredError()], look: [null] });
  const attempt = noted();
  await expect(certainly(attempt, clock, effect)).rejects.toBeInstanceOf(ChatAdminRequiredError);
  expect(attempt.told).toContain('refused');
});

test('a second sending that does not leave keeps the first one’s outcome', async () => {
  const unsent = new TelegramUnavailableError('No connection.', 'NOT_EXECUTED');
  const { effect } = script({ send: [connectionLost(), unsent], look: [null] });
  const attempt = noted();
  await expect(certainly(attempt, clock, effect)).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  expect(attempt.told).not.toContain('refused');
});

test('an earlier try is looked for before anything is sent', async () => {
  const earlier = new Date('2026-11-22T11:59:30Z');
  const found = script({ send: ['a second link'], look: ['link'] });
  await expect(certainly(noted(earlier), clock, found.effect)).resolves.toBe('link');
  expect(found.done).toEqual({ sends: 0, looks: [earlier] });

  const absent = script({ send: ['link'], look: [null] });
  await expect(certainly(noted(earlier), clock, absent.effect)).resolves.toBe('link');
  expect(absent.done.sends).toBe(1);
});

test('where nothing can be looked at, an earlier try stays unknown and nothing is sent', async () => {
  let sends = 0;
  const send = async () => {
    sends += 1;
    return 'link';
  };
  await expect(certainlyUnseen(noted(NOW), clock, send)).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  expect(sends).toBe(0);
  await expect(certainlyUnseen(noted(), clock, send)).resolves.toBe('link');
});

test('where sending it again tells, nothing is looked for, and each repeat knows that it is one', async () => {
  const repeats: boolean[] = [];
  const send = async (isRepeat: boolean) => {
    repeats.push(isRepeat);
    if (repeats.length < 3) throw repeats.length === 1 ? noAnswer() : connectionLost();
    return 'decided';
  };
  await expect(certainly(SINGLE_ATTEMPT, clock, { send })).resolves.toBe('decided');
  expect(repeats).toEqual([false, true, true]);
});

test('what is sent once is told not to be done when a look shows so, and its key is free', async () => {
  const { effect, done } = script({ send: [connectionLost()], look: [null] });
  const attempt = noted();
  const request = certainly(attempt, clock, { ...effect, isSentOnce: true });
  await expect(request).rejects.toMatchObject({ outcome: 'NOT_EXECUTED' });
  expect(done.sends).toBe(1);
  expect(attempt.told).toContain('refused');
});

test('what is sent once, and may still run, stays unknown', async () => {
  const { effect } = script({ send: [noAnswer()], look: [null] });
  const request = withCallScope(callScopeOf({ left: 700 }), () =>
    certainly(SINGLE_ATTEMPT, clock, { ...effect, isSentOnce: true }),
  );
  await expect(request).rejects.toMatchObject({ outcome: 'UNKNOWN' });
});

test('a repeat that is refused: what the first has done by then is answered', async () => {
  const { effect } = script({ send: [serverFault(), new ChatAdminRequiredError()], look: [null, 'link'] });
  await expect(certainly(SINGLE_ATTEMPT, clock, effect)).resolves.toBe('link');
});

test('a repeat that has to wait for a flood leaves it unknown what the first has done', async () => {
  const flood = new FloodWaitError({ code: 420, type: 'FLOOD_WAIT', retryAfterSeconds: 9, now: NOW });
  const { effect } = script({ send: [serverFault(), flood], look: [null] });
  const attempt = noted();
  await expect(certainly(attempt, clock, effect)).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  expect(attempt.told).not.toContain('refused');
});

test.each([
  ['the end of a session, which meets requests that were carried out, too', sessionEnded()],
  ['a mistake of ours behind the answer', new TypeError('no such field')],
])('%s does not free the key', async (_, error) => {
  const { effect } = script({ send: [error], look: [null] });
  const attempt = noted();
  await expect(certainly(attempt, clock, effect)).rejects.toBe(error);
  await expect(certainlyUnseen(attempt, clock, () => Promise.reject(error))).rejects.toBe(error);
  expect(attempt.told).not.toContain('refused');
});

function sessionEnded(): Error {
  return new AccountUnavailableError('SESSION_REVOKED', { code: 401, type: 'SESSION_REVOKED' });
}
