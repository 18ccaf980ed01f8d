import { Api } from 'telegram';
import { BinaryReader } from 'telegram/extensions/index.js';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { connectRaw, initialised, type RawSession, rawSession } from './mtproto-client.ts';
import { account } from './start-sandbox.ts';

const BAD_SERVER_SALT = 0xedab447b;
const RPC_RESULT = 0xf35c6d01;
const UPDATES = 0x74ae4240;

/** One connection of one of the cast's accounts, of which a test sees every message. */
interface Device extends AsyncDisposable {
  readonly session: RawSession;
  /** What was pushed next, whatever else comes before it. */
  nextUpdates(): Promise<Api.Updates>;
  /** Makes a call and answers what was pushed before its answer came. */
  updatesUntilNow(): Promise<Api.Updates[]>;
  close(): void;
}

/** Signed in and initialised; `sessionId` goes on with a session that was begun on another connection. */
export async function connectDevice(sandbox: Sandbox, name: string, sessionId?: bigint): Promise<Device> {
  const key = Buffer.from(account(sandbox, name).session.slice(1), 'base64').subarray(-256);
  const connection = await connectRaw(sandbox);
  const stranger = rawSession(connection, key);
  stranger.request(initialised(new Api.updates.GetState().getBytes()));
  const salt = (await stranger.receiveOf(BAD_SERVER_SALT)).body.readBigInt64LE(20);
  const session = rawSession(connection, key, { salt, ...(sessionId !== undefined && { sessionId }) });

  async function updatesUntilNow(): Promise<Api.Updates[]> {
    const seen: Api.Updates[] = [];
    const msgId = session.request(initialised(new Api.updates.GetState().getBytes()));
    for (;;) {
      const { id, body } = await session.receive();
      if (id === UPDATES) seen.push(readUpdates(body));
      if (id === RPC_RESULT && body.readBigInt64LE(4) === msgId) return seen;
    }
  }

  await updatesUntilNow();
  return {
    session,
    updatesUntilNow,
    nextUpdates: async () => readUpdates((await session.receiveOf(UPDATES)).body),
    close: () => connection.close(),
    [Symbol.asyncDispose]: async () => connection.close(),
  };
}

function readUpdates(body: Buffer): Api.Updates {
  const updates = new BinaryReader(body).tgReadObject();
  if (updates instanceof Api.Updates) return updates;
  throw new Error('expected updates');
}
