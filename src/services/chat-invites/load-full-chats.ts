import { Api, toLong } from '../../telegram/tl.ts';
import { inputChannel } from '../entities.ts';
import { GatewayError, orGatewayError } from '../errors.ts';
import { toNamedInvite } from '../exported-chat-invite.ts';
import type { ExportedChatInvite, FullChat } from '../models.ts';
import { markedId } from '../peer.ts';
import type { ChatAddress } from '../peers.ts';
import type { ChatInvitesDeps } from './chat-invites-deps.ts';

/**
 * What messages.getFullChat and channels.getFullChannel alone tell of these chats, in their order; a failure stands in its
 * place. One chat a call: Telegram has no method for several.
 */
export async function loadFullChats(
  { telegram, chats, peers }: ChatInvitesDeps,
  chatIds: readonly string[],
): Promise<(FullChat | GatewayError)[]> {
  async function load(chatId: string): Promise<FullChat> {
    const answer = await telegram.invoke(fullChatOf(await chats.resolve(chatId, ['id'])));
    peers.remember(answer);
    const { exportedInvite, requestsPending } = answer.fullChat;
    const permanentInvite =
      exportedInvite instanceof Api.ChatInviteExported ? toNamedInvite(exportedInvite, chatId) : null;
    // Telegram leaves out a count of 0 as well as one that the account may not know; who has a primary link may.
    return { permanentInvite, requestsPending: requestsPending ?? (permanentInvite ? 0 : null) };
  }

  return Promise.all(chatIds.map((chatId) => orGatewayError(load(chatId))));
}

/** The account's own primary link in this chat; `null` when it has none. Throws what `loadFullChats` answers as a failure. */
export async function readPrimaryInvite(deps: ChatInvitesDeps, chat: ChatAddress): Promise<ExportedChatInvite | null> {
  const [full] = await loadFullChats(deps, [markedId(chat)]);
  if (full instanceof GatewayError) throw full;
  return full?.permanentInvite ?? null;
}

function fullChatOf(chat: ChatAddress): Api.messages.GetFullChat | Api.channels.GetFullChannel {
  if (chat.kind === 'BASIC_GROUP') return new Api.messages.GetFullChat({ chatId: toLong(chat.id) });
  return new Api.channels.GetFullChannel({ channel: inputChannel(chat) });
}
