import { execFileSync, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage } from '../browser/support/browser.ts';
import { type Product, startProduct } from '../browser/support/product.ts';

const example = fileURLToPath(new URL('../../examples/react/', import.meta.url));
const patiently = { timeout: 20_000 };

let gateway: Product;
let page: string;
let stopPage = () => {};

const withGateway = ({ url }: Product) => ({ ...process.env, VITE_GATEWAY_URL: url });

beforeAll(async () => {
  {
    await using any = await startProduct();
    execFileSync('npm', ['run', 'build'], { cwd: example, env: withGateway(any), stdio: 'inherit' });
  }
  gateway = await startProduct({ SANDBOX_CONTROL_PORT: '0' });
  // What `npm run dev` starts after the codegen, on a free port.
  const vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', '--host', '127.0.0.1', '--port', '0'], {
    cwd: example,
    env: { ...withGateway(gateway), NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  stopPage = () => vite.kill();
  for await (const line of createInterface(vite.stdout)) {
    page = line.match(/http:\S+/)?.[0] ?? '';
    if (page) break;
  }
}, 180_000);

afterAll(async () => {
  stopPage();
  await gateway?.[Symbol.asyncDispose]();
});

/** The page with its lists, and the operations that it sends from then on. */
async function open() {
  const browser = await openPage(page);
  await browser.page.getByRole('heading', { name: 'Waiting' }).waitFor(patiently);
  const sent: { readonly operationName: string; readonly variables: { readonly input: object } }[] = [];
  browser.page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.postDataJSON());
  });
  return {
    ...browser,
    sent,
    async [Symbol.asyncDispose]() {
      const elsewhere = browser.strayRequests.filter((url) => url !== gateway.url);
      await browser[Symbol.asyncDispose]();
      expect(elsewhere).toEqual([]);
      expect(browser.complaints).toEqual([]);
    },
  };
}

type Node = {
  readonly title?: string | null;
  readonly user?: { readonly firstName: string; readonly lastName: string };
};
type List = { readonly edges: readonly { readonly node: Node }[] };

/** What the gateway lists now, in the order of the page: who waits, links, revoked links. */
async function listed(): Promise<string[][]> {
  const query = `{ chat(peer: "sandbox_community") {
    waiting: joinRequests { edges { node { user { firstName lastName } } } }
    live: exportedInvites { edges { node { title } } }
    revoked: exportedInvites(revoked: true) { edges { node { title } } } } }`;
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(gateway.url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const { data }: { data: { chat: Record<'waiting' | 'live' | 'revoked', List> } } = await response.json();
  return [data.chat.waiting, data.chat.live, data.chat.revoked].map(({ edges }) =>
    edges.map(({ node: { user, title } }) =>
      user ? `${user.firstName} ${user.lastName}` : (title ?? 'Without a title'),
    ),
  );
}

/** What the page shows. */
const shown = (page: Page) =>
  Promise.all(
    ['Waiting', 'Links', 'Revoked'].map((name) =>
      page
        .locator('section', { has: page.getByRole('heading', { name }) })
        .locator('li b')
        .allTextContents(),
    ),
  );

const isRight = async (page: Page) => JSON.stringify(await shown(page)) === JSON.stringify(await listed());

async function make(page: Page, title: string, limit = '') {
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Limit').fill(limit);
  await page.getByRole('button', { name: 'Make a link' }).click();
}

/** The keys of the clicks that made links. */
const keysOf = (sent: readonly { readonly variables: { readonly input: object } }[]) => [
  ...new Set(sent.map(({ variables: { input } }) => 'idempotencyKey' in input && String(input.idempotencyKey))),
];

test('people come live and are decided; links are made, revoked and deleted; nothing is fetched again', async () => {
  await using browser = await open();
  const { page, sent, screenshot } = browser;
  const waiting = page.locator('aside li');
  const before = await waiting.count();
  await expect.poll(() => waiting.count(), patiently).toBeGreaterThan(before);
  for (const verdict of ['Approve', 'Decline']) {
    const name = (await waiting.last().locator('b').textContent()) ?? '';
    await waiting.last().getByRole('button', { name: verdict }).click();
    await expect.poll(() => waiting.filter({ hasText: name }).count(), patiently).toBe(0);
    expect((await listed())[0]).not.toContain(name);
    await expect.poll(() => waiting.count(), patiently).toBeGreaterThan(0);
  }

  await make(page, 'Poster', '43');
  const poster = page.locator('li', { hasText: 'Poster' });
  await expect.poll(() => poster.textContent(), patiently).toContain('up to 43 people');
  await screenshot('example-react');
  await expect.poll(() => isRight(page), patiently).toBe(true);
  await poster.getByRole('button', { name: 'Revoke' }).click();
  await poster.getByRole('button', { name: 'Delete' }).waitFor(patiently);
  await expect.poll(() => isRight(page), patiently).toBe(true);
  // Another primary link takes its place.
  await page.locator('li', { hasText: 'primary' }).getByRole('button', { name: 'Revoke' }).click();
  await expect.poll(async () => (await shown(page))[2], patiently).toHaveLength(2);
  await expect.poll(() => isRight(page), patiently).toBe(true);
  await poster.getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => poster.count(), patiently).toBe(0);
  await expect.poll(() => isRight(page), patiently).toBe(true);
  const mutations = ['Decide', 'Decide', 'Make', 'Revoke', 'Revoke', 'Delete'];
  expect(sent.map(({ operationName }) => operationName)).toEqual(mutations);
});

