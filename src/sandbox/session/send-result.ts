import { RPC_RESULT } from '../tl/constructors.ts';
import { tlLong, tlUint } from '../tl/writer.ts';
import type { Session } from './session.ts';

/** rpc_result, which must be acknowledged and is kept until it is. */
export function sendResult(session: Session, requestId: bigint, result: Buffer): bigint {
  const body = Buffer.concat([tlUint(RPC_RESULT), tlLong(requestId), result]);
  return session.send(body, { content: true, reply: true, answers: requestId }).msgId;
}
