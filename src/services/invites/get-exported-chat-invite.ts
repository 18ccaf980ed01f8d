import { Api } from '../../telegram/tl.ts';
import { requireAccountFor } from '../account/require-account.ts';
import { inputPeer } from '../chats/entities.ts';
import { markedId } from '../chats/peer.ts';
import type { ExportedChatInvite } from '../models.ts';
import type { ChatInvitesDeps } from './chat-invites-deps.ts';
import { toNamedInvite } from './exported-chat-invite.ts';
import { inviteUrl } from './invite-link.ts';

/** messages.getExportedChatInvite, for the link of a chat by its hash. */
export async function getExportedChatInvite(
  { telegram, chats, peers, self }: ChatInvitesDeps,
  chatId: string,
  hash: string,
): Promise<ExportedChatInvite> {
  await requireAccountFor(Api.messages.GetExportedChatInvite, self, 'A bot account cannot read a link again.');
  const chat = await chats.resolve(chatId, ['id']);
  const answer = await telegram.invoke(
    new Api.messages.GetExportedChatInvite({ peer: inputPeer(chat), link: inviteUrl(hash) }),
  );
  peers.remember(answer);
  return toNamedInvite(answer.invite, markedId(chat));
}
