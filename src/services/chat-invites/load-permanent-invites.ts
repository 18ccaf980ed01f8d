import { Api, toLong } from '../../telegram/tl.ts';
import { inputChannel } from '../entities.ts';
import { type GatewayError, orGatewayError } from '../errors.ts';
import { toNamedInvite } from '../exported-chat-invite.ts';
import type { ExportedChatInvite } from '../models.ts';
import type { ChatAddress } from '../peers.ts';
import type { ChatInvitesDeps } from './chat-invites-deps.ts';

/**
 * The account's primary link of each of these chats, in their order; a failure stands in its place. Telegram tells it in
 * messages.getFullChat and channels.getFullChannel alone, one chat a call.
 */
export async function loadPermanentInvites(
  { telegram, chats, peers }: ChatInvitesDeps,
  chatIds: readonly string[],
): Promise<(ExportedChatInvite | null | GatewayError)[]> {
  async function load(chatId: string): Promise<ExportedChatInvite | null> {
    const answer = await telegram.invoke(fullChatOf(await chats.resolve(chatId, ['id'])));
    peers.remember(answer);
    const { exportedInvite } = answer.fullChat;
    return exportedInvite instanceof Api.ChatInviteExported ? toNamedInvite(exportedInvite, chatId) : null;
  }

  return Promise.all(chatIds.map((chatId) => orGatewayError(load(chatId))));
}

function fullChatOf(chat: ChatAddress): Api.messages.GetFullChat | Api.channels.GetFullChannel {
  if (chat.kind === 'BASIC_GROUP') return new Api.messages.GetFullChat({ chatId: toLong(chat.id) });
  return new Api.channels.GetFullChannel({ channel: inputChannel(chat) });
}
