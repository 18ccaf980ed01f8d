import { expect, test } from 'vitest';
import { withCallScope } from '../../src/base/call-scope.ts';
import { AccountUnavailableError, FloodWaitError, TelegramUnavailableError } from '../../src/services/errors/errors.ts';
import { ChatAdminRequiredError } from '../../src/services/errors/telegram-errors.ts';
import {
  type Attempt,
  attempted,
  certainly,
  type Effect,
  isFirstRefusal,
  REFUSED_AFTER_S,
  SINGLE_ATTEMPT,
} from '../../src/services/once/certain.ts';
import { createTelegramTime, type Sending, type Span } from '../../src/services/once/telegram-time.ts';
import type { TelegramPort } from '../../src/telegram/port.ts';
import { Api } from '../../src/telegram/tl.ts';
import { callScopeOf } from '../support/call-scope.ts';

interface Made {
  readonly link: string;
}
type Told = string | Error;
type Seen = string | null | Error;

const NOW_S = 1_800_000_000;
const made = (link: string): Made => ({ link });

const sessionForgotten = () => new TelegramUnavailableError('The session was forgotten.', 'UNKNOWN');
const serverFault = () =>
  new TelegramUnavailableError('Trouble.', 'UNKNOWN', { code: 'RPC_CALL_FAIL', telegramCode: 500 });
const noAnswer = (late: Promise<unknown>) => new TelegramUnavailableError('No answer.', 'UNKNOWN', null, { late });

/**
 * A Telegram in which each sending and each look goes as told, the last one for ever. Its answers are texts, which `read`
 * takes for links: the type of an export's answer is beside the point here.
 */
function script(send: readonly Told[], look?: readonly Seen[]) {
  const done = { sends: 0, looks: [] as { spans: readonly Span[]; isOver: boolean }[] };
  let moment = 0;
  let isAnew = false;
  const play = <T>(parts: readonly T[], index: number) => {
    const part = parts[Math.min(index, parts.length - 1)];
    if (part instanceof Error) throw part;
    return part;
  };
  const port: TelegramPort = {
    async invoke(request) {
      isAnew = false;
      if (request instanceof Api.updates.GetState) return state();
      done.sends += 1;
      return play(send, done.sends - 1);
    },
  };
  const effect: Effect<Api.messages.ExportChatInvite, Made> = {
    request: new Api.messages.ExportChatInvite({ peer: new Api.InputPeerSelf() }),
    read: async (answer) => made(String(answer)),
    ...(look && {
      async look(spans: readonly Span[], isOver: boolean) {
        if (!isAnew) throw new Error('this look may join a read that is older than the clock');
        done.looks.push({ spans, isOver });
        const found = play(look, done.looks.length - 1);
        return typeof found === 'string' ? made(found) : null;
      },
    }),
  };
  const readAnew = () => {
    isAnew = true;
  };
  const deps = { telegram: port, readAnew, time: createTelegramTime(port, () => moment) };
  const state = () =>
    new Api.updates.State({ pts: 1, qts: 0, date: NOW_S + Math.floor(moment / 1000), seq: 0, unreadCount: 0 });
  const pass = (milliseconds: number) => {
    moment += milliseconds;
  };
  return { done, effect, deps, pass };
}

/** An attempt that notes what it is told. */
function noted(earlier: readonly Sending[] = []) {
  const told: string[] = [];
  const lates: Promise<object>[] = [];
  const attempt: Attempt = {
    claimant: 'somebody',
    broken: [],
    earlier,
    sending: async (all) => void told.push(`sending ${all.length}`),
    refused: () => void told.push('refused'),
    late: (answer) => void lates.push(answer),
  };
  return { ...attempt, told, lates };
}

const inTime = <T>(left: number, work: () => Promise<T>) => withCallScope(callScopeOf({ left }), work);

test('an answer that comes is answered, and nothing is looked for', async () => {
  const { effect, deps, done } = script(['link'], [null]);
  const attempt = noted();
  await expect(certainly(deps, attempt, effect)).resolves.toEqual(made('link'));
  expect(done).toEqual({ sends: 1, looks: [] });
  expect(attempt.told).toEqual(['sending 1']);
});

