import { errors } from 'telegram';
import type { MTProtoSender } from 'telegram/network/index.js';
import { envelopeOf } from './envelope-of.ts';
import { handleMessage } from './handle-message.ts';
import { PacketConnection } from './packet-connection.ts';
import { requireUnseen } from './seen-messages.ts';

/**
 * GramJS's `MTProtoSender._recvLoop` without a promise for each packet, hash and object: all that a chunk of the socket brought is
 * opened and handed out before anybody who waited for it runs. What is done about packets that are wrong is GramJS's.
 */
export async function receiveLoop(sender: MTProtoSender): Promise<void> {
  const log = sender['_log'];
  const trouble = (error: unknown) => {
    log.error('Unhandled error while receiving data');
    if (error instanceof Error) sender['_client']._errorHandler?.(error);
  };

  while (sender._userConnected && !sender.isReconnecting) {
    const connection = sender._connection;
    let packet: Buffer;
    try {
      if (!(connection instanceof PacketConnection)) throw new Error('another connection than ours');
      packet = connection.take() ?? (await connection.recv());
    } catch {
      if (!sender.userDisconnected) sender.reconnect();
      break;
    }
    if (packet.length < 8) {
      const { code } = new errors.InvalidBufferError(packet);
      // The server does not know the key any more; GramJS tells its client, and listens no more.
      if (code === 404) sender._handleBadAuthKey();
      else sender.reconnect();
      break;
    }
    try {
      const key = sender.authKey.getKey();
      if (!key) throw new errors.SecurityError('there is no key');
      const message = envelopeOf(key).open(packet);
      requireUnseen(sender['_state'], message.msgId);
      handleMessage(sender, message, trouble);
    } catch (error) {
      // Not to be considered safe, and ignored: https://core.telegram.org/mtproto/security_guidelines
      log.warn(`Security error while unpacking a received message: ${error}`);
    }
    sender['_currentRetries'] = 0;
  }
  sender['_recvLoopHandle'] = undefined;
}
