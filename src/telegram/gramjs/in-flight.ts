import type { MTProtoSender } from 'telegram/network/index.js';
import { createRoster } from '../../machine/roster.ts';
import { effectOf } from '../methods.ts';
import { TransportFailure } from '../rpc-error.ts';
import { Api, fromLong, type Long } from '../tl.ts';
import { type CallState, createRequestState } from '../wire/request-state.ts';

/**
 * The calls now with GramJS's sender, and what becomes of one whose answer does not come.
 *
 * One that may run twice is GramJS's to send again after a reconnect, and is withdrawn when its time runs out. One that
 * must not is sent again as the same message alone, and only when Telegram has said, in the MTProto session that it was sent in,
 * that this is safe (https://core.telegram.org/mtproto/service_messages_about_messages). When its caller's time is over it
 * stays, for the answer that may come late.
 * `_pendingState`, `_sendQueue` and `_state` are GramJS's own names; its version is pinned and tests over real TCP hold them.
 */
export interface InFlight {
  /** Settles within `timeoutMs`; for what must not run twice, within half as long again. */
  send<R extends Api.AnyRequest>(sender: MTProtoSender, request: R, timeoutMs: number): Promise<R['__response']>;
  /** The connection dropped: calls that have not left are rejected, as those may be made anew. */
  connectionLost(): void;
  /** It stands again: Telegram is asked what became of the calls that must not run twice. */
  connectionUp(): void;
  /** The server began the MTProto session with this message: of earlier ones it knows nothing, and never will. */
  sessionBegan(firstMsgId: bigint): void;
  /** Nothing more is sent: calls that have not left are rejected with this, those that have may still be answered. */
  failUnsent(error: Error): void;
  /** Nothing more will be answered: calls are rejected with this, but for changes, which may have been made. */
  failAll(error: Error): void;
}

/** A message that Telegram has answered. */
interface Answered {
  readonly msgId: Long;
  readonly session: Long;
}

interface Pending {
  readonly state: CallState;
  readonly sender: MTProtoSender;
  /** It leaves over this one first, and nothing overtakes it there. */
  readonly connection: MTProtoSender['_connection'];
  readonly request: Api.AnyRequest;
  readonly startedAt: number;
  readonly timeoutMs: number;
  /** What Telegram had answered before: a session in which it has not received that is not the one it was. */
  readonly before: Answered | null;
  /** Of the caller's time; of the time for a late answer, once that is over. */
  timer: NodeJS.Timeout | undefined;
  /** Of the time for an answer that exists. */
  isOver: NodeJS.Timeout | undefined;
  /** What Telegram is asked about it just now. */
  question: CallState | null;
  /** The caller waits for no more than the answer to that. */
  isLast: boolean;
  leave(): void;
  /** Set when the caller has gone. */
  leaveLate: (() => void) | null;
}

/** Of the time that a request has, for a call that must not run twice: the rest is for asking, and for looking. */
export const SHARE_BEFORE_A_LOOK = 2 / 3;
const ASK_MS = 1_000;
const LEAST_REST_MS = 150;
/** An answer that exists comes at once when the message is sent again; a caller with little time gives it less. */
const ANSWER_AGAIN_MS = 1_000;
const LEAST_ANSWER_AGAIN_MS = 300;
/** Telegram takes message ids as old as this. */
const RESEND_FOR_MS = 300_000;
const LATE_FOR_MS = 330_000;
const MOST_LATE = 1_024;

/** The low bits of a message's state. */
const RECEIVED = 4;
const RUNS_OR_RAN = 32;
const HAS_ANSWER = 64;

