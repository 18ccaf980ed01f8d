import { Api } from '../../telegram/tl.ts';
import { type Attempt, certainly } from '../certain.ts';
import { inputPeer } from '../entities.ts';
import { TelegramUnavailableError } from '../errors.ts';
import { inviteUrl } from '../invite-link.ts';
import type { ChatJoinRequestsHidden } from '../models.ts';
import { TELEGRAM_PAGE } from '../page.ts';
import { markedId, parsePeer } from '../peer.ts';
import type { ChatAddress } from '../peers.ts';
import { requireUserAccount } from '../require-user-account.ts';
import type { Span } from '../telegram-time.ts';
import { type ChatInvitesDeps, PEER_PATH } from './chat-invites-deps.ts';

export interface HideAllChatJoinRequestsInput {
  /** As the frontend wrote it. */
  readonly peer: string;
  /** `true` lets everybody in. */
  readonly approved: boolean;
  /** The hash: only those who came by this link. `null`: everybody who waits. */
  readonly link: string | null;
}

/**
 * messages.hideAllChatJoinRequests. Telegram does not say how many there were, or whose. It is sent once: when the answer is
 * lost, nobody who waited then may wait still, or nothing was done; a second sending would decide about people who came since.
 * `BotMethodInvalidError` for a bot account, before any call.
 */
export async function hideAllChatJoinRequests(
  deps: ChatInvitesDeps,
  { peer, approved, link }: HideAllChatJoinRequestsInput,
  attempt: Attempt,
): Promise<ChatJoinRequestsHidden> {
  const { chats, peers, self } = deps;
  parsePeer(peer, PEER_PATH);
  await requireUserAccount(self, 'A bot account can decide join requests one by one, but not all at once.');
  const chat = await chats.resolve(peer, PEER_PATH);
  const url = link === null ? null : inviteUrl(link);
  const hidden = { chatId: markedId(chat), approved, link: url };
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
  const { importers } = await telegram.invoke(
    new Api.messages.GetChatInviteImporters({
      peer: inputPeer(chat),
      requested: true,
      limit: TELEGRAM_PAGE,
      // Newest first: what comes behind the second after it.
      offsetDate: latest + 1,
      offsetUser: new Api.InputUserEmpty(),
      ...(link !== null && { link }),
    }),
  );
  if (importers.some(({ date }) => date < earliest)) return true;
  if (importers.length === 0) return false;
  throw new TelegramUnavailableError('Somebody asked to join in the same second.', 'UNKNOWN');
}
