import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestGateway, type TestGateway } from '../../support/start-gateway.ts';
import { cacheClients } from './cache-client.ts';

const LINK = '... on ExportedChatInvite { id link title revoked }';
const EXPORT = `mutation ($input: ExportChatInviteInput!) { result: exportChatInvite(input: $input) { ${LINK} } }`;
const EDIT = `mutation ($input: EditExportedChatInviteInput!) { result: editExportedChatInvite(input: $input) { ${LINK} } }`;
const REVOKE = `mutation ($input: RevokeExportedChatInviteInput!) { result: revokeExportedChatInvite(input: $input) {
  ${LINK} ... on ExportedChatInviteReplaced { invite { id link title revoked } newInvite { id link title revoked } } } }`;
const DELETE = `mutation ($input: DeleteExportedChatInviteInput!) { result: deleteExportedChatInvite(input: $input) {
  ... on DeletedExportedChatInvite { link } } }`;
const peer = 'sandbox_community';

/** Who answers, and whether Telegram lets the gateway read the link again. */
const SCENES: Readonly<Record<string, { readonly account: string; readonly canRead: boolean }>> = {
  'a user account': { account: 'owner', canRead: true },
  'a user account that cannot read': { account: 'owner', canRead: false },
  'a bot account': { account: 'bot', canRead: false },
};

function makeUnreadable({ sandbox: { faults } }: TestGateway): void {
  const fault = { kind: 'rpcError', code: 400, type: 'CHANNEL_PRIVATE' } as const;
  faults.add({ fault, method: 'messages.getExportedChatInvite', times: 100 });
}

for (const [library, connect] of Object.entries(cacheClients)) {
  for (const [scene, { account, canRead }] of Object.entries(SCENES)) {
    test(`${library}, ${scene}: no replay brings back what was edited, revoked or deleted`, async () => {
      await using gateway = await startTestGateway({ account });
      const client = connect(gateway.app.url);
      const send = async (document: string, input: object) => {
        const { result } = await client.mutate(document, { input });
        assert.ok(typeof result === 'object' && result !== null, JSON.stringify(result));
        return new Map(Object.entries(result));
      };
      const made = await send(EXPORT, { peer, title: 'Poster', idempotencyKey: 'a click' });
      const [id, link] = [String(made.get('id')), String(made.get('link'))];

      const edit = { peer, link, title: 'Flyer', idempotencyKey: 'another click' };
      const changes: [string, object, object][] = [
        [EDIT, edit, { title: 'Flyer', revoked: false }],
        [REVOKE, { peer, link }, { title: 'Flyer', revoked: true }],
        ...(account === 'bot'
          ? []
          : [[DELETE, { peer, link }, { title: 'Flyer', revoked: true }] satisfies [string, object, object]]),
      ];
      for (const [document, input, expected] of changes) {
        // A link is read before it is revoked or deleted.
        gateway.sandbox.faults.clear();
        await send(document, input);
        if (!canRead) makeUnreadable(gateway);
        for (const [keyed, again] of [
          [EXPORT, { peer, title: 'Poster', idempotencyKey: 'a click' }],
          [EDIT, edit],
        ] as const) {
          if (document === EDIT && keyed === EDIT) continue;
          const replay = await send(keyed, again);
          assert.equal(replay.get('link'), link);
          const cached = await client.link(id);
          assert.deepEqual({ title: cached?.['title'], revoked: cached?.['revoked'] }, expected);
        }
      }
    });
  }

  test(`${library}: a primary link stays revoked when the replay of its export comes after another took its place`, async () => {
    await using gateway = await startTestGateway({ account: 'bot' });
    const client = connect(gateway.app.url);
    const replacePrimary = async (idempotencyKey: string) => {
      const input = { peer, legacyRevokePermanent: true, idempotencyKey };
      const { result } = await client.mutate(EXPORT, { input });
      return new Map(Object.entries(result ?? {}));
    };
    const first = await replacePrimary('one');
    const second = await replacePrimary('two');
    await replacePrimary('one');
    assert.equal((await client.link(String(first.get('id'))))?.['revoked'], true);
    assert.equal((await client.link(String(second.get('id'))))?.['revoked'], false);
  });
}