test('a refusal shows its type, and the next click has another key', async () => {
  await using browser = await open();
  const { page, sent } = browser;
  const alert = () => page.getByRole('alert').allTextContents();
  await make(page, 'Poster', '0');
  await expect.poll(alert, patiently).toEqual([expect.stringMatching(/^UsageLimitInvalidError USAGE_LIMIT_INVALID/)]);
  await make(page, 'A title that is longer than thirty-two characters', '0');
  await expect.poll(alert, patiently).toEqual([expect.stringMatching(/^InvalidInputError INVALID_INPUT/)]);
  expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  expect(keysOf(sent)).toHaveLength(2);
});

test('after UNKNOWN the same key finds out: one link', async () => {
  await using browser = await open();
  const { page, sent } = browser;
  // Telegram needs longer than the gateway waits.
  const late = { method: 'messages.exportChatInvite', fault: { kind: 'delay', ms: 20_000 } };
  const headers = { 'content-type': 'application/json' };
  await fetch(await gateway.faults, { method: 'POST', headers, body: JSON.stringify(late) });
  await make(page, 'Once');
  await expect
    .poll(() => page.getByRole('alert').allTextContents(), patiently)
    .toEqual([expect.stringMatching(/^TelegramUnavailableError UNKNOWN/)]);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('status').waitFor(patiently);
  expect(sent).toHaveLength(2);
  expect(keysOf(sent)).toEqual([expect.stringMatching(/^[\da-f-]{36}$/)]);
  for (const [, live] of [await shown(page), await listed()]) {
    expect(live?.filter((title) => title === 'Once')).toHaveLength(1);
  }
});

test('when the gateway starts again, the page says that live events have ended, and goes on at a click', async () => {
  await using browser = await open();
  const { page, sent } = browser;
  const waiting = page.locator('aside li');
  const before = await waiting.count();
  await expect.poll(() => waiting.count(), patiently).toBeGreaterThan(before);
  const { port } = new URL(gateway.url);
  await gateway[Symbol.asyncDispose]();
  const alert = () => page.getByRole('alert').allTextContents();
  await expect.poll(alert, patiently).toEqual(['RequestError NO_ANSWERThe live events have ended.']);
  gateway = await startProduct({ PORT: port });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => isRight(page), patiently).toBe(true);
  expect(await alert()).toEqual([]);
  expect(sent.map(({ operationName }) => operationName)).toEqual(['Lists']);
});

test('when the line breaks, the page says that live events have ended', async () => {
  await using browser = await open();
  const { page } = browser;
  await page.routeWebSocket(gateway.url.replace('http', 'ws'), (socket) => socket.close({ code: 1011 }));
  await page.reload();
  await expect
    .poll(() => page.getByRole('alert').allTextContents(), patiently)
    .toEqual(['RequestError NO_ANSWERThe live events have ended.']);
});

test('a seventh tab makes a link, too', async () => {
  await using browser = await open();
  const context = await browser.page.context().browser()?.newContext();
  for (let tab = 1; tab <= 7; tab += 1) {
    const other = await context?.newPage();
    await other?.goto(page);
    await other?.getByRole('heading', { name: 'Waiting' }).waitFor(patiently);
    if (!other || tab < 7) continue;
    await make(other, 'From the seventh tab');
    await other.getByRole('status').waitFor(patiently);
  }
  expect(context?.pages()).toHaveLength(7);
});

test('a flood wait counts down, for a read and for a click; repeating waits for its end', async () => {
  await using browser = await open();
  const { page, sent } = browser;
  await page.clock.install();
  await page.getByLabel('Chat').selectOption({ label: 'Sandbox Flood' });
  const alerts = () => page.getByRole('alert').allTextContents();
  const read = expect.stringMatching(/^RequestError FLOOD_WAIT/);
  await expect.poll(alerts, patiently).toEqual([read]);
  await page.getByRole('button', { name: 'Make a link' }).click();
  await expect.poll(alerts, patiently).toEqual([expect.stringMatching(/^FloodWaitError FLOOD_WAIT/), read]);
  const again = page.getByRole('button', { name: 'Try again' }).first();
  const left = async () => Number(/in (\d+) s/.exec((await again.textContent()) ?? '')?.[1] ?? 0);
  const first = await left();
  expect(first).toBeGreaterThan(20);
  await expect.poll(left, patiently).toBeLessThan(first);
  expect(await again.isDisabled()).toBe(true);

  // The page believes that the time is over; the gateway does not.
  await page.clock.fastForward(30_000);
  await expect.poll(() => again.textContent(), patiently).toBe('Try again');
  await again.click();
  await expect.poll(left, patiently).toBeGreaterThan(0);
  expect(sent.map(({ operationName }) => operationName)).toEqual(['Lists', 'Make', 'Make']);
  expect(keysOf(sent.slice(1))).toHaveLength(1);
});
