import type { MTProtoState } from 'telegram/network/MTProtoState.js';
import { fromLong, toLong } from '../tl.ts';

/**
 * The next message id: seconds in the upper half and their fraction below, divisible by four and rising
 * (https://core.telegram.org/mtproto/description#message-identifier-msg-id). As GramJS's `_getNewMsgId`, with native integers; the
 * last id stays where GramJS keeps it and resets it.
 */
export function nextMessageId(state: MTProtoState): bigint {
  const now = Date.now() + state.timeOffset * 1000;
  const seconds = Math.floor(now / 1000);
  const fraction = Math.floor((now - seconds * 1000) * 1e6);
  const byClock = (BigInt(seconds) << 32n) | (BigInt(fraction) << 2n);
  const last = fromLong(state['_lastMsgId']);
  const next = byClock > last ? byClock : last + 4n;
  state['_lastMsgId'] = toLong(next);
  return next;
}