test('nothing leaves before it is written down', async () => {
  const { effect, deps, done } = script(['link'], [null]);
  const full = { ...noted(), sending: () => Promise.resolve().then(() => Promise.reject(new Error('full'))) };
  await expect(certainly(deps, full, effect)).rejects.toThrow('full');
  expect(done.sends).toBe(0);
});

test('a second sending that cannot be written down does not leave, and the first one’s outcome is told', async () => {
  const { effect, deps, done } = script([serverFault(), 'link'], [null]);
  let writes = 0;
  const fullSoon: Attempt = {
    ...noted(),
    sending: async () => {
      writes += 1;
      if (writes > 1) throw new Error('full');
    },
  };
  await expect(certainly(deps, fullSoon, effect)).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  expect(done.sends).toBe(1);
});

test('an answer that was lost is found, and nothing is sent again', async () => {
  const { effect, deps, done } = script([sessionForgotten()], ['link']);
  await expect(certainly(deps, SINGLE_ATTEMPT, effect)).resolves.toEqual(made('link'));
  expect(done.sends).toBe(1);
  expect(done.looks).toEqual([{ spans: [{ earliest: NOW_S, latest: NOW_S + 1 }], isOver: false }]);
});

test('lost without a proof: a look that finds nothing is UNKNOWN, and nothing is sent again', async () => {
  const { effect, deps, done } = script([sessionForgotten(), 'a second link'], [null]);
  const attempt = noted();
  await expect(certainly(deps, attempt, effect)).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  expect(done).toMatchObject({ sends: 1, looks: { length: 3 } });
  expect(attempt.told).toEqual(['sending 1']);
});

test('a fault that Telegram told of is over: one look, then it is written down and sent once more', async () => {
  const { effect, deps, done } = script([serverFault(), serverFault(), 'link'], [null]);
  const attempt = noted();
  await expect(certainly(deps, attempt, effect)).resolves.toEqual(made('link'));
  expect(done.sends).toBe(3);
  expect(done.looks.map(({ spans, isOver }) => [spans.length, isOver])).toEqual([
    [1, true],
    [2, true],
  ]);
  expect(attempt.told).toEqual(['sending 1', 'sending 2', 'sending 3']);
});

test('trouble without an end: eight sendings, then UNKNOWN', async () => {
  const { effect, deps, done } = script([serverFault()], [null]);
  await expect(certainly(deps, SINGLE_ATTEMPT, effect)).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  expect(done.sends).toBe(8);
}, 30_000);

test('an answer that comes late, but in time, is the answer', async () => {
  const { effect, deps, done } = script([noAnswer(Promise.resolve('link'))], [null]);
  await expect(inTime(700, () => certainly(deps, SINGLE_ATTEMPT, effect))).resolves.toEqual(made('link'));
  expect(done).toEqual({ sends: 1, looks: [] });
});

test('no answer in time: UNKNOWN without a look, and what comes later is the attempt’s', async () => {
  const later = Promise.withResolvers<unknown>();
  const { effect, deps, done } = script([noAnswer(later.promise)], ['another client’s link']);
  const attempt = noted();
  const request = inTime(50, () => certainly(deps, attempt, effect));
  await expect(request).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  expect(done).toEqual({ sends: 1, looks: [] });
  expect(attempt.told).not.toContain('refused');
  later.resolve('link');
  await expect(attempt.lates[0]).resolves.toEqual(made('link'));
});

test('a late end without an answer: it is looked for', async () => {
  const { effect, deps } = script([noAnswer(Promise.reject(sessionForgotten()))], ['link']);
  await expect(inTime(700, () => certainly(deps, SINGLE_ATTEMPT, effect))).resolves.toEqual(made('link'));
});

test('a look that fails leaves the outcome unknown', async () => {
  const flood = new FloodWaitError({ code: 'FLOOD_WAIT', telegramCode: 420, retryAfterSeconds: 9, now: new Date() });
  const { effect, deps, done } = script([serverFault()], [flood]);
  const attempt = noted();
  await expect(certainly(deps, attempt, effect)).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  expect(done.sends).toBe(1);
  expect(attempt.told).not.toContain('refused');
});

