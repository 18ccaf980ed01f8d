import type { TelegramPort } from '../../telegram/port.ts';
import { Api, fromLong } from '../../telegram/tl.ts';
import { markedId } from '../chats/peer.ts';
import type { Peers } from '../chats/peers.ts';
import { TelegramError } from '../errors/errors.ts';

/**
 * The port, telling `peers` when Telegram refuses a channel's id and access hash (CHANNEL_INVALID): then a username that
 * led there may lead elsewhere by now, and is asked for again by the next request.
 */
export function doubtingRefusedPeers(port: TelegramPort, peers: Peers): TelegramPort {
  return {
    async invoke(request) {
      try {
        return await port.invoke(request);
      } catch (error) {
        if (error instanceof TelegramError && error.type === 'CHANNEL_INVALID') {
          for (const channelId of channelsOf(request)) peers.doubt(markedId({ kind: 'CHANNEL', id: channelId }));
        }
        throw error;
      }
    },
  };
}

function channelsOf(request: Api.AnyRequest): bigint[] {
  const named: unknown[] = 'peer' in request ? [request.peer] : [];
  if (request instanceof Api.channels.GetChannels) named.push(...request.id);
  return named.flatMap((peer) =>
    peer instanceof Api.InputPeerChannel || peer instanceof Api.InputChannel ? [fromLong(peer.channelId)] : [],
  );
}
