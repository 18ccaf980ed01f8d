import { BaseTelegramClient, MemoryStorage } from '@mtcute/node';
import { addPublicKey, NodeCryptoProvider } from '@mtcute/node/utils.js';
import { Api } from 'telegram';
import { afterEach, expect, test } from 'vitest';
import { type Call, createDispatcher } from '../../src/sandbox/dispatcher.ts';
import { type MtprotoServer, startMtprotoServer } from '../../src/sandbox/server.ts';

let server: MtprotoServer;
let client: BaseTelegramClient;
let storage: MemoryStorage;
const calls: Call[] = [];

afterEach(async () => {
  await client.destroy();
  await server.close();
  calls.length = 0;
});

/** mtcute as it comes, told only the address and the key to trust. */
async function connectMtcute(pfs: boolean): Promise<void> {
  const dispatcher = createDispatcher();
  dispatcher.register(Api.help.GetNearestDc, (_, call) => {
    calls.push(call);
    return new Api.NearestDc({ country: 'AQ', thisDc: 2, nearestDc: 2 });
  });
  server = await startMtprotoServer({ host: '127.0.0.1', port: 0, dispatcher });
  storage = new MemoryStorage();
  const crypto = new NodeCryptoProvider();
  addPublicKey(crypto, server.publicKey);
  const address = { id: 2, ipAddress: server.host, port: server.port };
  client = new BaseTelegramClient({
    apiId: 1,
    apiHash: 'hash',
    storage,
    crypto,
    defaultDcs: { main: address, media: address },
    disableUpdates: true,
    logLevel: 0,
    network: { usePfs: pfs },
  });
  await client.connect();
}

test('mtcute makes a key and has a call answered', async () => {
  await connectMtcute(false);
  const answer = await client.call({ _: 'help.getNearestDc' });
  expect(answer).toMatchObject({ country: 'AQ', thisDc: 2, nearestDc: 2 });
});

test('mtcute binds a temporary key, and its calls count as the permanent one’s', async () => {
  await connectMtcute(true);
  await client.call({ _: 'help.getNearestDc' });
  const permanent = await storage.authKeys.get(2);
  expect(permanent).not.toBeNull();
  expect(server.addAuthKey(Buffer.from(permanent ?? []))).toBe(calls[0]?.authKeyId);
});
