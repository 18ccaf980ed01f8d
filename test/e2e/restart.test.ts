import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { addChat } from '../../src/sandbox/world/membership.ts';
import { OWNER } from '../support/sandbox-links.ts';
import { startTestGateway, type TestGateway } from '../support/start-gateway.ts';
import { makeStorePlace } from '../support/store-place.ts';

const EXPORT = `mutation ($peer: Peer!) {
  exportChatInvite(input: { peer: $peer }) { __typename ... on ExportedChatInvite { chat { title } } }
}`;
const EXPORT_ALONE = 'mutation ($peer: Peer!) { exportChatInvite(input: { peer: $peer }) { __typename } }';
const NAMES = Array.from({ length: 50 }, (_, index) => `restart_group_${index + 1}`);

/** A sandbox whose owner has founded a public supergroup under each of the names. */
async function startCrowdedSandbox() {
  const sandbox = await startSandbox();
  for (const [index, username] of NAMES.entries()) {
    addChat(sandbox.world, {
      id: 2_100_000_000n + BigInt(index),
      kind: 'supergroup',
      title: `Group ${index + 1}`,
      username,
      creator: OWNER,
    });
  }
  return sandbox;
}

async function exportIn(gateway: TestGateway, peer: string, title: string): Promise<void> {
  const { data } = await gateway.query(EXPORT, { peer });
  expect(data?.['exportChatInvite']).toEqual({ __typename: 'ExportedChatInvite', chat: { title } });
}

const resolveCalls = (gateway: TestGateway) => gateway.calls.filter((call) => call === 'contacts.ResolveUsername');

test('after a restart 1,000 exports to 50 known usernames cost no contacts.resolveUsername', async () => {
  await using place = await makeStorePlace();
  const sandbox = await startCrowdedSandbox();
  const env = place.env;
  const first = await startTestGateway({ sandbox, env });
  for (const [index, name] of NAMES.entries()) await exportIn(first, name, `Group ${index + 1}`);
  expect(resolveCalls(first)).toHaveLength(50);
  await first.app.close();

  await using second = await startTestGateway({ sandbox, env });
  for (let round = 0; round < 20; round += 1) {
    const answers = await Promise.all(
      NAMES.map((name) => second.query(EXPORT_ALONE, { peer: `@${name.toUpperCase()}` })),
    );
    for (const { data } of answers) expect(data?.['exportChatInvite']).toEqual({ __typename: 'ExportedChatInvite' });
  }
  expect(resolveCalls(second)).toEqual([]);
  expect(second.calls.filter((call) => call === 'messages.ExportChatInvite')).toHaveLength(1_000);
  expect(sandbox.world.exportRequests).toHaveLength(1_050);
}, 120_000);

test('after a restart an id that was seen keeps working, with no call to find it', async () => {
  await using place = await makeStorePlace();
  const sandbox = await startCrowdedSandbox();
  const env = place.env;
  const first = await startTestGateway({ sandbox, env });
  await exportIn(first, 'restart_group_7', 'Group 7');
  await first.app.close();

  await using second = await startTestGateway({ sandbox, env });
  await exportIn(second, '-1002100000006', 'Group 7');
  expect(second.calls).toEqual(['messages.ExportChatInvite', 'channels.GetChannels']);
});

test('another session may share the directory at the same time and starts with nothing: access hashes are its own', async () => {
  await using place = await makeStorePlace();
  const sandbox = await startCrowdedSandbox();
  const env = place.env;
  const first = await startTestGateway({ sandbox, env });
  await exportIn(first, 'sandbox_community', 'Sandbox Community');

  await using bot = await startTestGateway({ sandbox, env, account: 'bot' });
  await exportIn(bot, 'sandbox_community', 'Sandbox Community');
  expect(resolveCalls(bot)).toHaveLength(1);
  await first.app.close();
});
