import { TelegramClient } from 'telegram';
import type { TelegramClientParams } from 'telegram/client/telegramBaseClient.js';
import { Logger, LogLevel } from 'telegram/extensions/Logger.js';
import { ConnectionTCPFull } from 'telegram/network/index.js';
import { StringSession } from 'telegram/sessions/index.js';
import {
  type Sandbox,
  type SandboxAccount,
  type SandboxOptions,
  startSandbox as start,
} from '../../src/sandbox/sandbox.ts';
import { trustServerKey } from '../../src/telegram/gramjs/server-key.ts';

/** A sandbox of the test's own, closed when its scope ends (`await using`). */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox & AsyncDisposable> {
  const sandbox = await start(options);
  return { ...sandbox, [Symbol.asyncDispose]: () => sandbox.close() };
}

export function account(sandbox: Pick<Sandbox, 'accounts'>, name: string): SandboxAccount {
  const found = sandbox.accounts.find((each) => each.name === name);
  if (!found) throw new Error(`the sandbox has no account ${name}`);
  return found;
}

/**
 * GramJS as it comes from npm, but for the port, which it otherwise forces to 80. `session` is a string session; an
 * empty one makes a new key, for which the sandbox's RSA key is trusted first. `options` go over those here.
 */
export async function connectGramjs(
  sandbox: Pick<Sandbox, 'host' | 'port' | 'publicKey'>,
  session: string,
  options: TelegramClientParams = {},
): Promise<{ readonly client: TelegramClient } & AsyncDisposable> {
  const { host, port } = sandbox;
  class SandboxConnection extends ConnectionTCPFull {
    constructor(options: ConstructorParameters<typeof ConnectionTCPFull>[0]) {
      super({ ...options, ip: host, port });
    }
  }
  if (session === '') trustServerKey(sandbox.publicKey);
  const stored = new StringSession(session);
  if (session === '') stored.setDC(2, host, port);
  const client = new TelegramClient(stored, 1, 'hash', {
    connection: SandboxConnection,
    baseLogger: new Logger(LogLevel.NONE),
    floodSleepThreshold: 0,
    connectionRetries: 3, // GramJS fails its own key exchange once in 256 times: it does not pad g^ab
    retryDelay: 1,
    requestRetries: 1,
    autoReconnect: false,
    securityChecks: true,
    ...options,
  });
  await client.connect();
  return { client, [Symbol.asyncDispose]: () => client.destroy() };
}
