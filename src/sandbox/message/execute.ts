import type { Connection } from '../connection.ts';
import { acknowledge } from '../service/acknowledge.ts';
import { destroyAuthKey, destroySession } from '../service/destroy.ts';
import { dropAnswer } from '../service/drop-answer.ts';
import { getFutureSalts } from '../service/future-salts.ts';
import { reportStates, resendMessages } from '../service/message-states.ts';
import { ping, pingDelayDisconnect } from '../service/ping.ts';
import type { ServiceMessage } from '../service/service-message.ts';
import { notifyFault } from '../session/bad-message.ts';
import type { Session } from '../session/session.ts';
import {
  BAD_MSG_NOTIFICATION,
  BAD_SERVER_SALT,
  DESTROY_AUTH_KEY,
  DESTROY_SESSION,
  GET_FUTURE_SALTS,
  HTTP_WAIT,
  MSG_CONTAINER,
  MSG_DETAILED_INFO,
  MSG_NEW_DETAILED_INFO,
  MSG_RESEND_ANS_REQ,
  MSG_RESEND_REQ,
  MSGS_ACK,
  MSGS_ALL_INFO,
  MSGS_STATE_INFO,
  MSGS_STATE_REQ,
  PING,
  PING_DELAY_DISCONNECT,
  RPC_DROP_ANSWER,
} from '../tl/constructors.ts';
import { TlError, tlReader } from '../tl/reader.ts';
import { type Message, unpackBody } from './container.ts';
import type { Core } from './core.ts';
import { executeRequest } from './request.ts';

type ServiceHandler = (message: ServiceMessage) => void;

const ignore: ServiceHandler = () => undefined;

/** MTProto's own messages. Those that only inform, and http_wait, which means something over HTTP alone, are ignored. */
const SERVICE = new Map<number, ServiceHandler>([
  [MSGS_ACK, acknowledge],
  [PING, ping],
  [PING_DELAY_DISCONNECT, pingDelayDisconnect],
  [GET_FUTURE_SALTS, getFutureSalts],
  [MSGS_STATE_REQ, reportStates],
  [MSG_RESEND_REQ, resendMessages],
  [MSG_RESEND_ANS_REQ, resendMessages],
  [RPC_DROP_ANSWER, dropAnswer],
  [DESTROY_SESSION, destroySession],
  [DESTROY_AUTH_KEY, destroyAuthKey],
  [MSGS_STATE_INFO, ignore],
  [MSGS_ALL_INFO, ignore],
  [MSG_DETAILED_INFO, ignore],
  [MSG_NEW_DETAILED_INFO, ignore],
  [BAD_MSG_NOTIFICATION, ignore],
  [BAD_SERVER_SALT, ignore],
  [HTTP_WAIT, ignore],
]);

/**
 * The parity that core.telegram.org/mtproto/description#content-related-message asks of a message's sequence number: a
 * container is never content-related, a request of the API always. Service messages may be either, because clients that
 * Telegram serves differ: GramJS counts its pings and not its acknowledgements, mtcute counts both.
 */
export function expectsSeqNo(body: Buffer): 'even' | 'odd' | 'either' {
  const id = body.length < 4 ? 0 : body.readUInt32LE(0);
  if (id === MSG_CONTAINER) return 'even';
  return SERVICE.has(id) ? 'either' : 'odd';
}

/** Runs an admitted message. Broken packing or a broken service message is notified as 64, as a container's would be. */
export function executeMessage(core: Core, connection: Connection, session: Session, message: Message): void {
  const { msgId, seqNo } = message;
  try {
    const body = unpackBody(message.body);
    const reader = tlReader(body);
    const service = SERVICE.get(reader.uint());
    if (service) service({ core, connection, session, msgId, reader });
    else executeRequest(core, session, msgId, body);
  } catch (error) {
    if (!(error instanceof TlError)) throw error;
    notifyFault(session, msgId, seqNo, 64);
  }
}
