import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { BaseTelegramClient, Long, MemoryStorage } from '@mtcute/node';
import { addPublicKey, NodeCryptoProvider } from '@mtcute/node/utils.js';
import { Api } from 'telegram';
import { expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { account, connectGramjs } from '../support/start-sandbox.ts';

/** What `npm run sandbox` prints first. */
type Announced = Pick<Sandbox, 'host' | 'port' | 'publicKey' | 'accounts'>;

/**
 * Two clients that nobody here wrote, and nothing of ours but the command: mtcute, whose layer is newer, makes its own key,
 * signs a bot in and creates a link by an access hash that GramJS was told for the same account.
 */
test('npm run sandbox: mtcute exchanges keys, signs in as the bot and creates a link', async () => {
  const main = fileURLToPath(new URL('../../src/start.js', import.meta.url));
  const child = spawn(process.execPath, [main, 'sandbox', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface(child.stdout), 'line');
  const sandbox: Announced = JSON.parse(String(line));
  const { botToken, session } = account(sandbox, 'bot');

  await using gramjs = await connectGramjs(sandbox, session);
  const resolved = await gramjs.client.invoke(new Api.contacts.ResolveUsername({ username: 'sandbox_community' }));
  const [community] = resolved.chats;
  if (!(community instanceof Api.Channel) || !community.accessHash) throw new Error('the community is a channel');

  const crypto = new NodeCryptoProvider();
  addPublicKey(crypto, sandbox.publicKey);
  const address = { id: 2, ipAddress: sandbox.host, port: sandbox.port };
  const mtcute = new BaseTelegramClient({
    apiId: 1,
    apiHash: 'hash',
    crypto,
    storage: new MemoryStorage(),
    defaultDcs: { main: address, media: address },
    disableUpdates: true,
    logLevel: 0,
  });
  try {
    await mtcute.connect();
    expect(await mtcute.call({ _: 'help.getNearestDc' })).toMatchObject({ _: 'nearestDc', thisDc: 2 });
    const authorization = await mtcute.call({
      _: 'auth.importBotAuthorization',
      flags: 0,
      apiId: 1,
      apiHash: 'hash',
      botAuthToken: botToken ?? '',
    });
    expect(authorization).toMatchObject({ user: { _: 'user', bot: true, self: true } });
    const { peer, chats } = await mtcute.call({ _: 'contacts.resolveUsername', username: 'sandbox_community' });
    expect(chats).toMatchObject([{ _: 'channel', id: peer._ === 'peerChannel' && peer.channelId }]);
    const link = await mtcute.call({
      _: 'messages.exportChatInvite',
      peer: {
        _: 'inputPeerChannel',
        channelId: community.id.toJSNumber(),
        accessHash: Long.fromString(community.accessHash.toString()),
      },
      title: 'from mtcute',
      usageLimit: 43,
    });
    expect(link).toMatchObject({ _: 'chatInviteExported', title: 'from mtcute', usageLimit: 43 });
  } finally {
    await mtcute.destroy();
    child.kill('SIGTERM');
  }
  expect(await once(child, 'exit')).toEqual([0, null]);
});
