import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { startToyGateway } from '../http/support/toy-gateway.ts';
import { openPage } from './support/browser.ts';
import { startProduct } from './support/product.ts';

/** An empty page at another port of this machine, as a frontend's development server gives it. */
async function servePage(): Promise<{ readonly origin: string } & AsyncDisposable> {
  const server = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end('<link rel="icon" href="data:">'),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server's
  return {
    origin: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Runs in the page: one operation over each transport, as its text or its error. */
async function tryAll(url: string) {
  const send = (query: string, accept: string) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept, 'x-deadline-ms': '9000' },
      body: JSON.stringify({ query }),
    });
  const firstEvent = async () => {
    const { body } = await send(
      'subscription { chatJoinRequests(peer: "sandbox_community") { date } }',
      'text/event-stream',
    );
    const { value } = (await body?.pipeThrough(new TextDecoderStream()).getReader().read()) ?? {};
    return value;
  };
  const overSocket = () =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws');
      socket.onopen = () => socket.send('{"type":"connection_init"}');
      socket.onmessage = ({ data }) => resolve(data);
      socket.onclose = ({ code }) => resolve(`closed with ${code}`);
    });
  const read = async () => (await send('{ __typename }', 'application/json')).text();
  const simple = async () => (await fetch(url, { method: 'POST', body: '{"query":"{ __typename }"}' })).text();
  return {
    fetch: await read().catch(String),
    simple: await simple().catch(String),
    events: await firstEvent().catch(String),
    socket: await overSocket(),
  };
}

test('on day one, a page of another port of this machine calls by fetch, server-sent events and WebSocket', async () => {
  await using product = await startProduct();
  await using server = await servePage();
  await using browser = await openPage(server.origin);
  expect(await browser.page.evaluate(tryAll, product.url)).toEqual({
    fetch: '{"data":{"__typename":"Query"}}',
    simple: expect.stringContaining('CSRF_PREVENTED'),
    events: expect.stringMatching(/^(:|event:|data:)/),
    socket: '{"type":"connection_ack"}',
  });
});

test('with an account, a developer reads in the network tab and in the log what to set', async () => {
  await using gateway = await startToyGateway();
  await using server = await servePage();
  await using browser = await openPage(server.origin);
  const message = `Origin ${server.origin} is not allowed; set CORS_ORIGINS`;

  // What the tab shows.
  const devTools = await browser.page.context().newCDPSession(browser.page);
  const shown: string[] = [];
  devTools.on('Network.responseReceived', ({ type, response }) =>
    shown.push(`${type}: ${response.status} ${response.statusText}`),
  );
  devTools.on('Network.responseReceivedExtraInfo', ({ headersText = '' }) =>
    shown.push(`head: ${headersText.split('\r\n')[0]}`),
  );
  await devTools.send('Network.enable');

  const failed = 'TypeError: Failed to fetch';
  expect(await browser.page.evaluate(tryAll, gateway.url)).toEqual({
    fetch: failed,
    simple: failed,
    events: failed,
    socket: 'closed with 1006',
  });
  const head = `head: HTTP/1.1 403 ${message}`;
  await expect.poll(() => [...new Set(shown)].sort()).toEqual([`Preflight: 403 ${message}`, head]);
  expect(shown.filter((line) => line === head)).toHaveLength(3);
  // Of a WebSocket, Chromium shows the number alone; the log has the sentence.
  expect(browser.complaints.at(-1)).toContain('Error during WebSocket handshake: Unexpected response code: 403');
  expect(gateway.lines.filter(({ level }) => level === 'warn')).toMatchObject([{ msg: message }]);
  expect(gateway.calls).toEqual([]);
});
