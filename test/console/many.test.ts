import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { person } from '../../src/sandbox/seeds/person.ts';
import type { JoinRequest } from '../../src/sandbox/world/join-requests.ts';
import { addUser } from '../../src/sandbox/world/users.ts';
import { now } from '../../src/sandbox/world.ts';
import type { TestGateway } from '../support/start-gateway.ts';
import { at, COMMUNITY, community, makeInvite, startConsole } from './support/gateway.ts';
import { hasFocus } from './support/keyboard.ts';
import { openConsole } from './support/open-console.ts';

const MANY = 5_000;
const inWords = (count: number) => count.toLocaleString('en');
/** Rows that are drawn at first, and as often as somebody comes to the end of those. */
const STEP = 100;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startConsole();
  const { world } = gateway.sandbox;
  for (let each = 1; each <= MANY; each += 1) makeInvite(gateway, { title: `Campaign ${each}` });
  const invite = makeInvite(gateway, { title: 'Front door', requestNeeded: true, requested: MANY });
  const requests = Array.from({ length: MANY }, (_, each): JoinRequest => {
    const { id: userId, about } = addUser(world, person(7_500_000_001n, each));
    return { userId, about, invite, date: now(world) - 60 * (each + 1) };
  });
  community(gateway).pendingRequests.push(...requests);
});
afterAll(() => gateway[Symbol.asyncDispose]());

/** Counts the operations of a name that the page sends. */
function countSent(page: Page, name: string) {
  let sent = 0;
  page.on('request', (request) => {
    if (request.postData()?.includes(`"operationName":"${name}"`)) sent += 1;
  });
  return () => sent;
}

/** Counts the rows that are put into the page from now on. */
const watchRows = (page: Page) =>
  page.evaluate(() => {
    const body = document.querySelector('tbody');
    const count = (nodes: NodeList) => [...nodes].filter(({ nodeName }) => nodeName === 'TR').length;
    document.body.dataset['drawn'] = '0';
    new MutationObserver((records) => {
      const added = records.reduce((sum, { addedNodes }) => sum + count(addedNodes), 0);
      document.body.dataset['drawn'] = `${Number(document.body.dataset['drawn']) + added}`;
    }).observe(body ?? document.body, { childList: true });
  });
const drawnSince = (page: Page) => page.evaluate(() => Number(document.body.dataset['drawn']));

test('5,000 links: a request for each page, a hundred rows, and typing asks for nothing and draws what differs alone', async () => {
  await using opened = await openConsole(at(gateway, '/console/accounts'));
  const { page } = opened;
  const sent = countSent(page, 'Links');
  await page.goto(at(gateway, `/console/links/${COMMUNITY}`));
  const rows = page.getByRole('table', { name: 'Links' }).locator('tbody tr');
  const told = page.getByRole('status').filter({ hasText: /loaded|links/ });
  const all = MANY + 2;
  await told.getByText(`100 loaded, ${inWords(all)} in all`).waitFor();
  expect([sent(), await rows.count()]).toEqual([1, STEP]);
  const more = page.getByRole('button', { name: 'Show more' });
  for (let loaded = 2 * STEP; loaded < all + STEP; loaded += STEP) {
    await more.press('Enter');
    await told.getByText(loaded < all ? `${inWords(loaded)} loaded, ` : `${inWords(all)} links`).waitFor();
  }
  expect(await more.count()).toBe(0);
  expect(sent()).toBe(Math.ceil(all / STEP));

  // Whoever went down to the button has all rows before them, and another choice begins above.
  const search = page.getByRole('searchbox', { name: 'Search title or link' });
  await watchRows(page);
  await search.pressSequentially('campaign');
  await told.getByText(`${inWords(MANY)} of the ${inWords(all)} that are loaded`).waitFor();
  await expect.poll(() => rows.count()).toBe(STEP);
  expect(await drawnSince(page), 'rows that are among them again stay as they are').toBeLessThanOrEqual(2);
  await search.pressSequentially(' 77');
  await told.getByText(/^[12]\d\d? of the/).waitFor();
  await search.fill('');
  await told.getByText(`${inWords(all)} links`).waitFor();
  await expect.poll(() => rows.count()).toBe(STEP);
  expect(await drawnSince(page)).toBeLessThan(6 * STEP);
  expect(sent(), 'typing asks Telegram for nothing').toBe(Math.ceil(all / STEP));
}, 120_000);

test('5,000 requests: ten calls for a page, a hundred rows, more as somebody goes down', async () => {
  await using opened = await openConsole(at(gateway, '/console/accounts'));
  const { page } = opened;
  const sent = countSent(page, 'Requests');
  const calls = () => gateway.calls.filter((method) => method === 'messages.GetChatInviteImporters').length;
  const before = calls();
  await page.goto(at(gateway, `/console/requests/${COMMUNITY}`));
  const table = page.getByRole('table', { name: 'Who waits' });
  const rows = table.locator('tbody tr');
  await page.getByText(`${inWords(MANY)} waiting, the earliest first`).waitFor();
  expect([sent(), await rows.count(), await table.getAttribute('aria-rowcount')]).toEqual([1, STEP, '1001']);
  // The stream begins with one of its own.
  expect(calls() - before).toBe(11);

  await watchRows(page);
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  await page.getByText(/sent in \d s/).waitFor();
  expect([await rows.count(), await drawnSince(page)]).toEqual([STEP, 1]);
  await page.keyboard.press('u');
  await expect.poll(() => hasFocus(rows.first())).toBe(true);
  for (let each = 0; each < STEP + 10; each += 1) await page.keyboard.press('j');
  await expect.poll(() => rows.nth(STEP + 10).evaluate((row) => row === document.activeElement)).toBe(true);
  expect(await rows.count()).toBe(2 * STEP);
}, 120_000);
