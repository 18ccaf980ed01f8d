import { Api } from 'telegram';
import { returnBigInt } from 'telegram/Helpers.js';
import { expect, test } from 'vitest';
import { primaryOf } from '../support/sandbox-links.ts';
import { chatId, refusalOf, resolveChannel, seededWorld } from '../support/seeded-world.ts';

/** Every method about links, asking what would be answered without a refusal. */
function requests(peer: Api.TypeInputPeer, link: string): Api.AnyRequest[] {
  const adminId = new Api.InputUserSelf();
  return [
    new Api.messages.ExportChatInvite({ peer }),
    new Api.messages.EditExportedChatInvite({ peer, link }),
    new Api.messages.GetExportedChatInvite({ peer, link }),
    new Api.messages.GetExportedChatInvites({ peer, adminId, limit: 1 }),
    new Api.messages.DeleteRevokedExportedChatInvites({ peer, adminId }),
    new Api.messages.GetAdminsWithInvites({ peer }),
  ];
}

async function community() {
  const { as, world } = seededWorld();
  const peer = await resolveChannel(as('owner'), 'sandbox_community');
  const link = primaryOf({ world }, 'sandbox_community', 7_000_000_001n);
  const remove = new Api.messages.DeleteExportedChatInvite({ peer, link });
  return { ask: as('owner'), world, id: chatId(world, 'sandbox_community'), all: requests(peer, link), remove };
}

test('a refusal is what every method about links answers for its chat, until it is taken away', async () => {
  const { ask, world, id, all, remove } = await community();
  world.refusals.set(id, { code: 400, type: 'PEER_FLOOD' });
  for (const request of [...all, remove]) expect(await refusalOf(ask(request))).toBe('400 PEER_FLOOD');
  const peer = new Api.InputPeerChat({ chatId: returnBigInt(7001n) });
  expect(await ask(new Api.messages.GetAdminsWithInvites({ peer }))).toMatchObject({ admins: [{}] });
  world.refusals.delete(id);
  for (const request of all) await ask(request);
  expect(await refusalOf(ask(remove))).toBe('400 INVITE_REVOKED_MISSING');
});

test('a refusal for one method leaves the others alone', async () => {
  const { ask, world, id, all, remove } = await community();
  for (const refused of [...all, remove]) {
    world.refusals.set(id, { code: 500, type: 'RPC_CALL_FAIL', method: refused.className });
    expect(await refusalOf(ask(refused))).toBe('500 RPC_CALL_FAIL');
    for (const request of all) if (request !== refused) await ask(request);
  }
});
