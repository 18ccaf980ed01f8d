import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { COMMUNITY, peer } from '../support/link-scene.ts';
import { startTestGateway, type TestGateway } from '../support/start-gateway.ts';
import { makeStorePlace } from '../support/store-place.ts';

const [OLD, NEW, OTHER] = ['old-key-0123456789', 'new-key-0123456789', 'other-key-0123456789'];
const as = (key: string) => ({ authorization: `Bearer ${key}` });
const EXPORT = `mutation Make($key: String, $title: String) {
  made: exportChatInvite(input: { peer: "${peer}", title: $title, idempotencyKey: $key }) {
    __typename ... on ExportedChatInvite { link } ... on TelegramUnavailableError { outcome }
  }
}`;
async function exported(
  gateway: TestGateway,
  apiKey: string,
  key: string,
  headers: Record<string, string> = {},
): Promise<Record<string, unknown>> {
  const answer = await gateway.query(EXPORT, { key, title: 'Kept' }, { ...as(apiKey), ...headers });
  const made: Record<string, unknown> = answer.data?.['made'] ?? {};
  return { ...made, replayed: answer.extensions?.['replayed'] !== undefined };
}

test('a key that gets a name keeps its requests, and hands them on to the next key of that name', async () => {
  await using place = await makeStorePlace();
  const sandbox = await startSandbox();
  const made = () => sandbox.world.invites.filter(({ chatId, title }) => chatId === COMMUNITY && title === 'Kept');
  const start = (keys: string) => startTestGateway({ sandbox, env: { ...place.env, GATEWAY_API_KEYS: keys } });

  const unnamed = await start(`${OLD},${OTHER}`);
  const done = await exported(unnamed, OLD, 'done');
  expect(done).toMatchObject({ replayed: false });
  // Made, and the answer lost: what became of it is found out under the new name.
  const silences = ['messages.exportChatInvite', 'messages.getExportedChatInvites'].map((method) =>
    sandbox.faults.add({ method, times: null, fault: { kind: 'silence', when: 'after' } }),
  );
  expect(await exported(unnamed, OLD, 'open', { 'x-deadline-ms': '1500' })).toMatchObject({ outcome: 'UNKNOWN' });
  for (const silence of silences) silence.remove();
  await unnamed.app.close();
  const before = made();

  const named = await start(`web:${OLD},${OTHER}`);
  expect(await exported(named, OLD, 'done')).toEqual({ ...done, replayed: true });
  const found = await exported(named, OLD, 'open');
  expect(before.map(({ link }) => link)).toContain(found['link']);
  expect(made()).toHaveLength(before.length);
  expect(await exported(named, OTHER, 'done')).toMatchObject({ replayed: false });
  await named.app.close();

  const rotated = await start(`web:${OLD},web:${NEW},${OTHER}`);
  expect(await exported(rotated, NEW, 'done')).toEqual({ ...done, replayed: true });
  expect(await exported(rotated, OLD, 'done')).toEqual({ ...done, replayed: true });
  await rotated.app.close();

  await using last = await start(`web:${NEW}`);
  expect(await exported(last, NEW, 'done')).toEqual({ ...done, replayed: true });
  expect(await exported(last, NEW, 'open')).toEqual({ ...found, replayed: true });
  expect(made()).toHaveLength(before.length + 1);
});

test('the log tells caller, address, root fields and how each ended, whatever the client selects', async () => {
  await using gateway = await startTestGateway({ env: { GATEWAY_API_KEYS: `web:${OLD}` } });
  const { faults } = gateway.sandbox;
  const run = (fields: string, headers: Record<string, string> = {}) =>
    gateway.query(`mutation { ${fields} }`, {}, { ...as(OLD), ...headers });
  await run(`exportChatInvite(input: { peer: "${peer}" }) { ... on Error { message } }
    again: exportChatInvite(input: { peer: "${peer}", usageLimit: -1 }) { __typename }`);
  faults.add({ method: 'messages.exportChatInvite', fault: { kind: 'rpcError', code: 420, type: 'FLOOD_WAIT_1' } });
  await run(`exportChatInvite(input: { peer: "${peer}" }) { ... on Error { message } }`);
  faults.add({ method: 'contacts.resolveUsername', fault: { kind: 'silence', when: 'before' } });
  await run('exportChatInvite(input: { peer: "sandbox_channel" }) { ... on Error { message } }', {
    'x-deadline-ms': '500',
  });
  const lines = gateway.logLines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'operation');
  expect(lines).toMatchObject(Array(3).fill({ caller: 'web', address: '127.0.0.1', type: 'mutation', status: 200 }));
  expect(lines.map(({ mutations }) => mutations)).toEqual([
    [
      { field: 'exportChatInvite', outcome: 'ExportedChatInvite' },
      { field: 'exportChatInvite', outcome: 'UsageLimitInvalidError' },
    ],
    [{ field: 'exportChatInvite', outcome: 'FloodWaitError' }],
    [{ field: 'exportChatInvite', outcome: 'NOT_EXECUTED' }],
  ]);
  expect(gateway.logLines.join('')).not.toMatch(/old-key|t\.me\/\+\w{5}/);
});
