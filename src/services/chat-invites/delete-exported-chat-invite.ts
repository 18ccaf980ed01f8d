import { Api } from '../../telegram/tl.ts';
import { type Attempt, certainly } from '../certain.ts';
import { inputPeer } from '../entities.ts';
import { inviteUrl } from '../invite-link.ts';
import type { DeletedExportedChatInvite } from '../models.ts';
import { markedId } from '../peer.ts';
import { requireUserAccount } from '../require-user-account.ts';
import { InviteHashExpiredError } from '../telegram-errors.ts';
import { type ChatInvitesDeps, PEER_PATH } from './chat-invites-deps.ts';
import type { NamedLink } from './revoke-exported-chat-invite.ts';

/** messages.deleteExportedChatInvite. Its answer is a Bool that is always true; when it is lost, a link that is gone says so. */
export async function deleteExportedChatInvite(
  { telegram, chats, self, clock }: ChatInvitesDeps,
  { peer, link }: NamedLink,
  attempt: Attempt,
): Promise<DeletedExportedChatInvite> {
  await requireUserAccount(self, 'A bot account can revoke a link but not delete it.');
  const chat = await chats.resolve(peer, PEER_PATH);
  const named = { peer: inputPeer(chat), link: inviteUrl(link) };
  const deleted = { link: inviteUrl(link), chatId: markedId(chat) };
  return certainly<DeletedExportedChatInvite>(attempt, clock, {
    async send() {
      await telegram.invoke(new Api.messages.DeleteExportedChatInvite(named));
      return deleted;
    },
    async look() {
      try {
        await telegram.invoke(new Api.messages.GetExportedChatInvite(named));
        return null;
      } catch (error) {
        if (error instanceof InviteHashExpiredError) return deleted;
        throw error;
      }
    },
  });
}
