import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { startTestGateway, type TestGateway } from '../support/start-gateway.ts';
import { sessionAt, startTcpProxy } from '../support/tcp-proxy.ts';

const mutation = (title: string) => `mutation {
  exportChatInvite(input: { peer: "sandbox_community", title: "${title}" }) {
    __typename
    ... on TelegramUnavailableError { outcome }
  }
}`;

function send({ app }: TestGateway, query: string, init: { deadlineMs?: number; signal?: AbortSignal } = {}) {
  return fetch(app.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(init.deadlineMs !== undefined && { 'x-deadline-ms': String(init.deadlineMs) }),
    },
    body: JSON.stringify({ query }),
    ...(init.signal && { signal: init.signal }),
  });
}

const known = (gateway: TestGateway) =>
  gateway.query('{ chat(peer: "sandbox_community") { id } account { user { id } } }');
const titled = (gateway: TestGateway, title: string) =>
  gateway.sandbox.world.invites.filter((invite) => invite.title === title).length;

test('Telegram answers neither the export nor the look for what it made: a typed answer comes before the deadline', async () => {
  await using gateway = await startTestGateway();
  await known(gateway);
  for (const method of ['messages.exportChatInvite', 'messages.getExportedChatInvites']) {
    gateway.sandbox.faults.add({ method, times: null, fault: { kind: 'silence' } });
  }
  const startedAt = performance.now();
  const response = await send(gateway, mutation('silence'), { deadlineMs: 1_500 });
  expect(performance.now() - startedAt).toBeLessThan(1_500);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    data: { exportChatInvite: { __typename: 'TelegramUnavailableError', outcome: 'UNKNOWN' } },
  });
});

test('a read that Telegram does not answer: a typed error comes before the deadline', async () => {
  await using gateway = await startTestGateway();
  await known(gateway);
  gateway.sandbox.faults.add({ method: 'channels.getFullChannel', times: null, fault: { kind: 'silence' } });
  const query = '{ chat(peer: "sandbox_community") { permanentInvite { link } } }';
  const response = await send(gateway, query, { deadlineMs: 500 });
  const { errors } = await response.json();
  expect(errors[0].extensions).toMatchObject({ code: 'TELEGRAM_UNAVAILABLE' });
});

test('who joins a question keeps their own deadline, and it goes on for the others', async () => {
  await using gateway = await startTestGateway();
  const rule = { method: 'contacts.resolveUsername', fault: { kind: 'delay', ms: 700 } } as const;
  gateway.sandbox.faults.add(rule);
  const hurried = send(gateway, mutation('joined'), { deadlineMs: 300 });
  const patient = send(gateway, mutation('joined'));
  expect((await (await hurried).json()).data.exportChatInvite).toEqual({
    __typename: 'TelegramUnavailableError',
    outcome: 'NOT_EXECUTED',
  });
  expect((await (await patient).json()).data.exportChatInvite).toEqual({ __typename: 'ExportedChatInvite' });
  expect(gateway.calls.filter((method) => method === 'contacts.ResolveUsername')).toHaveLength(1);
});

test('a read that meets trouble of Telegram’s is repeated within the deadline', async () => {
  await using gateway = await startTestGateway();
  gateway.sandbox.faults.add({ times: 3, fault: { kind: 'rpcError', code: 500, type: 'RPC_CALL_FAIL' } });
  const { data } = await gateway.query('{ chat(peer: "sandbox_community") { title } }');
  expect(data?.['chat']).toEqual({ title: 'Sandbox Community' });
});

test('a queued export of a caller who hung up is never sent', async () => {
  await using gateway = await startTestGateway();
  await known(gateway);
  const isFull = Promise.withResolvers<void>();
  let arrived = 0;
  gateway.sandbox.watch(({ method }) => {
    if (method === 'messages.ExportChatInvite' && ++arrived === 64) isFull.resolve();
  });
  // As many as may be with Telegram at a time, until their deadline.
  gateway.sandbox.faults.add({ method: 'messages.exportChatInvite', times: 64, fault: { kind: 'silence' } });
  const ahead = Array.from({ length: 64 }, () => send(gateway, mutation('ahead'), { deadlineMs: 2_500 }));
  await isFull.promise;
  const leaving = new AbortController();
  const left = send(gateway, mutation('gone'), { signal: leaving.signal });
  left.catch(() => {});
  const behind = send(gateway, mutation('behind'));
  // Both are in the queue when a request that came after them is answered.
  await fetch(gateway.app.url.replace('/graphql', '/healthz'));
  leaving.abort();
  await Promise.all(ahead);
  expect((await (await behind).json()).data.exportChatInvite).toEqual({ __typename: 'ExportedChatInvite' });
  expect(titled(gateway, 'gone')).toBe(0);
});

