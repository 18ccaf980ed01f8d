import { Api } from '../../telegram/tl.ts';
import { requireAccountFor } from '../account/require-account.ts';
import { inputPeer } from '../chats/entities.ts';
import { markedId, namedChat } from '../chats/peer.ts';
import { parsed, refuse } from '../errors/refuse.ts';
import { InviteHashExpiredError } from '../errors/telegram-errors.ts';
import { inviteUrl } from '../invite-link.ts';
import type { DeletedExportedChatInvite } from '../models.ts';
import { type Attempt, certainly } from '../once/certain.ts';
import { type ChatInvitesDeps, PEER_PATH } from './chat-invites-deps.ts';
import type { NamedLink } from './revoke-exported-chat-invite.ts';

/**
 * messages.deleteExportedChatInvite. Its answer is a Bool that is always true. The link is read before it is sent: one that is
 * not in this chat is refused as Telegram would (`InviteHashExpiredError`), so that a link that is gone tells, when
 * the answer is lost, that it was done. `BotMethodInvalidError` for a bot account, before any call.
 */
export async function deleteExportedChatInvite(
  deps: ChatInvitesDeps,
  { peer, link }: NamedLink,
  attempt: Attempt,
): Promise<DeletedExportedChatInvite> {
  const { telegram, chats, self } = deps;
  const named = parsed(() => namedChat(peer, PEER_PATH));
  refuse([...named.broken, ...attempt.broken]);
  await requireAccountFor(
    Api.messages.DeleteExportedChatInvite,
    self,
    'A bot account can revoke a link but not delete it.',
  );
  const chat = await chats.find(named.value());
  const target = { peer: inputPeer(chat), link: inviteUrl(link) };
  const deleted = { link: inviteUrl(link), chatId: markedId(chat) };
  const read = () => telegram.invoke(new Api.messages.GetExportedChatInvite(target));
  if (attempt.earlier.length === 0) await read();
  return certainly<Api.messages.DeleteExportedChatInvite, DeletedExportedChatInvite>(deps, attempt, {
    request: new Api.messages.DeleteExportedChatInvite(target),
    read: async () => deleted,
    async look() {
      try {
        await read();
        return null;
      } catch (error) {
        if (error instanceof InviteHashExpiredError) return deleted;
        throw error;
      }
    },
  });
}
