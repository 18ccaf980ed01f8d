import { expect, test } from 'vitest';
import { RpcFailure, TransportFailure } from '../../src/telegram/rpc-error.ts';
import { Api } from '../../src/telegram/tl.ts';
import { group, link, setUp } from '../support/fake-community.ts';

const HASH = 'AbCdEfGhIjKlMnOp';

/** An account that is a member behind every link; `failures` come first. */
function setUpChecks(...failures: Error[]) {
  const world = setUp({
    'messages.CheckChatInvite': () => {
      const failure = failures.shift();
      if (failure) throw failure;
      return new Api.ChatInviteAlready({ chat: group });
    },
    'messages.ImportChatInvite': () => {
      throw new RpcFailure(400, 'INVITE_REQUEST_SENT');
    },
    'messages.GetExportedChatInvite': () => new Api.messages.ExportedChatInvite({ invite: link, users: [] }),
    'messages.EditExportedChatInvite': () => new Api.messages.ExportedChatInvite({ invite: link, users: [] }),
  });
  const { services, telegram } = world;
  return {
    ...world,
    check: () => services.chatInvites.check(HASH),
    asked: () => telegram.requests.filter((request) => request instanceof Api.messages.CheckChatInvite).length,
  };
}

test('callers who look at a link at once, or within a minute, cost one call', async () => {
  const { check, asked, pass } = setUpChecks();
  await Promise.all([check(), check(), check()]);
  pass(59_999);
  await check();
  expect(asked()).toBe(1);
  pass(1);
  await check();
  expect(asked()).toBe(2);
});

test.each(['INVITE_HASH_EXPIRED', 'INVITE_HASH_INVALID'])('%s is known for a minute, too', async (type) => {
  const { check, asked, pass } = setUpChecks(new RpcFailure(400, type));
  await expect(check()).rejects.toMatchObject({ code: type });
  await expect(check()).rejects.toMatchObject({ code: type });
  expect(asked()).toBe(1);
  pass(60_000);
  await expect(check()).resolves.toMatchObject({ kind: 'CHAT_INVITE_ALREADY' });
});

test.each([
  new RpcFailure(420, 'FLOOD_WAIT_3'),
  new RpcFailure(400, 'CHANNEL_PRIVATE'),
  new TransportFailure('The connection to Telegram was lost.', 'UNKNOWN'),
])('what may be over soon is not kept: %s', async (failure) => {
  const { check, pass } = setUpChecks(...Array<Error>(4).fill(failure));
  for (let tries = 0; tries < 5; tries += 1) {
    await check().catch(() => {});
    pass(3_000);
  }
  await expect(check()).resolves.toMatchObject({ kind: 'CHAT_INVITE_ALREADY' });
});

test.each([
  ['joining by it', (world: World) => world.services.chatInvites.import({ link: HASH })],
  [
    'editing it',
    (world: World) => world.services.chatInvites.edit({ peer: '@some_group', link: HASH, title: 'Another' }),
  ],
  ['revoking it', (world: World) => world.services.chatInvites.revoke({ peer: '@some_group', link: HASH })],
  [
    'replacing a primary link, which may be it',
    (world: World) => world.services.chatInvites.export({ ...PRIMARY, peer: '@some_group' }),
  ],
])('%s makes it forgotten', async (_, change) => {
  const world = setUpChecks();
  await world.check();
  await change(world);
  await world.check();
  expect(world.asked()).toBe(2);
});

type World = ReturnType<typeof setUpChecks>;

const PRIMARY = {
  legacyRevokePermanent: true,
  requestNeeded: false,
  expireDate: null,
  usageLimit: null,
  title: null,
  subscriptionPricing: null,
};