/** `hear` is what an answer has to pass through that comes after its caller has gone. */
export function createInFlight(hear: (late: Promise<unknown>) => Promise<unknown>): InFlight {
  const pendings = createRoster<Pending>();
  const late = createRoster<Pending>();
  let answered: Answered | null = null;

  function settle(pending: Pending, failure: Error): void {
    withdraw(pending);
    forget(pending);
    pending.state.reject(failure);
  }

  function lose(pending: Pending): void {
    settle(pending, new TransportFailure('Telegram cannot tell what became of the request.', 'UNKNOWN'));
  }

  function isAnsweredUnseen(pending: Pending): void {
    const message = 'Telegram has carried the request out or refused it, and its answer is lost.';
    settle(pending, new TransportFailure(message, 'UNKNOWN', { isOver: true }));
  }

  /** The caller goes; the call stays. */
  function leaveCaller(pending: Pending): void {
    const { state, startedAt } = pending;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const rejectCaller = state.reject;
    state.resolve = resolve;
    state.reject = reject;
    clearTimeout(pending.timer);
    pending.timer = setTimeout(lose, LATE_FOR_MS - (performance.now() - startedAt), pending).unref();
    pending.leaveLate = late.add(pending);
    const answer = hear(promise.finally(() => forget(pending)));
    rejectCaller(new TransportFailure(noAnswerSince(startedAt), 'UNKNOWN', { late: answer }));
    for (const oldest of late) {
      if (late.size <= MOST_LATE) break;
      lose(oldest);
    }
  }

  function restOf({ startedAt, timeoutMs }: Pending): number {
    return startedAt + timeoutMs / SHARE_BEFORE_A_LOOK - performance.now();
  }

  function wait(pending: Pending, milliseconds: number): void {
    clearTimeout(pending.timer);
    pending.timer = setTimeout(expire, milliseconds, pending);
  }

  /** The time is over that a call has; one that must not run twice is asked about in the rest of its caller's. */
  function expire(pending: Pending): void {
    const { state, sender, startedAt } = pending;
    if (!state.isSent || !state.runsOnce) {
      settle(pending, new TransportFailure(noAnswerSince(startedAt), state.isSent ? 'UNKNOWN' : 'NOT_EXECUTED'));
      return;
    }
    const rest = restOf(pending);
    if (pending.isLast || rest < LEAST_REST_MS || state.session !== sender['_state']['id']) {
      leaveCaller(pending);
      return;
    }
    pending.isLast = true;
    const isUp = sender._connection?.isConnected() && !sender.isReconnecting;
    if (isUp) ask(sender, [pending]);
    wait(pending, isUp ? Math.min(ASK_MS, rest * SHARE_BEFORE_A_LOOK) : rest - LEAST_REST_MS);
  }

  /** Asks what became of these calls, all sent in the present session. */
  function ask(sender: MTProtoSender, asked: readonly Pending[]): void {
    const before = asked[0]?.before;
    const anchor = before && before.session === sender['_state']['id'] ? before.msgId : null;
    const ids = asked.flatMap(({ state }) => state.msgId ?? []);
    const question = createRequestState(new Api.MsgsStateReq({ msgIds: anchor ? [...ids, anchor] : ids }));
    for (const pending of asked) pending.question = question;
    const learnAll = (info: unknown) => {
      if (!Buffer.isBuffer(info)) return;
      const isAnotherSession = anchor !== null && isNotReceived(info[asked.length]);
      for (const [index, pending] of asked.entries()) {
        if (pending.question !== question) continue;
        pending.question = null;
        if (isAnotherSession || question.session !== pending.state.session) lose(pending);
        else learn(pending, info[index] ?? 0);
      }
    };
    question.promise?.then(learnAll, () => {});
    sender.addStateToQueue(question);
  }

  function learn(pending: Pending, info: number): void {
    const isReceived = (info & 7) === RECEIVED;
    const isRunning = (info & RUNS_OR_RAN) !== 0 && (info & HAS_ANSWER) === 0;
    if (isRunning) {
      if (pending.isLast && !pending.leaveLate) leaveCaller(pending);
      return;
    }
    const isTooOld = performance.now() - pending.startedAt > RESEND_FOR_MS;
    if ((!isReceived && !isNotReceived(info)) || isTooOld) {
      lose(pending);
      return;
    }
    const { state, sender, connection } = pending;
    if (!isReceived && pending.leaveLate && connection === sender._connection && !state.keepsNumbers) {
      settle(pending, new TransportFailure('Telegram has not received the request.', 'NOT_EXECUTED'));
      return;
    }
    state.keepsNumbers = true;
    sender.addStateToQueue(state);
    const rest = restOf(pending);
    if ((info & HAS_ANSWER) !== 0) {
      const share = pending.leaveLate ? ANSWER_AGAIN_MS : Math.min(ANSWER_AGAIN_MS, rest / 2);
      clearTimeout(pending.isOver);
      pending.isOver = setTimeout(isAnsweredUnseen, Math.max(share, LEAST_ANSWER_AGAIN_MS), pending);
    }
    if (pending.leaveLate) return;
    pending.isLast &&= isReceived;
    wait(pending, pending.isLast ? rest - LEAST_REST_MS : rest * SHARE_BEFORE_A_LOOK);
  }

  return {
    async send(sender, request, timeoutMs) {
      const state = createRequestState(request, effectOf(request) === 'once');
      const pending: Pending = {
        state,
        sender,
        connection: sender._connection,
        request,
        startedAt: performance.now(),
        timeoutMs,
        before: answered,
        timer: undefined,
        isOver: undefined,
        question: null,
        isLast: false,
        leave: () => {},
        leaveLate: null,
      };
      pending.leave = pendings.add(pending);
      pending.timer = setTimeout(expire, timeoutMs, pending);
      sender.addStateToQueue(state);
      try {
        const answer = await state.promise;
        if (state.msgId && state.session) answered = { msgId: state.msgId, session: state.session };
        return answer;
      } finally {
        if (!pending.leaveLate) forget(pending);
      }
    },

    connectionLost() {
      for (const pending of pendings) {
        const { state, sender } = pending;
        if (!state.isSent)
          settle(pending, new TransportFailure('The connection to Telegram was lost.', 'NOT_EXECUTED'));
        else if (state.runsOnce && state.msgId) {
          withdraw(pending);
          sender._pendingState.set(state.msgId, state);
          clearTimeout(pending.isOver);
          pending.question = null;
        }
      }
    },

    connectionUp() {
      const asked: Pending[] = [];
      for (const pending of pendings) {
        if (!pending.state.isSent || !pending.state.runsOnce) continue;
        if (pending.state.session === pending.sender['_state']['id']) asked.push(pending);
        else lose(pending);
      }
      if (asked[0]) ask(asked[0].sender, asked);
    },

    sessionBegan(firstMsgId) {
      for (const pending of pendings) {
        const { msgId, containerId, session, isSent, runsOnce } = pending.state;
        if (!isSent || !runsOnce || session !== pending.sender['_state']['id']) continue;
        if ([msgId, containerId].every((id) => !id || fromLong(id) < firstMsgId)) lose(pending);
      }
    },

    failUnsent(error) {
      for (const pending of pendings) if (!pending.state.isSent) settle(pending, error);
    },

    failAll(error) {
      for (const pending of pendings) {
        const mayBeDone = pending.state.isSent && effectOf(pending.request) !== 'read';
        const ended = new TransportFailure('The connection to Telegram has ended.', 'UNKNOWN');
        settle(pending, mayBeDone ? ended : error);
      }
    },
  };
}

function noAnswerSince(startedAt: number): string {
  return `Telegram did not answer within ${Math.round((performance.now() - startedAt) / 100) / 10} s.`;
}

/** 2 or 3. With 1 Telegram remembers nothing that old. */
function isNotReceived(info: number | undefined): boolean {
  return info !== undefined && ((info & 7) === 2 || (info & 7) === 3);
}

/** Stops its timers; nobody waits for its answer any more. */
function forget(pending: Pending): void {
  clearTimeout(pending.timer);
  clearTimeout(pending.isOver);
  pending.question = null;
  pending.leave();
  pending.leaveLate?.();
  if (pending.state.keepsNumbers) withdraw(pending);
}

/** Takes the request from GramJS's hands. */
function withdraw({ state, sender }: Pending): void {
  const queue = sender['_sendQueue'].values();
  const place = queue.indexOf(state);
  if (place >= 0) queue.splice(place, 1);
  if (state.msgId) sender._pendingState.delete(state.msgId);
}
