import { expect, test } from 'vitest';
import { subscribeSse } from '../support/subscribe-sse.ts';
import { subscribeWs } from '../support/subscribe-ws.ts';
import { codes, post } from './support/post.ts';
import { startToyGateway } from './support/toy-gateway.ts';

const SCOPE = '{ scope }';

async function scopeOf(url: string, headers: Record<string, string> = {}) {
  const { body } = await post(url, SCOPE, { headers });
  return JSON.parse(String(body.data?.['scope']));
}

test('calls to Telegram have half a second less than the request, so that their answer comes first', async () => {
  await using gateway = await startToyGateway();
  const { left, waitsForFloods, caller } = await scopeOf(gateway.url);
  expect(left).toBeLessThanOrEqual(14_500);
  expect(left).toBeGreaterThan(10_000);
  expect({ waitsForFloods, caller }).toEqual({ waitsForFloods: false, caller: 'anonymous' });
});

test('x-deadline-ms lowers the time; of a short one a fifth is kept back', async () => {
  await using gateway = await startToyGateway();
  const { left } = await scopeOf(gateway.url, { 'x-deadline-ms': '2000' });
  expect(left).toBeLessThanOrEqual(1_600);
  const answer = await post(gateway.url, '{ slow }', { headers: { 'x-deadline-ms': '40' } });
  expect(answer.status).toBe(504);
  expect(answer.body.errors?.[0]?.message).toContain('within 0.04 s');
});

test.each([
  ['x-deadline-ms', '0'],
  ['x-deadline-ms', '15001'],
  ['x-deadline-ms', '1.5'],
  ['x-deadline-ms', 'soon'],
  ['x-wait-for-floods', 'perhaps'],
])('%s: %s is refused with a sentence', async (header, value) => {
  await using gateway = await startToyGateway();
  const answer = await post(gateway.url, SCOPE, { headers: { [header]: value } });
  expect(answer.status).toBe(400);
  expect(codes(answer)).toEqual(['BAD_REQUEST']);
  expect(answer.body.errors?.[0]?.message).toMatch(new RegExp(`^${header} has to be `));
});

test('a caller has the same name over both transports, from which its key cannot be told', async () => {
  await using gateway = await startToyGateway({ config: { apiKeys: ['first-key', 'second-key'] } });
  const first = await scopeOf(gateway.url, { authorization: 'Bearer first-key' });
  const second = await scopeOf(gateway.url, { authorization: 'Bearer second-key' });
  expect(first.caller).toMatch(/^[0-9a-f]{16}$/);
  expect(second.caller).not.toBe(first.caller);
  await using client = await subscribeWs(gateway.url, SCOPE, {}, { headers: { authorization: 'Bearer first-key' } });
  const { value } = await client.next();
  expect(JSON.parse(String(value?.data?.['scope'])).caller).toBe(first.caller);
});

test.each([
  ['connectionParams', { connectionParams: { 'x-deadline-ms': 2_000, 'x-wait-for-floods': true } }],
  ['the headers of the upgrade', { headers: { 'x-deadline-ms': '2000', 'x-wait-for-floods': 'true' } }],
])('over a WebSocket the terms stand in %s', async (_, options) => {
  await using gateway = await startToyGateway();
  await using client = await subscribeWs(gateway.url, SCOPE, {}, options);
  const { value } = await client.next();
  const { left, waitsForFloods } = JSON.parse(String(value?.data?.['scope']));
  expect(left).toBeLessThanOrEqual(1_600);
  expect(waitsForFloods).toBe(true);
});

test('terms of a WebSocket that are none: closed with 4400 and a sentence', async () => {
  await using gateway = await startToyGateway();
  await using client = await subscribeWs(gateway.url, SCOPE, {}, { connectionParams: { 'x-deadline-ms': 'soon' } });
  await expect(client.next()).rejects.toMatchObject({
    code: 4400,
    reason: expect.stringMatching(/^x-deadline-ms has/),
  });
});

test.each([
  ['server-sent events', subscribeSse],
  ['a WebSocket', subscribeWs],
])('a subscription over %s has a deadline until it stands, and none afterwards', async (_, subscribe) => {
  await using gateway = await startToyGateway();
  await using client = await subscribe(gateway.url, 'subscription { scopes }');
  const { value } = await client.next();
  const scopes = [value?.data?.['scopes']].flat().map((scope) => JSON.parse(String(scope)));
  expect(scopes).toMatchObject([{ left: expect.any(Number) }, { left: null }]);
});
