import type { MTProtoSender } from 'telegram/network/index.js';
import { Api, fromLong } from '../tl.ts';
import { createRequestState } from '../wire/request-state.ts';

/**
 * Two messages of Telegram's that GramJS passes over (https://core.telegram.org/mtproto/service_messages and
 * https://core.telegram.org/mtproto/service_messages_about_messages). `onSessionBegan` is told which message of ours began the
 * server's session. An answer that exists, and of which the server only says so as it is long, is asked for; GramJS
 * acknowledges it unseen, and the server throws it away.
 */
export function mendLostAnswers(sender: MTProtoSender, onSessionBegan: (firstMsgId: bigint) => void): void {
  const handlers = sender['_handlers'];
  const began = Api.NewSessionCreated.CONSTRUCTOR_ID.toString();
  const detailed = Api.MsgDetailedInfo.CONSTRUCTOR_ID.toString();
  const { [began]: gramjsBegan, [detailed]: gramjsDetailed } = handlers;

  handlers[began] = (message: { obj: Api.NewSessionCreated }) => {
    onSessionBegan(fromLong(message.obj.firstMsgId));
    return gramjsBegan(message);
  };
  handlers[detailed] = (message: { obj: Api.MsgDetailedInfo }) => {
    const { msgId, answerMsgId } = message.obj;
    if (!sender._pendingState.get(msgId)) return gramjsDetailed(message);
    sender.addStateToQueue(createRequestState(new Api.MsgResendReq({ msgIds: [answerMsgId] })));
  };
}
