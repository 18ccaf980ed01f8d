import type { Received } from '../session/received.ts';
import type { Session } from '../session/session.ts';
import { MSGS_STATE_INFO } from '../tl/constructors.ts';
import { TlError } from '../tl/reader.ts';
import { tlBytes, tlLong, tlUint } from '../tl/writer.ts';
import type { ServiceMessage } from './service-message.ts';

/** Message ids in one request (core.telegram.org/mtproto/service_messages_about_messages allows 8192). */
const MAX_IDS = 8192;

/** msgs_state_req: one byte for each of the client's messages. */
export function reportStates({ session, msgId, reader }: ServiceMessage): void {
  const ids = reader.longs();
  if (ids.length > MAX_IDS) throw new TlError(`${ids.length} message ids`);
  const states = Buffer.from(ids.map((id) => stateOf(session, id)));
  session.send(Buffer.concat([tlUint(MSGS_STATE_INFO), tlLong(msgId), tlBytes(states)]), {
    content: false,
    reply: true,
  });
}

/**
 * msg_resend_req and msg_resend_ans_req: messages of ours are sent again, and so are the answers to the client's own where
 * it names those. States are told for what is gone.
 */
export function resendMessages(message: ServiceMessage): void {
  const { session, msgId, reader } = message;
  const ids = reader.longs();
  if (ids.length > MAX_IDS) throw new TlError(`${ids.length} message ids`);
  const found = ids.map((id) => session.outbox.get(session.received.get(id)?.answerId ?? id));
  for (const sent of found) if (sent) session.sendAgain(sent);
  if (found.every((sent) => sent !== undefined)) return;
  const states = Buffer.from(ids.map((id) => stateOf(session, id)));
  session.send(Buffer.concat([tlUint(MSGS_STATE_INFO), tlLong(msgId), tlBytes(states)]), {
    content: false,
    reply: true,
  });
}

/**
 * 1 forgotten, 2 not received, 3 not received and newer than all that was, 4 received; and on top of 4: 8 acknowledged,
 * 16 needs no acknowledgement, 32 a request that runs or ran, 64 its answer exists.
 */
function stateOf(session: Session, msgId: bigint): number {
  const received = session.received.get(msgId);
  if (received) return 4 + courseOf(received);
  if (msgId <= session.received.floor) return 1;
  return msgId > session.received.highest ? 3 : 2;
}

function courseOf(received: Received): number {
  if (received.state === 'service') return received.seqNo % 2 === 0 ? 16 : 8;
  return received.state === 'running' ? 32 : 8 + 32 + 64;
}
