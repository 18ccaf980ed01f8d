import { expect, test, vi } from 'vitest';
import { exportUnderFaults } from '../support/export-storm.ts';
import { killAndRepeat } from '../support/kill-and-repeat.ts';
import { openLinkScene, peer } from '../support/link-scene.ts';
import { startTestGateway } from '../support/start-gateway.ts';

/** `npm run torture -- chaos` goes on from here for as long as it is told. */
vi.setConfig({ testTimeout: 60_000 });

test('connections cut after execution: one live link for each of 64 calls by 32 callers', () =>
  exportUnderFaults({ fault: { kind: 'cut', when: 'after' }, chance: 0.03, seed: 7, calls: 64, callers: 32 }));

test('RPC_CALL_FAIL after execution: one live link for each of 100 calls by 32 callers', () =>
  exportUnderFaults({
    fault: { kind: 'rpcError', code: 500, type: 'RPC_CALL_FAIL', when: 'after' },
    chance: 0.2,
    seed: 7,
    calls: 100,
    callers: 32,
  }));

test('killed between execution and answer, started again: the same key is answered the same link', () =>
  killAndRepeat(1));

test('a key over HTTP: one effect for two at once and one later, the kept answer is marked', async () => {
  await using scene = await openLinkScene();
  const before = scene.invites().length;
  const input = { peer, title: 'Keyed', idempotencyKey: 'a key of mine' };
  const both = await Promise.all([1, 2].map(() => scene.run('exportChatInvite', input)));
  const later = await scene.run('exportChatInvite', { ...input });
  expect(scene.invites()).toHaveLength(before + 1);
  const link = scene.invites().at(-1)?.link;
  const answers = [...both, later].map((answer) => [answer?.['link'], answer?.['replayed']]);
  expect(answers.at(-1)).toEqual([link, true]);
  // Which of the two came first is not known.
  expect(answers).toEqual(expect.arrayContaining([[link, undefined]]));
  expect(answers.filter(([, replayed]) => replayed)).toEqual([
    [link, true],
    [link, true],
  ]);
  const reused = await scene.run('exportChatInvite', { ...input, title: 'Other' });
  expect(reused).toEqual({ __typename: 'IdempotencyKeyReusedError' });
  expect(scene.gateway.logLines.join('')).not.toContain('a key of mine');
});

test('every mutation answers a kept answer to a key that comes again', async () => {
  await using scene = await openLinkScene();
  const link = scene.makeLink().link;
  const revoked = scene.makeLink({ revoked: true }).link;
  scene.waiting([7_000_000_008n]);
  const requests: Parameters<typeof scene.run>[] = [
    ['editExportedChatInvite', { peer, link, title: 'x' }],
    ['revokeExportedChatInvite', { peer, link }],
    ['deleteExportedChatInvite', { peer, link: revoked }],
    ['deleteRevokedExportedChatInvites', { peer }],
    ['hideChatJoinRequest', { peer, user: 'sandbox_stranger', approved: true }],
  ];
  for (const [mutation, input] of requests) {
    const first = await scene.run(mutation, { ...input, idempotencyKey: mutation });
    expect(first).not.toHaveProperty('replayed');
    const again = await scene.run(mutation, { ...input, idempotencyKey: mutation });
    expect(again, mutation).toEqual({ ...first, replayed: true });
  }
  scene.waiting([7_000_000_008n]);
  const all = { peer, approved: false, idempotencyKey: 'all' };
  expect(await scene.run('hideAllChatJoinRequests', all)).toEqual({
    __typename: 'ChatJoinRequestsHidden',
    approved: false,
  });
  scene.waiting([7_000_000_008n]);
  expect(await scene.run('hideAllChatJoinRequests', all)).toMatchObject({ replayed: true });
  expect(scene.waitingIds()).toEqual([7_000_000_008n]);
});

test('keys are each API key’s own', async () => {
  await using gateway = await startTestGateway({
    env: { GATEWAY_API_KEYS: 'web-key-web-key-web-key,app-key-app-key-app-key' },
  });
  const ask = async (key: string) => {
    const query = `mutation { exportChatInvite(input: { peer: "${peer}", idempotencyKey: "k" }) {
      ... on ExportedChatInvite { link } } }`;
    const response = await fetch(gateway.app.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query }),
    });
    const { data, extensions } = await response.json();
    return { link: data.exportChatInvite.link, extensions };
  };
  const web = await ask('web-key-web-key-web-key');
  const app = await ask('app-key-app-key-app-key');
  expect([web.extensions, app.extensions]).toEqual([undefined, undefined]);
  expect(app.link).not.toBe(web.link);
  expect(await ask('web-key-web-key-web-key')).toEqual({
    link: web.link,
    extensions: { replayed: [['exportChatInvite']] },
  });
});
