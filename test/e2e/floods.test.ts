import { expect, test } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/start-gateway.ts';

const EXPORT = 'messages.exportChatInvite';
const FLOOD = (seconds: number) => ({ kind: 'rpcError', code: 420, type: `FLOOD_WAIT_${seconds}` }) as const;
const MUTATION = `mutation {
  exportChatInvite(input: { peer: "sandbox_community", title: "flood" }) {
    __typename
    ... on FloodWaitError { code retryAfterSeconds }
  }
}`;

async function exportOnce({ app }: TestGateway, headers: Record<string, string> = {}): Promise<unknown> {
  const response = await fetch(app.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: MUTATION }),
  });
  const { data } = await response.json();
  return data.exportChatInvite;
}

const exportsOf = ({ calls }: TestGateway) => calls.filter((method) => method === 'messages.ExportChatInvite').length;
const wait = (retryAfterSeconds: number) => ({ __typename: 'FloodWaitError', code: 'FLOOD_WAIT', retryAfterSeconds });
const MADE = { __typename: 'ExportedChatInvite' };

test('a wait beyond what an Int holds is answered as the longest one', async () => {
  const now = performance.now();
  await using gateway = await startTestGateway({ monotonic: () => now });
  gateway.sandbox.faults.add({ method: EXPORT, fault: FLOOD(3_000_000_000) });
  for (const left of [2_147_483_647, 2_147_483_647]) expect(await exportOnce(gateway)).toEqual(wait(left));
});

test('FLOOD_WAIT_30: one call reaches Telegram in the next 30 s however many ask, and all hear what is left', async () => {
  let now = performance.now();
  await using gateway = await startTestGateway({ monotonic: () => now });
  const fault = gateway.sandbox.faults.add({ method: EXPORT, times: null, fault: FLOOD(30) });
  expect(await exportOnce(gateway)).toEqual(wait(30));
  for (const [passed, left] of [
    [0, 30],
    [10_500, 20],
    [29_001, 1],
  ] as const) {
    now += passed;
    const answers = await Promise.all(Array.from({ length: 32 }, () => exportOnce(gateway)));
    expect(answers).toEqual(Array(32).fill(wait(left)));
    now -= passed;
  }
  expect(exportsOf(gateway)).toBe(1);

  // Other methods pass meanwhile.
  const { data } = await gateway.query('{ chat(peer: "sandbox_community") { permanentInvite { usage } } }');
  expect(data?.['chat']).toMatchObject({ permanentInvite: { usage: expect.any(Number) } });

  // When it is over one call asks, and hears of the next wait for all of them.
  now += 30_000;
  const probed = await Promise.all(Array.from({ length: 32 }, () => exportOnce(gateway)));
  expect(probed).toEqual(Array(32).fill(wait(30)));
  expect(exportsOf(gateway)).toBe(2);

  // And when Telegram has had enough of waiting, all pass behind the one that asked.
  fault.remove();
  now += 30_000;
  const made = await Promise.all(Array.from({ length: 8 }, () => exportOnce(gateway)));
  expect(made).toEqual(Array(8).fill(MADE));
  expect(exportsOf(gateway)).toBe(10);
});

test('a flood of contacts.resolveUsername is told to all who ask for any username, and not asked again', async () => {
  await using gateway = await startTestGateway();
  gateway.sandbox.faults.add({ method: 'contacts.resolveUsername', fault: FLOOD(30) });
  const answers = await Promise.all(Array.from({ length: 8 }, () => exportOnce(gateway)));
  expect(answers).toEqual(Array(8).fill(wait(30)));
  const { errors } = await gateway.query('{ chat(peer: "sandbox_channel") { id } }');
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'FLOOD_WAIT', retryAfterSeconds: 30 });
  expect(gateway.calls).toEqual(['contacts.ResolveUsername']);
});

test.each([EXPORT, 'contacts.resolveUsername'])(
  'x-wait-for-floods: a short wait of %s is absorbed, a long one told',
  async (method) => {
    await using gateway = await startTestGateway();
    const { faults } = gateway.sandbox;
    faults.add({ method, fault: FLOOD(2) });
    const headers = { 'x-wait-for-floods': 'true' };
    const startedAt = performance.now();
    expect(await exportOnce(gateway, headers)).toEqual(MADE);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(1_900);
    faults.add({ method: EXPORT, fault: FLOOD(16) });
    expect(await exportOnce(gateway, headers)).toEqual(wait(16));
    expect(await exportOnce(gateway, headers)).toEqual(wait(16));
  },
);
