import { expect, test } from 'vitest';
import { type Readiness, readinessOf } from '../../src/workspace/readiness.ts';

const says = (name: string, told: Readiness) => ({ name, readiness: async () => told });
const silent = (name: string) => ({ name, readiness: () => new Promise<Readiness>(() => {}) });

test('without an account nobody can act', async () => {
  expect(await readinessOf([])).toEqual({ ready: false, reason: 'There is no account: sign in.' });
});

test('one account speaks for itself', async () => {
  for (const told of [
    { ready: true },
    { ready: true, warning: 'It only reads.' },
    { ready: false, reason: 'Telegram is away.' },
  ] as const) {
    expect(await readinessOf([says('default', told)])).toEqual(told);
  }
});

test('of several each is named with what is wrong, and one that can act is enough', async () => {
  const away = says('bot', { ready: false, reason: 'Telegram is away.' });
  const held = says('owner', { ready: true, warning: 'It only reads.' });
  expect(await readinessOf([away, held])).toEqual({
    ready: true,
    warning: 'bot: Telegram is away. owner: It only reads.',
  });
  expect(await readinessOf([away, says('owner', { ready: true })])).toEqual({
    ready: true,
    warning: 'bot: Telegram is away.',
  });
  expect(await readinessOf([away, { ...away, name: 'two' }])).toEqual({
    ready: false,
    reason: 'bot: Telegram is away. two: Telegram is away.',
  });
});

test('once an account can act nobody waits for one that does not answer', async () => {
  expect(await readinessOf([silent('bot'), says('owner', { ready: true })])).toEqual({
    ready: true,
    warning: 'bot: Telegram does not answer.',
  });
});
