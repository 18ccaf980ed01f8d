import { createHash } from 'node:crypto';
import { BaseTelegramClient, Long, MemoryStorage } from '@mtcute/node';
import { addPublicKey, NodeCryptoProvider } from '@mtcute/node/utils.js';
import { expect, test } from 'vitest';
import { accessHash } from '../../src/sandbox/world/access-hash.ts';
import { authorize } from '../../src/sandbox/world/sign-in.ts';
import { startSandbox } from '../support/start-sandbox.ts';

const owner = 7_000_000_001n;
const community = 2_000_000_001n;

/**
 * mtcute speaks a newer layer than the sandbox and cannot read its users and chats; links have not changed. So the key
 * that mtcute made is signed in from the sandbox's side, and the chat is named by a hash that is known.
 */
test('mtcute makes a key, connects with it and creates a link', async () => {
  await using sandbox = await startSandbox();
  const crypto = new NodeCryptoProvider();
  addPublicKey(crypto, sandbox.publicKey);
  const storage = new MemoryStorage();
  const address = { id: 2, ipAddress: sandbox.host, port: sandbox.port };
  const client = new BaseTelegramClient({
    apiId: 1,
    apiHash: 'hash',
    crypto,
    storage,
    defaultDcs: { main: address, media: address },
    disableUpdates: true,
    logLevel: 0,
  });
  try {
    await client.connect();
    await client.call({ _: 'help.getNearestDc' });
    const key = Buffer.from((await storage.authKeys.get(2)) ?? []);
    authorize(sandbox.world, createHash('sha1').update(key).digest('hex').slice(-16), owner);
    const link = await client.call({
      _: 'messages.exportChatInvite',
      peer: {
        _: 'inputPeerChannel',
        channelId: Number(community),
        accessHash: Long.fromString(accessHash(sandbox.world, owner, 'channel', community).toString()),
      },
      title: 'from mtcute',
      usageLimit: 43,
    });
    expect(link).toMatchObject({ _: 'chatInviteExported', title: 'from mtcute', usageLimit: 43 });
    expect(sandbox.world.invites.at(-1)).toMatchObject({ title: 'from mtcute', adminId: owner });
  } finally {
    await client.destroy();
  }
});
