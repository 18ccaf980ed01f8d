import { Api, toLong } from '../../telegram/tl.ts';
import { inputChannel } from '../chats/entities.ts';
import { markedId } from '../chats/peer.ts';
import type { ChatAddress } from '../chats/peers.ts';
import type { FullChat } from '../models.ts';
import type { ChatInvitesDeps } from './chat-invites-deps.ts';
import { toNamedInvite } from './exported-chat-invite.ts';

/** What messages.getFullChat and channels.getFullChannel alone tell of a chat. */
export async function getFullChat({ telegram, peers }: ChatInvitesDeps, chat: ChatAddress): Promise<FullChat> {
  const answer = await telegram.invoke(fullChatOf(chat));
  peers.remember(answer);
  const { exportedInvite, requestsPending } = answer.fullChat;
  const permanentInvite =
    exportedInvite instanceof Api.ChatInviteExported ? toNamedInvite(exportedInvite, markedId(chat)) : null;
  // Telegram leaves out a count of 0 as well as one that the account may not know; who has a primary link may.
  return { permanentInvite, requestsPending: requestsPending ?? (permanentInvite ? 0 : null) };
}

function fullChatOf(chat: ChatAddress): Api.messages.GetFullChat | Api.channels.GetFullChannel {
  if (chat.kind === 'BASIC_GROUP') return new Api.messages.GetFullChat({ chatId: toLong(chat.id) });
  return new Api.channels.GetFullChannel({ channel: inputChannel(chat) });
}