test('a refusal is answered and noted as nothing done', async () => {
  const { effect, deps } = script([new ChatAdminRequiredError()], [null]);
  const attempt = noted();
  await expect(certainly(deps, attempt, effect)).rejects.toBeInstanceOf(ChatAdminRequiredError);
  expect(attempt.told).toContain('refused');
});

test('a second sending that does not leave keeps the first one’s outcome, and is not counted', async () => {
  const unsent = new TelegramUnavailableError('No connection.', 'NOT_EXECUTED');
  const { effect, deps } = script([serverFault(), unsent], [null]);
  const attempt = noted();
  await expect(certainly(deps, attempt, effect)).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  expect(attempt.told).toEqual(['sending 1', 'sending 2', 'sending 1']);
});

const span = (second: number): Span => ({ earliest: second, latest: second });

test('an earlier try is looked for before anything is sent', async () => {
  const { effect, deps, done } = script(['a second link'], ['link']);
  await expect(certainly(deps, noted([span(NOW_S - 30)]), effect)).resolves.toEqual(made('link'));
  expect(done).toEqual({ sends: 0, looks: [{ spans: [span(NOW_S - 30)], isOver: false }] });
});

test('an earlier try of which nothing is found is sent again once Telegram refuses the first sending, no sooner', async () => {
  const { effect, deps, done, pass } = script(['link'], [null]);
  const earlier = [span(NOW_S - 100), span(NOW_S)];
  const tooEarly = noted(earlier);
  pass(REFUSED_AFTER_S * 1000);
  await expect(certainly(deps, tooEarly, effect)).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  expect(done.sends).toBe(0);
  expect(tooEarly.told).toEqual([]);
  pass(1_000);
  const inTime = noted(earlier);
  await expect(certainly(deps, inTime, effect)).resolves.toEqual(made('link'));
  expect(inTime.told).toEqual(['sending 3']);
});

test('where nothing can be looked at, a lost answer and an earlier try stay unknown', async () => {
  const { effect, deps, done, pass } = script([serverFault(), 'a second link']);
  await expect(certainly(deps, noted(), effect)).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  pass(2 * REFUSED_AFTER_S * 1000);
  await expect(certainly(deps, noted([span(NOW_S)]), effect)).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  expect(done.sends).toBe(1);
});

test('what is sent once: NOT_EXECUTED only when Telegram is through with it and a look shows that nothing was done', async () => {
  for (const [lost, outcome] of [
    [serverFault(), 'NOT_EXECUTED'],
    [sessionForgotten(), 'UNKNOWN'],
  ] as const) {
    const { effect, deps, done } = script([lost], [null]);
    const attempt = noted();
    await expect(certainly(deps, attempt, { ...effect, isSentOnce: true })).rejects.toMatchObject({ outcome });
    expect(done.sends).toBe(1);
    expect(attempt.told.includes('refused')).toBe(outcome === 'NOT_EXECUTED');
  }
});

test('a repeat that is refused: what the first has done by then is answered', async () => {
  const { effect, deps } = script([serverFault(), new ChatAdminRequiredError()], [null, 'link']);
  await expect(certainly(deps, SINGLE_ATTEMPT, effect)).resolves.toEqual(made('link'));
});

test('a repeat that is refused, and nothing is there: the refusal is the answer, and the key is free', async () => {
  const { effect, deps } = script([serverFault(), new ChatAdminRequiredError()], [null]);
  const attempt = noted();
  await expect(certainly(deps, attempt, effect)).rejects.toBeInstanceOf(ChatAdminRequiredError);
  expect(attempt.told.at(-1)).toBe('refused');
});

test('a repeat that has to wait for a flood leaves it unknown what the first has done', async () => {
  const flood = new FloodWaitError({ code: 'FLOOD_WAIT', telegramCode: 420, retryAfterSeconds: 9, now: new Date() });
  const { effect, deps } = script([serverFault(), flood], [null]);
  const attempt = noted();
  await expect(certainly(deps, attempt, effect)).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  expect(attempt.told).not.toContain('refused');
});

