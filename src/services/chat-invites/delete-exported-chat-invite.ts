import { Api } from '../../telegram/tl.ts';
import { inputPeer } from '../entities.ts';
import { inviteUrl } from '../invite-link.ts';
import type { DeletedExportedChatInvite } from '../models.ts';
import { markedId } from '../peer.ts';
import { requireUserAccount } from '../require-user-account.ts';
import { type ChatInvitesDeps, PEER_PATH } from './chat-invites-deps.ts';
import type { NamedLink } from './revoke-exported-chat-invite.ts';

/** messages.deleteExportedChatInvite. Its answer is a Bool that is always true. */
export async function deleteExportedChatInvite(
  { telegram, chats, self }: ChatInvitesDeps,
  { peer, link }: NamedLink,
): Promise<DeletedExportedChatInvite> {
  await requireUserAccount(self, 'A bot account can revoke a link but not delete it.');
  const chat = await chats.resolve(peer, PEER_PATH);
  await telegram.invoke(new Api.messages.DeleteExportedChatInvite({ peer: inputPeer(chat), link: inviteUrl(link) }));
  return { link: inviteUrl(link), chatId: markedId(chat) };
}
