import type { MTProtoSender } from 'telegram/network/index.js';
import type { RequestState } from 'telegram/network/RequestState.js';
import { createRoster } from '../roster.ts';
import { isChange, isRepeatable } from './repeatable.ts';
import { TransportFailure } from './rpc-error.ts';
import type { Api } from './tl.ts';
import { createRequestState } from './wire/request-state.ts';

/**
 * The calls now with GramJS's sender, and the power to take one back.
 *
 * GramJS keeps a request until its answer comes: it re-sends it after a reconnect in a new MTProto session, where the
 * server cannot tell it from a new one, and it forgets one that was queued but not yet sent. So a call is withdrawn
 * when its time runs out, and when the connection drops while it must not run twice.
 * `_pendingState` and `_sendQueue` are GramJS's own names; its version is pinned and tests over real TCP hold them.
 */
export interface InFlight {
  send<R extends Api.AnyRequest>(sender: MTProtoSender, request: R, timeoutMs: number): Promise<R['__response']>;
  /** The connection dropped: GramJS will re-send what was sent, so what may not run twice is withdrawn. */
  connectionLost(): void;
  /** Nothing more is sent: calls that have not left are rejected with this, those that have may still be answered. */
  failUnsent(error: Error): void;
  /** Nothing more will be answered: calls are rejected with this, but for those that may have been done and must not run twice. */
  failAll(error: Error): void;
}

interface Pending {
  readonly state: RequestState;
  readonly sender: MTProtoSender;
  readonly request: Api.AnyRequest;
}

export function createInFlight(): InFlight {
  const pendings = createRoster<Pending>();

  return {
    async send(sender, request, timeoutMs) {
      const state = createRequestState(request);
      const pending: Pending = { state, sender, request };
      const leave = pendings.add(pending);
      const timer = setTimeout(() => {
        const outcome = withdraw(pending);
        const seconds = Math.round(timeoutMs / 100) / 10;
        const message = `Telegram did not answer within ${seconds} s.`;
        const lost = new TransportFailure(message, outcome);
        state.reject(
          outcome === 'UNKNOWN' ? new TransportFailure(message, outcome, { late: Promise.reject(lost) }) : lost,
        );
      }, timeoutMs);
      sender.addStateToQueue(state);
      try {
        return await state.promise;
      } finally {
        clearTimeout(timer);
        leave();
      }
    },

    connectionLost() {
      for (const pending of pendings) {
        const sent = pending.state.msgId !== undefined;
        if (sent && isRepeatable(pending.request)) continue;
        const outcome = withdraw(pending);
        pending.state.reject(new TransportFailure('The connection to Telegram was lost.', outcome));
      }
    },

    failUnsent(error) {
      for (const pending of pendings) {
        if (pending.state.msgId !== undefined) continue;
        withdraw(pending);
        pending.state.reject(error);
      }
    },

    failAll(error) {
      for (const pending of pendings) {
        const mayBeDone = withdraw(pending) === 'UNKNOWN' && isChange(pending.request);
        pending.state.reject(
          mayBeDone ? new TransportFailure('The connection to Telegram has ended.', 'UNKNOWN') : error,
        );
      }
    },
  };
}

/** Takes the request from GramJS's hands; whether it had left is told by the message id it got when it was written. */
function withdraw({ state, sender }: Pending): 'NOT_EXECUTED' | 'UNKNOWN' {
  const queue = sender['_sendQueue'].values();
  const place = queue.indexOf(state);
  if (place >= 0) queue.splice(place, 1);
  if (state.msgId === undefined) return 'NOT_EXECUTED';
  sender._pendingState.delete(state.msgId);
  return 'UNKNOWN';
}
