import type { TelegramPort } from '../../telegram/port.ts';
import { Api, fromLong } from '../../telegram/tl.ts';
import { inputPeer, inputUser } from '../chats/entities.ts';
import { markedId } from '../chats/peer.ts';
import type { ChatAddress, Peers } from '../chats/peers.ts';
import { TELEGRAM_PAGE } from '../page/page.ts';
import { requestKey } from './known-requests.ts';

/** The head of the list of people who wait at a chat's door. */
export interface NewestRequests {
  /** Newest first, each once. */
  readonly requests: readonly Api.TypeChatInviteImporter[];
  /** There are none behind these. */
  readonly isAll: boolean;
}

/**
 * messages.getChatInviteImporters (`requested`), from the newest down to the first page that holds one from before `since`,
 * Unix seconds; `null` takes the newest one's own date. Whole seconds are read, for within one the order means nothing.
 */
export async function listNewestRequests(
  { telegram, peers }: { readonly telegram: TelegramPort; readonly peers: Peers },
  chat: ChatAddress,
  since: number | null,
): Promise<NewestRequests> {
  const found = new Map<string, Api.TypeChatInviteImporter>();
  const answered = (isAll: boolean) => ({ requests: [...found.values()], isAll });
  let last: Api.TypeChatInviteImporter | undefined;
  for (;;) {
    const answer = await telegram.invoke(
      new Api.messages.GetChatInviteImporters({
        requested: true,
        peer: inputPeer(chat),
        offsetDate: last?.date ?? 0,
        offsetUser: last ? offsetUser(last, peers) : new Api.InputUserEmpty(),
        limit: TELEGRAM_PAGE,
      }),
    );
    peers.remember(answer);
    const before = found.size;
    for (const request of answer.importers) found.set(requestKey(request), request);
    last = answer.importers.at(-1);
    if (!last || found.size === before || found.size >= answer.count) return answered(true);
    since ??= answer.importers[0]?.date ?? 0;
    if (last.date < since) return answered(false);
  }
}

function offsetUser({ userId }: Api.TypeChatInviteImporter, peers: Peers): Api.TypeInputUser {
  const known = peers.known(markedId({ kind: 'USER', id: fromLong(userId) }));
  return known?.kind === 'USER' ? inputUser(known) : new Api.InputUserEmpty();
}