test('a frozen account has done nothing', async () => {
  const frozen = new AccountUnavailableError('FROZEN', { code: 'FROZEN_METHOD_INVALID', telegramCode: 420 });
  const { effect, deps } = script([frozen]);
  const attempt = noted();
  await expect(certainly(deps, attempt, effect)).rejects.toBe(frozen);
  expect(attempt.told).toContain('refused');
});

test.each([
  ['the end of a session, which meets requests that were carried out, too', sessionEnded()],
  ['a mistake of ours behind the answer', new TypeError('no such field')],
])('%s does not free the key', async (_, error) => {
  for (const look of [[null], undefined]) {
    const { effect, deps } = script([error], look);
    const attempt = noted();
    await expect(certainly(deps, attempt, effect)).rejects.toBe(error);
    expect(attempt.told).not.toContain('refused');
  }
});

function sessionEnded(): Error {
  return new AccountUnavailableError('SESSION_REVOKED', { code: 'SESSION_REVOKED', telegramCode: 401 });
}

/** What an attempt with these sendings before it ends with. */
async function endOf(told: readonly Told[], earlier: readonly Sending[] = [], isSentOnce = false): Promise<unknown> {
  const { effect, deps } = script(told, [null]);
  const work = (attempt: Attempt<Made>) => certainly(deps, attempt, { ...effect, isSentOnce });
  return attempted<Made>({ ...SINGLE_ATTEMPT, earlier }, work).catch((error: unknown) => error);
}

test.each<[answer: boolean, what: string, told: readonly Told[], earlier?: readonly Sending[]]>([
  [true, 'the answer to the only sending', [new ChatAdminRequiredError()]],
  [
    true,
    'a wait that Telegram asks for at once',
    [new FloodWaitError({ code: 'FLOOD_WAIT', telegramCode: 420, retryAfterSeconds: 9, now: new Date() })],
  ],
  [
    true,
    'the account is limited at once',
    [new AccountUnavailableError('LIMITED', { code: 'PEER_FLOOD', telegramCode: 400 })],
  ],
  [
    false,
    'the session has ended',
    [new AccountUnavailableError('SESSION_DEAD', { code: 'AUTH_KEY_UNREGISTERED', telegramCode: 401 })],
  ],
  [false, 'a refusal after a lost answer', [serverFault(), new ChatAdminRequiredError()]],
  [
    false,
    'a refusal of a key whose earlier sending was not answered',
    [new ChatAdminRequiredError()],
    [{ earliest: NOW_S - 999, latest: NOW_S - 998 }],
  ],
])('a first refusal: %s, %s', async (answer, _what, told, earlier) => {
  const end = await inTime(15_000, () => endOf(told, earlier));
  expect(end).toBeInstanceOf(told.at(-1)?.constructor);
  expect(isFirstRefusal(end)).toBe(answer);
});

test('what a look proves after a lost answer is no first refusal', async () => {
  const end = await inTime(15_000, () => endOf([serverFault()], [], true));
  expect(end).toMatchObject({ outcome: 'NOT_EXECUTED' });
  expect(isFirstRefusal(end)).toBe(false);
});

test('a failure before anything is sent is a first refusal, but not of an attempt for which something was sent before', async () => {
  // A read that two attempts share fails for both with the same error.
  const shared = new ChatAdminRequiredError();
  const endAfter = (earlier: readonly Sending[]) =>
    attempted({ ...SINGLE_ATTEMPT, earlier }, () => Promise.reject(shared)).catch((error: unknown) => error);
  const [first, later] = await Promise.all([endAfter([]), endAfter([{ earliest: 1, latest: 2 }])]);
  expect([isFirstRefusal(first), isFirstRefusal(later)]).toEqual([true, false]);
  expect(later).toMatchObject({ code: 'CHAT_ADMIN_REQUIRED', message: shared.message });
  expect(isFirstRefusal(new Error('a bug'))).toBe(false);
});
