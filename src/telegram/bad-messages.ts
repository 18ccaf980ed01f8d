import { Api } from 'telegram';
import type { MTProtoSender } from 'telegram/network/index.js';
import type { RequestState } from 'telegram/network/RequestState.js';
import { TransportFailure } from './rpc-error.ts';

/** Sequence numbers that contradict earlier ones, as after the server's clock was set back. */
const SEQUENCE_FAULTS: readonly number[] = [32, 33];
/** One new session mends all that was under way in the old one. */
const RESTART_AT_MOST_EVERY_MS = 1_000;
/** Refusals of one call's message before it is given up. A wrong salt, then a wrong time, then a wrong sequence are three. */
const MOST_REFUSALS = 6;

/**
 * Keeps GramJS from sending a refused message for ever (https://core.telegram.org/mtproto/service_messages_about_messages).
 * It answers a wrong sequence number by a guess and sends again at once, as fast as the line allows, until the guess is
 * right, which it may never be: here a new MTProto session is begun instead, whose numbers start anew. Whatever the reason, a
 * call that was refused often enough is rejected; it was not executed. `onNewSession` is told that updates may be missed.
 */
export function mendBadMessages(sender: MTProtoSender, onNewSession: () => void): void {
  const refusals = new WeakMap<RequestState, number>();
  let restartedAt = Number.NEGATIVE_INFINITY;

  /** Gives up those of the refused message's calls for which it is enough. */
  function count(badMsgId: Api.BadMsgNotification['badMsgId']): void {
    for (const state of sender._pendingState.values()) {
      if (!state.msgId?.equals(badMsgId) && !state.containerId?.equals(badMsgId)) continue;
      const refused = (refusals.get(state) ?? 0) + 1;
      refusals.set(state, refused);
      if (refused <= MOST_REFUSALS || !state.msgId) continue;
      sender._pendingState.delete(state.msgId);
      state.reject(new TransportFailure('Telegram takes no message of this connection.', 'NOT_EXECUTED'));
    }
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
      count(message.obj.badMsgId);
      const resent = resend(message); // has put the message back into the queue by now, where it has no number yet
      if (SEQUENCE_FAULTS.includes(message.obj.errorCode)) restart();
      await resent;
    };
  }
}
