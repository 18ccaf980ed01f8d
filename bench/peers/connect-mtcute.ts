import { readFileSync } from 'node:fs';
import { MemoryStorage, TelegramClient } from '@mtcute/node';
import { addPublicKey, NodeCryptoProvider } from '@mtcute/node/utils.js';

/** mtcute as its documentation connects it, told the sandbox's address and key. It signs the owner in by itself. */
export async function connectMtcute(): Promise<TelegramClient> {
  const { SANDBOX_HOST, SANDBOX_PORT, TELEGRAM_SERVER_PUBLIC_KEY, OWNER_PHONE, OWNER_CODE } = process.env;
  const address = { id: 2, ipAddress: SANDBOX_HOST ?? '', port: Number(SANDBOX_PORT) };
  const crypto = new NodeCryptoProvider();
  addPublicKey(crypto, readFileSync(TELEGRAM_SERVER_PUBLIC_KEY ?? '', 'utf8'));
  const client = new TelegramClient({
    apiId: 1,
    apiHash: 'bench',
    crypto,
    storage: new MemoryStorage(),
    defaultDcs: { main: address, media: address },
    disableUpdates: true,
    logLevel: 0,
  });
  await client.start({ phone: OWNER_PHONE ?? '', code: OWNER_CODE ?? '' });
  return client;
}
