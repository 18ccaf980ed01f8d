import { BAD_MSG_NOTIFICATION, BAD_SERVER_SALT } from '../tl/constructors.ts';
import { tlLong, tlUint } from '../tl/writer.ts';
import type { Session } from './session.ts';

/** error_code of bad_msg_notification (core.telegram.org/mtproto/service_messages_about_messages). */
export type MessageFault = 16 | 17 | 18 | 19 | 20 | 32 | 33 | 34 | 35 | 64;

/** Seconds that a message id may be behind the server's clock, and ahead of it. */
const PAST = 300;
const FUTURE = 30;

/** The upper half of a message id is Unix seconds: 16 for a clock that is slow, 17 for one that is fast, 18 for no id of a client's. */
export function idFault(msgId: bigint, now: number): 16 | 17 | 18 | null {
  if (msgId % 4n !== 0n) return 18;
  const age = now / 1000 - Number(msgId) / 2 ** 32;
  if (age > PAST) return 16;
  return age < -FUTURE ? 17 : null;
}

/** Says what was wrong with a message; the client repairs itself and sends it again. */
export function notifyFault(session: Session, msgId: bigint, seqNo: number, fault: MessageFault): void {
  const body = Buffer.concat([tlUint(BAD_MSG_NOTIFICATION), tlLong(msgId), tlUint(seqNo), tlUint(fault)]);
  session.send(body, { content: false, reply: true });
}

/** Code 48, with the salt to use. */
export function notifyBadSalt(session: Session, msgId: bigint, seqNo: number): void {
  const salt = session.key.salts.current().value;
  const body = Buffer.concat([tlUint(BAD_SERVER_SALT), tlLong(msgId), tlUint(seqNo), tlUint(48), tlLong(salt)]);
  session.send(body, { content: false, reply: true });
}
