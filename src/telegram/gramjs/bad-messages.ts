import { Api } from 'telegram';
import type { MTProtoSender } from 'telegram/network/index.js';
import { TransportFailure } from '../rpc-error.ts';
import type { CallState } from '../wire/request-state.ts';

/** Sequence numbers that contradict earlier ones, as after the server's clock was set back. */
const SEQUENCE_FAULTS: readonly number[] = [32, 33];
/** A wrong time or salt: the same message may be sent once more. */
const PASSING_FAULTS: readonly number[] = [16, 17, 48];
/** One new session mends all that was under way in the old one. */
const RESTART_AT_MOST_EVERY_MS = 1_000;
/** Refusals of one call's message before it is given up. A wrong salt, then a wrong time, then a wrong sequence are three. */
const MOST_REFUSALS = 6;

/**
 * Keeps GramJS from sending a refused message for ever (https://core.telegram.org/mtproto/service_messages_about_messages).
 * It answers a wrong sequence number by a guess and sends again at once, as fast as the line allows, until the guess is
 * right, which it may never be: here a new MTProto session is begun instead, whose numbers start anew. Whatever the reason, a
 * call that was refused often enough is rejected; it was not executed. `onNewSession` is told that updates may be missed.
 *
 * GramJS gives what was refused new ids. A call that keeps its ids keeps them here as well: Telegram may have it from an earlier
 * sending, which a refusal of this one says nothing of.
 */
export function mendBadMessages(sender: MTProtoSender, onNewSession: () => void): void {
  const refusals = new WeakMap<CallState, number>();
  let restartedAt = Number.NEGATIVE_INFINITY;

  /** The refused message's calls, but for those for which it is enough. */
  function refused(badMsgId: Api.BadMsgNotification['badMsgId']): CallState[] {
    const calls: CallState[] = sender._pendingState.values();
    return calls.filter((call) => {
      if (!call.msgId?.equals(badMsgId) && !call.containerId?.equals(badMsgId)) return false;
      const times = (refusals.get(call) ?? 0) + 1;
      refusals.set(call, times);
      if (times > MOST_REFUSALS) giveUp(call);
      return times <= MOST_REFUSALS;
    });
  }

  function giveUp(call: CallState): void {
    if (call.msgId) sender._pendingState.delete(call.msgId);
    const outcome = call.keepsNumbers ? 'UNKNOWN' : 'NOT_EXECUTED';
    call.reject(new TransportFailure('Telegram takes no message of this connection.', outcome));
  }

  function restart(): void {
    if (performance.now() - restartedAt < RESTART_AT_MOST_EVERY_MS) return;
    restartedAt = performance.now();
    sender['_state'].reset();
    onNewSession();
  }

  for (const { CONSTRUCTOR_ID } of [Api.BadMsgNotification, Api.BadServerSalt]) {
    const resend = sender['_handlers'][CONSTRUCTOR_ID.toString()];
    sender['_handlers'][CONSTRUCTOR_ID.toString()] = async (message: {
      obj: Api.BadMsgNotification | Api.BadServerSalt;
    }) => {
      const { badMsgId, errorCode } = message.obj;
      const calls = refused(badMsgId);
      for (const { msgId, keepsNumbers } of calls) if (keepsNumbers && msgId) sender._pendingState.delete(msgId);
      const resent = resend(message); // has put the message back into the queue by now, where it has no number yet
      for (const call of calls) {
        if (!call.keepsNumbers) call.isSent = false;
        else if (!PASSING_FAULTS.includes(errorCode) || !call.msgId) giveUp(call);
        else {
          sender._pendingState.set(call.msgId, call);
          sender.addStateToQueue(call);
        }
      }
      if (SEQUENCE_FAULTS.includes(errorCode)) restart();
      await resent;
    };
  }
}
