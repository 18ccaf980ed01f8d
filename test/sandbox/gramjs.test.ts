import { randomBytes } from 'node:crypto';
import { Api, TelegramClient } from 'telegram';
import type { TelegramClientParams } from 'telegram/client/telegramBaseClient.js';
import { Raw } from 'telegram/events/index.js';
import { PromisedNetSockets } from 'telegram/extensions/index.js';
import { Logger, LogLevel } from 'telegram/extensions/Logger.js';
import { returnBigInt } from 'telegram/Helpers.js';
import { ConnectionTCPAbridged, ConnectionTCPFull, ConnectionTCPObfuscated } from 'telegram/network/index.js';
import { MemorySession } from 'telegram/sessions/index.js';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Call, createDispatcher } from '../../src/sandbox/dispatcher.ts';
import { RpcError } from '../../src/sandbox/rpc-error.ts';
import { type MtprotoServer, startMtprotoServer } from '../../src/sandbox/server.ts';
import { trustServerKey } from '../../src/telegram/gramjs/server-key.ts';

let server: MtprotoServer;
let client: TelegramClient;
const calls: Call[] = [];
const country = randomBytes(2000).toString('hex');

beforeAll(async () => {
  const dispatcher = createDispatcher();
  dispatcher.register(Api.help.GetConfig, (_, call) => {
    calls.push(call);
    return configOf(server);
  });
  dispatcher.register(Api.help.GetNearestDc, () => new Api.NearestDc({ country, thisDc: 2, nearestDc: 2 }));
  dispatcher.register(Api.account.CheckUsername, () => true);
  dispatcher.register(Api.contacts.GetContactIDs, () => [1, 2]);
  dispatcher.register(Api.help.GetSupport, () => {
    throw new RpcError(400, 'CHAT_ADMIN_REQUIRED');
  });
  server = await startMtprotoServer({ host: '127.0.0.1', port: 0, dispatcher });
  trustServerKey(server.publicKey);
});
afterEach(async () => {
  await client.destroy();
  calls.length = 0;
});
afterAll(() => server.close());

/** GramJS dials port 80 wherever the session points; this socket goes to the server. */
class ServerSocket extends PromisedNetSockets {
  override connect(_: number, ip: string) {
    return super.connect(server.port, ip);
  }
}

async function connectGram(connection: TelegramClientParams['connection'] = ConnectionTCPFull): Promise<boolean> {
  const session = new MemorySession();
  session.setDC(2, server.host, server.port);
  client = new TelegramClient(session, 1, 'hash', {
    connection,
    networkSocket: ServerSocket,
    connectionRetries: 3,
    retryDelay: 1,
    floodSleepThreshold: 0,
    requestRetries: 1,
    baseLogger: new Logger(LogLevel.NONE),
  });
  return client.connect();
}

test.each([
  ['full', ConnectionTCPFull],
  ['abridged', ConnectionTCPAbridged],
  ['obfuscated', ConnectionTCPObfuscated],
] as const)('an unmodified client makes a key over its %s transport and initialises', async (_, connection) => {
  expect(await connectGram(connection)).toBe(true);
  expect(calls).toHaveLength(1);
  expect(calls[0]).toMatchObject({ authKeyId: expect.stringMatching(/^[0-9a-f]{16}$/), layer: 198 });
});

test('answers of every form arrive: an object, packed, a Bool, a vector, an error', async () => {
  await connectGram();
  expect(await client.invoke(new Api.help.GetNearestDc())).toMatchObject({ country, thisDc: 2 });
  expect(await client.invoke(new Api.account.CheckUsername({ username: 'name' }))).toBe(true);
  expect(await client.invoke(new Api.contacts.GetContactIDs({ hash: returnBigInt(0) }))).toEqual([1, 2]);
  await expect(client.invoke(new Api.help.GetSupport())).rejects.toMatchObject({
    code: 400,
    errorMessage: 'CHAT_ADMIN_REQUIRED',
  });
  await expect(client.invoke(new Api.updates.GetState())).rejects.toMatchObject({
    errorMessage: 'INPUT_METHOD_INVALID',
  });
});

test('many calls at once are all answered', async () => {
  await connectGram();
  const answers = await Promise.all(Array.from({ length: 100 }, () => client.invoke(new Api.help.GetNearestDc())));
  expect(answers.every((answer) => answer.country === country)).toBe(true);
});

test('a pushed update reaches the client’s handlers', async () => {
  await connectGram();
  const update = new Promise<unknown>((resolve) =>
    client.addEventHandler(resolve, new Raw({ types: [Api.UpdateConfig] })),
  );
  server.push(calls[0]?.authKeyId ?? '', new Api.UpdateShort({ update: new Api.UpdateConfig(), date: 1 }));
  expect(await update).toBeInstanceOf(Api.UpdateConfig);
});

function configOf({ host, port }: MtprotoServer): Api.Config {
  const numbers = {
    chatSizeMax: 1,
    megagroupSizeMax: 1,
    forwardedCountMax: 1,
    onlineUpdatePeriodMs: 1,
    offlineBlurTimeoutMs: 1,
    offlineIdleTimeoutMs: 1,
    onlineCloudTimeoutMs: 1,
    notifyCloudDelayMs: 1,
    notifyDefaultDelayMs: 1,
    pushChatPeriodMs: 1,
    pushChatLimit: 1,
    editTimeLimit: 1,
    revokeTimeLimit: 1,
    revokePmTimeLimit: 1,
    ratingEDecay: 1,
    stickersRecentLimit: 1,
    channelsReadMediaPeriod: 1,
    callReceiveTimeoutMs: 1,
    callRingTimeoutMs: 1,
    callConnectTimeoutMs: 1,
    callPacketTimeoutMs: 1,
    captionLengthMax: 1,
    messageLengthMax: 1,
    webfileDcId: 2,
  };
  return new Api.Config({
    ...numbers,
    date: 1,
    expires: 2,
    testMode: false,
    thisDc: 2,
    dcOptions: [new Api.DcOption({ id: 2, ipAddress: host, port })],
    dcTxtDomainName: '',
    meUrlPrefix: 'https://t.me/',
  });
}