test('an export that waits for the connection is never sent once its caller hung up', async () => {
  const sandbox = await startSandbox();
  await using proxy = await startTcpProxy(sandbox);
  const owner = sandbox.accounts.find(({ name }) => name === 'owner');
  const env = { TELEGRAM_SESSION: sessionAt(owner?.session ?? '', proxy.port) };
  await using gateway = await startTestGateway({ sandbox, env });
  await known(gateway);
  const refused = new AbortController();
  sandbox.faults.add({ fault: { kind: 'refuse' } });
  proxy.cut();
  const left = send(gateway, mutation('gone'), { signal: refused.signal });
  left.catch(() => {});
  await fetch(gateway.app.url.replace('/graphql', '/healthz'));
  refused.abort();
  sandbox.faults.clear();
  expect((await (await send(gateway, mutation('after'))).json()).data.exportChatInvite).toEqual({
    __typename: 'ExportedChatInvite',
  });
  expect(titled(gateway, 'gone')).toBe(0);
});

const two = (first: string, second: string) => `mutation {
  first: exportChatInvite(input: { peer: "sandbox_community", title: "${first}" }) { ...How }
  second: exportChatInvite(input: { peer: "sandbox_community", title: "${second}" }) { ...How }
}
fragment How on ExportChatInviteResult {
  __typename
  ... on TelegramUnavailableError { outcome }
}`;

test('mutations further down the document are not sent after the deadline', async () => {
  await using gateway = await startTestGateway();
  await known(gateway);
  for (const method of ['messages.exportChatInvite', 'messages.getExportedChatInvites']) {
    gateway.sandbox.faults.add({ method, times: null, fault: { kind: 'silence' } });
  }
  const answer = await send(gateway, two('silent', 'further down'), { deadlineMs: 500 });
  expect((await answer.json()).data).toEqual({
    first: { __typename: 'TelegramUnavailableError', outcome: 'UNKNOWN' },
    second: { __typename: 'TelegramUnavailableError', outcome: 'NOT_EXECUTED' },
  });
  expect(gateway.calls.filter((method) => method === 'messages.ExportChatInvite')).toHaveLength(1);
});

test('mutations further down the document are not sent once their caller hung up', async () => {
  await using gateway = await startTestGateway();
  await known(gateway);
  const { promise: isSent, resolve } = Promise.withResolvers<void>();
  gateway.sandbox.watch(({ method }) => {
    if (method === 'messages.ExportChatInvite') resolve();
  });
  gateway.sandbox.faults.add({ method: 'messages.exportChatInvite', fault: { kind: 'silence' } });
  const leaving = new AbortController();
  const left = send(gateway, two('silent', 'further down'), { signal: leaving.signal });
  left.catch(() => {});
  await isSent;
  leaving.abort();
  expect(await (await send(gateway, two('after', 'at last'))).json()).toEqual({
    data: { first: { __typename: 'ExportedChatInvite' }, second: { __typename: 'ExportedChatInvite' } },
  });
  expect(titled(gateway, 'further down')).toBe(0);
});

test('more calls than the gateway takes: an immediate, typed refusal with a time to come back', async () => {
  await using gateway = await startTestGateway();
  await known(gateway);
  gateway.sandbox.faults.add({ method: 'messages.checkChatInvite', times: null, fault: { kind: 'silence' } });
  // 64 with Telegram and 512 that wait, by 45 requests of 13 fields.
  const leaving = new AbortController();
  for (let request = 0; request < 45; request += 1) {
    const field = (_: unknown, index: number) =>
      `a${index}: checkChatInvite(link: "${String(100 * request + index).padStart(16, 'x')}") { __typename }`;
    const query = `{ ${Array.from({ length: 13 }, field).join(' ')} }`;
    send(gateway, query, { signal: leaving.signal }).catch(() => {});
  }
  const refusedMutation = `mutation { exportChatInvite(input: { peer: "sandbox_community" }) {
    __typename
    ... on GatewayBusyError { message retryAfterSeconds }
  } }`;
  let answer: { __typename: string };
  do {
    const response = await send(gateway, refusedMutation, { deadlineMs: 200 });
    answer = (await response.json()).data.exportChatInvite;
  } while (answer.__typename !== 'GatewayBusyError');
  expect(answer).toEqual({
    __typename: 'GatewayBusyError',
    message: expect.stringMatching(/^The gateway has more work .* Try again in \d+ s\.$/),
    retryAfterSeconds: expect.any(Number),
  });
  const read = await send(gateway, '{ chat(peer: "sandbox_community") { title permanentInvite { link } } }');
  const { errors } = await read.json();
  expect(errors[0].extensions).toEqual({ code: 'GATEWAY_BUSY', retryAfterSeconds: expect.any(Number) });
  leaving.abort();
});
