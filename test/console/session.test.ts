import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestGateway } from '../support/start-gateway.ts';
import { at, COMMUNITY, knock, startConsole } from './support/gateway.ts';
import { type ConsolePage, openConsole, sidewaysOf } from './support/open-console.ts';

const KEY = 'key-of-the-console-4f1c9a';
const WRONG = 'key-of-nobody-77aa01';
const REFUSED = /status of 401/;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startConsole({ env: { GATEWAY_API_KEYS: `web:${KEY}` } });
  knock(gateway);
});
afterAll(() => gateway[Symbol.asyncDispose]());

/** Types a key and sends it, with the keyboard alone: the field has the focus when the page is opened. */
async function typeKey(page: Page, key: string): Promise<void> {
  await expect.poll(() => page.getByLabel('API key').evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type(key);
  await page.keyboard.press('Enter');
}

const openSignIn = (path = '/console'): Promise<ConsolePage> => openConsole(at(gateway, path));

/** All that a page leaves in a browser, as text. */
async function tracesIn({ page, context }: ConsolePage): Promise<string> {
  const inPage = await page.evaluate(async () =>
    JSON.stringify([
      document.documentElement.outerHTML,
      Array.from(document.querySelectorAll('input'), ({ value }) => value),
      { ...localStorage },
      { ...sessionStorage },
      await indexedDB.databases(),
      await caches.keys(),
      document.cookie,
      location.href,
      history.state,
      performance.getEntriesByType('resource').map(({ name }) => name),
    ]),
  );
  return inPage + JSON.stringify(await context.cookies());
}

test('signed in with a key, by keyboard, and signed out: the key is nowhere and the session ends', async () => {
  await using opened = await openSignIn(`/console/links/${COMMUNITY}?status=active`);
  const { page, context } = opened;
  const addresses: string[] = [];
  context.on('request', (request) => addresses.push(request.url(), request.headers()['referer'] ?? ''));

  await opened.checkAccess();
  await typeKey(page, KEY);
  await page.getByRole('table', { name: 'Links' }).waitFor();
  expect(new URL(page.url()).search, 'the screen that was asked for').toBe('?status=active');
  expect(await tracesIn(opened)).not.toContain(KEY);
  expect(addresses.join('\n')).not.toContain(KEY);
  const [cookie, ...others] = await context.cookies();
  expect(others).toEqual([]);
  expect(cookie).toMatchObject({ name: '__Host-tgw_session', httpOnly: true, secure: true, sameSite: 'Strict' });
  expect(await page.evaluate(() => document.cookie)).toBe('');

  await page.reload();
  await page.getByRole('table', { name: 'Links' }).waitFor();
  await page.getByRole('button', { name: 'Sign out' }).press('Enter');
  await page.getByLabel('API key').waitFor();
  expect(await context.cookies()).toEqual([]);
  expect(await tracesIn(opened)).not.toMatch(/Sandbox Community|Front door/);

  // Who kept the cookie has nothing by it.
  const kept = await fetch(gateway.app.url, {
    method: 'POST',
    headers: {
      cookie: `${cookie?.name}=${cookie?.value}`,
      origin: new URL(gateway.app.url).origin,
      'x-graphql-yoga-csrf': '1',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ query: '{ __typename }' }),
  });
  expect(kept.status).toBe(401);
  expect(gateway.logLines.join('\n')).not.toContain(KEY);
  expect(gateway.logLines.join('\n')).not.toContain(cookie?.value);
});

test('a wrong key is refused in words, is forgotten, and the right one still signs in', async () => {
  await using opened = await openSignIn();
  opened.expectComplaint(REFUSED);
  const { page, context } = opened;
  await typeKey(page, WRONG);
  await page.getByText('This is no key of this gateway.').waitFor();
  await expect.poll(() => page.getByLabel('API key').inputValue()).toBe('');
  await opened.checkAccess();
  for (const width of [640, 320]) {
    await page.setViewportSize({ width, height: 640 });
    expect(await sidewaysOf(page)).toEqual([]);
  }
  await opened.screenshot('wrong-key-320');
  expect(await tracesIn(opened)).not.toContain(WRONG);
  expect(await context.cookies()).toEqual([]);
  expect(gateway.logLines.join('\n')).not.toContain(WRONG);

  await page.getByLabel('API key').fill(KEY);
  await page.keyboard.press('Enter');
  await page.getByRole('table', { name: 'Who waits' }).waitFor();
});

test('a browser that keeps no cookie: the sign-in says so, and does not ask for the key again as if it had been wrong', async () => {
  await using opened = await openSignIn();
  opened.expectComplaint(REFUSED);
  const { page } = opened;
  await page.route('**/console/session', (route) => route.fulfill({ status: 204 }));
  await typeKey(page, KEY);
  await page.getByText(/^The key is right, but this browser keeps no session/).waitFor();
  await opened.checkAccess();
  await page.unroute('**/console/session');
  await page.getByLabel('API key').fill(KEY);
  await page.keyboard.press('Enter');
  await page.getByRole('table', { name: 'Who waits' }).waitFor();
});

test('a session that ends elsewhere brings the sign-in back, and what was on the screen goes', async () => {
  await using opened = await openSignIn();
  const { page, context } = opened;
  await typeKey(page, KEY);
  await page.getByRole('table', { name: 'Who waits' }).waitFor();
  const second = await context.newPage();
  await second.goto(at(gateway, '/console'));
  await second.getByRole('button', { name: 'Sign out' }).click();
  await second.getByLabel('API key').waitFor();
  await page.getByText('The session has ended. Sign in again.').waitFor();
  expect(await page.getByRole('table').count()).toBe(0);
});

