import { once } from 'node:events';
import { expect, test } from 'vitest';
import { codes, post } from './support/post.ts';
import { startToyGateway } from './support/toy-gateway.ts';

test('a request that takes too long is answered 504, and its signal aborts', async () => {
  await using gateway = await startToyGateway({ limits: { requestDeadlineMs: 50 } });
  const aborted = once(gateway.events, 'aborted');
  const answer = await post(gateway.url, '{ slow }');
  expect(answer.status).toBe(504);
  expect(codes(answer)).toEqual(['DEADLINE_EXCEEDED']);
  expect(answer.body.errors?.[0]?.message).toContain('within 0.05 s');
  expect(await aborted).toMatchObject([{ name: 'TimeoutError' }]);
  expect(gateway.lines).toMatchObject([
    { status: 504, errorCodes: ['DEADLINE_EXCEEDED'], operation: null, type: 'query' },
  ]);
});

test('a caller who goes away aborts the signal', async () => {
  await using gateway = await startToyGateway();
  const started = once(gateway.events, 'slow');
  const aborted = once(gateway.events, 'aborted');
  const caller = new AbortController();
  const answer = post(gateway.url, '{ slow }', { signal: caller.signal });
  answer.catch(() => {});
  await started;
  caller.abort();
  expect(await aborted).toMatchObject([{ name: 'AbortError' }]);
});

test('a stream outlives the deadline', async () => {
  await using gateway = await startToyGateway({ limits: { requestDeadlineMs: 50 } });
  const waits = once(gateway.events, 'ticks waits');
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: 'subscription { ticks }' }),
  });
  const text = response.text();
  await waits;
  await post(gateway.url, '{ slow }');
  await gateway.close();
  expect(await text).toContain('event: complete');
});
