import { TelegramClient } from 'telegram';
import { ConnectionTCPFull } from 'telegram/network/index.js';
import { StringSession } from 'telegram/sessions/index.js';

/** GramJS as its documentation connects it, but for the port, which it otherwise forces to 80. */
export async function connectGramjs(): Promise<TelegramClient> {
  const session = new StringSession(process.env['TELEGRAM_SESSION']);
  class SandboxConnection extends ConnectionTCPFull {
    constructor(options: ConstructorParameters<typeof ConnectionTCPFull>[0]) {
      super({ ...options, port: session.port });
    }
  }
  const client = new TelegramClient(session, 1, 'bench', { connection: SandboxConnection, connectionRetries: 5 });
  await client.connect();
  return client;
}
