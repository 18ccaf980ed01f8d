import { expect, test } from 'vitest';
import {
  asLocal,
  inputToEdit,
  inputToMake,
  NOTHING,
  problemsOf,
  reasonToEdit,
  reasonToMake,
  valuesOf,
} from '../../console/src/parts/link-rules.ts';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const LINK = {
  id: 'x',
  link: 'https://t.me/+abc',
  linkIsPartial: false,
  title: 'Door',
  date: '2026-01-01T00:00:00Z',
  startDate: null,
  expireDate: '2026-05-01T10:20:30Z',
  permanent: false,
  revoked: false,
  requestNeeded: false,
  requested: 0,
  usage: 1,
  usageLimit: 5,
  subscriptionExpired: 0,
  subscriptionPricing: null,
  admin: { id: 'a', peer: '1', firstName: 'Ada', lastName: null, username: null, isBot: false },
};

test('what excludes each other is greyed with the reason, and what is set can be taken away', () => {
  const limited = { ...NOTHING, usageLimit: '5' };
  expect(reasonToMake('requestNeeded', limited, 'CHANNEL')).toBe('Not together with a limit.');
  expect(reasonToMake('subscriptionPricing', limited, 'CHANNEL')).toBe('Not together with a limit.');
  expect(reasonToMake('legacyRevokePermanent', limited, 'CHANNEL')).toBe('Not together with a limit.');
  expect(reasonToMake('usageLimit', limited, 'CHANNEL')).toBeNull();
  expect(reasonToMake('title', limited, 'CHANNEL')).toBeNull();
  expect(reasonToMake('usageLimit', { ...NOTHING, requestNeeded: true }, null)).toBe('Not together with approval.');
  expect(reasonToMake('title', { ...NOTHING, legacyRevokePermanent: true }, null)).toBe(
    'Not together with a new primary link.',
  );
  expect(reasonToMake('expireDate', { ...NOTHING, subscriptionPricing: '9' }, 'CHANNEL')).toBe(
    'Not together with a price.',
  );
  expect(reasonToMake('title', { ...NOTHING, subscriptionPricing: '9' }, 'CHANNEL')).toBeNull();
});

test('a paid link is for channels', () => {
  expect(reasonToMake('subscriptionPricing', NOTHING, 'SUPERGROUP')).toBe('Paid links are for channels.');
  expect(reasonToMake('subscriptionPricing', NOTHING, 'CHANNEL')).toBeNull();
  expect(reasonToMake('subscriptionPricing', NOTHING, null)).toBeNull();
});

test('of a primary, a revoked and a paid link, what cannot be changed is greyed', () => {
  const values = valuesOf(LINK);
  expect(reasonToEdit('title', values, { ...LINK, permanent: true })).toBe('A primary link has no settings.');
  expect(reasonToEdit('title', values, { ...LINK, revoked: true })).toBe('A revoked link stays as it is.');
  const paid = { ...LINK, subscriptionPricing: { amount: 5, period: 2_592_000 } };
  expect(reasonToEdit('title', values, paid)).toBeNull();
  expect(reasonToEdit('expireDate', values, paid)).toBe('Of a paid link only the title can be changed.');
});

test('what is out of range is told', () => {
  const problems = (change: object) => Object.keys(problemsOf({ ...NOTHING, ...change }, NOW));
  expect(problems({ title: '🙂'.repeat(32), usageLimit: '99999', expireDate: asLocal(NOW + 60_000) })).toEqual([]);
  expect(problems({ title: '🙂'.repeat(33) })).toEqual(['title']);
  for (const usageLimit of ['0', '100000', '1.5', '-1', 'ten', '1e3'])
    expect(problems({ usageLimit })).toEqual(['usageLimit']);
  expect(problems({ expireDate: asLocal(NOW) })).toEqual(['expireDate']);
  expect(problems({ expireDate: '2038-02-01T00:00' })).toEqual(['expireDate']);
  expect(problems({ subscriptionPricing: '0' })).toEqual(['subscriptionPricing']);
});

test('the input that makes a link has what is set alone', () => {
  expect(inputToMake('-1', NOTHING)).toEqual({ peer: '-1' });
  expect(inputToMake('-1', { ...NOTHING, title: ' Door ', usageLimit: '7', expireDate: asLocal(NOW) })).toEqual({
    peer: '-1',
    title: 'Door',
    usageLimit: 7,
    expireDate: new Date(NOW).toISOString(),
  });
  expect(inputToMake('-1', { ...NOTHING, subscriptionPricing: '50' })).toEqual({
    peer: '-1',
    subscriptionPricing: { amount: 50, period: 2_592_000 },
  });
});

test('the input that edits a link has what differs alone', () => {
  const values = valuesOf(LINK);
  const named = { peer: '-1', link: LINK.link };
  expect(inputToEdit('-1', LINK, values)).toEqual(named);
  expect(inputToEdit('-1', LINK, { ...values, title: '', expireDate: '' })).toEqual({
    ...named,
    title: null,
    expireDate: null,
  });
  expect(inputToEdit('-1', LINK, { ...values, usageLimit: '', requestNeeded: true })).toEqual({
    ...named,
    usageLimit: null,
    requestNeeded: true,
  });
});
