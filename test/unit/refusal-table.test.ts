import { expect, test } from 'vitest';
import {
  AccountUnavailableError,
  FloodWaitError,
  TelegramError,
  TelegramUnavailableError,
} from '../../src/services/errors/errors.ts';
import {
  accountReasons,
  gatewayFaults,
  serverFaults,
  toDomainError,
  waits,
} from '../../src/services/errors/refusal-table.ts';
import { telegramErrors } from '../../src/services/errors/telegram-errors.ts';
import { RpcFailure, splitName } from '../../src/telegram/rpc-error.ts';

const now = new Date('2026-01-01T00:00:00Z');
const domain = (code: number, name: string) => toDomainError(new RpcFailure(code, name), now);

test.each([...telegramErrors.keys()])('%s becomes its own class and keeps the number that was sent', (name) => {
  const error = domain(406, name);
  expect(error).toBeInstanceOf(telegramErrors.get(name));
  expect(error).toMatchObject({ code: name, telegramCode: 406 });
});

test.each([...waits])('%s_31 is a wait of 31 seconds', (name) => {
  const error = domain(420, `${name}_31`);
  expect(error).toBeInstanceOf(FloodWaitError);
  expect(error).toMatchObject({ code: name, retryAfterSeconds: 31, retryAt: new Date('2026-01-01T00:00:31Z') });
});

test('a wait beyond what an Int and a date hold is cut', () => {
  const retryAt = new Date(now.getTime() + 2_147_483_647_000);
  for (const seconds of ['2147483648', '9'.repeat(400)]) {
    expect(domain(420, `FLOOD_WAIT_${seconds}`)).toMatchObject({ retryAfterSeconds: 2_147_483_647, retryAt });
  }
});

test.each(Object.entries(accountReasons))('%s says that the account is %s', (name, reason) => {
  const error = domain(401, name);
  expect(error).toBeInstanceOf(AccountUnavailableError);
  expect(error).toMatchObject({ reason });
});

test.each([...serverFaults, 'SOMETHING_NEW'])(
  '%s with the number 500 is Telegram’s own trouble, outcome unknown',
  (name) => {
    const error = domain(500, name);
    expect(error).toBeInstanceOf(TelegramUnavailableError);
    expect(error).toMatchObject({ outcome: 'UNKNOWN' });
  },
);

test.each(['INTERDC_2_CALL_ERROR', 'INTERDC_4_CALL_RICH_ERROR'])(
  '%s is known in spite of the number inside',
  (name) => {
    expect(domain(400, name)).toBeInstanceOf(TelegramUnavailableError);
  },
);

test('−503 Timeout is Telegram’s own trouble', () => {
  expect(domain(-503, 'Timeout')).toBeInstanceOf(TelegramUnavailableError);
});

test.each(Object.keys(gatewayFaults))('%s passes through under its own name, with advice', (name) => {
  const error = domain(400, name);
  expect(error.constructor).toBe(TelegramError);
  expect(error).toMatchObject({ code: name, message: expect.stringContaining(gatewayFaults[name] ?? '?') });
});

test('an unknown name passes through as sent, number and all', () => {
  const error = domain(400, 'BRAND_NEW_THING_42');
  expect(error.constructor).toBe(TelegramError);
  expect(error).toMatchObject({ code: 'BRAND_NEW_THING_42', telegramCode: 400 });
});

test('FROZEN_METHOD_INVALID is no wait although its number is 420', () => {
  expect(domain(420, 'FROZEN_METHOD_INVALID')).toMatchObject({ reason: 'FROZEN' });
});

test.each([
  ['FLOOD_WAIT_30', 'FLOOD_WAIT', 30],
  ['INTERDC_2_CALL_ERROR', 'INTERDC_CALL_ERROR', 2],
  ['CHAT_ADMIN_REQUIRED', 'CHAT_ADMIN_REQUIRED', null],
])('splits %s', (name, type, argument) => {
  expect(splitName(name)).toEqual({ type, argument });
});
