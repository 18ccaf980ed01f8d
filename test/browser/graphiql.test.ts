import { readdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { startToyGateway } from '../http/support/toy-gateway.ts';
import { openPage } from './support/browser.ts';
import { startProduct } from './support/product.ts';

const patiently = { timeout: 20_000 };

const tabNames = (page: Page) => page.locator('.graphiql-tab-button').allTextContents();

/** Waits for a text in the answer. Presses play again now and then, as GraphiQL takes a moment to see which tab it is on. */
async function playUntil(page: Page, expected: string | RegExp): Promise<void> {
  const play = async () => {
    await page.locator('.graphiql-execute-button').click();
    return answer(page);
  };
  await expect.poll(play, { timeout: 20_000, interval: 500 }).toMatch(expected);
}

/** The editor shows spaces that do not break. */
async function answer(page: Page): Promise<string> {
  return ((await page.locator('.graphiql-response').textContent()) ?? '').replaceAll('\u00a0', ' ');
}

test('npm start, open GraphiQL, press play: an invite link, with networking cut to loopback', async () => {
  await using product = await startProduct();
  await using browser = await openPage(product.url);
  const { page, strayRequests, complaints, screenshot } = browser;

  const files = await readdir(new URL('../../schema/operations/', import.meta.url));
  const operations = files.filter((file) => file.endsWith('.graphql')).sort();
  const nameOf = (file: string) =>
    file.replace(/^\d+-|\.graphql$/g, '').replace(/(?:^|-)(.)/g, (_, c: string) => c.toUpperCase());
  await expect.poll(() => tabNames(page), patiently).toEqual(operations.slice(0, 6).map(nameOf));

  await playUntil(page, '"__typename": "ExportedChatInvite"');
  // The last play takes the answer before it off the page.
  await expect.poll(() => answer(page), patiently).toMatch(/"link": "https:\/\/t\.me\/\+[\w-]{16}"/);
  await screenshot('first-tab');

  await page.getByRole('tab', { name: 'Refusals' }).click();
  await playUntil(page, '"__typename": "ChannelPrivateError"');
  await screenshot('refusals');

  expect(strayRequests).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the front page leads to every example, which opens in GraphiQL with its variables', async () => {
  await using product = await startProduct();
  await using browser = await openPage(new URL('/', product.url).href);
  const { page, strayRequests, complaints, screenshot } = browser;
  await screenshot('front-page');
  await page.emulateMedia({ colorScheme: 'dark' });
  await screenshot('front-page-dark');

  await page.getByRole('link', { name: 'Look at a link' }).click();
  await expect.poll(() => tabNames(page), patiently).toHaveLength(7);
  await expect.poll(() => page.locator('.graphiql-editor-tool').first().textContent(), patiently).toContain('"link"');
  await screenshot('example');

  // Tabs are stored by now: the next example joins them.
  await page.goto(new URL('/', product.url).href);
  await page.getByRole('link', { name: 'Account and chats' }).click();
  await playUntil(page, '"firstName": "Olive"');
  expect(new URL(page.url()).searchParams.has('variables')).toBe(false);
  expect(strayRequests).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the schema can be read in the page', async () => {
  await using product = await startProduct();
  await using browser = await openPage(product.url);
  await browser.page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await expect
    .poll(() => browser.page.locator('.graphiql-doc-explorer').textContent(), patiently)
    .toContain('Mutation');
  await browser.screenshot('documentation');
});

test('tabs bring their variables, the first one too, and are the same after a reload', async () => {
  const echo = (name: string) => ({
    title: name,
    about: '',
    query: `query ${name}($text: String!) { echo(text: $text) }`,
    variables: `{ "text": "from ${name} </script>" }`,
  });
  await using gateway = await startToyGateway({ examples: [echo('First'), echo('Second')] });
  await using browser = await openPage(gateway.url);
  const { page } = browser;
  await expect.poll(() => tabNames(page), patiently).toEqual(['First', 'Second']);
  await playUntil(page, '"echo": "from First </script>"');
  await page.getByRole('tab', { name: 'Second' }).click();
  await playUntil(page, '"echo": "from Second </script>"');
  // GraphiQL stores what stands in its editors a moment later, and takes half of it for a tab of its own.
  const stored = () => page.evaluate(() => `${localStorage['graphiql:query']} ${localStorage['graphiql:variables']}`);
  await expect.poll(stored, patiently).toMatch(/query Second.*from Second/);
  await page.reload();
  await expect.poll(() => tabNames(page), patiently).toEqual(['First', 'Second']);
  await playUntil(page, '"echo": "from Second </script>"');
});

test('with keys configured, the page opens without one and the headers editor has a place for it', async () => {
  await using gateway = await startToyGateway({
    examples: [{ title: '', about: '', query: 'query Hello { hello }' }],
    config: { apiKeys: ['KEY'] },
  });
  await using browser = await openPage(gateway.url);
  await playUntil(browser.page, '"hello": "world"');
  await browser.page.reload();
  await expect.poll(() => tabNames(browser.page), patiently).toEqual(['Hello']);
  await playUntil(browser.page, '"hello": "world"');

  await using locked = await startToyGateway({
    examples: [{ title: '', about: '', query: 'query Hello { hello }' }],
    config: { apiKeys: ['other'] },
  });
  await using second = await openPage(locked.url);
  await playUntil(second.page, 'UNAUTHENTICATED');
  await second.page.getByText('Headers', { exact: true }).click();
  await expect
    .poll(() => second.page.locator('.graphiql-editor-tool').last().textContent(), patiently)
    .toMatch(/Authorization/);
  await second.screenshot('key-needed');
});
