import type { TelegramPort } from '../../telegram/port.ts';
import { Api, fromLong } from '../../telegram/tl.ts';
import { markedId } from '../chats/peer.ts';
import { TelegramError } from '../errors/errors.ts';

/** Calls `doubt` with the marked id of a channel when Telegram refuses the channel's id and access hash (CHANNEL_INVALID). */
export function withPeerDoubts(port: TelegramPort, doubt: (id: string) => void): TelegramPort {
  return {
    async invoke(request) {
      try {
        return await port.invoke(request);
      } catch (error) {
        if (error instanceof TelegramError && error.code === 'CHANNEL_INVALID') {
          for (const channelId of channelsOf(request)) doubt(markedId({ kind: 'CHANNEL', id: channelId }));
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
