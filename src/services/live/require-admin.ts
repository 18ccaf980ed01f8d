import type { TelegramPort } from '../../telegram/port.ts';
import { Api, toLong } from '../../telegram/tl.ts';
import { inputChannel } from '../chats/entities.ts';
import type { ChatAddress } from '../chats/peers.ts';
import { ChannelPrivateError, ChatAdminRequiredError } from '../errors/telegram-errors.ts';

/**
 * Throws when a bot account would hear nothing of the chat: `ChannelPrivateError` when it was put out, and
 * `ChatAdminRequiredError` when it is no admin with the right to invite. One call, of which Telegram may refuse more.
 */
export async function requireAdmin(telegram: TelegramPort, chat: ChatAddress): Promise<void> {
  const { chats } = await telegram.invoke(
    'accessHash' in chat
      ? new Api.channels.GetChannels({ id: [inputChannel(chat)] })
      : new Api.messages.GetChats({ id: [toLong(chat.id)] }),
  );
  const [seen] = chats;
  if (seen instanceof Api.ChannelForbidden) throw new ChannelPrivateError();
  const isChat = seen instanceof Api.Channel || seen instanceof Api.Chat;
  if (!isChat || !(seen.creator || seen.adminRights?.inviteUsers)) throw new ChatAdminRequiredError();
}
