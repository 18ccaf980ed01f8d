import type { MTProtoSender } from 'telegram/network/index.js';
import { RequestState } from 'telegram/network/RequestState.js';
import { TransportFailure } from './rpc-error.ts';
import { Api } from './tl.ts';

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
  /** Nothing more will be answered: every waiting call is rejected with this. */
  failAll(error: Error): void;
}

interface Pending {
  readonly state: RequestState;
  readonly sender: MTProtoSender;
  readonly repeatable: boolean;
}

/**
 * Calls that must not run twice. Making a link has no random_id: a second run makes another one. Deciding all join requests
 * a second time may sweep in newer ones. The others are refused the second time (a link that is deleted already, a request
 * that is decided, somebody who is a member by now), which would be told of something that was done.
 */
const RUN_ONCE = [
  Api.messages.ExportChatInvite,
  Api.messages.DeleteExportedChatInvite,
  Api.messages.HideChatJoinRequest,
  Api.messages.HideAllChatJoinRequests,
  Api.messages.ImportChatInvite,
];

/**
 * Whether GramJS may run it twice. Revoking a primary link has made a new one by then, and what a second run does is not
 * documented. https://core.telegram.org/api/invites
 */
function isRepeatable(request: Api.AnyRequest): boolean {
  if (request instanceof Api.messages.EditExportedChatInvite) return !request.revoked;
  return !RUN_ONCE.some((method) => request instanceof method);
}

export function createInFlight(): InFlight {
  const pendings = new Set<Pending>();

  return {
    async send(sender, request, timeoutMs) {
      const state = new RequestState(request);
      const pending: Pending = { state, sender, repeatable: isRepeatable(request) };
      pendings.add(pending);
      const timer = setTimeout(() => {
        const outcome = withdraw(pending);
        state.reject(new TransportFailure(`Telegram did not answer within ${timeoutMs / 1000} s.`, outcome));
      }, timeoutMs);
      sender.addStateToQueue(state);
      try {
        return await state.promise;
      } finally {
        clearTimeout(timer);
        pendings.delete(pending);
      }
    },

    connectionLost() {
      for (const pending of pendings) {
        const sent = pending.state.msgId !== undefined;
        if (sent && pending.repeatable) continue;
        const outcome = withdraw(pending);
        pending.state.reject(new TransportFailure('The connection to Telegram was lost.', outcome));
      }
    },

    failAll(error) {
      for (const pending of pendings) {
        withdraw(pending);
        pending.state.reject(error);
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
