import { once } from 'node:events';
import { expect, test } from 'vitest';
import { subscribeWs } from '../support/subscribe-ws.ts';
import { startToyGateway } from './support/toy-gateway.ts';

test('queries, mutations and subscriptions run over one protocol', async () => {
  await using gateway = await startToyGateway();
  const of = async (query: string) => {
    await using client = await subscribeWs(gateway.url, query);
    return (await client.next()).value;
  };
  expect(await of('{ hello }')).toEqual({ data: { hello: 'world' } });
  expect(await of('mutation { poke }')).toEqual({ data: { poke: 1 } });
  expect(await of('subscription { ticks }')).toEqual({ data: { ticks: 1 } });
});

test('a subscription goes on for as long as its client wants it; then its source is left at once', async () => {
  await using gateway = await startToyGateway();
  const subscribed = once(gateway.events, 'news subscribed');
  const client = await subscribeWs(gateway.url, 'subscription { news }');
  await subscribed;
  gateway.events.emit('news', 'one');
  gateway.events.emit('news', 'two');
  expect([await client.next(), await client.next()].map(({ value }) => value)).toEqual([
    { data: { news: 'one' } },
    { data: { news: 'two' } },
  ]);
  const returned = once(gateway.events, 'news returned');
  await client.close();
  await returned;
});
