import type { MTProtoState } from 'telegram/network/MTProtoState.js';
import { MessageContainer, TLMessage } from 'telegram/tl/core/index.js';
import { TransportFailure } from '../rpc-error.ts';
import { Api, fromLong, toLong } from '../tl.ts';
import { nextMessageId } from './message-numbers.ts';
import type { CallState } from './request-state.ts';

const MSG_CONTAINER = 0x73f1f8dc;
const MSGS_ACK = 0x62d6b459;
const VECTOR = 0x1cb5c415;

/**
 * Takes from GramJS's queue what fits into one packet: the calls, and where `acks` are given, the acknowledgement of them.
 * More than one message make a container (https://core.telegram.org/mtproto/service_messages#containers). The calls know their
 * message ids from here on: they count as sent. One that keeps its ids always goes in a container, where it may be older than
 * Telegram's clock allows. GramJS's `MessagePacker.get`, but for its ordering of chat messages.
 */
export function writeBatch(
  state: MTProtoState,
  queue: (CallState | undefined)[],
  acks: readonly bigint[],
): { readonly calls: readonly CallState[]; readonly data: Buffer } | null {
  const calls = takeCalls(state, queue);
  if (calls.length === 0) return null;
  const parts: Buffer[] = [];
  for (const call of calls) {
    if (!call.keepsNumbers) {
      call.msgId = toLong(nextMessageId(state));
      call.seqNo = state._getSeqNo(isContentRelated(call));
      call.session = state['id'];
      call.isSent = true;
    }
    if (!call.msgId || call.seqNo === undefined) throw new Error('a call that was never written keeps no numbers');
    parts.push(header(fromLong(call.msgId), call.seqNo, call.data.length), call.data);
  }
  if (acks.length > 0) {
    const body = writeAcks(acks);
    parts.push(header(nextMessageId(state), state._getSeqNo(false), body.length), body);
  }
  if (parts.length === 2 && !calls.some(({ keepsNumbers }) => keepsNumbers))
    return { calls, data: Buffer.concat(parts) };

  const count = Buffer.allocUnsafe(8);
  count.writeUInt32LE(MSG_CONTAINER, 0);
  count.writeUInt32LE(parts.length / 2, 4);
  const length = parts.reduce((sum, part) => sum + part.length, count.length);
  const containerId = nextMessageId(state);
  for (const call of calls) call.containerId = toLong(containerId);
  return { calls, data: Buffer.concat([header(containerId, state._getSeqNo(false), length), count, ...parts]) };
}

/** Whether it asks for an acknowledgement, or for an answer that says as much. */
export function isContentRelated({ request }: CallState): boolean {
  return request.classType === 'request' || request instanceof Api.MsgsStateReq || request instanceof Api.MsgResendReq;
}

/** A container takes one message more, which may be the acknowledgement. */
function takeCalls(state: MTProtoState, queue: (CallState | undefined)[]): CallState[] {
  const calls: CallState[] = [];
  let size = 0;
  while (queue.length > 0 && calls.length < MessageContainer.MAXIMUM_LENGTH - 1) {
    const call = queue[0];
    size += call ? call.data.length + TLMessage.SIZE_OVERHEAD : 0;
    if (size > MessageContainer.MAXIMUM_SIZE && calls.length > 0) break;
    queue.shift();
    // In another session Telegram would take it for a new one.
    if (call?.keepsNumbers && call.session !== state['id']) {
      call.reject(new TransportFailure('The connection to Telegram was lost.', 'UNKNOWN'));
      continue;
    }
    if (size <= MessageContainer.MAXIMUM_SIZE) {
      if (call) calls.push(call);
      continue;
    }
    call?.reject(new Error('The request is longer than Telegram takes.'));
    size = 0;
  }
  return calls;
}

function header(msgId: bigint, seqNo: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(16);
  bytes.writeBigInt64LE(msgId, 0);
  bytes.writeInt32LE(seqNo, 8);
  bytes.writeInt32LE(length, 12);
  return bytes;
}

function writeAcks(acks: readonly bigint[]): Buffer {
  const bytes = Buffer.allocUnsafe(12 + 8 * acks.length);
  bytes.writeUInt32LE(MSGS_ACK, 0);
  bytes.writeUInt32LE(VECTOR, 4);
  bytes.writeInt32LE(acks.length, 8);
  for (const [index, msgId] of acks.entries()) bytes.writeBigInt64LE(msgId, 12 + 8 * index);
  return bytes;
}
