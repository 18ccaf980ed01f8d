import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestGateway } from '../support/start-gateway.ts';
import { at, COMMUNITY, knock, startConsole } from './support/gateway.ts';
import { openConsole, sidewaysOf } from './support/open-console.ts';

let gateway: TestGateway;
let hash = '';
beforeAll(async () => {
  gateway = await startConsole();
  hash = knock(gateway).link.replace('https://t.me/+', '');
});
afterAll(() => gateway[Symbol.asyncDispose]());

const row = (table: string) => (page: Page) => page.getByRole('table', { name: table }).locator('tbody tr').first();

/** Each screen, with what stands on it when it is read. */
const ROUTES: readonly [name: string, path: () => string, isThere: (page: Page) => ReturnType<Page['locator']>][] = [
  ['the first', () => '', row('Who waits')],
  ['requests', () => `/requests/${COMMUNITY}`, row('Who waits')],
  ['links', () => `/links/${COMMUNITY}`, row('Links')],
  ['a link', () => `/links/${COMMUNITY}/${hash}`, (page) => page.getByRole('img', { name: /QR code/ })],
  ['chats', () => '/chats', (page) => page.getByRole('link', { name: /^\d+ requests of Sandbox Community/ })],
  ['accounts', () => '/accounts', row('Accounts')],
  ['nothing', () => '/nowhere', (page) => page.getByText('There is no /console/nowhere')],
];

describe.each(ROUTES)('%s', (name, path, isThere) => {
  test('is free of what axe finds, and nothing scrolls sideways at 320 px and at 200 %', async () => {
    await using opened = await openConsole(at(gateway, `/console${path()}`));
    const { page } = opened;
    await isThere(page).waitFor();
    await opened.checkAccess();
    expect(await sidewaysOf(page)).toEqual([]);
    // 1280 pixels at 200 % are 640 of CSS.
    for (const width of [640, 320]) {
      await page.setViewportSize({ width, height: 640 });
      await opened.screenshot(`${name.replaceAll(' ', '-')}-${width}`);
      expect(await sidewaysOf(page), `at ${width} pixels`).toEqual([]);
    }
    await opened.checkAccess();
  });
});
