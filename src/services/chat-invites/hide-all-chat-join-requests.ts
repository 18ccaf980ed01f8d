import { Api } from '../../telegram/tl.ts';
import { inputPeer } from '../entities.ts';
import { inviteUrl } from '../invite-link.ts';
import type { ChatJoinRequestsHidden } from '../models.ts';
import { markedId, parsePeer } from '../peer.ts';
import { requireUserAccount } from '../require-user-account.ts';
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
 * messages.hideAllChatJoinRequests. Telegram does not say how many there were, or whose. `BotMethodInvalidError` for a bot
 * account, before any call.
 */
export async function hideAllChatJoinRequests(
  { telegram, chats, peers, self }: ChatInvitesDeps,
  { peer, approved, link }: HideAllChatJoinRequestsInput,
): Promise<ChatJoinRequestsHidden> {
  parsePeer(peer, PEER_PATH);
  await requireUserAccount(self, 'A bot account can decide join requests one by one, but not all at once.');
  const chat = await chats.resolve(peer, PEER_PATH);
  const answer = await telegram.invoke(
    new Api.messages.HideAllChatJoinRequests({
      peer: inputPeer(chat),
      // A field is set on the wire for any value but undefined.
      ...(approved && { approved: true }),
      ...(link !== null && { link: inviteUrl(link) }),
    }),
  );
  if ('chats' in answer) peers.remember(answer);
  return { chatId: markedId(chat), approved, link: link === null ? null : inviteUrl(link) };
}
