import { unzipSync } from 'node:zlib';
import { errors } from 'telegram';
import { BinaryReader } from 'telegram/extensions/index.js';
import type { MTProtoSender } from 'telegram/network/index.js';
import { TLMessage } from 'telegram/tl/core/index.js';
import { Api, toLong } from '../tl.ts';
import type { Message } from './envelope.ts';

const RPC_RESULT = 0xf35c6d01;
const MSG_CONTAINER = 0x73f1f8dc;
const MSGS_STATE_INFO = 0x04deb57d;
const GZIP_PACKED = 0x3072cfa1;

/**
 * Hands a message to whom it is for: an answer to its call, the messages of a container one by one, all else to GramJS's
 * handlers. GramJS's `_processMessage`, which awaits each level, unpacks with a zlib in JavaScript, acknowledges what asks for no
 * acknowledgement, and answers an error by acknowledging its own request. `trouble` is told of what cannot be understood; the
 * other messages of the packet are not lost by it.
 */
export function handleMessage(sender: MTProtoSender, message: Message, trouble: (error: unknown) => void): void {
  const { msgId, seqNo, body } = message;
  // An odd number asks for an acknowledgement (https://core.telegram.org/mtproto/description#message-sequence-number-msg-seqno).
  if (seqNo % 2 !== 0) sender['_pendingAck'].add(toLong(msgId));
  try {
    const kind = body.readUInt32LE(0);
    if (kind === RPC_RESULT) settle(sender, body);
    else if (kind === MSGS_STATE_INFO) tellStates(sender, body);
    else if (kind === MSG_CONTAINER) {
      for (const inner of readContainer(body)) handleMessage(sender, inner, trouble);
    } else if (kind === GZIP_PACKED) handleMessage(sender, { msgId, seqNo: 0, body: unpack(body) }, trouble);
    else {
      const object = new BinaryReader(body).tgReadObject();
      const handler = sender['_handlers'][object.CONSTRUCTOR_ID] ?? sender._handleUpdate.bind(sender);
      // Those of GramJS that can fail at all are async.
      Promise.resolve(handler(new TLMessage(toLong(msgId), seqNo, object))).catch(trouble);
    }
  } catch (error) {
    trouble(error);
  }
}

/** rpc_result#f35c6d01 req_msg_id:long result:Object. An answer that nobody waits for any more is passed over. */
function settle(sender: MTProtoSender, body: Buffer): void {
  const call = sender._pendingState.getAndDelete(toLong(body.readBigInt64LE(4)));
  if (!call) return;
  try {
    const kind = body.readUInt32LE(12);
    const result = body.subarray(12);
    if (kind === Api.RpcError.CONSTRUCTOR_ID) {
      call.reject(errors.RPCMessageToError(new BinaryReader(result).tgReadObject(), call.request));
      return;
    }
    const reader = new BinaryReader(kind === GZIP_PACKED ? unpack(result) : result);
    call.resolve(call.request.readResult(reader));
  } catch (error) {
    call.reject(error);
    throw error;
  }
}

/** msgs_state_info#04deb57d req_msg_id:long info:string, one byte for each message that was asked about. GramJS reads text. */
function tellStates(sender: MTProtoSender, body: Buffer): void {
  const question = sender._pendingState.getAndDelete(toLong(body.readBigInt64LE(4)));
  question?.resolve(new BinaryReader(body.subarray(12)).tgReadBytes());
}

/** msg_container#73f1f8dc messages:vector<%Message>, each with id, number and length. */
function* readContainer(body: Buffer): Generator<Message> {
  const count = body.readInt32LE(4);
  let place = 8;
  for (let index = 0; index < count; index += 1) {
    const start = place + 16;
    const end = start + body.readInt32LE(place + 12);
    yield { msgId: body.readBigInt64LE(place), seqNo: body.readInt32LE(place + 8), body: body.subarray(start, end) };
    place = end;
  }
}

/** gzip_packed#3072cfa1 packed_data:bytes. */
function unpack(body: Buffer): Buffer {
  return unzipSync(new BinaryReader(body.subarray(4)).tgReadBytes());
}
