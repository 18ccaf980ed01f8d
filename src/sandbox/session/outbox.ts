/** A message of the server's. */
export interface Sent {
  readonly msgId: bigint;
  readonly seqNo: number;
  readonly body: Buffer;
  /** The request that it answers; `null` for updates and service messages. */
  readonly answers: bigint | null;
}

/** What the server sent in one session and the client has not acknowledged. */
export interface Outbox {
  /** Numbers a message. One that must be acknowledged is kept; `reply` says whether it answers one of the client's. */
  add(body: Buffer, kind: { readonly content: boolean; readonly reply: boolean; readonly answers?: bigint }): Sent;
  get(msgId: bigint): Sent | undefined;
  /** The client has it, or wants it no more. */
  forget(msgId: bigint): Sent | undefined;
}

/** Limits on what is kept for a client that acknowledges nothing, per session; the oldest go first. Bytes and messages. */
const KEPT_BYTES = 8 * 1024 * 1024;
const KEPT_MESSAGES = 4096;

/** A clock that is behind its last number by more than half a minute was put back. */
const PUT_BACK = 30n << 32n;

export function createOutbox(clock: () => number): Outbox {
  const kept = new Map<bigint, Sent>();
  let bytes = 0;
  let lastId = 0n;
  let contentMessages = 0;

  /**
   * Seconds in the upper half, their fraction below; 1 modulo 4 for replies and 3 for the rest. Always rising, except that
   * a clock put back (the fault clockSkew) is followed: clients set theirs by these numbers.
   */
  function nextId(reply: boolean): bigint {
    const now = ((BigInt(Math.floor(clock())) << 32n) / 1000n) & ~3n;
    const base = now > lastId || lastId - now > PUT_BACK ? now : (lastId | 3n) + 1n;
    lastId = base + (reply ? 1n : 3n);
    return lastId;
  }

  function forget(msgId: bigint): Sent | undefined {
    const message = kept.get(msgId);
    if (message && kept.delete(msgId)) bytes -= message.body.length;
    return message;
  }

  return {
    forget,
    get: (msgId) => kept.get(msgId),
    add(body, { content, reply, answers = null }) {
      const seqNo = contentMessages * 2 + (content ? 1 : 0);
      if (content) contentMessages += 1;
      const message: Sent = { msgId: nextId(reply), seqNo, body, answers };
      if (!content) return message;
      kept.set(message.msgId, message);
      bytes += body.length;
      for (const oldest of kept.keys()) {
        if (bytes <= KEPT_BYTES && kept.size <= KEPT_MESSAGES) break;
        forget(oldest);
      }
      return message;
    },
  };
}
