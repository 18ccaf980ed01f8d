import { expect, test } from 'vitest';
import { InvalidInputError } from '../../src/services/errors/errors.ts';
import { refuse } from '../../src/services/errors/refuse.ts';
import { ExpireDateInvalidError } from '../../src/services/errors/telegram-errors.ts';
import { brokenRules, cleanTitle, type InviteSettings } from '../../src/services/invites/invite-rules.ts';

const now = new Date('2026-01-01T00:00:00Z');
const plain: InviteSettings = {
  legacyRevokePermanent: false,
  requestNeeded: false,
  expireDate: null,
  usageLimit: null,
  title: null,
  subscriptionPricing: null,
};

const namesOf = (settings: Partial<InviteSettings>) =>
  brokenRules({ ...plain, ...settings }, now).map((error) => error.name);

test.each([
  [{}],
  [{ legacyRevokePermanent: true }],
  [{ usageLimit: 1 }],
  [{ usageLimit: 99_999 }],
  [{ title: 'a'.repeat(32) }],
  [{ title: '😀'.repeat(32) }],
  [{ expireDate: new Date('2026-01-01T00:00:01Z') }],
  [{ expireDate: new Date(2_147_483_647_000) }],
  [{ requestNeeded: true, expireDate: new Date('2027-01-01') }],
  [{ subscriptionPricing: { period: 2_592_000, amount: 1 } }],
])('%j breaks no rule', (settings) => {
  expect(namesOf(settings)).toEqual([]);
});

test.each([
  [{ usageLimit: 0 }, 'UsageLimitInvalidError'],
  [{ usageLimit: -1 }, 'UsageLimitInvalidError'],
  [{ usageLimit: 100_000 }, 'UsageLimitInvalidError'],
  [{ expireDate: now }, 'ExpireDateInvalidError'],
  [{ expireDate: new Date(43_000) }, 'ExpireDateInvalidError'],
  [{ expireDate: new Date(2_147_483_648_000) }, 'ExpireDateInvalidError'],
  [{ title: 'a'.repeat(33) }, 'InvalidInputError'],
  [{ title: '😀'.repeat(33) }, 'InvalidInputError'],
  [{ subscriptionPricing: { period: 60, amount: 1 } }, 'SubscriptionPeriodInvalidError'],
])('%j is answered by one type', (settings, name) => {
  expect(namesOf(settings)).toEqual([name]);
});

test('rules without a Telegram name are told in one error, with the paths of all fields concerned', () => {
  const [error] = brokenRules(
    {
      ...plain,
      title: 'a'.repeat(40),
      requestNeeded: true,
      usageLimit: 5,
      subscriptionPricing: { period: 2_592_000, amount: 1 },
    },
    now,
  );
  expect(error).toBeInstanceOf(InvalidInputError);
  expect(error instanceof InvalidInputError && error.issues.map((issue) => issue.path.join('.'))).toEqual([
    'input.title',
    'input.requestNeeded',
    'input.usageLimit',
    'input.subscriptionPricing',
    'input.usageLimit',
    'input.requestNeeded',
  ]);
});

test.each([
  ['title', { title: 'Flyer' }],
  ['usageLimit', { usageLimit: 5 }],
  ['expireDate', { expireDate: new Date('2027-01-01') }],
  ['requestNeeded', { requestNeeded: true }],
  ['subscriptionPricing', { subscriptionPricing: { period: 2_592_000, amount: 1 } }],
])('a new primary link takes no %s', (field, settings) => {
  const [error] = brokenRules({ ...plain, ...settings, legacyRevokePermanent: true }, now);
  expect(error instanceof InvalidInputError && error.issues.map((issue) => issue.path)).toEqual([
    ['input', 'legacyRevokePermanent'],
    ['input', field],
  ]);
});

test('several broken rules are all issues of one error, those with a type of their own as well', () => {
  const title = 'a'.repeat(33);
  const broken = brokenRules({ ...plain, title, usageLimit: 0, subscriptionPricing: { period: 60, amount: 1 } }, now);
  const refused = () => refuse(broken);
  expect(refused).toThrow(InvalidInputError);
  expect(refused).toThrow(
    expect.objectContaining({
      issues: [
        { path: ['input', 'title'], code: 'INVALID_INPUT', message: expect.stringContaining('has 33') },
        { path: ['input', 'subscriptionPricing'], code: 'INVALID_INPUT', message: expect.any(String) },
        { path: ['input', 'usageLimit'], code: 'INVALID_INPUT', message: expect.any(String) },
        {
          path: ['input', 'usageLimit'],
          code: 'USAGE_LIMIT_INVALID',
          message: expect.stringMatching(/^usageLimit is 0\./),
        },
        {
          path: ['input', 'subscriptionPricing', 'period'],
          code: 'SUBSCRIPTION_PERIOD_INVALID',
          message: expect.stringContaining('is 60'),
        },
      ],
    }),
  );
});

test.each([0, -5])('a price of %i is told at its field, beside what else is wrong', (amount) => {
  const broken = brokenRules({ ...plain, subscriptionPricing: { period: 60, amount } }, now);
  expect(() => refuse(broken)).toThrow(
    expect.objectContaining({
      issues: [
        { path: ['input', 'subscriptionPricing', 'amount'], code: 'INVALID_INPUT', message: expect.any(String) },
        expect.objectContaining({ path: ['input', 'subscriptionPricing', 'period'] }),
      ],
    }),
  );
});

test('one broken rule keeps its type', () => {
  expect(() => refuse(brokenRules({ ...plain, expireDate: now }, now))).toThrow(ExpireDateInvalidError);
});

test('nothing broken, nothing thrown', () => {
  expect(() => refuse([])).not.toThrow();
});

test.each([
  ['  My title\n', 'My title'],
  ['a\u0000b', 'a b'],
  ['', null],
  [' \t ', null],
  [null, null],
])('the title %j becomes %j', (title, cleaned) => {
  expect(cleanTitle(title)).toBe(cleaned);
});
