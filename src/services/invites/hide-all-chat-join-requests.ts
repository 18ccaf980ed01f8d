import { Api } from '../../telegram/tl.ts';
import { requireAccountFor } from '../account/require-account.ts';
import { inputPeer } from '../chats/entities.ts';
import { markedId, namedChat } from '../chats/peer.ts';
import type { ChatAddress } from '../chats/peers.ts';
import { TelegramUnavailableError } from '../errors/errors.ts';
import { parsed, refuse } from '../errors/refuse.ts';
import { inviteUrl } from '../invite-link.ts';
import type { ChatJoinRequestsHidden } from '../models.ts';
import { type Attempt, certainly } from '../once/certain.ts';
import { lastSent, type Span } from '../once/telegram-time.ts';
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
 * messages.hideAllChatJoinRequests. Telegram does not say how many there were, or whose. It is sent once: a second sending would
 * decide about people who came since. When the answer is lost, somebody who waits still tells that nothing was done; an
 * empty list does not tell who decided, and which way. `BotMethodInvalidError` for a bot account, before any call.
 */
export async function hideAllChatJoinRequests(
  deps: ChatInvitesDeps,
  { peer, approved, link }: HideAllChatJoinRequestsInput,
  attempt: Attempt,
): Promise<ChatJoinRequestsHidden> {
  const { chats, peers, self } = deps;
  const named = parsed(() => namedChat(peer, PEER_PATH));
  refuse([...named.broken, ...attempt.broken]);
  await requireAccountFor(
    Api.messages.HideAllChatJoinRequests,
    self,
    'A bot account can decide join requests one by one, but not all at once.',
  );
  const chat = await chats.find(named.value());
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
    look: (sendings) => requireStillWaiting(deps, chat, url, sendings),
  });
}

/** Answers `null` where somebody who had asked by the last sending waits still: nothing was done. Throws where that is not so. */
async function requireStillWaiting(
  { telegram }: ChatInvitesDeps,
  chat: ChatAddress,
  link: string | null,
  sendings: readonly Span[],
): Promise<null> {
  const { importers } = await telegram.invoke(
    new Api.messages.GetChatInviteImporters({
      peer: inputPeer(chat),
      requested: true,
      limit: 1,
      // Newest first: what comes behind this second.
      offsetDate: lastSent(sendings),
      offsetUser: new Api.InputUserEmpty(),
      ...(link !== null && { link }),
    }),
  );
  if (importers.length > 0) return null;
  throw new TelegramUnavailableError('Nobody waits any more who did then, whoever decided it.', 'UNKNOWN');
}
