import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from '../connection.ts';
import type { Core } from '../message/core.ts';
import { RpcError } from '../rpc-error.ts';
import { notifyBadSalt } from '../session/bad-message.ts';
import type { Received } from '../session/received.ts';
import type { Session } from '../session/session.ts';
import type { CallFault, When } from './fault.ts';

/** A call on its way: which message brought it, over which connection, under which key it counts. */
interface Struck {
  readonly core: Core;
  readonly session: Session;
  readonly connection: Connection | null;
  readonly received: Received;
  readonly authKeyId: string;
}

/**
 * Lets a fault happen to a call if its time is now. Returns when the call goes on as if nothing were: after a delay, or
 * with an answer that a broken connection will not carry. Throws what the call ends with in place of its result.
 */
export async function strike(fault: CallFault | null, now: When, struck: Struck): Promise<void> {
  if (!fault || whenOf(fault) !== now) return;
  const { core, session, connection, received, authKeyId } = struck;
  switch (fault.kind) {
    case 'delay': {
      const { ms, cutAfterMs = ms } = fault;
      const beforeCut = Math.min(cutAfterMs, ms);
      await wait(beforeCut, undefined, { ref: false });
      if (fault.cutAfterMs !== undefined) connection?.close();
      await wait(ms - beforeCut, undefined, { ref: false });
      return;
    }
    case 'rpcError':
      throw new RpcError(fault.code, fault.type);
    case 'revokeSession':
      core.faults.revoke(authKeyId);
      throw new RpcError(401, fault.type ?? 'AUTH_KEY_UNREGISTERED');
    case 'cut':
      connection?.close();
      break;
    case 'transportError':
      connection?.fail(fault.code ?? -404);
      break;
    case 'halfOpen':
      connection?.freeze();
      break;
    case 'forgetSession':
      session.end();
      session.key.sessions.delete(session.id);
      break;
    case 'badSalt':
      notifyBadSalt(session, received.msgId, received.seqNo);
      break;
    case 'garbage':
      connection?.send(core.random(GARBAGE_BYTES));
      dropAnswer(struck);
      break;
    case 'silence':
      dropAnswer(struck);
  }
  if (now === 'before') throw neverArrived(struck);
}

/** As a short answer. */
const GARBAGE_BYTES = 104;

function whenOf(fault: CallFault): When {
  return fault.kind === 'badSalt' ? 'before' : (fault.when ?? 'before');
}

/** Nothing is answered or acknowledged, now or later. */
function dropAnswer({ session, received }: Struck): void {
  received.state = 'dropped';
  session.acknowledged(received.msgId);
}

/** The message is forgotten, so that one under the same id is taken for new. The error ends the call; nobody is sent it. */
function neverArrived(struck: Struck): RpcError {
  dropAnswer(struck);
  struck.session.received.forget(struck.received.msgId);
  return new RpcError(500, 'NEVER_ARRIVED');
}
