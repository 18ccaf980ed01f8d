import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { json, text } from 'node:stream/consumers';
import { Api } from 'telegram';
import { afterEach, describe, expect, test } from 'vitest';
import { killSandboxes, runSandbox } from '../support/run-sandbox.ts';
import { spawnGateway } from '../support/spawn-gateway.ts';
import { startTestGateway } from '../support/start-gateway.ts';
import { account, connectGramjs, startSandbox } from '../support/start-sandbox.ts';

afterEach(killSandboxes);

const CUT = { method: 'messages.exportChatInvite', times: 2, fault: { kind: 'cut', when: 'after' } };
const FLOOD = { method: 'updates.getState', fault: { kind: 'rpcError', code: 420, type: 'FLOOD_WAIT_30' } };

/** A request with any header, which fetch does not allow. */
async function send(
  url: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
) {
  const sent = request(url, { method, headers, agent: false });
  sent.on('error', () => undefined); // a body that is refused may break off after its answer
  sent.end(body);
  const [response]: IncomingMessage[] = await once(sent, 'response');
  if (!response) throw new Error('no response');
  const { statusCode: status, headers: answered } = response;
  return { status, allow: answered.allow, body: status === 204 ? await text(response) : await json(response) };
}

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  send(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

async function startControlled() {
  const sandbox = await startSandbox({ controlPort: 0 });
  return { ...sandbox, control: String(sandbox.control) };
}

describe('the control port', () => {
  test('rules go round: posted, applied, reported, removed', async () => {
    await using sandbox = await startControlled();
    const { control } = sandbox;
    expect(control).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const flood = { id: 1, rule: FLOOD, applied: 0, remaining: 1, calls: [] };
    const cut = { id: 2, rule: CUT, applied: 0, remaining: 2, calls: [] };
    expect(await post(`${control}/faults`, FLOOD)).toMatchObject({ status: 201, body: flood });
    expect(await post(`${control}/faults`, CUT)).toMatchObject({ status: 201, body: cut });

    await using owner = await connectGramjs(sandbox, account(sandbox, 'owner').session);
    const state = () => owner.client.invoke(new Api.updates.GetState());
    await expect(state()).rejects.toMatchObject({ code: 420, seconds: 30 });
    expect(await state()).toBeInstanceOf(Api.updates.State);

    const met = { at: expect.any(Number), account: 'owner', method: 'updates.getState' };
    const { body } = await send(`${control}/faults`);
    expect(body).toEqual({ faults: [{ ...flood, applied: 1, remaining: 0, calls: [met] }, cut] });
    expect(await send(`${control}/calls`)).toMatchObject({ status: 200, body: { calls: { 'updates.getState': 2 } } });

    expect(await send(`${control}/faults/1`, { method: 'DELETE' })).toMatchObject({ status: 204, body: '' });
    expect(await send(`${control}/faults/1`, { method: 'DELETE' })).toMatchObject({ status: 404 });
    expect(sandbox.faults.list()).toEqual([cut]);
    expect(await send(`${control}/faults`, { method: 'DELETE' })).toMatchObject({ status: 204 });
    expect(sandbox.faults.list()).toEqual([]);
  });

  test.each([
    ['no JSON', '{"fault":', 'the body is not JSON'],
    ['an unknown kind', { fault: { kind: 'explode' } }, 'fault.kind: must be one of cut, '],
    ['an unknown account', { ...CUT, account: 'olive' }, 'account: nobody here is called olive'],
    ['two mistakes', { ...CUT, times: 0, chance: 2 }, 'times: Invalid value: Expected >0 but received 0; chance: '],
  ])('%s: answers 400 with what is wrong and adds nothing', async (_name, rule, error) => {
    await using sandbox = await startControlled();
    const answer = await post(`${sandbox.control}/faults`, rule);
    expect(answer).toMatchObject({ status: 400, body: { error: expect.stringContaining(error) } });
    expect(sandbox.faults.list()).toEqual([]);
  });

  test('pages in a browser cannot drive it: Origin, a foreign host and a form are refused', async () => {
    await using sandbox = await startControlled();
    const url = `${sandbox.control}/faults`;
    const { port } = new URL(url);
    expect(await post(url, CUT, { origin: 'https://evil.example' })).toMatchObject({ status: 403 });
    expect(await post(url, CUT, { origin: 'null' })).toMatchObject({ status: 403 });
    expect(await post(url, CUT, { host: `evil.example:${port}` })).toMatchObject({ status: 403 });
    expect(await post(url, CUT, { host: '127.0.0.1' })).toMatchObject({ status: 403 });
    expect(await post(url, CUT, { 'content-type': 'text/plain' })).toMatchObject({ status: 415 });
    expect(await send(url, { method: 'POST', body: JSON.stringify(CUT) })).toMatchObject({ status: 415 });
    expect(await send(url, { method: 'DELETE', headers: { origin: sandbox.control } })).toMatchObject({ status: 403 });
    expect(sandbox.faults.list()).toEqual([]);
    const fine = { host: `localhost:${port}`, 'content-type': 'application/json; charset=utf-8' };
    expect(await post(url, CUT, fine)).toMatchObject({ status: 201 });
  });

  test('other paths, other methods and long bodies are refused by their status', async () => {
    await using sandbox = await startControlled();
    const { control } = sandbox;
    expect(await send(`${control}/`)).toMatchObject({
      status: 404,
      body: { error: expect.stringContaining('/faults') },
    });
    expect(await send(`${control}/faults/x`, { method: 'DELETE' })).toMatchObject({ status: 404 });
    expect(await send(`${control}/faults`, { method: 'PUT' })).toMatchObject({
      status: 405,
      allow: 'GET, POST, DELETE',
    });
    expect(await send(`${control}/faults/1`)).toMatchObject({ status: 405, allow: 'DELETE' });
    expect(await send(`${control}/calls`, { method: 'DELETE' })).toMatchObject({ status: 405, allow: 'GET' });
    expect(await post(`${control}/faults`, ' '.repeat(5_000_000))).toMatchObject({ status: 413 });
  });

  test('a client that leaves in the middle of its body, and closing with connections open, harm nothing', async () => {
    await using sandbox = await startControlled();
    const sent = request(`${sandbox.control}/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': '100' },
    });
    sent.on('error', () => undefined);
    sent.write('{');
    await once(sent, 'socket');
    expect(await send(`${sandbox.control}/faults`)).toMatchObject({ status: 200 });
    sent.destroy();
    expect(await send(`${sandbox.control}/faults`)).toMatchObject({ status: 200 });
  });
});

describe('npm run sandbox', () => {
  test('--fault is in force from the first call, --control-port is told in the first line', async () => {
    const child = runSandbox('--control-port', '0', '--fault', JSON.stringify(FLOOD), '--fault', JSON.stringify(CUT));
    const [line] = await once(createInterface(child.stdout), 'line');
    const announced = JSON.parse(String(line));
    await using owner = await connectGramjs(announced, account(announced, 'owner').session);
    await expect(owner.client.invoke(new Api.updates.GetState())).rejects.toMatchObject({ seconds: 30 });
    const { body } = await send(`${announced.control}/faults`);
    expect(body).toMatchObject({
      faults: [
        { rule: FLOOD, applied: 1 },
        { rule: CUT, applied: 0 },
      ],
    });
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test.each([
    [['--fault', '{"fault":{"kind":"explode"}}'], /^sandbox: --fault: fault\.kind: must be one of cut, /],
    [
      ['--fault', '{"account":"olive","fault":{"kind":"cut"}}'],
      /^sandbox: --fault: account: nobody here is called olive\n$/,
    ],
  ])('%j: one line on stderr, exit 2', async (args, message) => {
    const child = runSandbox(...args);
    const [stdout, stderr, [exitCode]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'exit'),
    ]);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).toMatch(message);
    expect(stderr.split('\n')).toHaveLength(2);
  });

  test('a control port in use: one line on stderr, exit 1', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const address = holder.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const child = runSandbox('--control-port', String(port));
    const [stderr, [exitCode]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    holder.close();
    expect(stderr).toBe(
      `sandbox: port ${port} on 127.0.0.1 cannot be opened for the sandbox's control (EADDRINUSE); choose another with --control-port\n`,
    );
    expect(exitCode).toBe(1);
  });
});

describe('the recipes of docs/sandbox.md for error screens', () => {
  const mutation =
    'mutation { exportChatInvite(input: { peer: "sandbox_community" }) { __typename ... on TelegramUnavailableError { outcome } ... on AccountUnavailableError { reason } } }';

  test('TelegramUnavailableError UNKNOWN, then AccountUnavailableError SESSION_REVOKED', async () => {
    await using gateway = await startTestGateway();
    const { faults } = gateway.sandbox;
    faults.add({ method: 'messages.exportChatInvite', fault: { kind: 'delay', ms: 20_000 } });
    expect((await gateway.query(mutation, {}, { 'x-deadline-ms': '2000' })).data).toEqual({
      exportChatInvite: { __typename: 'TelegramUnavailableError', outcome: 'UNKNOWN' },
    });
    faults.clear();
    faults.add({
      method: 'messages.exportChatInvite',
      fault: { kind: 'revokeSession', type: 'SESSION_REVOKED' },
    });
    expect((await gateway.query(mutation)).data).toEqual({
      exportChatInvite: { __typename: 'AccountUnavailableError', reason: 'SESSION_REVOKED' },
    });
  });
});

describe('npm start on the sandbox', () => {
  test('SANDBOX_CONTROL_PORT opens the control port, and a posted fault is a typed answer of the gateway', async () => {
    await using gateway = spawnGateway({ PORT: '0', SANDBOX_CONTROL_PORT: '0' });
    let screen = '';
    gateway.process.stdout?.on('data', (chunk) => {
      screen += chunk;
    });
    const url = await gateway.url;
    const faults = /Faults {5}(\S+)/.exec(screen)?.[1] ?? '';
    expect(await post(faults, { ...FLOOD, method: 'messages.exportChatInvite' })).toMatchObject({ status: 201 });
    const query =
      'mutation { exportChatInvite(input: { peer: "sandbox_community" }) { __typename ... on FloodWaitError { retryAfterSeconds } } }';
    const { body } = await post(url, { query });
    expect(body).toEqual({ data: { exportChatInvite: { __typename: 'FloodWaitError', retryAfterSeconds: 30 } } });
  });

  test('a control port in use: said, exit code 1, no stack', async () => {
    await using sandbox = await startControlled();
    const { port } = new URL(sandbox.control);
    await using gateway = spawnGateway({ PORT: '0', SANDBOX_CONTROL_PORT: port });
    const { code, stderr } = await gateway.exit;
    expect(code).toBe(1);
    expect(stderr).toBe(`port ${port} on 127.0.0.1 cannot be opened for the sandbox's control (EADDRINUSE)\n`);
  });
});