/** In a page: what it gets of the gateway, by every way there is. The last is a WebSocket. */
const askAll = async ([url, query]: readonly [string, string]) => {
  const ask = (init: RequestInit, path = '/graphql') =>
    fetch(new URL(path, url), { credentials: 'include', ...init }).then(
      async (response) => (response.type === 'opaque' ? 'opaque' : response.text()),
      () => 'nothing',
    );
  const csrf = { 'x-graphql-yoga-csrf': '1', 'content-type': 'application/json' };
  const body = JSON.stringify({ query });
  const socket = new Promise<string>((resolve) => {
    const ws = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws');
    ws.onopen = () => ws.send('{"type":"connection_init"}');
    ws.onmessage = ({ data }) => resolve(data);
    ws.onclose = () => resolve('nothing');
  });
  return Promise.all([
    ask({ method: 'POST', headers: csrf, body }),
    ask({ method: 'POST', headers: { 'content-type': 'text/plain' }, body, mode: 'no-cors' }),
    ask({}, `/graphql?query=${encodeURIComponent(query)}`),
    ask({}, '/console'),
    socket,
  ]);
};

/** A page of another port of this host, which a browser takes for the same site and sends the cookie. */
async function servePage(html: string) {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><link rel=icon href=data:,>${html}`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

test('a page of another port gets nothing, though the browser sends the cookie along', async () => {
  await using opened = await openSignIn();
  await typeKey(opened.page, KEY);
  await opened.page.getByRole('table', { name: 'Who waits' }).waitFor();
  await using other = await servePage('<title>other</title>');
  // A page of its own, which nobody expects to be free of complaints.
  const page = await opened.context.newPage();
  opened.expectComplaint(new RegExp(`a request to another origin: ${other.url}`));
  opened.expectComplaint(/CORS policy|net::ERR_FAILED|status of 40[0-9]|ERR_BLOCKED_BY_RESPONSE|WebSocket/);
  await page.goto(other.url);

  const query = '{ account { user { firstName } } }';
  const own = await opened.page.evaluate(askAll, [gateway.app.url, query] as const);
  expect(own[0]).toContain('Olive');
  expect(own.at(-1)).toContain('connection_ack');
  const got = await page.evaluate(askAll, [gateway.app.url, query] as const);
  expect(got.filter((each) => each !== 'nothing' && each !== 'opaque')).toEqual([]);
  const csrf = { 'x-graphql-yoga-csrf': '1' };
  const ended = page.evaluate(
    ([url, headers]) =>
      fetch(new URL('/console/session', url), { method: 'DELETE', credentials: 'include', headers }).then(
        () => 'ended',
        () => 'nothing',
      ),
    [gateway.app.url, csrf] as const,
  );
  expect(await ended).toBe('nothing');
  // And nothing has ended the session.
  await opened.page.reload();
  await opened.page.getByRole('table', { name: 'Who waits' }).waitFor();
});

test('a page that frames the console shows nothing of it', async () => {
  await using opened = await openSignIn();
  await typeKey(opened.page, KEY);
  await opened.page.getByRole('table', { name: 'Who waits' }).waitFor();
  await using other = await servePage(`<title>frame</title><iframe src="${at(gateway, '/console')}"></iframe>`);
  opened.expectComplaint(/frame-ancestors|refused to connect|ERR_BLOCKED_BY_RESPONSE/);
  opened.expectComplaint(new RegExp(`a request to another origin: ${other.url}`));
  const page = await opened.context.newPage();
  await page.goto(other.url, { waitUntil: 'load' });
  const frame = page.frames().find((each) => each !== page.mainFrame());
  expect(frame?.url()).toBe('chrome-error://chromewebdata/');
  expect(await frame?.content()).not.toMatch(/id="root"|Who waits/);
});

test('a decision that waits when the session ends is sent after the next sign-in; one’s own sign-out sends it first', async () => {
  await using opened = await openSignIn();
  const { page, context } = opened;
  await typeKey(page, KEY);
  const rows = page.getByRole('table', { name: 'Who waits' }).locator('tbody tr');
  await rows.nth(1).waitFor();
  const [first, second] = [await rows.nth(0).getAttribute('data-id'), await rows.nth(1).getAttribute('data-id')];
  const isWaiting = (requestId: string | null) => {
    const user = Buffer.from(requestId ?? '', 'base64')
      .toString()
      .split(':')
      .at(-1);
    const { chats } = gateway.sandbox.world;
    return [...chats.values()].some(({ pendingRequests }) =>
      pendingRequests.some(({ userId }) => `${userId}` === user),
    );
  };
  expect([first, second].map(isWaiting)).toEqual([true, true]);
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  await page.getByText(/sent in \d s/).waitFor();
  opened.expectComplaint(REFUSED);
  await context.clearCookies();
  await page.getByText('The session has ended. Sign in again.').waitFor({ timeout: 15_000 });
  expect(isWaiting(first)).toBe(true);
  await typeKey(page, KEY);
  await page.getByText(/decided before the page was left: done\./).waitFor();
  expect(isWaiting(first)).toBe(false);

  await rows.first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('d');
  await page.getByText(/sent in \d s/).waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('API key').waitFor();
  expect(isWaiting(second)).toBe(false);
}, 60_000);
