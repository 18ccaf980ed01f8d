import { Api } from '../../telegram/tl.ts';
import { requireAccountFor } from '../account/require-account.ts';
import { inputPeer } from '../chats/entities.ts';
import { markedId, namedPeer } from '../chats/peer.ts';
import type { ChatAddress } from '../chats/peers.ts';
import { TelegramUnavailableError } from '../errors/errors.ts';
import { HideRequesterMissingError } from '../errors/telegram-errors.ts';
import type { ChatJoinRequestsHidden } from '../models.ts';
import { type Attempt, certainly } from '../once/certain.ts';
import type { Span } from '../once/telegram-time.ts';
import { TELEGRAM_PAGE } from '../page/page.ts';
import { type ChatInvitesDeps, PEER_PATH } from './chat-invites-deps.ts';
import { inviteUrl } from './invite-link.ts';

export interface HideAllChatJoinRequestsInput {
  /** As the frontend wrote it. */
  readonly peer: string;
  /** `true` lets everybody in. */
  readonly approved: boolean;
  /** The hash: only those who came by this link. `null`: everybody who waits. */
  readonly link: string | null;
}

/**
 * messages.hideAllChatJoinRequests. Telegram does not say how many there were, or whose. The list is read first: where nobody
 * waits, the request is refused as Telegram would (`HideRequesterMissingError`), so that an empty list tells, when the
 * answer is lost, that it was done. It is sent once: a second sending would decide about people who came since.
 * `BotMethodInvalidError` for a bot account, before any call.
 */
export async function hideAllChatJoinRequests(
  deps: ChatInvitesDeps,
  { peer, approved, link }: HideAllChatJoinRequestsInput,
  attempt: Attempt,
): Promise<ChatJoinRequestsHidden> {
  const { chats, peers, self } = deps;
  const named = namedPeer(peer, PEER_PATH);
  await requireAccountFor(
    Api.messages.HideAllChatJoinRequests,
    self,
    'A bot account can decide join requests one by one, but not all at once.',
  );
  const chat = await chats.find(named);
  const url = link === null ? null : inviteUrl(link);
  const hidden = { chatId: markedId(chat), approved, link: url };
  if (attempt.earlier.length === 0) {
    const { importers } = await deps.telegram.invoke(waiting(chat, url, { limit: 1, offsetDate: 0 }));
    if (importers.length === 0) throw new HideRequesterMissingError();
  }
  return certainly<Api.messages.HideAllChatJoinRequests, ChatJoinRequestsHidden>(deps, attempt, {
    isSentOnce: true,
    request: new Api.messages.HideAllChatJoinRequests({
      peer: inputPeer(chat),
      // A field is set on the wire for any value but undefined.
      ...(approved && { approved: true }),
      ...(url !== null && { link: url }),
    }),
    async read(answer) {
      if ('chats' in answer) peers.remember(answer);
      return hidden;
    },
    look: async (sendings) => ((await stillWaits(deps, chat, url, sendings)) ? null : hidden),
  });
}

/** Whether somebody who had asked by the last sending waits still. Throws where Telegram's whole seconds cannot tell. */
async function stillWaits(
  { telegram }: ChatInvitesDeps,
  chat: ChatAddress,
  link: string | null,
  sendings: readonly Span[],
): Promise<boolean> {
  const earliest = Math.max(...sendings.map((sending) => sending.earliest));
  const latest = Math.max(...sendings.map((sending) => sending.latest));
  // Newest first: those behind the second after it.
  const { importers } = await telegram.invoke(waiting(chat, link, { limit: TELEGRAM_PAGE, offsetDate: latest + 1 }));
  if (importers.some(({ date }) => date < earliest)) return true;
  if (importers.length === 0) return false;
  throw new TelegramUnavailableError('Somebody asked to join in the same second.', 'UNKNOWN');
}

function waiting(
  chat: ChatAddress,
  link: string | null,
  page: { readonly limit: number; readonly offsetDate: number },
) {
  return new Api.messages.GetChatInviteImporters({
    peer: inputPeer(chat),
    requested: true,
    ...page,
    offsetUser: new Api.InputUserEmpty(),
    ...(link !== null && { link }),
  });
}
