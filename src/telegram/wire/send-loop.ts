import { setImmediate } from 'node:timers/promises';
import type { MTProtoSender } from 'telegram/network/index.js';
import { fromLong } from '../tl.ts';
import { envelopeOf } from './envelope-of.ts';
import { makePlain } from './plain-queue.ts';
import type { CallState } from './request-state.ts';
import { isContentRelated, writeBatch } from './write-batch.ts';

/** Answers are acknowledged with a packet that leaves anyway: so many at once, or what there is when the last time is so long ago. */
const ACKS_AT_ONCE = 32;
const ACK_EVERY_MS = 5_000;
/** What one acknowledgement may name (https://core.telegram.org/mtproto/service_messages_about_messages#acknowledgment-of-receipt). */
const MOST_ACKS = 8192;

/**
 * GramJS's `MTProtoSender._sendLoop` with three differences. After a reconnect it sends again what may run twice, and leaves the
 * rest to who sent it. It waits until all that this turn of the event loop brings has been
 * queued, so that calls made together leave in one packet; and from the queue to the socket nothing is awaited, so that
 * a call is either queued or sent, never between the two.
 */
export async function sendLoop(sender: MTProtoSender): Promise<void> {
  const queue = sender['_sendQueue'];
  const state = sender['_state'];
  const pendingAcks = sender['_pendingAck'];
  let acknowledgedAt = performance.now();
  makePlain(queue);
  queue.prepend(takeRepeatable(sender));

  while (sender._userConnected && !sender.isReconnecting) {
    await queue.wait();
    if (sender.isReconnecting) break;
    await setImmediate();
    if (sender.isReconnecting) break;
    const { authKey, _connection: connection } = sender;
    const key = authKey.getKey();
    if (!key || !connection) break;

    const isTime = pendingAcks.size >= ACKS_AT_ONCE || performance.now() - acknowledgedAt > ACK_EVERY_MS;
    const acks = isTime ? [...pendingAcks].slice(-MOST_ACKS).map(fromLong) : [];
    const batch = writeBatch(state, queue.values(), acks);
    if (!batch) continue;
    if (isTime) {
      acknowledgedAt = performance.now();
      pendingAcks.clear();
    }
    for (const call of batch.calls) {
      if (isContentRelated(call) && call.msgId) sender._pendingState.set(call.msgId, call);
    }
    try {
      await connection.send(envelopeOf(key).seal(fromLong(state.salt), fromLong(state['id']), batch.data));
    } catch {
      if (!sender.userDisconnected) sender.reconnect();
      break;
    }
  }
  sender['_sendLoopHandle'] = undefined;
}

/** The requests without an answer that may run twice. Questions of MTProto itself are dropped: who asked asks anew. */
function takeRepeatable({ _pendingState: pending }: MTProtoSender): CallState[] {
  const calls: CallState[] = pending.values().filter((call: CallState) => !call.runsOnce);
  for (const { msgId } of calls) if (msgId) pending.delete(msgId);
  return calls.filter((call) => call.request.classType === 'request');
}
