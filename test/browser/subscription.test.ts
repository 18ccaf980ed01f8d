import { once } from 'node:events';
import { expect, test } from 'vitest';
import { startToyGateway } from '../http/support/toy-gateway.ts';
import { openPage } from './support/browser.ts';

const patiently = { timeout: 20_000 };

test.each([
  ['without a key', []],
  ['with the key of the headers editor', ['KEY']],
])('a subscription shows its events as they come, and ends when it is stopped: %s', async (_, apiKeys) => {
  await using gateway = await startToyGateway({
    config: { apiKeys },
    examples: [{ title: '', about: '', query: 'subscription { news }' }],
  });
  await using browser = await openPage(gateway.url);
  const { page, strayRequests, complaints } = browser;
  const answer = () => page.locator('.graphiql-response').textContent();
  const subscribed = once(gateway.events, 'news subscribed');
  await page.locator('.graphiql-execute-button').click(patiently);
  await subscribed;
  for (const word of ['first', 'second']) {
    gateway.events.emit('news', word);
    await expect.poll(answer, patiently).toContain(word);
  }
  const returned = once(gateway.events, 'news returned');
  await page.locator('.graphiql-execute-button').click();
  await returned;
  expect(strayRequests).toEqual([]);
  expect(complaints).toEqual([]);
});
