/** What a session remembers of a message that it received. */
export interface Received {
  readonly msgId: bigint;
  readonly seqNo: number;
  /** The request's course; `service` for everything that is no request of the API. */
  state: 'service' | 'running' | 'answered' | 'dropped' | 'acknowledged';
  /** The message that answered; its content is in the session's outbox until it is acknowledged. */
  answerId: bigint | null;
  /** True once answered with a result, false with an error; never rejects. */
  readonly settled: Promise<boolean>;
  settle(succeeded: boolean): void;
}

/** The messages of one session by their ids, so that each is executed once. */
export interface ReceivedLog {
  get(msgId: bigint): Received | undefined;
  add(msgId: bigint, seqNo: number): Received;
  /** As if it had never come. */
  forget(msgId: bigint): void;
  /** At or below it nobody can tell any more what was received (notification 20). */
  readonly floor: bigint;
  readonly highest: bigint;
  /** So many requests run at once that nothing can be forgotten. */
  readonly full: boolean;
  /** 32 or 33 where the sequence number contradicts those of content-related messages before or after. */
  sequenceFault(msgId: bigint, seqNo: number): 32 | 33 | null;
}

/** Messages remembered per session. Requests still running are never forgotten; where all of them run, the log is full. */
const KEPT = 4096;

export function createReceivedLog(): ReceivedLog {
  const messages = new Map<bigint, Received>();
  let floor = 0n;
  let highest = 0n;
  let highestContent = 0n;
  let highestContentSeqNo = 0;

  /** The oldest tenth goes at once, so that this is rare. */
  function forgetSome(): void {
    const finished = [...messages.values()].filter((message) => message.state !== 'running');
    for (const message of finished.slice(0, KEPT / 10)) {
      messages.delete(message.msgId);
      if (message.msgId > floor) floor = message.msgId;
    }
  }

  return {
    get: (msgId) => messages.get(msgId),
    get floor() {
      return floor;
    },
    get highest() {
      return highest;
    },
    get full() {
      if (messages.size >= KEPT) forgetSome();
      return messages.size >= KEPT;
    },
    add(msgId, seqNo) {
      const { promise: settled, resolve: settle } = Promise.withResolvers<boolean>();
      const message: Received = { msgId, seqNo, state: 'service', answerId: null, settled, settle };
      messages.set(msgId, message);
      if (msgId > highest) highest = msgId;
      if (seqNo % 2 === 1) {
        if (msgId > highestContent) highestContent = msgId;
        highestContentSeqNo = Math.max(highestContentSeqNo, seqNo);
      }
      return message;
    },
    forget: (msgId) => void messages.delete(msgId),
    sequenceFault(msgId, seqNo) {
      if (msgId > highestContent && seqNo > highestContentSeqNo) return null;
      for (const other of messages.values()) {
        if (other.seqNo % 2 === 0) continue;
        if (other.msgId < msgId && other.seqNo >= seqNo + (seqNo % 2 === 0 ? 1 : 0)) return 32;
        if (other.msgId > msgId && other.seqNo <= seqNo) return 33;
      }
      return null;
    },
  };
}
