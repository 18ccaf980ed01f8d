import { BaseTelegramClient, MemoryStorage, type RawUpdateInfo } from '@mtcute/node';
import { addPublicKey, NodeCryptoProvider } from '@mtcute/node/utils.js';
import { expect, test } from 'vitest';
import { findChatByUsername, findGroup } from '../../src/sandbox/world/chats.ts';
import { requestToJoin, takeRequests } from '../../src/sandbox/world/knock.ts';
import { admit, setMember } from '../../src/sandbox/world/membership.ts';
import { userOf } from '../../src/sandbox/world/users.ts';
import { BOT } from '../support/sandbox-links.ts';
import { account, startSandbox } from '../support/start-sandbox.ts';

const JOINER = 7_000_000_007n;

test('mtcute, whose layer is 227, reads a bot’s updates and asks for those that were lost on their way', async () => {
  await using sandbox = await startSandbox();
  const { world } = sandbox;
  const community = findChatByUsername(world, 'sandbox_community');
  const group = findGroup(world, 7001n);
  if (!community || !group) throw new Error('the cast has both');
  const crypto = new NodeCryptoProvider();
  addPublicKey(crypto, sandbox.publicKey);
  const address = { id: 2, ipAddress: sandbox.host, port: sandbox.port };
  const client = new BaseTelegramClient({
    apiId: 1,
    apiHash: 'hash',
    crypto,
    storage: new MemoryStorage(),
    defaultDcs: { main: address, media: address },
    logLevel: 0,
  });
  const heard: RawUpdateInfo['update'][] = [];
  client.onRawUpdate.add(({ update }) => void heard.push(update));
  try {
    const botAuthToken = account(sandbox, 'bot').botToken ?? '';
    const signIn = { _: 'auth.importBotAuthorization', flags: 0, apiId: 1, apiHash: 'hash', botAuthToken } as const;
    const authorization = await client.call(signIn);
    if (authorization._ !== 'auth.authorization' || authorization.user._ !== 'user') throw new Error(authorization._);
    await client.storage.self.storeFrom(authorization.user);
    await client.startUpdatesLoop();

    world.losesUpdates.add(BOT);
    requestToJoin(world, community, userOf(world, JOINER), null);
    takeRequests(world, community, () => true);
    world.losesUpdates.delete(BOT);
    setMember(world, group, BOT, 'admin', true);
    admit(world, group, JOINER, { invite: null, approvedBy: null });
    admit(world, community, JOINER, { invite: null, approvedBy: null });

    await expect.poll(() => heard.length, { timeout: 5000 }).toBe(4);
    const userId = Number(JOINER);
    expect(heard).toMatchObject([
      { _: 'updateBotChatInviteRequester', userId, qts: 1, invite: { _: 'chatInvitePublicJoinRequests' } },
      { _: 'updateChatParticipant', userId: Number(BOT), newParticipant: { _: 'chatParticipantAdmin' }, qts: 2 },
      { _: 'updateChatParticipant', userId, newParticipant: { _: 'chatParticipant', userId }, qts: 3 },
      { _: 'updateChannelParticipant', userId, newParticipant: { _: 'channelParticipant', userId }, qts: 4 },
    ]);
  } finally {
    await client.destroy();
  }
});
