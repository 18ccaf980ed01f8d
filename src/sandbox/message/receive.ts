import type { Connection } from '../connection.ts';
import { openEnvelope } from '../crypto/envelope.ts';
import { idFault, notifyBadSalt, notifyFault } from '../session/bad-message.ts';
import type { KeyRecord } from '../session/keys.ts';
import { createSession, type Session } from '../session/session.ts';
import { NEW_SESSION_CREATED } from '../tl/constructors.ts';
import { TlError } from '../tl/reader.ts';
import { tlLong, tlUint } from '../tl/writer.ts';
import { isContainer, type Message, openContainer } from './container.ts';
import type { Core } from './core.ts';
import { executeMessage, expectsSeqNo } from './execute.ts';
import { repeatAnswer } from './repeat.ts';

/** Sessions kept per key; past it the oldest is forgotten, one without a connection first. */
const MAX_SESSIONS = 64;

/**
 * Takes one encrypted packet through the rules, in this order: the key is known (else transport error −404); the envelope is
 * sound (else −404, the connection closes); the message id is a client's and of this time (18, 16, 17; an id received
 * before is spared the clock); the salt holds (48); then each message on its own (see `admit`), and what passed is executed.
 * Answers the key that the packet came under, or `null` where the connection was told −404.
 */
export function receivePacket(core: Core, connection: Connection, packet: Buffer, quickAck: boolean): KeyRecord | null {
  const key = core.keys.find(packet.toString('hex', 0, 8));
  const envelope = key && openEnvelope(key.authKey, packet);
  if (!envelope) {
    connection.fail(-404);
    return null;
  }
  if (quickAck) connection.sendQuickAck(envelope.token);
  const { msgId, seqNo } = envelope;
  const session = key.sessions.get(envelope.sessionId) ?? openSession(core, key, envelope.sessionId);
  session.connection = connection;

  const known = session.received.get(msgId) !== undefined;
  const fault = idFault(msgId, core.clock());
  if (fault !== null && !(known && fault !== 18)) notifyFault(session, msgId, seqNo, fault);
  else if (!key.salts.accepts(envelope.salt)) notifyBadSalt(session, msgId, seqNo);
  else receiveMessage(core, connection, session, envelope);
  return key;
}

function receiveMessage(core: Core, connection: Connection, session: Session, message: Message): void {
  if (!isContainer(message.body)) {
    announce(core, session, message.msgId);
    if (admit(connection, session, message)) executeMessage(core, connection, session, message);
    return;
  }
  const opened = openSoundContainer(session, message);
  if (typeof opened === 'number') {
    notifyFault(session, message.msgId, message.seqNo, opened);
    return;
  }
  announce(core, session, lowestId(opened, message.msgId));
  if (!admit(connection, session, message)) return;
  const admitted = opened.filter((one) => admit(connection, session, one));
  for (const one of admitted) executeMessage(core, connection, session, one);
}

function lowestId(messages: readonly Message[], highest: bigint): bigint {
  let lowest = highest;
  for (const { msgId } of messages) if (msgId < lowest) lowest = msgId;
  return lowest;
}

/** A container's messages, or what is wrong with it: received before (19), odd number (34), broken or holding younger messages (64). */
function openSoundContainer(session: Session, { msgId, seqNo, body }: Message): readonly Message[] | 19 | 34 | 64 {
  if (session.received.get(msgId)) return 19;
  if (seqNo % 2 !== 0) return 34;
  try {
    const messages = openContainer(body);
    return messages.some((one) => one.msgId >= msgId) ? 64 : messages;
  } catch (error) {
    if (error instanceof TlError) return 64;
    throw error;
  }
}

/**
 * Whether a message is to be executed: it is new, newer than what was forgotten (20), and its sequence number has the
 * parity of its kind (34, 35) and its place (32, 33). One received before gets its answer again.
 * Messages in a container may be older than the clock allows: that is how unanswered ones are sent once more.
 */
function admit(connection: Connection, session: Session, message: Message): boolean {
  const { msgId, seqNo, body } = message;
  if (msgId % 4n !== 0n) return refuse(18);
  const received = session.received.get(msgId);
  if (received) {
    repeatAnswer(session, received);
    return false;
  }
  if (msgId <= session.received.floor) return refuse(20);
  const expected = expectsSeqNo(body);
  const odd = seqNo % 2 !== 0;
  if (expected === 'even' && odd) return refuse(34);
  if (expected === 'odd' && !odd) return refuse(35);
  const fault = session.received.sequenceFault(msgId, seqNo);
  if (fault !== null) return refuse(fault);
  if (session.received.full) {
    connection.fail(-429);
    return false;
  }
  session.received.add(msgId, seqNo);
  return true;

  function refuse(code: Parameters<typeof notifyFault>[3]): false {
    notifyFault(session, msgId, seqNo, code);
    return false;
  }
}

function openSession(core: Core, key: KeyRecord, id: bigint): Session {
  if (key.sessions.size >= MAX_SESSIONS) {
    const all = [...key.sessions.values()];
    const oldest = all.find((session) => !session.connection?.open) ?? all[0];
    oldest?.end();
    if (oldest) key.sessions.delete(oldest.id);
  }
  const session = createSession(id, key, core.clock, core.random);
  key.sessions.set(id, session);
  return session;
}

/** Tells a client that its session began here, so that it knows what may have been lost before `firstMsgId`. */
function announce(core: Core, session: Session, firstMsgId: bigint): void {
  if (session.announced) return;
  session.announced = true;
  const salt = session.key.salts.current().value;
  const body = Buffer.concat([tlUint(NEW_SESSION_CREATED), tlLong(firstMsgId), core.random(8), tlLong(salt)]);
  session.send(body, { content: true, reply: false });
}
