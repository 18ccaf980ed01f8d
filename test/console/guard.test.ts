import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestGateway } from '../support/start-gateway.ts';
import { at, startConsole } from './support/gateway.ts';
import { openConsole, sidewaysOf } from './support/open-console.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startConsole();
});
afterAll(() => gateway[Symbol.asyncDispose]());

/** What a script could do in the page, and what the test hears of it. */
const WRONGS: readonly [what: string, script: string, look: RegExp][] = [
  ['an error on the console', "console.error('broken')", /broken/],
  ['an exception', "setTimeout(() => { throw new Error('thrown') })", /thrown/],
  [
    'a style without the nonce',
    "document.head.append(document.createElement('style'))",
    /refused by the policy: style/,
  ],
  [
    'a request to another origin',
    "fetch('http://127.0.0.1:1/').catch(() => {})",
    /another origin|refused by the policy/,
  ],
  [
    'a picture from elsewhere',
    "new Image().src = 'https://example.com/a.png'",
    /another origin|refused by the policy: img/,
  ],
  ['a file that is not there', "fetch('/console/assets/none.js')", /status of 404/],
];

test.each(WRONGS)('%s fails the test', async (_, script, look) => {
  const opened = await openConsole(at(gateway, '/console/accounts'));
  await opened.page.evaluate(`${script}; undefined`);
  await expect.poll(() => opened.complaints.join('\n')).toMatch(look);
  await expect(opened[Symbol.asyncDispose]()).rejects.toThrow(look);
});

test('what axe finds fails the test', async () => {
  await using opened = await openConsole(at(gateway, '/console/accounts'));
  await opened.checkAccess();
  await opened.page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')));
  await expect(opened.checkAccess()).rejects.toThrow(/button-name/);
});

test('what scrolls sideways in a dialog is seen, and a menu that reaches out of the window', async () => {
  await using opened = await openConsole(at(gateway, '/console/accounts'));
  const { page } = opened;
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('This list').waitFor();
  expect(await sidewaysOf(page)).toEqual([]);
  await page.evaluate(() => {
    const wide = document.createElement('p');
    wide.style.width = '5000px';
    wide.textContent = 'wide';
    document.querySelector('[role=dialog] section')?.append(wide);
    const menu = document.createElement('div');
    menu.role = 'menu';
    menu.style.cssText = 'position: fixed; left: -1px';
    document.body.append(menu);
  });
  expect(await sidewaysOf(page)).toEqual([expect.stringContaining('Modal-content'), 'DIV  ']);
});
