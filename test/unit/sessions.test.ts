import { expect, test } from 'vitest';
import { createSessions, SESSION_LIMITS } from '../../src/http/console/sessions.ts';

const ORIGIN = 'http://127.0.0.1:4000';

function setUp() {
  let now = 1_000;
  const sessions = createSessions(() => now);
  return {
    sessions,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

test('an id opens its session alone; ids are long and differ', () => {
  const { sessions } = setUp();
  const ids = [sessions.open('web', ORIGIN), sessions.open('app', ORIGIN)];
  expect(ids[0]).toMatch(/^[\w-]{43}$/);
  expect(ids.map((id) => sessions.find(id)?.caller)).toEqual(['web', 'app']);
  expect(sessions.find(`${ids[0]?.slice(0, 42)}.`)).toBeNull();
  sessions.close();
});

test('a session ends eight hours after its last use, and seven days after it began', () => {
  const { sessions, pass } = setUp();
  const id = sessions.open('web', ORIGIN);
  const ended = sessions.find(id)?.ended;
  pass(SESSION_LIMITS.idleMs - 1);
  expect(sessions.find(id)).not.toBeNull();
  pass(SESSION_LIMITS.idleMs);
  expect(sessions.find(id)).toBeNull();
  expect(ended?.aborted).toBe(true);

  const used = sessions.open('web', ORIGIN);
  for (let hours = 0; hours < 7 * 24 - 6; hours += 6) {
    pass(6 * 3_600_000);
    expect(sessions.find(used)).not.toBeNull();
  }
  pass(6 * 3_600_000);
  expect(sessions.find(used)).toBeNull();
  sessions.close();
});

test('beyond a hundred of one caller its least used one ends, beyond a thousand the least used of all', () => {
  const { sessions } = setUp();
  const first = sessions.open('web', ORIGIN);
  const second = sessions.open('web', ORIGIN);
  const ended = sessions.find(second)?.ended;
  for (let more = 2; more < SESSION_LIMITS.perCaller; more += 1) sessions.open('web', ORIGIN);
  sessions.find(first);
  sessions.open('web', ORIGIN);
  expect(ended?.aborted).toBe(true);
  expect(sessions.find(first)).not.toBeNull();

  const other = sessions.open('other', ORIGIN);
  for (let more = 0; more < SESSION_LIMITS.atATime; more += 1) sessions.open(`caller-${more}`, ORIGIN);
  expect([sessions.find(first), sessions.find(other)]).toEqual([null, null]);
  sessions.close();
});
