import { Api } from 'telegram';
import { strike } from '../faults/strike.ts';
import { RpcError } from '../rpc-error.ts';
import { callingKey, isCallInParallel } from '../session/keys.ts';
import type { Received } from '../session/received.ts';
import { sendResult } from '../session/send-result.ts';
import type { Session } from '../session/session.ts';
import { RPC_ERROR } from '../tl/constructors.ts';
import { packIfShorter } from '../tl/gzip.ts';
import { speakLayer } from '../tl/layers.ts';
import { readRequest } from '../tl/read-request.ts';
import { writeResult } from '../tl/write-result.ts';
import { tlBytes, tlUint } from '../tl/writer.ts';
import { bindTempAuthKey } from './bind.ts';
import type { Core } from './core.ts';
import { type Unwrapped, unwrapQuery } from './unwrap.ts';

/** Runs a request of the API and answers it whenever it is done. Never throws: what goes wrong is the answer. */
export function executeRequest(core: Core, session: Session, msgId: bigint, query: Buffer): void {
  const received = session.received.get(msgId);
  if (!received) return;
  received.state = 'running';
  session.acknowledgeSoon(msgId);
  runQuery(core, session, received, query).then(
    (result) => finish(session, received, packIfShorter(result), true),
    (error: unknown) => {
      finish(session, received, writeError(error), false);
      if (!(error instanceof RpcError)) core.onFault(error);
    },
  );
}

function finish(session: Session, received: Received, result: Buffer, succeeded: boolean): void {
  if (received.state === 'running') {
    received.state = 'answered';
    received.answerId = sendResult(session, received.msgId, result);
    session.acknowledged(received.msgId);
  }
  received.settle(succeeded);
}

async function runQuery(core: Core, session: Session, received: Received, query: Buffer): Promise<Buffer> {
  const { connection } = session;
  const unwrapped = unwrapQuery(query);
  const key = callingKey(session.key);
  const isParallel = isCallInParallel(key, connection);
  rememberClient(session, unwrapped);
  const request = readRequest(unwrapped.query);
  await waitFor(session, unwrapped.after);
  if (request instanceof Api.auth.BindTempAuthKey)
    return writeResult(bindTempAuthKey(core, session, received.msgId, request));
  if (!key.initialised || key.layer === null) throw new RpcError(400, 'CONNECTION_NOT_INITED');
  if (session.key.expiresAt !== null && !session.key.boundTo && !request.className.startsWith('help.')) {
    throw new RpcError(401, 'AUTH_KEY_PERM_EMPTY');
  }
  if (!unwrapped.withoutUpdates) session.wantsUpdates = true;
  const call = { authKeyId: key.authKey.id, layer: key.layer };
  const fault = core.faults.forCall(call.authKeyId, request.className);
  const struck = { core, session, connection, received, authKeyId: call.authKeyId };
  const run = core.dispatcher.dispatch(request, call, async () => {
    if (isParallel) {
      core.faults.revoke(call.authKeyId);
      throw new RpcError(406, 'AUTH_KEY_DUPLICATED');
    }
    await strike(fault, 'before', struck);
  });
  const [outcome] = await Promise.allSettled([run]);
  await strike(fault, 'after', struck);
  if (outcome.status === 'rejected') throw outcome.reason;
  speakLayer(outcome.value, key.layer);
  return writeResult(outcome.value);
}

/**
 * What the wrappers said about the client. Layer and initConnection are kept with the key, as Telegram does, so that a client
 * which reconnects need not repeat them.
 */
function rememberClient(session: Session, unwrapped: Unwrapped): void {
  const key = callingKey(session.key);
  if (unwrapped.layer !== null) key.layer = unwrapped.layer;
  if (unwrapped.initialises) key.initialised = true;
}

/** invokeAfterMsg: throws RpcError MSG_WAIT_FAILED where one of the messages failed or never came in this session. */
async function waitFor(session: Session, msgIds: readonly bigint[]): Promise<void> {
  const outcomes = await Promise.all(msgIds.map((msgId) => session.received.get(msgId)?.settled ?? false));
  if (outcomes.includes(false)) throw new RpcError(400, 'MSG_WAIT_FAILED');
}

/** rpc_error. What a method threw by mistake is for onFault to tell: the client hears of an internal error. */
function writeError(error: unknown): Buffer {
  const { code, type } = error instanceof RpcError ? error : new RpcError(500, 'INTERNAL_SERVER_ERROR');
  return Buffer.concat([tlUint(RPC_ERROR), tlUint(code), tlBytes(Buffer.from(type))]);
}
