import type { Connection } from '../connection.ts';
import { sealEnvelope } from '../crypto/envelope.ts';
import { MSGS_ACK } from '../tl/constructors.ts';
import { VECTOR } from '../tl/reader.ts';
import { tlLong, tlUint } from '../tl/writer.ts';
import type { KeyRecord } from './keys.ts';
import { createOutbox, type Outbox, type Sent } from './outbox.ts';
import { createReceivedLog, type ReceivedLog } from './received.ts';

/** One session of a key (core.telegram.org/mtproto/description#session): its numbers outlive a TCP connection. */
export interface Session {
  readonly id: bigint;
  readonly key: KeyRecord;
  readonly received: ReceivedLog;
  readonly outbox: Outbox;
  /** The connection that the client spoke on last. */
  connection: Connection | null;
  /** new_session_created went out. */
  announced: boolean;
  /** A call was made in it, not with invokeWithoutUpdates (core.telegram.org/api/updates#subscribing-to-updates). */
  wantsUpdates: boolean;
  /** Numbers a message and sends it where a connection is open. */
  send(body: Buffer, kind: { readonly content: boolean; readonly reply: boolean; readonly answers?: bigint }): Sent;
  /** The same message once more, under its own number. */
  sendAgain(message: Sent): void;
  /** Acknowledges a message unless it is answered in a moment: an answer says as much. */
  acknowledgeSoon(msgId: bigint): void;
  /** It was answered. */
  acknowledged(msgId: bigint): void;
  /** Stops timers. Nothing is sent any more. */
  end(): void;
}

/** Milliseconds that a request may take before it is acknowledged on its own. */
const ACKNOWLEDGE_AFTER = 300;

export function createSession(
  id: bigint,
  key: KeyRecord,
  clock: () => number,
  random: (size: number) => Buffer,
): Session {
  const unacknowledged = new Set<bigint>();
  let timer: NodeJS.Timeout | undefined;
  let ended = false;

  const session: Session = {
    id,
    key,
    received: createReceivedLog(),
    outbox: createOutbox(clock),
    connection: null,
    announced: false,
    wantsUpdates: false,
    send(body, kind) {
      const message = session.outbox.add(body, kind);
      session.sendAgain(message);
      return message;
    },
    sendAgain(message) {
      if (ended || !session.connection?.open) return;
      const salt = key.salts.current().value;
      session.connection.send(sealEnvelope(key.authKey, { ...message, salt, sessionId: id }, random));
    },
    acknowledgeSoon(msgId) {
      unacknowledged.add(msgId);
      timer ??= setTimeout(flush, ACKNOWLEDGE_AFTER);
    },
    acknowledged: (msgId) => unacknowledged.delete(msgId),
    end() {
      ended = true;
      clearTimeout(timer);
    },
  };

  function flush(): void {
    timer = undefined;
    if (unacknowledged.size === 0) return;
    session.send(acknowledgement([...unacknowledged]), { content: false, reply: false });
    unacknowledged.clear();
  }

  return session;
}

/** msgs_ack */
export function acknowledgement(msgIds: readonly bigint[]): Buffer {
  return Buffer.concat([tlUint(MSGS_ACK), tlUint(VECTOR), tlUint(msgIds.length), ...msgIds.map(tlLong)]);
}
