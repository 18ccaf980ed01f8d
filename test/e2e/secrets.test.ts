import { expect, test } from 'vitest';
import { startTestGateway } from '../support/start-gateway.ts';

test('no secret reaches the log, whatever the level, nor an error', async () => {
  const key = 'a-key-that-nobody-may-read';
  await using gateway = await startTestGateway({ env: { GATEWAY_API_KEYS: key, LOG_LEVEL: 'trace' } });
  const post = async (body: object, authorization = `Bearer ${key}`) => {
    const response = await fetch(gateway.app.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify(body),
    });
    return response.json();
  };
  const made = await post({
    query: `mutation Make($input: ExportChatInviteInput!) {
      exportChatInvite(input: $input) { ... on ExportedChatInvite { id link } }
    }`,
    variables: { input: { peer: 'sandbox_community', title: 'A title that stays between us' } },
  });
  const { id, link } = made.data.exportChatInvite;
  const hash = String(link).split('+')[1] ?? '';
  const seen = [
    await post({ query: `{ node(id: "${id}x") { id } }` }),
    await post({ query: `mutation { exportChatInvite(input: { peer: "${link}" }) { ... on Error { message } } }` }),
    await post({ query: `{ chat(peer: "${link}") { id } }` }),
    await post({ query: '{ account { user { id } } }' }, 'Bearer wrong'),
    await post({ query: `{ checkChatInvite(link: "${link}") { __typename } }` }),
    await post({ query: `mutation { importChatInvite(input: { link: "${link}" }) { ... on Error { message } } }` }),
    await post({
      query: `mutation ($user: Peer!) {
        hideChatJoinRequest(input: { peer: "sandbox_community", user: $user, approved: true }) { ... on Error { message } }
      }`,
      variables: { user: link },
    }),
  ];
  const session = gateway.sandbox.accounts.find(({ name }) => name === 'owner')?.session ?? '';
  const logged = gateway.logLines.join('\n');
  expect(gateway.logLines.length).toBeGreaterThan(4);
  for (const secret of [
    session,
    session.slice(40, 120),
    '0123456789abcdef0123456789abcdef',
    key,
    hash,
    'A title that stays',
  ]) {
    expect(logged).not.toContain(secret);
    expect(JSON.stringify(seen)).not.toContain(secret);
  }
});
