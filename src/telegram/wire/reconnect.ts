import type { MTProtoSender } from 'telegram/network/index.js';
import type { PacketConnection } from './packet-connection.ts';

/**
 * GramJS's `MTProtoSender._reconnect` in the same MTProto session: Telegram keeps that beyond a TCP connection, and only
 * there it tells what became of a message (https://core.telegram.org/mtproto/service_messages_about_messages). What was
 * under way is left to the send loop.
 */
export async function reconnect(sender: MTProtoSender, connection: PacketConnection): Promise<void> {
  await sender._disconnect();
  sender['_sendQueue'].clear();
  await sender.connect(connection.successor(), true);
  sender.isReconnecting = false;
  await sender['_autoReconnectCallback']?.();
}
