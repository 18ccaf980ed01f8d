import { sendResult } from '../session/send-result.ts';
import { RPC_ANSWER_DROPPED, RPC_ANSWER_DROPPED_RUNNING, RPC_ANSWER_UNKNOWN } from '../tl/constructors.ts';
import { tlLong, tlUint } from '../tl/writer.ts';
import type { ServiceMessage } from './service-message.ts';

/**
 * rpc_drop_answer: the client wants an answer no more. A request that runs goes on, its answer is thrown away;
 * one whose answer was sent and not acknowledged loses it; of others nothing is known. Answered inside rpc_result.
 */
export function dropAnswer({ session, msgId, reader }: ServiceMessage): void {
  const request = session.received.get(reader.long());
  if (request?.state === 'running') {
    request.state = 'dropped';
    sendResult(session, msgId, tlUint(RPC_ANSWER_DROPPED_RUNNING));
    return;
  }
  const answer = request?.answerId == null ? undefined : session.outbox.forget(request.answerId);
  if (!request || !answer) {
    sendResult(session, msgId, tlUint(RPC_ANSWER_UNKNOWN));
    return;
  }
  request.state = 'dropped';
  const dropped = [tlUint(RPC_ANSWER_DROPPED), tlLong(answer.msgId), tlUint(answer.seqNo), tlUint(answer.body.length)];
  sendResult(session, msgId, Buffer.concat(dropped));
}
